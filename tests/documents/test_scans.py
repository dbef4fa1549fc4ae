"""Pages that are pictures: read where an engine is at hand, and said to be so at every finding."""

import shutil
from types import SimpleNamespace

import pypdfium2
import pytest
from made_files import pdf
from pypdf import PdfReader

from advice_audit.documents import ocr, open_document
from advice_audit.documents.clock import OutOfTime, paused, time_limit
from advice_audit.errors import UnreadableDocument
from advice_audit.reports import annotate_pdf

WORDS = "Ada walks to the park with her mother every Saturday and comes home happy. " * 6


def draw(page):
    page.set_font("helvetica", "B", 16)
    page.multi_cell(0, 9, "Views of the child", new_x="LMARGIN", new_y="NEXT")
    page.set_font("helvetica", size=11)
    page.multi_cell(0, 6, WORDS, new_x="LMARGIN", new_y="NEXT")


@pytest.fixture
def printed(tmp_path):
    return pdf(tmp_path / "printed.pdf", draw)


@pytest.fixture
def scan(tmp_path, printed):
    """The same page as a picture."""
    drawn = pypdfium2.PdfDocument(str(printed))[0].render(scale=200 / 72).to_pil().convert("L")
    drawn.save(tmp_path / "scan.pdf", "PDF", resolution=200)
    return tmp_path / "scan.pdf"


def seen(text, x0, top, size=45.0):
    """Words in one line of a picture, a fifth of an inch each."""
    return [ocr.Seen(word, x0 + 70 * n, x0 + 70 * n + 60, top, top + size, size) for n, word in enumerate(text.split())]


@pytest.fixture
def stand_in(monkeypatch):
    """An engine that reads two lines off every picture, whatever is on it."""

    def engine(picture):
        assert picture.width > 2_000
        return seen("Views", 300, 300, 70.0) + seen("Ada likes the park", 300, 600)

    monkeypatch.setattr("advice_audit.documents.pdf.find_engine", lambda: engine)


def test_a_scan_is_read_by_an_engine(scan, stand_in):
    document = open_document(scan)
    assert document.text == "Views\nAda likes the park"
    assert all(block.scanned for block in document.blocks)
    assert document.is_scanned(0, 5) and document.is_scanned(None, None)
    assert "read by OCR" in document.warnings[0]
    x0, top, x1, bottom = document.blocks[1].locator.boxes[0]
    assert (round(x0), round(top), round(x1), round(bottom)) == (72, 144, 137, 155)


def test_highlights_stand_at_scanned_words(scan, stand_in, tmp_path):
    document = open_document(scan)
    start = document.text.index("the park")
    finding = SimpleNamespace(start=start, end=start + 8, message="m", suggestion="s", criterion="c")
    annotate_pdf.annotate(scan, [finding], tmp_path / "out.pdf", "")
    page = PdfReader(tmp_path / "out.pdf").pages[0]
    (mark,) = [note.get_object() for note in page["/Annots"]]
    x0, y0, x1, y1 = (float(number) for number in mark["/Rect"])
    height = float(page.mediabox.height)
    assert (round(x0), round(height - y1), round(x1), round(height - y0)) == (106, 144, 137, 155)


def test_without_an_engine_the_error_says_what_to_install(scan, monkeypatch):
    monkeypatch.setattr("advice_audit.documents.pdf.find_engine", lambda: None)
    with pytest.raises(UnreadableDocument, match=r"install Tesseract .* extra `ocr`") as failed:
        open_document(scan)
    assert failed.value.code == "no-text"


def test_no_program_or_no_extra_is_no_engine(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None)
    assert ocr.find_engine() is None
    monkeypatch.undo()
    monkeypatch.setattr(ocr, "find_spec", lambda name: None)
    assert ocr.find_engine() is None


def test_an_engine_that_fails_is_one_error(scan, monkeypatch):
    def engine(picture):
        raise RuntimeError("Tesseract process timeout")

    monkeypatch.setattr("advice_audit.documents.pdf.find_engine", lambda: engine)
    with pytest.raises(UnreadableDocument, match="could not be read by OCR"):
        open_document(scan)


def test_only_pictures_are_read_by_the_engine(printed, stand_in):
    document = open_document(printed)
    assert "every Saturday" in document.text
    assert not document.is_scanned(None, None) and document.warnings == ()


def test_a_clock_stands_while_another_runs():
    import time

    def wait(seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.02)

    with time_limit(0.5):
        with paused():
            wait(1.2)
        wait(0.05)
    with pytest.raises(OutOfTime), time_limit(0.5):
        with paused():
            wait(0.2)
        wait(3)


def test_findings_on_scanned_words_say_so(scan, monkeypatch):
    import advice_audit
    from advice_audit.audit import SCANNED

    lines = ["Ada's views", "Ada said that she likes the park and see her SALT definately"]
    words = seen(lines[0], 300, 300, 70.0) + seen(lines[1], 300, 600)
    monkeypatch.setattr("advice_audit.documents.pdf.find_engine", lambda: lambda picture: words)
    result = advice_audit.audit(scan)
    assert "read by OCR" in result.warnings[0]
    assert result.findings
    assert all(finding.message.endswith(SCANNED) for finding in result.findings)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_tesseract_reads_a_scan_where_its_words_stand(scan, printed):
    document, original = open_document(scan), open_document(printed)
    assert document.text == original.text
    assert [block.kind for block in document.blocks] == [block.kind for block in original.blocks]
    for ours, theirs in zip(document.blocks, original.blocks, strict=True):
        for box, real in zip(ours.locator.boxes, theirs.locator.boxes, strict=True):
            assert all(abs(a - b) < 5 for a, b in zip(box, real, strict=True))
