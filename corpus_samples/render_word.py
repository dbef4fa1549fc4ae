"""Renders a sample advice to Word, in the layouts that council forms have."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

Advice = dict[str, Any]
Container = WordFile | _Cell
FORM_TITLE = "Social care advice for an Education, Health and Care needs assessment"


def render_word(advice: Advice, layout: str) -> bytes:
    """Return an advice as a Word file's bytes.

    Args:
        advice: as loaded from its YAML.
        layout: one of `LAYOUTS`.
    """
    document = Document()
    document.core_properties.author = advice["meta"]["service"]
    document.core_properties.created = datetime(2020, 1, 1)
    LAYOUTS[layout](document, advice["sections"])
    word = advice.get("word") or {}
    section = document.sections[0]
    if word.get("header"):
        section.header.paragraphs[0].text = word["header"]
    if word.get("footer"):
        section.footer.paragraphs[0].text = word["footer"]
    for change in word.get("tracked") or []:
        _track(document, change)
    for comment in word.get("comments") or []:
        _comment(document, comment)
    buffer = BytesIO()
    document.save(buffer)
    return _undated(buffer.getvalue())


def body(container: Container, section: Advice, *, table_style: str = "Table Grid") -> None:
    """Add what stands in a section, without its heading."""
    for item in section["body"]:
        if "p" in item:
            write(container.add_paragraph(), str(item["p"]))
        for bullet in item.get("bullets") or []:
            write(container.add_paragraph(style="List Bullet"), str(bullet))
        if item.get("table"):
            _data_table(container, item["table"], table_style)


def write(paragraph: Paragraph, text: str, **looks: bool) -> None:
    """Write words as Word would have saved them: long ones in two runs."""
    cut = len(text) * 3 // 5 if len(text) > 120 else len(text)
    for part in (text[:cut], text[cut:]):
        if part:
            run = paragraph.add_run(part)
            for name, value in looks.items():
                setattr(run.font, name, value)


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour, six hexadecimal digits."""
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)


def _data_table(container: Container, rows: list[list[Any]], style: str) -> None:
    columns = max(len(row) for row in rows)
    table = container.add_table(rows=len(rows), cols=columns)
    table.style = "Table Grid" if style else None
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            write(table.cell(index, column).paragraphs[0], str(text), bold=index == 0)


def _headings(document: WordFile, sections: list[Advice]) -> None:
    for section in sections:
        document.add_heading(str(section["heading"]), 1)
        body(document, section)


def _bold(document: WordFile, sections: list[Advice]) -> None:
    for section in sections:
        write(document.add_paragraph(), str(section["heading"]), bold=True)
        body(document, section)


def _table(document: WordFile, sections: list[Advice]) -> None:
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for section in sections:
        cells = table.add_row().cells
        shade(cells[0], "DDE6F0")
        write(cells[0].paragraphs[0], str(section["heading"]), bold=True)
        body(cells[1], section)


def _form(document: WordFile, sections: list[Advice]) -> None:
    document.add_heading(FORM_TITLE, 0)
    table = document.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    for section in sections:
        cells = table.add_row().cells
        label = cells[0].merge(cells[3])
        shade(label, "C5D9C9")
        write(label.paragraphs[0], str(section["heading"]), bold=True)
        cells = table.add_row().cells
        body(cells[0].merge(cells[3]), section)


def _merged_grid(document: WordFile, sections: list[Advice]) -> None:
    """One grid of six columns: guidance under each label, answers in content controls, no colours."""
    table = document.add_table(rows=0, cols=6)
    table.style = "Table Grid"
    for number, section in enumerate(sections, 1):
        cells = table.add_row().cells
        write(cells[0].paragraphs[0], f"{number}.", bold=True)
        label = cells[1].merge(cells[5])
        write(label.paragraphs[0], str(section["heading"]), bold=True)
        cells = table.add_row().cells
        answer = cells[0].merge(cells[5])
        body(answer, section)
        _controlled(answer)


def _label_answer(document: WordFile, sections: list[Advice]) -> None:
    """A table a section, the label on the left over two merged rows, nothing bold."""
    for section in sections:
        table = document.add_table(rows=1, cols=2)
        table.style = "Table Grid"
        table.cell(0, 0).text = str(section["heading"])
        body(table.cell(0, 1), section)
        document.add_paragraph()


def _numbered_caps(document: WordFile, sections: list[Advice]) -> None:
    """Headings in capitals that Word numbers, told by outline level and not by style."""
    for section in sections:
        paragraph = document.add_paragraph(style="List Number")
        write(paragraph, str(section["heading"]), all_caps=True, bold=True)
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(level)
        body(document, section)


def _boxes(document: WordFile, sections: list[Advice]) -> None:
    """A bordered box of one cell a section, its heading the first line in it."""
    for section in sections:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell._tc.getparent().getparent().find(qn("w:tblPr")).append(OxmlElement("w:tblBorders"))
        write(cell.paragraphs[0], str(section["heading"]), bold=True)
        cell.paragraphs[0].runs[0].font.size = Pt(13)
        body(cell, section)
        document.add_paragraph()


def _side_by_side(document: WordFile, sections: list[Advice]) -> None:
    """Headings, but the child's and the family's views stand in two columns of one table."""
    kinds = [section["kind"] for section in sections]
    pair = ("child_views", "family_views")
    both = all(kind in kinds for kind in pair)
    for section in sections:
        if both and section["kind"] == "child_views":
            chosen = [next(s for s in sections if s["kind"] == kind) for kind in pair]
            table = document.add_table(rows=2, cols=2)
            table.style = "Table Grid"
            for column, one in enumerate(chosen):
                write(table.cell(0, column).paragraphs[0], str(one["heading"]), bold=True)
                body(table.cell(1, column), one)
            document.add_paragraph()
        elif not (both and section["kind"] == "family_views"):
            document.add_heading(str(section["heading"]), 2)
            body(document, section)


def _controlled(cell: _Cell) -> None:
    """Put a cell's paragraphs into a content control."""
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(OxmlElement("w:sdtPr"))
    control.append(content)
    blocks = [child for child in cell._tc if child.tag in (qn("w:p"), qn("w:tbl"))]
    blocks[0].addprevious(control)
    for block in blocks:
        content.append(block)
    cell.add_paragraph()


def _track(document: WordFile, change: dict[str, str]) -> None:
    sought = change["after"] if change["kind"] == "insert" else change["text"]
    run = _isolated(document, sought)
    if run is None:
        raise ValueError(f"tracked change has no place: {sought[:40]}")
    wrapper = OxmlElement("w:ins" if change["kind"] == "insert" else "w:del")
    for name, value in (("id", "100"), ("author", "A Manager"), ("date", "2023-01-09T10:00:00Z")):
        wrapper.set(qn(f"w:{name}"), value)
    if change["kind"] == "insert":
        added = Run(deepcopy(run._r), run._parent)
        added.text = change["text"]
        run._r.addnext(wrapper)
        wrapper.append(added._r)
        return
    run._r.addprevious(wrapper)
    wrapper.append(run._r)
    for text in run._r.findall(qn("w:t")):
        text.tag = qn("w:delText")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _comment(document: WordFile, comment: dict[str, str]) -> None:
    run = _isolated(document, comment["at"])
    if run is None:
        raise ValueError(f"comment has no place: {comment['at'][:40]}")
    document.add_comment(run, text=comment["text"], author=comment["author"], initials=comment["author"][:1])


def _isolated(document: WordFile, sought: str) -> Run | None:
    """Cut the runs of the first paragraph that holds some words so that one run holds just them."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document._body)
        whole = "".join(run.text for run in paragraph.runs)
        at = whole.find(sought)
        if at < 0:
            continue
        first = paragraph.runs[0]
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        parts = [deepcopy(first._r) for _ in range(2)]
        first.text = whole[:at]
        first._r.addnext(parts[0])
        parts[0].addnext(parts[1])
        middle, last = Run(parts[0], paragraph), Run(parts[1], paragraph)
        middle.text, last.text = sought, whole[at + len(sought) :]
        return middle
    return None


def _undated(data: bytes) -> bytes:
    """Write the zip anew with one fixed date, so that rendering twice gives the same bytes."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            if name != "docProps/thumbnail.jpeg":
                new.writestr(
                    ZipInfo(name, (2020, 1, 1, 0, 0, 0)), _without_thumbnail(name, old.read(name)), ZIP_DEFLATED
                )
    return buffer.getvalue()


def _without_thumbnail(name: str, data: bytes) -> bytes:
    if name != "_rels/.rels":
        return data
    begin = data.rfind(b"<Relationship ", 0, data.find(b"thumbnail"))
    return data[:begin] + data[data.find(b"/>", begin) + 2 :] if b"thumbnail" in data else data


LAYOUTS: dict[str, Callable[[WordFile, list[Advice]], None]] = {
    "headings": _headings,
    "bold": _bold,
    "table": _table,
    "form": _form,
    "merged-grid": _merged_grid,
    "label-answer": _label_answer,
    "numbered-caps": _numbered_caps,
    "boxes": _boxes,
    "side-by-side": _side_by_side,
}
