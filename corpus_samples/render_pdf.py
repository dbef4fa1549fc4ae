"""Renders a sample advice to PDF, without an office programme."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, XPos, YPos
from fpdf.fonts import FontFace

Advice = dict[str, Any]
_INDENT = 6


class _Page(FPDF):
    """A4 with a header and footer on every page."""

    head = ""
    foot = ""

    def header(self) -> None:
        """Write the header, if there is one."""
        if self.head:
            self.set_font("body", size=9)
            self.cell(0, 6, self.head, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.ln(3)

    def footer(self) -> None:
        """Write the footer and the page's number."""
        self.set_y(-15)
        self.set_font("body", size=9)
        self.cell(0, 6, f"{self.foot}  Page {self.page_no()}".strip(), align="C")


def render_pdf(advice: Advice, layout: str = "pdf") -> bytes:
    """Return an advice as a PDF's bytes.

    Args:
        advice: as loaded from its YAML. Tracked changes are shown as they would be sent.
        layout: `pdf` for headings over text, `pdf-table` for labels beside answers.
    """
    import matplotlib

    fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
    page = _Page(format="A4")
    page.set_creation_date(datetime(2020, 1, 1, tzinfo=UTC))
    page.set_author(advice["meta"]["service"])
    word = advice.get("word") or {}
    page.head, page.foot = word.get("header") or "", word.get("footer") or ""
    page.add_font("body", "", str(fonts / "DejaVuSans.ttf"))
    page.add_font("body", "B", str(fonts / "DejaVuSans-Bold.ttf"))
    page.set_margins(22, 20)
    page.set_auto_page_break(True, 20)
    page.add_page()
    sent = _as_sent(word.get("tracked") or [])
    if layout == "pdf-table":
        _beside(page, advice["sections"], sent)
    else:
        _under(page, advice["sections"], sent)
    return bytes(page.output())


def _as_sent(changes: list[dict[str, str]]) -> Any:
    def sent(text: object) -> str:
        words = str(text)
        for change in changes:
            if change["kind"] == "insert":
                words = words.replace(change["after"], change["after"] + change["text"], 1)
            else:
                words = words.replace(change["text"], "", 1)
        return words.strip()

    return sent


def _under(page: _Page, sections: list[Advice], sent: Any) -> None:
    for section in sections:
        page.ln(3)
        page.set_font("body", "B", 12)
        page.multi_cell(0, 6, str(section["heading"]), new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")
        page.ln(1)
        for item in section["body"]:
            page.set_font("body", "", 10)
            if "p" in item:
                page.multi_cell(0, 5.2, sent(item["p"]), new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")
                page.ln(2)
            for bullet in item.get("bullets") or []:
                page.cell(_INDENT, 5.2, "•")
                page.multi_cell(0, 5.2, sent(bullet), new_x=XPos.LMARGIN, new_y=YPos.NEXT, align="L")
                page.ln(1)
            if item.get("table"):
                _table(page, item["table"], sent)


def _table(page: _Page, rows: list[list[Any]], sent: Any) -> None:
    columns = max(len(row) for row in rows)
    with page.table(
        borders_layout=TableBordersLayout.ALL, line_height=5.2, padding=1.5, text_align="LEFT", num_heading_rows=1,
        headings_style=FontFace(emphasis="BOLD"), col_widths=(1,) * columns,
    ) as table:  # fmt: skip
        for row in rows:
            cells = table.row()
            for text in [*row, *[""] * (columns - len(row))]:
                cells.cell(sent(text))
    page.ln(3)


def _beside(page: _Page, sections: list[Advice], sent: Any) -> None:
    page.set_font("body", "", 10)
    with page.table(
        borders_layout=TableBordersLayout.ALL, line_height=5.2, padding=1.5, text_align="LEFT",
        first_row_as_headings=False,
        col_widths=(1, 3),
    ) as table:  # fmt: skip
        for section in sections:
            row = table.row()
            row.cell(str(section["heading"]), style=FontFace(emphasis="BOLD"))
            parts: list[str] = []
            for item in section["body"]:
                parts += [sent(item["p"])] if "p" in item else []
                parts += ["• " + sent(bullet) for bullet in item.get("bullets") or []]
                parts += [": ".join(sent(text) for text in cells) for cells in item.get("table") or []]
            row.cell("\n".join(parts))
