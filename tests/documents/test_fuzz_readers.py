"""Whatever is in a file, reading gives a document that hangs together or one of the errors with a code."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import bold, cell, p, pdf, row, run, table, word

from advice_audit.documents import open_document
from advice_audit.errors import UnreadableDocument

CODES = {"no-text", "encrypted", "damaged", "too-large", "unsupported", "empty", "hostile"}
SIGNS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>&"), min_size=0, max_size=40)


def attempt(path: Path) -> None:
    try:
        document = open_document(path)
    except UnreadableDocument as error:
        assert error.code in CODES
        return
    assert document.text == "\n".join(document.block_text(block) for block in document.blocks)
    assert all(0 <= mark.start <= mark.end <= len(document.text) for mark in document.marks)


def inline():
    plain = SIGNS.map(run)
    wrapped = st.tuples(st.sampled_from(["ins", "moveTo", "hyperlink", "smartTag", "fldSimple"]), plain).map(
        lambda pair: f'<w:{pair[0]} w:id="1" w:author="R">{pair[1]}</w:{pair[0]}>'
    )
    gone = SIGNS.map(lambda text: f'<w:del w:id="3"><w:r><w:delText>{text}</w:delText></w:r></w:del>')
    signs = st.sampled_from(
        [
            '<w:commentRangeStart w:id="0"/>',
            '<w:commentRangeEnd w:id="0"/>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "<w:r><w:br/><w:tab/></w:r>",
            "<w:sdt/>",
            '<w:r><w:sym w:char="zz"/></w:r>',
        ]
    )
    return st.one_of(plain, wrapped, gone, signs)


def blocks():
    paragraph = st.lists(inline(), max_size=5).map(lambda parts: p(*(part or "<w:r/>" for part in parts)))
    simple = st.one_of(paragraph, SIGNS.map(bold))
    cells = st.lists(simple, max_size=3).map(lambda inner: cell(*inner))
    grids = st.lists(st.lists(cells, max_size=4).map(lambda inner: row(*inner)), max_size=4).map(
        lambda rows: table(*rows)
    )
    return st.lists(st.one_of(simple, grids), max_size=8).map("".join)


@settings(max_examples=150, deadline=None)
@given(blocks())
def test_word_of_any_make(body):
    with TemporaryDirectory() as folder:
        attempt(word(Path(folder, "a.docx"), body))


def _broken(data: bytes, cuts: list[tuple[float, bytes]]) -> bytes:
    for share, put in cuts:
        at = int(share * len(data))
        data = data[:at] + put + data[at + len(put) :]
    return data


CUTS = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(CUTS, st.floats(0.2, 1))
def test_broken_pdf(cuts, share):
    with TemporaryDirectory() as folder:
        path = pdf(Path(folder, "a.pdf"), lambda page: page.multi_cell(0, 6, "Ada likes the park. " * 30))
        data = path.read_bytes()
        path.write_bytes(_broken(data[: int(share * len(data))], cuts))
        attempt(path)


@settings(max_examples=100, deadline=None)
@given(CUTS, st.floats(0.2, 1))
def test_broken_word(cuts, share):
    with TemporaryDirectory() as folder:
        path = word(Path(folder, "a.docx"), bold("Views") + p("Ada likes the park.") + table(row("a", "b")))
        data = path.read_bytes()
        path.write_bytes(_broken(data[: int(share * len(data))], cuts))
        attempt(path)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".docx", ".pdf", ""]))
def test_any_bytes(data, ending):
    with TemporaryDirectory() as folder:
        path = Path(folder, f"a{ending}")
        path.write_bytes(data)
        attempt(path)
