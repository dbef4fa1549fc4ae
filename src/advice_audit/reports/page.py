"""The advice itself, ready for a page: rows of text with the findings marked in place and their notes beside them.

A row is a heading, some paragraphs, list items or rows of a table, followed by the notes on them. Lists and tables
are cut after each item that has a note, so that a note stands next to the words it is about.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Literal

from advice_audit.documents.model import Block, BlockKind, Document
from advice_audit.results import FindingResult

RowKind = Literal["heading", "text", "list", "table", "furniture"]
FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered finding. `again` is the number of an earlier note that makes the same suggestion."""

    number: int
    finding: FindingResult
    again: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block. `notes` are the findings on them; `first` those that begin here, `last` those that end.

    `deleted` marks words that the text no longer contains: a tracked deletion.
    """

    text: str
    notes: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One block's pieces, with the label that Word numbers it by."""

    pieces: tuple[Piece, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: its paragraphs, and how many columns it spans."""

    lines: tuple[Line, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """What stands between two sets of notes.

    `lines` for headings, text and lists; `cells` (with `head`, the header row, and `widths` in per cent) for tables.
    `goes_on` tells that it continues the list or table of the row before.
    """

    kind: RowKind
    lines: tuple[Line, ...] = ()
    cells: tuple[tuple[Cell, ...], ...] = ()
    head: tuple[Cell, ...] = ()
    widths: tuple[int, ...] = ()
    level: int = 1
    goes_on: bool = False
    notes: tuple[Note, ...] = field(default=())


def notes_of(findings: Sequence[FindingResult]) -> list[Note]:
    """Number the findings that stand in the text, in the order in which they stand there."""
    placed = sorted((f for f in findings if f.start is not None), key=lambda f: (f.start or 0, f.end or 0))
    said: dict[tuple[str, str], int] = {}
    notes = []
    for number, finding in enumerate(placed, start=1):
        key = (finding.criterion, finding.suggestion)
        notes.append(Note(number, finding, said.get(key)))
        said.setdefault(key, number)
    return notes


def rows(document: Document, notes: Sequence[Note]) -> Iterator[Row]:
    """Yield the advice's rows in reading order; every note is in exactly one of them, after the words it ends at."""
    page = _Page(document, notes)
    for (kind, _), run in groupby(document.blocks, key=_sort):
        blocks = list(run)
        if kind == "table" and len({b.place.column for b in blocks if b.place}) > 1:
            yield from page.table(blocks)
        elif kind == "list":
            yield from page.cut(blocks, "list")
        else:
            for block in blocks:
                yield page.single(block, "text" if kind == "table" else kind)


def _sort(block: Block) -> tuple[RowKind, int | None]:
    if block.kind is BlockKind.HEADING:
        return "heading", None
    if block.kind in FURNITURE:
        return "furniture", None
    if block.place is not None:
        return "table", block.place.table
    return ("list" if block.kind is BlockKind.LIST_ITEM else "text"), None


class _Page:
    def __init__(self, document: Document, notes: Sequence[Note]) -> None:
        self.document = document
        self.notes = notes

    def single(self, block: Block, kind: RowKind) -> Row:
        level = min(block.level or 2, 3)
        return Row(kind, (self.line(block),), level=level, notes=self.ending([block]))

    def cut(self, blocks: Sequence[Block], kind: RowKind) -> Iterator[Row]:
        held: list[Block] = []
        goes_on = False
        for block in blocks:
            held.append(block)
            if (notes := self.ending(held)) or block is blocks[-1]:
                yield Row(kind, tuple(map(self.line, held)), goes_on=goes_on, notes=notes)
                held, goes_on = [], True

    def table(self, blocks: Sequence[Block]) -> Iterator[Row]:
        lines = [list(run) for _, run in groupby(blocks, key=lambda b: b.place.row if b.place else 0)]
        head = lines[0] if _is_header(lines[0]) and len(lines) > 1 else []
        widths = _widths(lines)
        held: list[list[Block]] = []
        goes_on = False
        for row in lines[1:] if head else lines:
            held.append(row)
            covered = [b for r in held for b in r] + (head if not goes_on else [])
            if (notes := self.ending(covered)) or row is lines[-1]:
                cells = tuple(tuple(self.cells(r)) for r in held)
                yield Row("table", (), cells, tuple(self.cells(head)), widths=widths, goes_on=goes_on, notes=notes)
                held, goes_on = [], True

    def cells(self, row: Iterable[Block]) -> Iterator[Cell]:
        for _, run in groupby(row, key=lambda b: b.place.column if b.place else 0):
            blocks = list(run)
            place = blocks[0].place
            yield Cell(tuple(map(self.line, blocks)), place.span if place else 1)

    def ending(self, blocks: Sequence[Block]) -> tuple[Note, ...]:
        return tuple(n for n in self.notes if any(_ends_in(n.finding, b) for b in blocks))

    def line(self, block: Block) -> Line:
        inside = [n for n in self.notes if _touches(n.finding, block)]
        return Line(tuple(_pieces(self.document.text, block, inside)), block.number)


def _is_header(row: Sequence[Block]) -> bool:
    return all(b.place is not None and b.place.header for b in row)


def _widths(lines: Sequence[Sequence[Block]]) -> tuple[int, ...]:
    """Share the width by the square root of what stands in each column, so that a short label gets a little more."""
    longest: dict[int, int] = {}
    last = 0
    for block in (b for row in lines for b in row):
        if block.place is not None:
            last = max(last, block.place.column + block.place.span)
            if block.place.span == 1:
                longest[block.place.column] = max(longest.get(block.place.column, 0), block.end - block.start)
    roots = [max(min(longest.get(column, 8), 400), 12) ** 0.5 for column in range(last)]
    return tuple(round(100 * root / sum(roots)) for root in roots)


def _touches(finding: FindingResult, block: Block) -> bool:
    start, end = finding.start or 0, finding.end or 0
    if start == end:
        return block.start <= start <= block.end
    return start < block.end and block.start < end


def _ends_in(finding: FindingResult, block: Block) -> bool:
    start, end = finding.start or 0, finding.end or 0
    last = end if start == end else end - 1
    return block.start <= last <= block.end


def _pieces(text: str, block: Block, notes: Sequence[Note]) -> Iterator[Piece]:
    spans = [(n.number, max(n.finding.start or 0, block.start), min(n.finding.end or 0, block.end)) for n in notes]
    gone = {n.number: n.finding for n in notes if n.finding.start == n.finding.end}
    edges = sorted({block.start, block.end, *(edge for _, *both in spans for edge in both)})
    yield from _deleted(gone, block.start)
    for start, end in pairwise(edges):
        here = [span for span in spans if span[1] <= start and end <= span[2] and span[1] < span[2]]
        yield Piece(
            text[start:end],
            tuple(number for number, *_ in here),
            tuple(number for number, begins, _ in here if begins == start),
            tuple(number for number, _, ends in here if ends == end),
        )
        yield from _deleted(gone, end)


def _deleted(gone: dict[int, FindingResult], place: int) -> Iterator[Piece]:
    for number, finding in gone.items():
        if finding.start == place:
            yield Piece(finding.quote or "", (number,), (number,), (number,), deleted=True)
