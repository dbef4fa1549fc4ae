import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from advice_audit.reports.interface import find_format

VOID = {"meta", "br", "col", "link", "img", "hr", "input"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.described, self.tags, self.open, self.wrong = [], [], [], [], [], []
        self.headings = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag not in VOID and tag not in ("circle", "path", "use"):
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if attributes.get("href", "").startswith("#"):
            self.links.append(attributes["href"][1:])
        self.described += attributes.get("aria-describedby", "").split() + attributes.get("aria-labelledby", "").split()
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        if tag in ("circle", "path", "use"):
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def html_of(run):
    (output,) = find_format("html")(run)
    return output.content.decode()


@pytest.fixture(params=["run", "run_of_two"])
def text(request):
    return html_of(request.getfixturevalue(request.param))


def test_the_page_is_well_formed(text):
    page = Page(text)
    assert (page.wrong, page.open) == ([], [])


def test_every_link_and_description_leads_somewhere(text):
    page = Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) | set(page.described) <= set(page.ids)
    assert page.described


def test_nothing_comes_from_outside_and_nothing_runs(text):
    page = Page(text)
    assert {tag for tag, _ in page.tags} & {"script", "link", "iframe", "img", "object", "form"} == set()
    assert not re.search(r"url\(|@import|https?:", text)
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "src"]
    policy = next(a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv"))
    assert "default-src 'none'" in policy


def test_the_text_of_an_advice_is_never_taken_for_markup(text):
    assert "<script" not in text
    assert "Needs &lt;script&gt;" in text


def test_marked_words_are_links_described_by_their_notes(run):
    text = html_of(run)
    assert re.search(r'<a class="hl" href="#a1-n1" aria-describedby="a1-n1 a1-n2">.*?<mark>SALT</mark>', text)
    assert re.search(r'<li class="note" id="a1-n2"', text)


def test_verdicts_are_told_in_words_and_signs(run):
    text = html_of(run)
    for verdict, word in (("met", "Met"), ("not_met", "Not met"), ("partly_met", "Partly met")):
        assert re.search(rf'v-{verdict}"><svg class="icon"[^>]*><use href="#i-{verdict}"/></svg>{word}<', text)


def test_headings_do_not_skip_a_level(run, run_of_two):
    for one in (run, run_of_two):
        levels = Page(html_of(one)).headings
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_dates_are_british_and_language_is_set(run):
    text = html_of(run)
    assert "6 October 2025" in text and "21 November 2026" in text
    assert '<html lang="en-GB">' in text


def test_what_to_change_first_is_in_order(run):
    first = re.findall(r"<h3>(Title of [^<]+)</h3>", html_of(run))[:3]
    assert first == ["Title of privacy.other-children", "Title of needs.source", "Title of process.consent"]


def test_several_advices_have_an_overview(run_of_two):
    text = html_of(run_of_two)
    assert '<a href="#a1">nell.docx</a>' in text
    assert "1 file could not be audited" in text
    assert "it may be a scan" in text


def test_one_file_that_cannot_be_read_is_told(run, unreadable):
    text = html_of(replace(run, audited=[unreadable]))
    assert "This file could not be audited" in text


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_of_text_have_the_contrast_that_wcag_asks(run):
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", html_of(run).replace("#fff;", "#ffffff;")))
    pairs = [("ink", "ground"), ("soft", "ground"), ("soft", "paper"), ("link", "paper"), ("link", "ground")]
    pairs += [(name, f"{name}-tint") for name in ("met", "partly_met", "not_met")]
    pairs += [(name, "paper") for name in ("met", "partly_met", "not_met", "not_applicable")]
    assert {
        (a, b): round(contrast(colours[a], colours[b]), 2) for a, b in pairs if contrast(colours[a], colours[b]) < 4.5
    } == {}


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.socket
@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this computer to print the page with")
def test_the_page_prints_on_a4(run_of_two, tmp_path):
    from pypdf import PdfReader

    page, pdf = tmp_path / "report.html", tmp_path / "report.pdf"
    page.write_text(html_of(run_of_two), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    command = [BROWSER, *options, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    reader = PdfReader(pdf)
    width, height = (float(side) for side in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) in {(595, 842), (596, 842), (594, 841), (595, 841)}
    words = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    assert "Repair of needs.source." in words
    assert "Nell will be happier." in words
