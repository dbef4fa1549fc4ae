"""Pages of a PDF that are pictures: drawn, read by an engine, and measured in points like any other page."""

from contextlib import closing
from typing import TYPE_CHECKING

from advice_audit.documents.clock import paused
from advice_audit.documents.ocr import Engine
from advice_audit.documents.pdf_lines import Word

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from PIL.Image import Image

MAX_SCANNED = 60
_DOTS_PER_INCH = 300
_MOST_DOTS = 25_000_000


def scanned_words(page: "Page", data: bytes, number: int, engine: Engine) -> list[Word]:
    """Return a picture page's words where they stand.

    Args:
        page: the page, for its measures.
        data: the PDF.
        number: the page's number, from 1.
        engine: what reads pictures.

    Raises:
        UnreadableDocument: `no-text`, where the engine fails.
    """
    from advice_audit.errors import UnreadableDocument

    picture, scale = _picture(data, number, float(page.width) * float(page.height))
    # The engine has a clock of its own: reading letters off a page takes longer than reading any file should.
    try:
        with paused():
            seen = engine(picture)
    except (RuntimeError, OSError) as error:
        raise UnreadableDocument("no-text", "The PDF is a scan, and its pages could not be read by OCR.") from error
    left, upper = float(page.cropbox[0]), float(page.cropbox[1])
    return [
        Word(
            word.text,
            left + word.x0 / scale,
            left + word.x1 / scale,
            upper + word.top / scale,
            upper + word.bottom / scale,
            round(word.size / scale, 1),
            False,
        )
        for word in seen
    ]


def _picture(data: bytes, number: int, area: float) -> "tuple[Image, float]":
    """Draw a page in grey, without the notes on it; return how many dots a point takes."""
    import pypdfium2

    scale = min(_DOTS_PER_INCH / 72, (_MOST_DOTS / max(area, 1.0)) ** 0.5)
    with closing(pypdfium2.PdfDocument(data)) as document:
        drawn = document[number - 1].render(scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False)
        return drawn.to_pil(), scale
