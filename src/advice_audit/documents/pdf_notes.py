"""Comments in a PDF: Word's printed balloons, and the notes of PDF readers."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from advice_audit.documents.pdf_lines import Word, lines_of
from advice_audit.documents.word_comments import OURS

if TYPE_CHECKING:
    from pdfplumber.page import Page

_BALLOON = re.compile(r"^\[([A-Za-z]{1,5})\d+\]:?$")
_OPENERS = frozenset({"Commented", "Comment", "Deleted:", "Formatted:", "Inserted:"})


@dataclass(frozen=True, slots=True)
class Note:
    """A comment beside the text. `top` is where it hangs, in points from the page's upper edge."""

    page: int
    top: float
    text: str
    author: str | None


def take_balloons(words: list[Word], page: int, width: float) -> tuple[list[Note], list[Word]]:
    """Take Word's printed comment balloons ("Commented [RK1]: ...") out of a page's words."""
    openers = [
        (word, _BALLOON.match(following.text))
        for word, following in pairwise(words)
        if word.text in ("Commented", "Comment") and word.x0 > 0.5 * width and _BALLOON.match(following.text)
    ]
    if not openers:
        return [], words
    left = min(word.x0 for word, _ in openers) - 3
    margin = [word for word in words if word.x0 >= left]
    body = [word for word in words if word.x0 < left]
    notes: list[Note] = []
    text: list[str] = []
    author, top = None, 0.0
    for line in lines_of(margin, page):
        first = line.words[0].text
        found = (
            _BALLOON.match(line.words[1].text) if first in ("Commented", "Comment") and len(line.words) > 1 else None
        )
        if found:
            if text:
                notes.append(Note(page, top, " ".join(text), author))
            author, top, text = found.group(1), line.top, [word.text for word in line.words[2:]]
        else:
            text.extend(word.text for word in line.words)
    if text or author:
        notes.append(Note(page, top, " ".join(text), author))
    return notes, body


def reader_notes(page: "Page", number: int) -> list[Note]:
    """Return the notes that people left with a PDF reader, without our own."""
    found = []
    for annot in page.annots:
        data = annot.get("data") or {}
        kind = str(data.get("Subtype", "")).strip("/'")
        text = str(annot.get("contents") or "").strip()
        author = _text(data.get("T")) or None
        if (
            text
            and author != OURS
            and kind in ("Text", "Highlight", "FreeText", "Underline", "StrikeOut", "Squiggly", "Caret")
        ):
            found.append(Note(number, float(annot["top"]), text, author))
    return found


def field_words(page: "Page", size: float = 10.0) -> list[Word]:
    """Return what is filled into the page's form fields as words where the fields stand."""
    found: list[Word] = []
    for annot in page.annots:
        data = annot.get("data") or {}
        if str(data.get("Subtype", "")).strip("/'") != "Widget":
            continue
        value, state = _text(data.get("V")), _text(data.get("AS"))
        if state:
            value = "☐" if state == "Off" else "☒"
        x, top = float(annot["x0"]) + 2, float(annot["top"]) + 1
        for line in value.splitlines():
            for word in line.split():
                width = 0.5 * size * len(word)
                found.append(Word(word, x, x + width, top, top + size, size, False))
                x += width + 0.25 * size
            x, top = float(annot["x0"]) + 2, top + 1.15 * size
    return found


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-16" if value[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", "replace")
    name = getattr(value, "name", value)
    if isinstance(name, bytes):
        return name.decode("latin-1")
    return "" if name is None else str(name)
