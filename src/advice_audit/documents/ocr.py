"""Words off pictures of pages, by Tesseract where it and its Python extra are installed."""

import re
import shutil
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING

from advice_audit.documents.spaces import visible

if TYPE_CHECKING:
    from lxml.etree import _Element
    from PIL.Image import Image

HINT = (
    "To have scans read, install Tesseract (the program) and advice-audit with its extra `ocr`; "
    "or ask for the Word file."
)
SECONDS = 120.0
"""How long one page may take."""
_KEPT = 64
_LEAST = 25.0
_LINES = ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word in a picture. Measures are in pixels; `top` and `bottom` are its line's, `size` that of its letters."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


Engine = Callable[["Image"], list[Seen]]
"""Returns the words of a picture of a page in reading order."""


def find_engine() -> Engine | None:
    """Return Tesseract, or None where it or its Python extra is not installed."""
    if find_spec("pytesseract") is None or shutil.which("tesseract") is None:
        return None
    return _TESSERACT


class Tesseract:
    """Reads English off pictures; remembers the last pages, which are read again when notes are written."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, list[Seen]] = OrderedDict()

    def __call__(self, picture: "Image") -> list[Seen]:
        """Return a picture's words; raises `RuntimeError` where Tesseract fails or takes too long."""
        import pytesseract

        key = sha256(picture.tobytes()).hexdigest()
        if key not in self._pages:
            page = pytesseract.image_to_pdf_or_hocr(picture, lang="eng", extension="hocr", timeout=SECONDS)
            self._pages[key] = words_of(page)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        return self._pages[key]


_TESSERACT = Tesseract()


def words_of(hocr: bytes) -> list[Seen]:
    """Return the words of a page in hOCR, the form in which Tesseract tells lines and sizes."""
    from lxml import html

    root = html.fromstring(hocr)
    lines = [line for line in root.iter() if line.get("class") in _LINES]
    sizes = [size for line in lines if (size := _number(line, "x_size"))]
    usual = median(sizes) if sizes else 0.0
    found: list[Seen] = []
    for line in lines:
        size = _number(line, "x_size") or usual
        # The same type measures a little differently from line to line.
        size = usual if abs(size - usual) < 0.2 * usual else size
        _, top, _, bottom = _box(line)
        for word in line.iter("span"):
            text = visible("".join(word.itertext())).strip()
            if word.get("class") == "ocrx_word" and text and _number(word, "x_wconf") >= _LEAST:
                x0, _, x1, _ = _box(word)
                found.append(Seen(text, x0, x1, top, bottom, size))
    return found


def _number(element: "_Element", name: str) -> float:
    found = re.search(rf"\b{name} (-?[\d.]+)", element.get("title", ""))
    return float(found.group(1)) if found else 0.0


def _box(element: "_Element") -> tuple[float, float, float, float]:
    found = re.search(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)", element.get("title", ""))
    if found is None:
        return (0.0, 0.0, 0.0, 0.0)
    x0, top, x1, bottom = (float(part) for part in found.groups())
    return x0, top, x1, bottom
