"""Files that cannot be audited: one error with a code each, and none of their words in it."""

import os
import time

import pytest
from made_files import p, part, pdf, row, run, table, word, zipped

from advice_audit.documents import open_document
from advice_audit.documents.clock import OutOfTime, time_limit
from advice_audit.errors import UnreadableDocument


def code(path):
    with pytest.raises(UnreadableDocument) as caught:
        open_document(path)
    assert "\n" not in caught.value.message
    assert "Ada" not in caught.value.message
    return caught.value.code


def put(tmp_path, data, name="x.docx"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_guard_not_files(tmp_path):
    folder = tmp_path / "x.docx"
    folder.mkdir()
    assert code(folder) == code(tmp_path / "none.docx") == "not-a-file"


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_guard_unreadable(tmp_path):
    path = put(tmp_path, b"Ada", "x.txt")
    path.chmod(0)
    assert code(path) == "unreadable"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "x.docx", "empty"),
        (b" \n ", "x.txt", "empty"),
        (b"Ada is not a Word file", "x.docx", "damaged"),
        (b"PK\x03\x04 broken", "x.docx", "damaged"),
        (b"%PDF-1.7 broken", "x.pdf", "damaged"),
        (b"\x89PNG\r\n\x1a\n1234", "x.docx", "no-text"),
        (b"\x00\x01\x02\x03" * 9, "x.bin", "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "x.docx", "encrypted"),
        (zipped(**{"xl/workbook.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "x.xlsx", "unsupported"),
        (zipped(**{"../word/document.xml": b"<x/>", "word/document.xml": b"<x/>"}), "x.docx", "hostile"),
        (zipped(**{"word/document.xml": b"0" * 5_000_000}), "x.docx", "hostile"),
        (zipped(**{"word/document.xml": b"<w:document"}), "x.docx", "damaged"),
        (zipped(**{"word/other.xml": b"<x/>"}), "x.docx", "damaged"),
    ],
)
def test_guard_refuses(tmp_path, data, name, expected):
    assert code(put(tmp_path, data, name)) == expected


def test_guard_too_large(tmp_path):
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        file.truncate(26 * 1024 * 1024)
    assert code(path) == "too-large"


def test_guard_entities_and_depth(tmp_path):
    bomb = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    assert code(put(tmp_path, zipped(**{"word/document.xml": bomb}))) == "hostile"
    deep = word(tmp_path / "deep.docx", "<w:sdt><w:sdtContent>" * 5_000 + p("x") + "</w:sdtContent></w:sdt>" * 5_000)
    assert code(deep) in ("hostile", "damaged")


def test_guard_million_cells(tmp_path):
    body = "<w:tbl>" + "<w:tr>" + "<w:tc><w:p/></w:tc>" * 520_000 + "</w:tr></w:tbl>"
    begun = time.monotonic()
    assert code(word(tmp_path / "big.docx", body)) in ("too-large", "hostile")
    assert time.monotonic() - begun < 10


def test_guard_truncated_word_and_pdf(tmp_path):
    whole = word(tmp_path / "a.docx", p("Ada " * 400)).read_bytes()
    paged = pdf(tmp_path / "a.pdf", lambda page: page.multi_cell(0, 6, "Ada likes it. " * 90)).read_bytes()
    for name, data in (("b.docx", whole), ("b.pdf", paged)):
        assert code(put(tmp_path, data[: len(data) // 3], name)) in ("damaged", "no-text")


def test_guard_pdf_without_text_and_encrypted(tmp_path):
    assert code(pdf(tmp_path / "scan.pdf", lambda page: page.rect(10, 10, 90, 90))) == "no-text"
    locked = pdf(tmp_path / "l.pdf", lambda page: (page.set_encryption("owner", "user"), page.cell(0, 6, "Ada")))
    assert code(locked) == "encrypted"


def test_guard_word_without_text(tmp_path):
    assert code(word(tmp_path / "e.docx", p())) == "no-text"


def test_guard_reads_a_file_as_what_it_is(tmp_path):
    path = word(tmp_path / "a.docx", p("Ada likes it."))
    assert open_document(path.rename(tmp_path / "a.pdf")).format == "docx"
    plain = pdf(tmp_path / "b.pdf", lambda page: page.cell(0, 6, "Ada likes it."))
    assert open_document(plain.rename(tmp_path / "b.docx")).format == "pdf"


def test_guard_says_that_libreoffice_is_needed(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableDocument, match="LibreOffice") as caught:
        open_document(put(tmp_path, b"{\\rtf1 Ada}", "x.rtf"))
    assert caught.value.code == "unsupported"


def test_clock_stops_what_does_not_end():
    with pytest.raises(OutOfTime), time_limit(0.2):
        while True:
            sum(range(100))


def test_external_targets_are_not_followed(tmp_path):
    body = table(row("a", "b")) + p(run("x"))
    path = word(tmp_path / "a.docx", body, styles=part("styles", ""))
    data = path.read_bytes()
    assert open_document(put(tmp_path, data, "c.docx")).text == "a\nb\nx"


@pytest.mark.parametrize(
    "place", ["pdfminer.pdfinterp.PDFPageInterpreter.process_page", "pdfplumber.page.Page.find_tables"]
)
def test_a_pdf_that_takes_too_long_is_too_slow_not_damaged(tmp_path, monkeypatch, place):
    def never_ends(*arguments, **more):
        while True:
            sum(range(100))

    path = pdf(
        tmp_path / "a.pdf", lambda page: [page.rect(20, 20 + 9 * n, 50, 9) for n in range(4)] and page.cell(0, 6, "Ada")
    )
    monkeypatch.setattr(place, never_ends)
    monkeypatch.setattr("advice_audit.documents.open.SECONDS", 0.3)
    assert code(path) == "too-slow"
