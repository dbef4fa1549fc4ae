"""The author's own file handed back: comments at exact words, nothing else changed, never doubled."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from made_files import cell, p, pdf, row, run, table, word
from pypdf import PdfReader

import advice_audit.documents.word_comments as comments_module
from advice_audit.documents import open_document
from advice_audit.errors import ConfigurationError
from advice_audit.reports import annotate_pdf, annotate_word

SAMPLES = Path(__file__).parents[2] / "corpus_samples"
WHO = 'w:author="R. Kaur"'


@dataclass
class Finding:
    start: int | None
    end: int | None
    message: str = "This names no day."
    suggestion: str = "Say on which day."
    criterion: str = "provision.specified"


def found(document, quote):
    start = document.text.index(quote)
    return Finding(start, start + len(quote))


def anchored(path, monkeypatch):
    """The words that our comments stand at, and what they say."""
    monkeypatch.setattr(comments_module, "OURS", "somebody else")
    document = open_document(path)
    monkeypatch.undo()
    return [(document.text[m.start : m.end], m.text) for m in document.marks if m.author == "advice-audit"]


def test_annotate_word_at_exact_words_everywhere(tmp_path, monkeypatch):
    inserted = f'<w:ins w:id="9" {WHO}>{run("from the new team ")}</w:ins>'
    link = f"<w:hyperlink>{run('on the council site')}</w:hyperlink>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('chosen by Ada herself')}</w:sdtContent></w:sdt>"
    body = (
        p("Regular visits ", inserted, "each week.")
        + p("See it ", link, ".")
        + table(row(cell("Club", "Two evenings")))
    )
    source = word(tmp_path / "a.docx", body + p("Days ", control, "."))
    document = open_document(source)
    quotes = [
        "visits from the new",
        "the new team",
        "council",
        "evenings",
        "by Ada",
        "Regular visits from the new team each week.",
    ]
    out = tmp_path / "out.docx"
    annotate_word.annotate(source, [found(document, quote) for quote in quotes], out, "Good (81%).\n1. Days")
    notes = anchored(out, monkeypatch)
    assert sorted(text for text, _ in notes) == sorted([*quotes, "Regular visits from the new team each week."])
    assert "This names no day.\nSay on which day.\nCriterion: provision.specified" in {note for _, note in notes}
    assert notes[0][1].startswith("Good (81%).") or notes[1][1].startswith("Good (81%).")
    again = open_document(out)
    assert (again.text, again.blocks) != ("", ()) and again.text == document.text
    assert [(m.kind, m.text, m.start) for m in again.marks] == [(m.kind, m.text, m.start) for m in document.marks]


def test_annotate_word_lists_absences_at_the_top(tmp_path, monkeypatch):
    source = word(tmp_path / "a.docx", p("First words.") + p("More."))
    annotate_word.annotate(
        source, [Finding(None, None, "No consent.", "Add it.", "process.consent")], tmp_path / "o.docx", ""
    )
    assert anchored(tmp_path / "o.docx", monkeypatch) == [("First words.", "No consent. Add it. (process.consent)")]


def test_annotate_word_twice_does_not_double_and_keeps_the_rest(tmp_path):
    source = SAMPLES / "m04.docx"
    document = open_document(source)
    findings = [Finding(block.start, min(block.end, block.start + 9)) for block in document.blocks[::5]]
    once, twice = tmp_path / "1.docx", tmp_path / "2.docx"
    annotate_word.annotate(source, findings, once, "Good.")
    annotate_word.annotate(once, findings, twice, "Good.")
    first, second = open_document(once), open_document(twice)
    assert first.text == second.text == document.text
    assert [(m.kind, m.start, m.end, m.text) for m in second.marks] == [
        (m.kind, m.start, m.end, m.text) for m in document.marks
    ]
    with ZipFile(once) as one, ZipFile(twice) as two, ZipFile(source) as old:
        assert one.read("word/comments.xml").count(b"<w:comment ") == two.read("word/comments.xml").count(
            b"<w:comment "
        )
        for name in old.namelist():
            if (
                name not in ("word/document.xml", "word/comments.xml", "[Content_Types].xml")
                and "_rels/doc" not in name
            ):
                assert one.read(name) == old.read(name)


def test_annotate_word_opens_with_another_library(tmp_path):
    from docx import Document

    source = SAMPLES / "a01.docx"
    annotate_word.annotate(source, [Finding(10, 40)], tmp_path / "o.docx", "Good.")
    comments = list(Document(str(tmp_path / "o.docx")).comments)
    assert {(comment.author, comment.initials) for comment in comments} == {("advice-audit", "AA")}
    assert len(comments) == 2


def test_annotate_pdf_highlights_the_words_once(tmp_path):
    text = "Ada will have regular visits from somebody. " * 6
    source = pdf(tmp_path / "a.pdf", lambda page: page.multi_cell(0, 6, text, align="L"))
    document = open_document(source)
    out, again = tmp_path / "o.pdf", tmp_path / "p.pdf"
    findings = [found(document, "regular visits"), Finding(None, None)]
    annotate_pdf.annotate(source, findings, out, "Good (81%).")
    annotate_pdf.annotate(out, findings, again, "Good (81%).")
    for path in (out, again):
        notes = [note.get_object() for note in PdfReader(path).pages[0]["/Annots"]]
        assert sorted(note["/Subtype"] for note in notes) == ["/Highlight", "/Text"]
        assert all(note["/T"] == "advice-audit" for note in notes)
    assert open_document(again).text == document.text
    assert open_document(again).marks == ()


def test_annotate_refuses_other_kinds(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Ada likes it.")
    for writer in (annotate_word, annotate_pdf):
        with pytest.raises(ConfigurationError):
            writer.annotate(path, [], tmp_path / "o", "")
