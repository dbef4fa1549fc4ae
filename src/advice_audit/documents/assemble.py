"""Readers describe blocks one by one as drafts; this joins them to the canonical text."""

from dataclasses import dataclass, field
from datetime import datetime

from advice_audit.documents.model import Block, BlockKind, CellPlace, Locator, Mark, MarkKind


@dataclass(slots=True)
class DraftMark:
    """A mark whose ends are offsets into drafts, each a pair of draft and offset in its text."""

    kind: MarkKind
    text: str
    first: "Draft"
    start: int
    last: "Draft"
    end: int
    author: str | None = None
    when: datetime | None = None
    resolved: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """A block before its place in the text is known. `start` is set by `assemble`."""

    kind: BlockKind
    text: str
    locator: Locator = field(default_factory=Locator)
    level: int | None = None
    trust: float = 1.0
    place: CellPlace | None = None
    number: str | None = None
    start: int = 0


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
            Block(draft.kind, position, end, draft.locator, draft.level, draft.trust, draft.place, draft.number)
        )
        texts.append(draft.text)
        position = end + 1
    text = "\n".join(texts)
    placed = [_place(mark, len(text)) for mark in marks]
    return text, tuple(blocks), tuple(sorted(placed, key=lambda mark: (mark.start, mark.end)))


def _place(mark: DraftMark, length: int) -> Mark:
    start = min(mark.first.start + min(mark.start, len(mark.first.text)), length)
    end = min(mark.last.start + min(mark.end, len(mark.last.text)), length)
    return Mark(mark.kind, start, max(start, end), mark.text, mark.author, mark.when, mark.resolved)
