"""Tables in our Word reports: a caption, a heading row that repeats, columns as wide as what stands in them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from advice_audit.reports.story import Cell, Column, ColumnKind, Table
from advice_audit.reports.story_html import cell_words
from advice_audit.reports.term_model import VerdictCounts
from advice_audit.reports.word_fields import keep_whole, repeat_header, shade
from advice_audit.reports.word_styles import QUIET, TABLE_HEAD, TABLE_TEXT
from advice_audit.reports.words import SIGNS

if TYPE_CHECKING:
    from docx.document import Document

TEXT_WIDTH = 16.0
"""Centimetres between the margins."""
# Relative widths; a column of free text takes what it can get.
_WEIGHT: dict[ColumnKind, float] = {
    "text": 2.2, "short": 1.7, "wide": 4.0, "number": 2.2, "date": 2.1, "verdicts": 2.2, "grades": 3.2, "grade": 2.3,
    "state": 1.6,
}  # fmt: skip
_HEAD, _GROUP = "E6EBEC", "F1F3F2"
_TINTS = {
    "Outstanding": "D3EAD9", "Good": "E3F1E7", "Requires improvement": "FBEED3", "Inadequate": "FBE3DF",
    "Overdue": "FBE3DF", "Done": "E3F1E7",
}  # fmt: skip


def add_table(document: "Document", table: Table) -> None:
    """Add a table with its caption; where it has no rows, say so in a sentence."""
    if not table.rows:
        paragraph = document.add_paragraph(style=QUIET)
        paragraph.add_run(f"{table.caption}. ").bold = True
        paragraph.add_run(table.empty)
        return
    caption = document.add_paragraph(table.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    grid: Any = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.autofit = False
    _lines(grid)
    for cell, column in zip(grid.rows[0].cells, table.columns, strict=True):
        _write(cell, column.name, TABLE_HEAD)
        shade(cell, _HEAD)
    repeat_header(grid.rows[0])
    for row in table.rows:
        _row(grid, row, table.columns)
    _widths(grid, table.columns)
    _legend(document, table)


def _row(grid: Any, row: Sequence[Cell] | str, columns: Sequence[Column]) -> None:
    added = grid.add_row()
    keep_whole(added)
    cells = added.cells
    if isinstance(row, str):
        merged = cells[0].merge(cells[-1])
        _write(merged, row, TABLE_HEAD)
        merged.paragraphs[0].paragraph_format.keep_with_next = True
        shade(merged, _GROUP)
        return
    for cell, value, column in zip(cells, row, columns, strict=True):
        text = _signs(value) if isinstance(value, VerdictCounts) else cell_words(value, column.kind)
        _write(cell, text, TABLE_TEXT, right=column.kind == "number")
        if column.kind in ("grade", "state") and text in _TINTS:
            shade(cell, _TINTS[text])


def _signs(counts: VerdictCounts) -> str:
    parts = [(counts.met, SIGNS["met"]), (counts.partly_met, SIGNS["partly_met"]), (counts.not_met, SIGNS["not_met"])]
    parts.append((counts.unsettled, "?"))
    return "  ".join(f"{sign}\u00a0{number}" for number, sign in parts if number) or "–"


def _write(cell: Any, text: str, style: str, *, right: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(grid: Any, columns: Sequence[Column]) -> None:
    from docx.shared import Cm

    weights = [_WEIGHT[column.kind] for column in columns]
    wide = [Cm(TEXT_WIDTH * weight / sum(weights)) for weight in weights]
    for place, width in enumerate(wide):
        grid.columns[place].width = width
    # NOTE: LibreOffice and Word each read another of the two; cells are set row by row, for columns are slow.
    for row in grid.rows:
        cells = row._tr.tc_lst
        if len(cells) == len(wide):
            for cell, width in zip(cells, wide, strict=True):
                cell.width = width


def _lines(grid: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for name in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{name}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "B9C2CA")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    for name in ("left", "right", "insideV"):
        line = OxmlElement(f"w:{name}")
        line.set(qn("w:val"), "nil")
        borders.append(line)
    order = {qn(f"w:{name}"): n for n, name in enumerate(("top", "left", "bottom", "right", "insideH", "insideV"))}
    borders[:] = sorted(borders, key=lambda line: order[line.tag])
    properties = grid._tbl.tblPr
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        layout.addprevious(borders)
    else:
        properties.append(borders)


def _legend(document: "Document", table: Table) -> None:
    if any(column.kind == "verdicts" for column in table.columns):
        signs = f"{SIGNS['met']} met   {SIGNS['partly_met']} partly met   {SIGNS['not_met']} not met"
        document.add_paragraph(f"{signs}   – does not apply   ? to be settled", style=QUIET)
    else:
        document.add_paragraph(style=QUIET)
