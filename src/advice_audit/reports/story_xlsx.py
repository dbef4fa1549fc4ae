"""A story as a workbook: a sheet of what matters, then each table with frozen headings, filters and colours.

Text is only ever text: nothing that begins with "=" becomes a formula, nothing a link, nothing a number.
"""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from advice_audit.reports.interface import Output
from advice_audit.reports.story import Bullets, Cell, Column, Story, Table
from advice_audit.reports.term_model import GradeCounts, VerdictCounts
from advice_audit.reports.words import GRADES

_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "d mmmm yyyy",
}
_VERDICTS = (("met", "met"), ("partly_met", "partly met"), ("not_met", "not met"), ("not_applicable", "does not apply"))
_COLOURS = {
    "Outstanding": ("#D3EAD9", "#174D2D"),
    "Good": ("#E3F1E7", "#1A6A3B"),
    "Requires improvement": ("#FBEED3", "#855300"),
    "Inadequate": ("#FBE3DF", "#A1261F"),
    "Overdue": ("#FBE3DF", "#A1261F"),
    "Done": ("#E3F1E7", "#1A6A3B"),
}
_LONGEST = 31
"""Characters that Excel allows in a sheet's name."""
Plain = str | int | float | date | None


def render_xlsx(story: Story) -> list[Output]:
    """Return the report as a workbook."""
    from xlsxwriter import Workbook

    page = BytesIO()
    book = Workbook(page, _SAFE)
    book.set_properties({"title": story.title, "subject": story.subtitle, "author": "advice-audit"})
    looks = _looks(book)
    _front(book, story, looks)
    for table in story.tables():
        _sheet(book, table, looks)
    book.close()
    return [Output(f"{story.file}.xlsx", page.getvalue())]


def _looks(book: Any) -> dict[str, Any]:
    cell = {"valign": "top", "text_wrap": True}
    looks = {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "quiet": book.add_format({"font_color": "#4D5A68", **cell}),
        "urgent": book.add_format({"bold": True, "font_color": "#A1261F", "bg_color": "#FBE3DF", "border": 2, **cell}),
        "bold": book.add_format({"bold": True, **cell}),
        "head": book.add_format({"bold": True, "bg_color": "#E6EBEC", "bottom": 1, **cell}),
        "text": book.add_format(cell),
        "date": book.add_format({"num_format": "d mmm yyyy", "align": "left", **cell}),
    }
    for name, (ground, ink) in _COLOURS.items():
        looks[name] = book.add_format({"bg_color": ground, "font_color": ink})
    return looks


def _front(book: Any, story: Story, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Summary")
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, story.title, looks["title"])
    sheet.write_string(1, 0, story.subtitle, looks["bold"])
    lines: list[tuple[str, str, str]] = []
    if story.urgent:
        lines += [(story.urgent.title if n == 0 else "", item, "urgent") for n, item in enumerate(story.urgent.items)]
    lines += [(name, value, "text") for name, value in story.facts]
    for block in story.chapters[0].blocks:
        if isinstance(block, Bullets):
            title = story.chapters[0].title
            lines += [(title if n == 0 else "", item, "text") for n, item in enumerate(block.items)]
    lines += [("", line, "quiet") for line in story.foot]
    for row, (name, value, look) in enumerate(lines, start=3):
        sheet.write_string(row, 0, name, looks["urgent" if look == "urgent" else "bold"])
        sheet.write_string(row, 1, value, looks[look])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _sheet(book: Any, table: Table, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(_free(book, table.sheet))
    columns, rows = flat(table)
    for place, (name, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, looks["head"])
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, (number, place), cell, looks)
    last = max(len(rows), 1)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    _colours(sheet, columns, last, looks)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _free(book: Any, name: str) -> str:
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    name = name[:_LONGEST]
    number = 2
    free = name
    while free.casefold() in taken:
        free = f"{name[: _LONGEST - 3]} {number}"
        number += 1
    return free


def _write(sheet: Any, place: tuple[int, int], cell: Plain, looks: dict[str, Any]) -> None:
    if cell is None:
        sheet.write_blank(*place, None, looks["text"])
    elif isinstance(cell, date):
        sheet.write_datetime(*place, datetime(cell.year, cell.month, cell.day), looks["date"])
    elif isinstance(cell, str):
        sheet.write_string(*place, cell, looks["text"])
    else:
        sheet.write_number(*place, cell, looks["text"])


def _colours(sheet: Any, columns: Sequence[tuple[str, int]], last: int, looks: dict[str, Any]) -> None:
    width = len(columns) - 1
    for name in _COLOURS:
        rule = {"type": "cell", "criteria": "==", "value": f'"{name}"', "format": looks[name]}
        sheet.conditional_format(1, 0, last, width, rule)
    for place, (name, _) in enumerate(columns):
        if name.endswith(("not met", "partly met", "inadequate", "requires improvement", "Late")):
            look = looks["Inadequate" if name.endswith(("not met", "inadequate", "Late")) else "Requires improvement"]
            sheet.conditional_format(
                1, place, last, place, {"type": "cell", "criteria": ">", "value": 0, "format": look}
            )


def flat(table: Table) -> tuple[list[tuple[str, int]], list[list[Plain]]]:
    """Return a table as plain columns (name, width in characters) and rows: counts in a column each, groups as a column."""
    grouped = len(table.full) < len(table.rows)
    columns: list[tuple[str, int]] = [("Group", 18)] if grouped else []
    for column in table.columns:
        columns += _columns(column)
    rows: list[list[Plain]] = []
    group = ""
    for row in table.rows:
        if isinstance(row, str):
            group = row
            continue
        cells: list[Plain] = [group] if grouped else []
        for cell, column in zip(row, table.columns, strict=True):
            cells += _cells(cell, column)
        rows.append(cells)
    return columns, rows


def _columns(column: Column) -> list[tuple[str, int]]:
    if column.kind == "verdicts":
        return [(f"{column.name}: {name}", 12) for _, name in _VERDICTS] + [(f"{column.name}: to be settled", 12)]
    if column.kind == "grades":
        return [(f"{column.name}: {name.lower()}", 13) for name in GRADES.values()]
    widths = {"wide": 48, "number": 12, "date": 15, "grade": 21, "state": 12}
    return [(column.name, widths.get(column.kind, 24))]


def _cells(cell: Cell, column: Column) -> list[Plain]:
    if column.kind == "verdicts":
        names = [*(name for name, _ in _VERDICTS), "unsettled"]
        return [getattr(cell, name) if isinstance(cell, VerdictCounts) else None for name in names]
    if column.kind == "grades":
        return [getattr(cell, name) if isinstance(cell, GradeCounts) else None for name in GRADES]
    assert not isinstance(cell, VerdictCounts | GradeCounts)
    return [None if cell == "–" else cell]
