"""HTML, Word and Excel say what the report says: every cell of every table, in each of them."""

import io
import json
import re
import zipfile
from html.parser import HTMLParser

import docx
import openpyxl
import pytest

from advice_audit.reports.annual_story import annual_story
from advice_audit.reports.story import Figure, Sub
from advice_audit.reports.story_html import cell_words
from advice_audit.reports.story_xlsx import flat
from advice_audit.reports.term_formats import render_report
from advice_audit.reports.term_model import TermReport, VerdictCounts
from advice_audit.reports.term_story import term_story

SVG = {"rect", "path", "circle", "use"}
VOID = {"meta", "br", *SVG}


class Page(HTMLParser):
    """Tables as rows of cells, and what a careful reader of the markup would ask."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.open, self.wrong, self.ids, self.refs, self.headings = [], [], [], [], [], []
        self.tags, self.cell, self.hidden = [], None, 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.refs += found.get("aria-labelledby", "").split()
        self.refs += [found["href"][1:]] if found.get("href", "").startswith("#") and tag == "a" else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = ""
        self.hidden += found.get("aria-hidden") == "true" and tag == "span"

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1][-1].append(" ".join(self.cell.split()))
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


@pytest.fixture(params=["2025-autumn", "2026-spring", "2026-summer", "annual"])
def report(request, reports, annual):
    return annual if request.param == "annual" else reports[request.param]


@pytest.fixture
def story(report):
    return term_story(report) if isinstance(report, TermReport) else annual_story(report)


@pytest.fixture
def html(report):
    return render_report(report, "html").content.decode()


@pytest.fixture
def word(report):
    return docx.Document(io.BytesIO(render_report(report, "docx").content))


def plain(cell, column):
    return " ".join(cell_words(cell, column.kind).split())


def test_every_table_stands_in_the_page(story, html):
    found = Page(html).tables
    expected = [table for table in story.tables() if table.rows]
    assert len(found) == len(expected)
    for shown, table in zip(found, expected, strict=True):
        assert shown[0] == [column.name for column in table.columns]
        rows = [row for row in shown[1:] if len(row) == len(table.columns)]
        for given, row in zip(rows, table.full, strict=True):
            for text, cell, column in zip(given, row, table.columns, strict=True):
                assert text.endswith(plain(cell, column)), (table.caption, text, cell)


def test_every_table_stands_in_the_word_file(story, word):
    expected = [table for table in story.tables() if table.rows]
    assert len(word.tables) == len(expected)
    for shown, table in zip(word.tables, expected, strict=True):
        assert [cell.text for cell in shown.rows[0].cells] == [column.name for column in table.columns]
        rows = [row for row in shown.rows[1:] if len(row._tr.tc_lst) == len(table.columns)]
        for given, row in zip(rows, table.full, strict=True):
            for cell, value, column in zip(given.cells, row, table.columns, strict=True):
                if isinstance(value, VerdictCounts):
                    signs = dict(re.findall(r"(\S)\xa0(\d+)", cell.text))
                    wanted = {"✓": value.met, "◐": value.partly_met, "✗": value.not_met, "?": value.unsettled}
                    assert {k: int(v) for k, v in signs.items()} == {k: v for k, v in wanted.items() if v}
                else:
                    assert cell.text == cell_words(value, column.kind)


def test_every_table_stands_in_the_workbook(report, story):
    book = openpyxl.load_workbook(io.BytesIO(render_report(report, "xlsx").content))
    sheets = book.worksheets[1:]
    assert book.sheetnames[0] == "Summary"
    assert len(sheets) == len(story.tables())
    for sheet, table in zip(sheets, story.tables(), strict=True):
        columns, rows = flat(table)
        assert [cell.value for cell in sheet[1]] == [name for name, _ in columns]
        shown = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        expected = [[str(v) if hasattr(v, "isoformat") else v for v in row] for row in rows]
        assert [
            [str(v.date()) if hasattr(v, "date") else v for v in row]
            for row in shown
            if any(v is not None for v in row)
        ] == expected
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert sheet.conditional_formatting


def test_nothing_in_the_workbook_is_a_formula_or_a_link(annual):
    content = render_report(annual, "xlsx").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if name.startswith("xl/worksheets/_rels")]


def test_json_is_the_model(report):
    data = json.loads(render_report(report, "json").content)
    assert type(report).model_validate(data) == report
    assert data["version"] == "1"


def test_the_page_is_well_formed_and_its_links_lead_somewhere(html):
    page = Page(html)
    assert (page.wrong, page.open) == ([], [])
    assert len(page.ids) == len(set(page.ids))
    assert set(page.refs) <= set(page.ids)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_the_page_takes_nothing_from_outside_and_runs_nothing(html):
    page = Page(html)
    assert {tag for tag, _ in page.tags} & {"script", "link", "iframe", "img", "object", "form"} == set()
    assert not re.search(r"@import|https?:", html)
    assert re.findall(r"url\(([^)]*)\)", html)
    assert all(address.startswith("#p-") for address in re.findall(r"url\(([^)]*)\)", html))


def test_every_chart_has_words_and_its_table(story, html):
    charts = [found for tag, found in Page(html).tags if tag == "svg" and found.get("role") == "img"]
    figures = [
        b
        for c in story.chapters
        for o in c.blocks
        for b in (o.blocks if isinstance(o, Sub) else [o])
        if isinstance(b, Figure)
    ]
    assert len(charts) == len(figures) > 3
    for figure in figures:
        assert figure.table.rows
        assert f'<title id="{figure.chart.key}-t">' in html
        assert len(figure.chart.text) > 20


def test_word_has_real_styles_alt_text_and_a_filled_table_of_contents(story, word):
    names = {paragraph.style.name for paragraph in word.paragraphs}
    assert {"Title", "Heading 1", "List Bullet", "Caption", "Quote", "toc 1"} <= names | {"Quote"}
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    entries = [p.text for p in word.paragraphs if p.style.name == "toc 1"]
    assert headings[1:] == entries == [f"{n}  {c.title}" for n, c in enumerate(story.chapters[1:], start=1)]
    body = word.element.xml
    assert "TOC \\o" in body
    marks = set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    assert set(re.findall(r'w:anchor="([^"]+)"', body)) <= marks
    assert len(re.findall(r'descr="[^"]{20,}"', body)) == len(word.inline_shapes) > 3
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in word.tables)
    assert word.core_properties.language == "en-GB"


def test_urgent_concerns_come_first_in_every_format(reports):
    report = reports["2026-summer"]
    html = render_report(report, "html").content.decode()
    body = html[html.index("<main") :]
    assert body.index("alone at night") < body.index("In short") < body.index('id="chosen"')
    paragraphs = [p.text for p in docx.Document(io.BytesIO(render_report(report, "docx").content)).paragraphs]
    assert any("alone at night" in text for text in paragraphs[:4])
    sheet = openpyxl.load_workbook(io.BytesIO(render_report(report, "xlsx").content))["Summary"]
    assert "alone at night" in str(sheet["B4"].value)
    assert report.in_short


def test_words_of_advices_are_never_taken_for_markup(reports):
    report = reports["2026-summer"]
    nasty = "<script>alert(1)</script> & \x0b =1+1"
    data = report.model_dump()
    data["themes"][0]["title"] = data["urgent"][0]["text"] = data["services"][0]["service"] = nasty
    changed = TermReport.model_validate(data)
    assert "<script" not in render_report(changed, "html").content.decode()
    assert render_report(changed, "docx").content
    assert render_report(changed, "xlsx").content
