from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from advice_audit.documents.model import Block, BlockKind, CellPlace, Document
from advice_audit.reports.page import notes_of, rows
from advice_audit.results import FindingResult


def text_of(row):
    lines = [*row.lines, *(line for cells in row.cells for cell in cells for line in cell.lines)]
    if not row.goes_on:
        lines += [line for cell in row.head for line in cell.lines]
    return ["".join(piece.text for piece in line.pieces if not piece.deleted) for line in lines]


def test_rows_follow_the_document(document, result):
    kinds = [row.kind for row in rows(document, notes_of(result.findings))]
    assert kinds == ["heading", "text", "list", "list", "table", "table", "furniture"]


def test_a_list_is_cut_after_an_item_with_a_note(document, result):
    first, second = [row for row in rows(document, notes_of(result.findings)) if row.kind == "list"]
    assert (len(first.lines), first.goes_on, [n.finding.quote for n in first.notes]) == (
        1,
        False,
        ["She sleeps badly."],
    )
    assert (len(second.lines), second.goes_on, [n.finding.quote for n in second.notes]) == (1, True, ["Otto"])


def test_a_table_keeps_its_header_and_widths_when_it_is_cut(document, result):
    first, second = [row for row in rows(document, notes_of(result.findings)) if row.kind == "table"]
    assert [len(row.cells) for row in (first, second)] == [1, 1]
    assert first.head == second.head and first.head
    assert first.widths == second.widths and sum(first.widths) in range(98, 103)


def test_overlapping_findings_share_the_words(document, result):
    paragraph = next(row for row in rows(document, notes_of(result.findings)) if row.kind == "text")
    assert [(p.text, p.notes, p.first, p.last) for p in paragraph.lines[0].pieces] == [
        ("Nell finds bath time hard & her ", (1,), (1,), ()),
        ("SALT", (1, 2), (2,), (2,)),
        (" said so.", (1,), (), (1,)),
    ]


def test_a_deletion_is_shown_where_it_was(document):
    gone = finding_at(5, 5, "very ")
    (row, *_) = list(rows(document, notes_of([gone])))
    assert [(p.text, p.deleted) for p in row.lines[0].pieces][:2] == [("Needs", False), ("very ", True)]


def test_a_later_note_with_the_same_suggestion_points_to_the_first(result):
    assert [(note.number, note.again) for note in notes_of(result.findings)] == [
        (1, None),
        (2, None),
        (3, 1),
        (4, None),
        (5, None),
    ]


def finding_at(start, end, quote="x"):
    return FindingResult(
        criterion="needs.source",
        section="needs",
        quote=quote,
        start=start,
        end=end,
        message=f"{start} {end}",
        suggestion=f"{start} {end}",
        confidence=0.7,
        fingerprint="f",
    )


@st.composite
def documents(draw):
    blocks, texts, at = [], [], 0
    for table in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.CELL]))
        count = draw(st.integers(1, 4)) if kind is BlockKind.CELL else 1
        for number in range(count):
            text = draw(st.text("ab <&", min_size=1, max_size=12))
            place = CellPlace(table, number // 2, number % 2) if kind is BlockKind.CELL else None
            blocks.append(Block(kind, at, at + len(text), place=place))
            texts.append(text)
            at += len(text) + 1
    whole = "\n".join(texts)
    ends = st.integers(0, len(whole))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted).map(tuple), max_size=6))
    spans = [(start, end) for start, end in spans if whole[start:end].strip() or start == end]
    return Document(Path("x"), "0", "txt", whole, tuple(blocks)), [finding_at(*span) for span in spans]


@given(documents())
def test_no_word_is_lost_and_every_note_is_told(made):
    document, findings = made
    notes = notes_of(findings)
    page = list(rows(document, notes))
    assert sorted(t for row in page for t in text_of(row)) == sorted(map(document.block_text, document.blocks))
    told = [note.number for row in page for note in row.notes]
    assert sorted(set(told)) == [note.number for note in notes if note.number in told]
    inside = [
        n.number
        for n in notes
        if any(b.start <= max(n.finding.end - (n.finding.end > n.finding.start), 0) < b.end for b in document.blocks)
    ]
    assert set(inside) <= set(told)
    assert len(told) == len(set(told))
