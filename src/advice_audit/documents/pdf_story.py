"""Pages put together: paragraphs and tables that run on over a page's end are made whole."""

from dataclasses import dataclass, field

from advice_audit.documents.assemble import Draft
from advice_audit.documents.pdf_lines import Hyphens, Line, Paragraph, draft_of, paragraphs_of, runs_on
from advice_audit.documents.pdf_tables import (
    PageCell,
    PageTable,
    are_prose_columns,
    split_columns,
    unruled_table,
    white_columns,
)
from advice_audit.documents.tables import GridCell, GridRow, arrange


@dataclass(slots=True, eq=False)
class CellText:
    """A cell with its paragraphs and the tables inside it, perhaps gathered from two pages."""

    cell: PageCell
    flows: "list[Flow]"


@dataclass(slots=True, eq=False)
class Flow:
    """A paragraph outside tables, or a table (then `rows`), in reading order."""

    paragraph: Paragraph | None = None
    right: float = 0.0
    edges: list[float] = field(default_factory=list)
    rows: list[list[CellText]] = field(default_factory=list)


class Story:
    """Takes page after page and gives the drafts of the whole.

    Args:
        hyphens: decides about hyphens at line ends.
    """

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._flows: list[Flow] = []
        self._tables = 0

    def page(self, lines: list[Line], tables: list[PageTable]) -> None:
        """Take a page's lines outside ruled tables, and those tables."""
        pieces: list[tuple[float, list[Flow]]] = [(table.top, [_table_flow(table)]) for table in tables]
        # Lines between two tables are laid out by themselves: a table in between ends a run of columns.
        borders = [table.top for table in tables]
        groups: dict[int, list[Line]] = {}
        for line in lines:
            groups.setdefault(sum(line.top > border for border in borders), []).append(line)
        right = max((line.x1 for line in lines), default=0.0)
        for group in groups.values():
            pieces.append((group[0].top, _text_flows(group, right)))
        page_flows = [flow for _, flows in sorted(pieces, key=lambda piece: piece[0]) for flow in flows]
        if page_flows and self._flows and _carries_on(self._flows[-1], page_flows[0]):
            page_flows = page_flows[1:]
        self._flows.extend(page_flows)

    def finish(self) -> list[Draft]:
        """Return all drafts in reading order."""
        return self._drafts(self._flows)

    def _drafts(self, flows: list[Flow]) -> list[Draft]:
        drafts: list[Draft] = []
        for flow in flows:
            if flow.paragraph is not None:
                drafts.append(draft_of(flow.paragraph, self._hyphens, flow.right))
                continue
            number = self._tables
            self._tables += 1
            rows = [GridRow([self._cell(cell) for cell in row]) for row in flow.rows]
            columns = max((cell.column + cell.span for row in rows for cell in row.cells), default=1)
            drafts.extend(arrange(rows, number, columns, 1, None))
        return drafts

    def _cell(self, text: CellText) -> GridCell:
        nested = any(flow.paragraph is None for flow in text.flows)
        return GridCell(text.cell.column, text.cell.span, self._drafts(text.flows), text.cell.shaded, nested)


def _carries_on(last: Flow, first: Flow) -> bool:
    """Join what a page's end cut; return whether the page's first piece has been taken in."""
    if last.paragraph is not None and first.paragraph is not None:
        return _join(last.paragraph, first.paragraph, last.right)
    if not last.rows or not first.rows or not _same_columns(last, first):
        return False
    if len(last.edges) != len(first.edges):
        # A page shows only the borders that its own rows have.
        edges = _united([*last.edges, *first.edges])
        _regrid(last, edges)
        _regrid(first, edges)
    above, below = last.rows[-1], first.rows[0]
    if _continues(above, below):
        for upper, lower in zip(above, below, strict=True):
            rest = lower.flows
            if upper.flows and rest and _carries_on(upper.flows[-1], rest[0]):
                rest = rest[1:]
            upper.flows.extend(rest)
        first.rows = first.rows[1:]
    last.rows.extend(first.rows)
    return True


def _united(edges: list[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > 4:
            found.append(edge)
    return found


def _regrid(flow: Flow, edges: list[float]) -> None:
    """Number a table's columns anew, by borders that are more than its own."""

    def nearest(x: float) -> int:
        return min(range(len(edges)), key=lambda index: abs(edges[index] - x))

    cells = [text.cell for row in flow.rows for text in row]
    if any(cell.column + cell.span >= len(flow.edges) for cell in cells):
        return  # Columns without rules are told by the white between them, not by borders.
    for cell in cells:
        first, last = nearest(flow.edges[cell.column]), nearest(flow.edges[cell.column + cell.span])
        cell.column, cell.span = first, max(1, last - first)
    flow.edges = edges


def _table_flow(table: PageTable) -> Flow:
    rows = [[CellText(cell, _cell_flows(cell)) for cell in row] for row in table.rows if row]
    return Flow(edges=table.edges, rows=[row for row in rows if any(cell.flows for cell in row)])


def _cell_flows(cell: PageCell) -> list[Flow]:
    """Return a cell's paragraphs and tables from top to bottom."""
    flows: list[Flow] = []
    lines = cell.lines
    for table in sorted(cell.tables, key=lambda table: table.top):
        above = [line for line in lines if line.top <= table.top]
        lines = lines[len(above) :]
        flows.extend(Flow(paragraph, cell.right) for paragraph in paragraphs_of(above, cell.right))
        flows.append(_table_flow(table))
    flows.extend(Flow(paragraph, cell.right) for paragraph in paragraphs_of(lines, cell.right))
    return flows


def _text_flows(lines: list[Line], right: float) -> list[Flow]:
    flows: list[Flow] = []
    at = 0
    for first, end, middles in [*white_columns(lines), (len(lines), len(lines), [])]:
        flows.extend(Flow(paragraph, right) for paragraph in paragraphs_of(lines[at:first], right))
        part = lines[first:end]
        if not part:
            break
        columns = split_columns(part, middles)
        if are_prose_columns(columns, len(part)):
            for column in columns:
                edge = max(line.x1 for line in column)
                flows.extend(Flow(paragraph, edge) for paragraph in paragraphs_of(column, edge))
        else:
            flows.append(_table_flow(unruled_table(part, middles)))
        at = end
    return flows


def _join(upper: Paragraph, lower: Paragraph, right: float) -> bool:
    """Join a paragraph cut by a page's end, if it goes on mid-sentence."""
    last, line = upper.lines[-1], lower.lines[0]
    moved = Line([*line.words], last.page)
    ends = last.text.rstrip("”\"’')").endswith((".", "!", "?", ":"))
    close = runs_on([*upper.lines[:-1], last], _raised(moved, last), right, 2.0)
    if not close or (ends and not line.words[0].text[0].islower()):
        return False
    upper.lines.extend(lower.lines)
    return True


def _raised(line: Line, above: Line) -> Line:
    """The line as if it stood right below another."""
    from dataclasses import replace

    shift = above.bottom + 1 - line.top
    return Line([replace(word, top=word.top + shift, bottom=word.bottom + shift) for word in line.words], line.page)


def _same_columns(last: Flow, first: Flow) -> bool:
    if len(last.edges) != len(first.edges):
        return bool(
            last.edges
            and first.edges
            and abs(last.edges[0] - first.edges[0]) < 4
            and abs(last.edges[-1] - first.edges[-1]) < 4
        )
    return all(abs(a - b) < 4 for a, b in zip(last.edges, first.edges, strict=True))


def _continues(above: list[CellText], below: list[CellText]) -> bool:
    """Whether a row goes on over the page: its cells match, and one is empty or begins mid-sentence."""
    if [cell.cell.column for cell in above] != [cell.cell.column for cell in below]:
        return False
    if len(below) > 1 and not below[0].flows and above[0].flows:
        return True
    signs = [
        _goes_on(upper.flows[-1:], lower.flows[0]) for upper, lower in zip(above, below, strict=True) if lower.flows
    ]
    return sum(signs) > 0


def _goes_on(upper: list[Flow], lower: Flow) -> int:
    """Return 1 if a cell's text seems to go on over the page, -1 if something new seems to begin, 0 if neither."""
    if not upper:
        return -1
    if lower.paragraph is None or upper[0].paragraph is None:
        return 0
    ended = upper[0].paragraph.lines[-1].text.rstrip("”\"’')").endswith((".", "!", "?", ":"))
    if lower.paragraph.lines[0].words[0].text[0].islower():
        return 0 if ended else 1
    return 0 if ended else -1
