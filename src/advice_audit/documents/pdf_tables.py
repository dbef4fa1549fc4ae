"""Tables of a PDF page, with rules or told by white columns, as the grid rows that Word's tables become."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from advice_audit.documents.pdf_grids import around, encloses, grids
from advice_audit.documents.pdf_lines import Box, Line, Word, is_label, lines_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

_GUTTER = 10.0


@dataclass(slots=True, eq=False)
class PageCell:
    """A cell on one page: its lines, where its text may run to, and tables drawn inside it."""

    column: int
    span: int
    lines: list[Line]
    right: float
    shaded: bool = False
    tables: "list[PageTable]" = field(default_factory=list)


@dataclass(slots=True, eq=False)
class PageTable:
    """A table on one page. `edges` are the x of its column borders, `tops` the y where its rows begin."""

    top: float
    bottom: float
    edges: list[float]
    page: int
    rows: list[list[PageCell]] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)


def ruled_tables(page: "Page", words: list[Word], number: int) -> tuple[list[PageTable], list[Word]]:
    """Return the page's tables with rules, those inside others in their cells, and the words outside them.

    Args:
        page: as pdfplumber gives it.
        words: all words of the page.
        number: the page's number from 1.
    """
    if len(page.rects) + len(page.lines) + len(page.curves) < 3:
        return [], words
    found: list[tuple[PageTable, list[Box]]] = []
    rest = words
    for boxes in grids([table.cells for table in page.find_tables()]):
        bbox = around(boxes)
        inside = [word for word in rest if _within(word, bbox)]
        cells = [cell for cell in boxes if any(_within(word, cell) for word in inside)]
        nested = sum(
            any(encloses(cell, (t.edges[0], t.top, t.edges[-1], t.bottom)) for cell in boxes) for t, _ in found
        )
        if not (len(cells) > 1 or (nested and len(boxes) > 1) or (cells and len(inside) < 0.7 * len(words))):
            continue
        found.append((_page_table(page, boxes, bbox, inside, number), boxes))
        taken = {id(word) for word in inside}
        rest = [word for word in rest if id(word) not in taken]
    outer = [table for index, (table, _) in enumerate(found) if not _nest(table, found[index + 1 :])]
    return sorted(outer, key=lambda table: table.top), rest


def _nest(table: PageTable, larger: list[tuple[PageTable, list[Box]]]) -> bool:
    """Put a table into the cell that it stands in, where there is one."""
    bbox = (table.edges[0], table.top, table.edges[-1], table.bottom)
    for above, boxes in larger:
        for box in boxes:
            if encloses(box, bbox):
                column, row = _nearest(above.edges, box[0]), _nearest(above.tops, box[1])
                cell = next((cell for cell in above.rows[row] if cell.column == column), None)
                if cell is not None:
                    cell.tables.append(table)
                    return True
    return False


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _page_table(page: "Page", boxes: list[Box], bbox: Box, words: list[Word], number: int) -> PageTable:
    edges = _merged(sorted(x for box in boxes for x in (box[0], box[2])))
    tops = _merged(sorted(box[1] for box in boxes))
    fills = [rect for rect in page.rects if rect.get("fill") and _is_coloured(rect.get("non_stroking_color"))]
    table = PageTable(bbox[1], bbox[3], edges, number, [[] for _ in tops], tops)
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        inside = lines_of([word for word in words if _within(word, box)], number)
        column, last = _nearest(edges, box[0]), _nearest(edges, box[2])
        left = min((line.x0 for line in inside), default=box[0])
        right = box[2] - min(max(left - box[0], 2.0), 9.0)
        shaded = any(
            fill["x0"] <= box[0] + 3
            and fill["x1"] >= box[2] - 3
            and fill["top"] <= box[1] + 3
            and fill["bottom"] >= box[3] - 3
            for fill in fills
        )
        table.rows[_nearest(tops, box[1])].append(PageCell(column, max(1, last - column), inside, right, shaded))
    return table


def _merged(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in values:
        if not found or value - found[-1] > 3:
            found.append(value)
    return found


def _nearest(values: list[float], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))


def _is_coloured(colour: object) -> bool:
    if isinstance(colour, (int, float)):
        return colour < 0.99
    if isinstance(colour, (tuple, list)):
        if len(colour) == 4:
            return any(part > 0.01 for part in colour)
        return bool(colour) and any(part < 0.99 for part in colour)
    return False


def segments(line: Line) -> list[list[Word]]:
    """Cut a line where the space is wider than any between words."""
    found = [[line.words[0]]]
    for index, word in enumerate(line.words[1:], 1):
        after_label = index == 1 and is_label(line.words[0].text)
        if not after_label and word.x0 - found[-1][-1].x1 > max(_GUTTER, 1.1 * word.size):
            found.append([])
        found[-1].append(word)
    return found


def white_columns(lines: list[Line]) -> list[tuple[int, int, list[float]]]:
    """Return runs of lines that leave the same upright strips white: first, past the last, and the strips' middles."""
    found: list[tuple[int, int, list[float]]] = []
    index = 0
    while index < len(lines):
        strips = _strips(segments(lines[index]))
        end, last = index + 1, index + 1
        kept = strips
        while strips and end < len(lines) and lines[end].top - lines[end - 1].bottom < 3.0 * lines[end].size:
            narrowed = _narrow(strips, lines[end])
            if not narrowed:
                break
            strips = narrowed
            end += 1
            if _sides(lines[end - 1], strips) > 1 or lines[end - 1].x0 > strips[0][0]:
                last, kept = end, strips
        both = sum(_sides(line, kept) > 1 for line in lines[index:last]) if kept else 0
        if both >= 2 and last - index >= 2:
            found.append((index, last, [(a + b) / 2 for a, b in kept]))
            index = last
        else:
            index += 1
    return found


def _strips(parts: list[list[Word]]) -> list[tuple[float, float]]:
    return [(a[-1].x1, b[0].x0) for a, b in pairwise(parts)]


def _narrow(strips: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    narrowed = []
    for low, high in strips:
        for part in segments(line):
            left, right = part[0].x0, part[-1].x1
            if right <= low or left >= high:
                continue
            if left <= low:
                low = max(low, right)
            else:
                high = min(high, left)
        if high - low >= _GUTTER * 0.8:
            narrowed.append((low, high))
    return narrowed


def _sides(line: Line, strips: list[tuple[float, float]]) -> int:
    return len({sum(word.x0 >= (low + high) / 2 for low, high in strips) for word in line.words})


def split_columns(lines: list[Line], middles: list[float]) -> list[list[Line]]:
    """Return each column's lines."""
    columns: list[list[Line]] = [[] for _ in range(len(middles) + 1)]
    for line in lines:
        parts: dict[int, list[Word]] = {}
        for word in line.words:
            parts.setdefault(sum(word.x0 >= middle for middle in middles), []).append(word)
        for column, words in parts.items():
            columns[column].append(Line(words, line.page))
    return columns


def are_prose_columns(columns: list[list[Line]], rows: int) -> bool:
    """Return whether columns are running text side by side rather than the cells of a table."""
    if rows < 6:
        return False
    for column in columns:
        width = max((line.x1 for line in column), default=0) - min((line.x0 for line in column), default=0)
        full = sum(line.x1 - line.x0 > 0.75 * width for line in column)
        if len(column) < 0.6 * rows or full < 0.55 * len(column):
            return False
    return True


def unruled_table(lines: list[Line], middles: list[float]) -> PageTable:
    """Make a table of lines that stand in white-edged columns; a row begins where the left column does."""
    table = PageTable(lines[0].top, lines[-1].bottom, middles, lines[0].page)
    columns = len(middles) + 1
    gaps = sorted(b.top - a.bottom for a, b in pairwise(lines))
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    right = [*(middle - 5 for middle in middles), max(line.x1 for line in lines)]
    before: Line | None = None
    left_before: list[Line] = []
    for line in lines:
        parts = split_columns([line], middles)
        wide = before is None or line.top - before.bottom > usual + 0.35 * line.size
        if before is None or (
            parts[0] and (wide or not left_before or _had_room(left_before[-1], parts[0][0], right[0]))
        ):
            table.rows.append([PageCell(column, 1, [], right[column]) for column in range(columns)])
        for column, part in enumerate(parts):
            table.rows[-1][column].lines.extend(part)
        before, left_before = line, parts[0]
    return table


def _had_room(above: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line above, so that it begins something new."""
    first = line.words[0]
    return right - above.x1 > first.x1 - first.x0 + 0.3 * first.size + 1.0
