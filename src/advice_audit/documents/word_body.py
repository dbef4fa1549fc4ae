"""Walks a part of a Word file in reading order: paragraphs, tables, controls, text boxes."""

from typing import TYPE_CHECKING

from advice_audit.documents.assemble import Anchor, Draft
from advice_audit.documents.headings import bullet_length, count_words
from advice_audit.documents.model import BlockKind, Locator
from advice_audit.documents.tables import GridCell, GridRow, arrange
from advice_audit.documents.word_controls import is_contents, is_placeholder
from advice_audit.documents.word_names import MC, VAL, switched_on, value, w, whole
from advice_audit.documents.word_numbers import Numbering
from advice_audit.documents.word_runs import Piece, Runs, is_shaded
from advice_audit.documents.word_styles import Styles, numbering_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

Path = tuple[int, ...]
_ENDS = (".", "!", "?", ":", ";", "”", '"', "’")
LONGEST_HEADING = 40


class Body:
    """Reads block after block of one part; paragraphs go through `runs`.

    Args:
        runs: the paragraph reader, shared between the parts of a file.
        styles: the file's styles.
        numbering: the file's lists, counted on.
        part: the part's name, for locators.
    """

    def __init__(self, runs: Runs, styles: Styles, numbering: Numbering, part: str) -> None:
        self._runs = runs
        self._styles = styles
        self._numbering = numbering
        self._part = part
        self._tables = 0
        self._level = 0

    def read(self, container: "_Element", path: Path) -> list[Draft]:
        """Return the drafts of everything in a container, whose own index path is given."""
        drafts: list[Draft] = []
        for child, place in self._unwrapped(container, path):
            if child.tag == w("p"):
                drafts.extend(self._paragraph(child, place))
            elif child.tag == w("tbl"):
                drafts.extend(self._table(child, place))
            elif child.tag == w("commentRangeStart"):
                self._runs.range_start(child.get(w("id"), ""), between=True)
            elif child.tag == w("commentRangeEnd"):
                self._runs.range_end(child.get(w("id"), ""))
        return drafts

    def _unwrapped(self, parent: "_Element", path: Path) -> "Iterator[tuple[_Element, Path]]":
        """Yield children with their paths; controls and other wrappers give what is in them."""
        for index, child in enumerate(parent):
            place = (*path, index)
            if child.tag == w("sdt"):
                content = child.find(w("sdtContent"))
                if content is None or is_contents(child):
                    continue
                if is_placeholder(child) and content.find(w("tbl")) is None:
                    self._runs.warnings.add("Some form fields are not filled in.")
                    if content.find(w("tc")) is None:
                        continue
                yield from self._unwrapped(content, (*place, child.index(content)))
            elif child.tag in (w("customXml"), w("smartTag"), w("ins"), w("moveTo")):
                yield from self._unwrapped(child, place)
            elif child.tag == MC + "AlternateContent":
                options = [option for option in child if option.tag == MC + "Choice"] or list(child)
                for option in options[:1]:
                    yield from self._unwrapped(option, (*place, child.index(option)))
            else:
                yield child, place

    def _paragraph(self, paragraph: "_Element", path: Path) -> list[Draft]:
        properties = paragraph.find(w("pPr"))
        style = self._styles[value(properties, "pStyle")]
        draft, raw = self._runs.read(paragraph, Locator(self._part, path), style)
        boxes = self._runs.boxes
        found: list[Draft] = []
        if raw.strip() and not style.contents:
            level, trust = style.level, style.trust
            outline = None if properties is None else properties.find(w("outlineLvl"))
            depth = whole(None if outline is None else outline.get(VAL), 9)
            if 0 <= depth < 9:
                level, trust = depth + 1, max(trust, 0.9)
            numbering = numbering_of(properties, style.numbering)
            if numbering is not None:
                draft.number = self._numbering.label(*numbering)
            if level is not None and count_words(raw) <= LONGEST_HEADING:
                draft.kind, draft.level, draft.trust = BlockKind.HEADING, level, trust
                self._level = self._level if style.title else level
            elif numbering is not None or style.listed:
                draft.kind = BlockKind.LIST_ITEM
            found = _split(draft, raw, self._runs.anchors)
        else:
            found = [draft]
        for box in boxes:
            found.extend(self.read(box, index_path(box)))
        return found

    def _table(self, table: "_Element", path: Path) -> list[Draft]:
        number = self._tables
        self._tables += 1
        rows: list[GridRow] = []
        columns = 1
        level = self._level
        for row, place in self._unwrapped(table, path):
            if row.tag == w("tr"):
                grid = self._row(row, place)
                rows.append(grid)
                columns = max([columns, *(cell.column + cell.span for cell in grid.cells)])
            elif row.tag == w("commentRangeStart"):
                self._runs.range_start(row.get(w("id"), ""), between=True)
            elif row.tag == w("commentRangeEnd"):
                self._runs.range_end(row.get(w("id"), ""))
        return arrange(rows, number, columns, level + 1, self._styles.size)

    def _row(self, row: "_Element", path: Path) -> GridRow:
        properties = row.find(w("trPr"))
        change = None if properties is None else properties.find(w("del"))
        if change is not None:
            self._runs.removed([row], change)
            return GridRow()
        grid = GridRow(repeats=bool(switched_on(properties, "tblHeader")))
        column = max(0, whole(value(properties, "gridBefore")))
        marks = len(self._runs.marks)
        for cell, place in self._unwrapped(row, path):
            if cell.tag != w("tc"):
                continue
            settings = cell.find(w("tcPr"))
            span = max(1, whole(value(settings, "gridSpan"), 1))
            if not _continues(settings):
                grid.cells.append(self._cell(cell, place, column, span, settings))
            column += span
        added = None if properties is None else properties.find(w("ins"))
        texts = [draft for cell in grid.cells for draft in cell.drafts if draft.text]
        if added is not None and texts and len(self._runs.marks) == marks:
            self._runs.added(Anchor(texts[0], 0), added, " ".join(draft.text for draft in texts))
        return grid

    def _cell(self, cell: "_Element", path: Path, column: int, span: int, settings: "_Element | None") -> GridCell:
        tables = self._tables
        drafts = self.read(cell, path)
        shade = None if settings is None else settings.find(w("shd"))
        return GridCell(column, span, drafts, is_shaded(shade), self._tables > tables)


def index_path(element: "_Element") -> Path:
    """Return the indexes that lead from a tree's root to an element."""
    path: list[int] = []
    parent = element.getparent()
    while parent is not None:
        path.append(parent.index(element))
        element, parent = parent, parent.getparent()
    return tuple(reversed(path))


def _continues(settings: "_Element | None") -> bool:
    """Whether a cell goes on with the one above or before it in a merge."""
    for name in ("vMerge", "hMerge"):
        merge = None if settings is None else settings.find(w(name))
        if merge is not None and merge.get(VAL, "continue") == "continue":
            return True
    return False


def _split(draft: Draft, raw: str, anchors: list[Anchor]) -> list[Draft]:
    """Cut a paragraph at line breaks that end a thought; the others become spaces."""
    if "\n" not in raw:
        lead = len(raw) - len(raw.lstrip())
        bullet = 0 if draft.kind is BlockKind.HEADING else bullet_length(raw[lead:])
        if bullet and draft.kind is BlockKind.PARAGRAPH:
            draft.kind = BlockKind.LIST_ITEM
        draft.text, draft.trim = raw[lead + bullet :].strip(), lead + bullet
        return [draft]
    cuts = [0]
    for index, sign in enumerate(raw):
        if sign == "\n" and _ends_thought(raw[cuts[-1] : index], raw[index + 1 :].lstrip(" ")):
            cuts.append(index + 1)
    found = []
    for begin, end in zip(cuts, [*cuts[1:], len(raw) + 1], strict=True):
        piece = draft if begin == 0 else Draft(draft.kind, "", draft.locator, draft.level, draft.trust)
        piece.look = draft.look
        text = raw[begin:end].replace("\n", " ")
        lead = len(text) - len(text.lstrip())
        lead += bullet_length(text[lead:]) if draft.kind is not BlockKind.HEADING else 0
        if lead and bullet_length(text.lstrip()) and piece.kind is BlockKind.PARAGRAPH:
            piece.kind = BlockKind.LIST_ITEM
        piece.text, piece.trim = text[lead:].strip(), begin + lead
        piece.source = draft.source
        found.append(piece)
    for anchor in anchors if len(found) > 1 else ():
        anchor.draft = next(
            d for d, begin in zip(reversed(found), reversed(cuts), strict=True) if anchor.offset >= begin
        )
    return found


def _ends_thought(before: str, after: str) -> bool:
    if not before.strip() or not after.strip() or before.rstrip().endswith(_ENDS) or after.startswith("\n"):
        return True
    return bool(bullet_length(after)) or (len(before) < 60 and not after[0].islower())


__all__ = ["Body", "Piece", "index_path"]
