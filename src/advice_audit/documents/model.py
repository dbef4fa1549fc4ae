r"""What a reader hands on: one canonical text, and spans of it.

Every offset is a half-open range of characters into `Document.text`. Blocks do not overlap, stand in
reading order, and are joined by a single newline, so `text == "\n".join(block texts)`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


class BlockKind(StrEnum):
    """What a block is in the file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"


class MarkKind(StrEnum):
    """Traces of work in progress that a reader found."""

    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    FORMAT = "format"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell block stands.

    Table number in the document (nested tables get their own), row and column from 0, columns spanned, and
    whether its row is the header row (first row of labels, or marked so).
    """

    table: int
    row: int
    column: int
    span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Locator:
    """Leads from a block back into the file.

    Word: `part` is the part's name in the package, `path` the index path of the `w:p` in that part's tree.
    PDF: `page` from 1 and `boxes`, one (x0, top, x1, bottom) in points a line. Text: `line` from 1.
    """

    part: str | None = None
    path: tuple[int, ...] = ()
    page: int | None = None
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's worth of text.

    `level` is a heading's depth (1 is highest) and `trust` how sure the reader is that it is a heading
    (1.0 a heading style, about 0.6 a short bold paragraph or a table's label cell). A multi-paragraph cell
    gives one block a paragraph, all with the same `place`. `number` is a list label that Word generates.
    `scanned` marks words read off a picture, whose letters may be wrong.
    """

    kind: BlockKind
    start: int
    end: int
    locator: Locator = field(default_factory=Locator)
    level: int | None = None
    trust: float = 1.0
    place: CellPlace | None = None
    number: str | None = None
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change or a comment.

    `text` is the inserted or deleted words, or what the comment says. A deletion is not in the canonical
    text, so `start == end` there. A comment spans the words it is anchored to.
    """

    kind: MarkKind
    start: int
    end: int
    text: str
    author: str | None = None
    when: datetime | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself."""

    title: str | None = None
    author: str | None = None
    created: date | None = None
    modified: date | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One advice as read. `sha256` is of the file's bytes; `warnings` are plain lines for a person."""

    path: Path
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    properties: Properties = field(default_factory=Properties)
    warnings: tuple[str, ...] = ()

    def block_text(self, block: Block) -> str:
        """Return the words of a block."""
        return self.text[block.start : block.end]

    def is_scanned(self, start: int | None, end: int | None) -> bool:
        """Return whether any of these words, or of the whole document if None, was read off a picture."""
        first, last = (0, len(self.text)) if start is None or end is None else (start, end)
        return any(block.scanned and block.start < last and first < block.end for block in self.blocks)
