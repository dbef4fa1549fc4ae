"""What fuzzing found, each made small, and each now one error or a reading."""

import zlib
from zipfile import ZIP_STORED, ZipFile

import pytest
from made_files import bold, p, part, pdf, row, run, table, word
from test_annotate_files import found

from advice_audit.documents import open_document
from advice_audit.errors import UnreadableDocument
from advice_audit.reports import annotate_pdf, annotate_word

ODD = ["x", "", "1e9", "-1", "99999999999999999999", "٣", "²", "9" * 5_000]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_a_number_that_is_none(tmp_path, odd):
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{odd}"/></w:tcPr>{p("Ada")}</w:tc>'
    before = f'<w:trPr><w:gridBefore w:val="{odd}"/></w:trPr>'
    body = (
        table(row(cell), f"<w:tr>{before}{cell}</w:tr>")
        + p(run("likes", f'<w:sz w:val="{odd}"/>'), properties=f'<w:outlineLvl w:val="{odd}"/>')
        + p("swimming", style="S", properties=f'<w:numPr><w:ilvl w:val="{odd}"/><w:numId w:val="{odd}"/></w:numPr>')
    )
    drop_down = f'<w:ffData><w:ddList><w:result w:val="{odd}"/><w:listEntry w:val="a"/></w:ddList></w:ffData>'
    body += p(f'<w:r><w:fldChar w:fldCharType="begin">{drop_down}</w:fldChar></w:r>', "and the park")
    styles = (
        f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="heading x"/><w:pPr><w:outlineLvl w:val="{odd}"/>'
        f'</w:pPr><w:rPr><w:sz w:val="{odd}"/></w:rPr></w:style>'
    )
    document = open_document(word(tmp_path / "a.docx", body, styles=part("styles", styles)))
    assert document.text.split()[:4] == ["Ada", "Ada", "likes", "swimming"]


@pytest.mark.parametrize("harm", ["header", "packing"])
def test_a_part_that_reading_leaves_alone_is_broken(tmp_path, harm):
    source = word(tmp_path / "a.docx", bold("Views") + p("Ada likes the park."))
    content = bytes(range(256)) * 40
    with ZipFile(source, "a", ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", content if harm == "header" else zlib.compress(content))
        place = archive.getinfo("word/media/image1.png").header_offset
    data = bytearray(source.read_bytes())
    if harm == "header":
        data[place : place + 4] = b"XXXX"
    else:
        data[place + 60 : place + 90] = b"\x00" * 30
    source.write_bytes(data)
    document = open_document(source)
    assert "park" in document.text
    with pytest.raises(UnreadableDocument, match="no notes can be written"):
        annotate_word.annotate(source, [found(document, "park")], tmp_path / "out.docx", "")
    assert not (tmp_path / "out.docx").exists()


def words(page):
    page.multi_cell(0, 6, "Ada likes the park and the pond. " * 20)
    page.add_page()
    page.multi_cell(0, 6, "She swims on Mondays with her friends. " * 20)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Type /Page\n", b"/Typo /Page\n"),
        (b"/Count 2", b"/Count x"),
        (b"/Kids [", b"/Kids <"),
        (b"/Length ", b"/Length /"),
        (b"startxref\n", b"startxref\n9"),
        (b"\nxref\n", b"\nxrex\n"),
        (b"endobj\n5 0 obj", b"endobj\n50 obj"),
        (b"trailer", b"trailor"),
    ],
)
def test_a_damaged_pdf_is_handed_back_whole_or_not_at_all(tmp_path, old, new):
    source = pdf(tmp_path / "a.pdf", words)
    data = source.read_bytes()
    assert old in data
    source.write_bytes(data.replace(old, new))
    out = tmp_path / "out.pdf"
    try:
        document = open_document(source)
        annotate_pdf.annotate(source, [found(document, document.text.split()[-1])], out, "")
    except UnreadableDocument as error:
        assert error.code in ("damaged", "no-text")
        assert not out.exists()
    else:
        assert open_document(out).text == document.text


def test_one_file_that_cannot_carry_notes_costs_only_itself(tmp_path, monkeypatch, capsys):
    from datetime import date

    from advice_audit.reports import docx as report
    from advice_audit.reports.interface import Audited, Run
    from advice_audit.results import AdviceResult
    from advice_audit.rubric.load import load_rubric

    def annotate(source, findings, out, summary):
        if source.stem == "broken":
            raise UnreadableDocument("damaged", "The file is damaged: no notes can be written into it.")
        out.write_bytes(b"notes")

    monkeypatch.setattr(annotate_word, "annotate", annotate)
    audited = []
    for name in ("broken.docx", "whole.docx"):
        path = word(tmp_path / name, p("Ada likes the park."))
        audited.append(Audited(AdviceResult(file=str(path), sha256="0", status="audited"), open_document(path)))
    (output,) = report.render(Run(load_rubric("swindon-2022"), audited, date(2026, 11, 1)))
    assert output.name == "whole-audited.docx"
    assert "broken.docx" in capsys.readouterr().err
    with pytest.raises(UnreadableDocument):
        report.render(Run(load_rubric("swindon-2022"), audited[:1], date(2026, 11, 1)))
