"""Tables of any format: header rows, merged rows and label cells that head a section, reading order."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from advice_audit.documents.assemble import Draft
from advice_audit.documents.headings import (
    FACTS,
    MOST_MARKED,
    count_words,
    is_fact,
    is_prose,
    look_trust,
    reads_as_heading,
)
from advice_audit.documents.model import BlockKind, CellPlace

LONG_ANSWER = 25
MOST_IN_GROUP = 6
_FORM_HEADER = re.compile(
    r"^(?:questions?|answers?|sections?|responses?|information|fields?|entry|details?"
    r"|comments?|headings?|content|prompts?|guidance(?: notes?)?|notes for completion|what to include"
    r"|ref(?:erence)?|no|number|item|areas?|topics?"
    r"|your (?:answer|response)|social care (?:response|comments?))$", re.I)  # fmt: skip
_VIEWS = re.compile(
    r"\b(?:views?|wishes|feelings|hopes|aspirations?|says?|words|voice|strengths?|worries|worried"
    r"|working well|going well|tells us|told us)\b", re.I)  # fmt: skip
_MATTER = re.compile(
    r"\b(?:who|when|how|provi\w+|outcomes?|frequency|actions?|by whom|date|source|evidence"
    r"|needs?|impact|support|services?)\b", re.I)  # fmt: skip
_PROMPT = re.compile(r"^(?:prompts?|guidance|notes|what to include)\b", re.I)
_NUMBER_ONLY = re.compile(
    r"^(?:section |part |box |question )?(?:[a-z]{0,3}[ -]?\d{1,2}|[a-z])(?:\.\d{1,2})*[a-z]?[.):]?$", re.I
)


@dataclass(slots=True, eq=False)
class GridCell:
    """A cell as read: its paragraphs, those of nested tables among them, in order."""

    column: int
    span: int
    drafts: list[Draft]
    shaded: bool = False
    nested: bool = False
    own: list[Draft] = field(init=False)
    words: int = field(init=False)

    def __post_init__(self) -> None:
        """Note the cell's own paragraphs that hold text, and its words, those of nested tables counted too."""
        self.own = [draft for draft in self.drafts if draft.text and draft.place is None]
        self.words = sum(count_words(draft.text) for draft in self.drafts)

    @property
    def marked(self) -> bool:
        """Whether the cell is bold or shaded, as labels are."""
        own = self.own
        return bool(own) and (self.shaded or own[0].look.bold or own[0].look.capitals)


@dataclass(slots=True, eq=False)
class GridRow:
    """A row as read; `repeats` is set where the file itself marks it as a header row."""

    cells: list[GridCell] = field(default_factory=list)
    repeats: bool = False

    @property
    def filled(self) -> list[GridCell]:
        """Cells that hold text."""
        return [cell for cell in self.cells if cell.words]


def arrange(rows: list[GridRow], table: int, columns: int, level: int, body: float | None) -> list[Draft]:
    """Return a table's drafts in reading order, each with its place, labels that head sections as headings.

    Args:
        rows: as read.
        table: the table's number in the document.
        columns: how many columns its grid has.
        level: the heading level that the table's own headings begin with.
        body: size of the running text in points, where known.
    """
    header = _header_rows(rows)
    for index, row in enumerate(rows):
        for cell in row.cells:
            place = CellPlace(table, index, cell.column, cell.span, index in header)
            for draft in cell.drafts:
                if draft.place is None:
                    draft.place = place
                    if draft.kind is BlockKind.PARAGRAPH:
                        draft.kind = BlockKind.CELL
    form = not header or all(_is_form_header(rows[index]) for index in header)
    if side_by_side := _side_by_side(rows, header, level):
        return side_by_side
    headed = _full_width_headings(rows, header, columns, level)
    if form:
        _label_headings(rows, header, table, level + 1 if headed else level)
        _cell_headings(rows, table, level + 1, body)
    return [draft for row in rows for cell in row.cells for draft in cell.drafts]


def _make_heading(draft: Draft, level: int, trust: float) -> None:
    if draft.kind is not BlockKind.HEADING:
        draft.kind, draft.level, draft.trust = BlockKind.HEADING, level, trust


def _header_rows(rows: list[GridRow]) -> set[int]:
    """Return the indexes of header rows: marked so, or a first row of labels; and its repetitions."""
    found = {index for index, row in enumerate(rows) if row.repeats and len(row.filled) > 1}
    if not found and len(rows) > 1 and _is_label_row(rows[0], rows[1:]):
        found = {0}
    texts = {_row_text(rows[index]) for index in found}
    found |= {index for index, row in enumerate(rows) if texts and _row_text(row) in texts}
    return found


def _row_text(row: GridRow) -> tuple[str, ...]:
    return tuple(" ".join(draft.text for draft in cell.own).casefold() for cell in row.cells)


def _is_label_row(row: GridRow, others: list[GridRow]) -> bool:
    cells = row.filled
    if len(cells) < 2 or len(cells) < len(row.cells) - 1 or any(cell.nested or cell.words > 10 for cell in cells):
        return False
    if any(
        not reads_as_heading(cell.own[0].text, marked=cell.marked) or len(cell.own) > 2 for cell in cells if cell.own
    ):
        return False
    if cells[0].own and _NUMBER_ONLY.match(cells[0].own[0].text):
        return False
    if len(cells) == 2 and FACTS.match(cells[0].own[0].text) and not _is_form_header(row):
        return False
    alike = [other for other in others if len(other.cells) == len(row.cells)]
    if not alike:
        return False
    if all(cell.marked for cell in cells):
        return not all(all(cell.marked for cell in other.filled) for other in alike)
    plain = not any(any(sign.isdigit() for sign in cell.own[0].text) for cell in cells)
    prose = any(cell.words > 8 for other in alike for cell in other.cells)
    return plain and prose and len(cells) > 2 and all(cell.words <= 5 for cell in cells)


def _is_form_header(row: GridRow) -> bool:
    return all(cell.own and _FORM_HEADER.match(cell.own[0].text.rstrip(":.")) for cell in row.filled) or all(
        cell.words and _FORM_HEADER.match(" ".join(d.text for d in cell.drafts).rstrip(":.")) for cell in row.filled
    )


def _side_by_side(rows: list[GridRow], header: set[int], level: int) -> list[Draft]:
    """Columns that are sections of their own ("Theo's views | Parents' views") read one after the other."""
    if header != {0} or not 2 <= len(rows) <= 4:
        return []
    heads = rows[0].cells
    labels = [cell.own for cell in heads]
    same = all([c.column for c in row.cells] == [c.column for c in heads] for row in rows)
    if not same or not all(labels) or len(heads) not in (2, 3):
        return []
    if any(_MATTER.search(label[0].text) for label in labels):
        return []
    views = all(_VIEWS.search(label[0].text) for label in labels) and all(cell.words >= 8 for cell in rows[1].cells)
    texts = len(rows) == 2 and all(cell.words >= 30 for cell in rows[1].cells)
    if not views and not texts:
        return []
    found: list[Draft] = []
    for index, label in enumerate(labels):
        _make_heading(label[0], level, 0.6)
        for row in rows:
            found.extend(row.cells[index].drafts)
    return found


def _full_width_headings(rows: list[GridRow], header: set[int], columns: int, level: int) -> bool:
    """Make short full-width rows head the rows under them; return whether there are any."""
    titled = [None if index in header else _title_cell(row, columns) for index, row in enumerate(rows)]
    formatted = any(cell.marked for cell in titled if cell)
    found = False
    for cell, row, following in zip(titled, rows, rows[1:], strict=False):
        first = _first_own(cell) if cell and not cell.nested else None
        if cell is None or first is None or cell.words > 70 or formatted != cell.marked:
            continue
        if not reads_as_heading(first.text, MOST_MARKED if cell.marked else 12, marked=cell.marked):
            continue
        below = _title_cell(following, columns)
        if not any(c.words for c in following.cells) or (len(row.cells) > 1 and below is None and not cell.marked):
            continue
        if columns == 1 and not cell.marked and following.cells[0].words < 8:
            continue
        if not cell.marked and below is not None and below.own and not is_prose(below.own[0].text):
            continue
        _make_heading(first, level, 0.75 if cell.marked else 0.6)
        found = True
    return found


def _title_cell(row: GridRow, columns: int) -> GridCell | None:
    """The one cell of a row merged over the whole width, but for a cell with its number."""
    cells = row.cells
    if (
        len(cells) == 2
        and cells[0].own
        and _NUMBER_ONLY.match(cells[0].own[0].text)
        and cells[1].column + cells[1].span >= columns
    ):
        return cells[1] if cells[1].span > 1 else None
    if len(cells) != 1 or not (cells[0].span >= columns or columns == 1):
        return None
    return cells[0]


def _first_own(cell: GridCell) -> Draft | None:
    """The paragraph that a cell opens with, unless a nested table stands there."""
    texts = [draft for draft in cell.drafts if draft.text]
    return texts[0] if texts else None


def _label_headings(rows: list[GridRow], header: set[int], table: int, level: int) -> None:
    """Make the left cell of "label | long answer" rows the heading of its answer."""
    seen: list[bool] = []
    prompts = {c.column for index in header for c in rows[index].filled if c.own and _PROMPT.match(c.own[0].text)}
    # A first cell merged down over several rows names a group of questions.
    grouped = any(row.cells and row.cells[0].column > 0 for row in rows)
    for index, row in enumerate(rows):
        pair = None if index in header else _label_and_answer(row, prompts, grouped)
        if pair is None:
            continue
        label, answer = pair
        first = _first_own(label)
        if first is None or first.place is None or first.place.table != table or label.nested:
            continue
        long_label = label.marked or first.text.endswith("?")
        if (
            not _reads_as_label(first.text, 25 if long_label or len(rows) == 1 else 12, label.marked)
            or label.words > 90
        ):
            continue
        paragraphs = len([draft for draft in answer.drafts if draft.text])
        long = answer.words >= LONG_ANSWER or answer.nested or (paragraphs > 1 and answer.words >= 12)
        if label.words > answer.words and not long_label and len(rows) > 1:
            continue
        if long:
            _make_heading(first, level, 0.6 if label.marked else 0.5)
            seen.append(label.marked)
        elif _is_short_answer(label, answer, label.marked in seen or len(rows) == 1):
            _make_heading(first, level, 0.45 if label.marked in seen else 0.4)


def _label_and_answer(row: GridRow, prompts: set[int], grouped: bool) -> tuple[GridCell, GridCell] | None:
    """Return the two cells of a row that are a label and its answer, beside a number, a group's name or a prompt."""
    cells = [cell for cell in row.cells if cell.column not in prompts]
    if len(cells) == 3 and cells[0].own:
        number = _NUMBER_ONLY.match(cells[0].own[0].text)
        cells = cells[1:] if number or (grouped and cells[0].words <= MOST_IN_GROUP) else cells
    return (cells[0], cells[1]) if len(cells) == 2 and cells[0].words and cells[1].words else None


def _reads_as_label(text: str, most_words: int, marked: bool) -> bool:
    return reads_as_heading(text.rstrip(".:"), most_words, marked=marked) and not is_fact(text, marked=marked)


def _is_short_answer(label: GridCell, answer: GridCell, among_sections: bool) -> bool:
    """Whether a short answer is still a section's text and no fact: a sentence, or one among sections."""
    if FACTS.match(label.drafts[0].text):
        return False
    ends = answer.drafts[-1].text.endswith(".")
    return answer.words >= (5 if among_sections else 12) or (ends and answer.words >= (1 if among_sections else 8))


def _cell_headings(rows: list[GridRow], table: int, level: int, body: float | None) -> None:
    """Find short marked lines that head the text under them in the same cell."""
    for row in rows:
        if len(row.cells) > 3:
            continue
        for cell in row.cells:
            texts = [draft for draft in cell.drafts if draft.text]
            for draft, following in pairwise(texts):
                mine = draft.place is not None and draft.place.table == table and draft.kind is BlockKind.CELL
                same = following.place is not None and following.place.table == table
                ready = mine and following.kind is not BlockKind.HEADING and not (same and following.look.bold)
                if (
                    ready
                    and reads_as_heading(draft.text, MOST_MARKED, marked=True)
                    and (trust := look_trust(draft, body))
                ):
                    _make_heading(draft, level, min(trust, 0.65))
