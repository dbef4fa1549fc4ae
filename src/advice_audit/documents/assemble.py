"""Readers describe blocks one by one as drafts; this joins them to the canonical text."""

from dataclasses import dataclass, field
from datetime import datetime

from advice_audit.documents.model import Block, BlockKind, CellPlace, Locator, Mark, MarkKind


@dataclass(slots=True)
class Look:
    """How a paragraph looks: what headings without a style are told by.

    `bold`, `underlined` and `capitals` hold for all of its words; `size` is in points, None if unknown.
    """

    bold: bool = False
    underlined: bool = False
    capitals: bool = False
    shaded: bool = False
    size: float | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A block before its place in the text is known.

    `trim` is how many characters were cut off before `text`; anchors count them, offsets into `text` don't.
    `source` is what the reader needs to find the words again. `start` is set by `assemble`.
    """

    kind: BlockKind
    text: str = ""
    locator: Locator = field(default_factory=Locator)
    level: int | None = None
    trust: float = 1.0
    place: CellPlace | None = None
    number: str | None = None
    scanned: bool = False
    look: Look = field(default_factory=Look)
    trim: int = 0
    source: object = None
    start: int = 0


@dataclass(slots=True, eq=False)
class Anchor:
    """A place in a draft. `offset` counts from the draft's untrimmed beginning."""

    draft: Draft
    offset: int

    def position(self, length: int) -> int:
        """Return the offset into the canonical text, whose length is given; the drafts must be assembled."""
        inside = min(max(self.offset - self.draft.trim, 0), len(self.draft.text))
        return min(self.draft.start + inside, length)


@dataclass(slots=True, eq=False)
class DraftMark:
    """A mark between two anchors."""

    kind: MarkKind
    text: str
    start: Anchor
    end: Anchor
    author: str | None = None
    when: datetime | None = None
    resolved: bool = False


def assemble(drafts: list[Draft], marks: list[DraftMark]) -> tuple[str, tuple[Block, ...], tuple[Mark, ...]]:
    """Join drafts by newlines, leaving out the empty ones.

    Args:
        drafts: in reading order; their `start` is filled in.
        marks: anchored in drafts. One in an empty draft falls on the start of the next block.

    Returns:
        The canonical text, its blocks, and its marks in order of their start.
    """
    blocks: list[Block] = []
    texts: list[str] = []
    position = 0
    for draft in drafts:
        draft.start = position
        if not draft.text:
            continue
        end = position + len(draft.text)
        blocks.append(
            Block(
                draft.kind,
                position,
                end,
                draft.locator,
                draft.level,
                draft.trust,
                draft.place,
                draft.number,
                draft.scanned,
            )
        )
        texts.append(draft.text)
        position = end + 1
    text = "\n".join(texts)
    placed = [_place(mark, len(text)) for mark in marks]
    return text, tuple(blocks), tuple(sorted(placed, key=lambda mark: (mark.start, mark.end)))


def _place(mark: DraftMark, length: int) -> Mark:
    start = mark.start.position(length)
    end = mark.end.position(length)
    return Mark(mark.kind, start, max(start, end), mark.text, mark.author, mark.when, mark.resolved)
