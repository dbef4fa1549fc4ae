"""Comments in a PDF: Word's printed balloons, and the notes of PDF readers."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from advice_audit.documents.model import MarkKind
from advice_audit.documents.pdf_lines import Word, lines_of
from advice_audit.documents.word_comments import OURS

if TYPE_CHECKING:
    from pdfplumber.page import Page

_BALLOON = re.compile(r"^\[([A-Za-z]{1,5})\d+(?:R\d+)?\]:?$")
_CHANGES = {"Deleted:": MarkKind.DELETE, "Formatted:": MarkKind.FORMAT}
_LABELS = ("Commented", "Comment")


@dataclass(frozen=True, slots=True)
class Note:
    """A comment beside the text. `top` is where it hangs, in points from the page's upper edge."""

    page: int
    top: float
    text: str
    author: str | None
    kind: MarkKind = MarkKind.COMMENT


def take_balloons(words: list[Word], page: int, width: float) -> tuple[list[Note], list[Word]]:
    """Take Word's printed balloons ("Commented [RK1]: ...", "Deleted: ...") out of a page's words."""
    openers = [word for word, following in pairwise(words) if word.x0 > 0.5 * width and _opener(word.text, following)]
    if not openers:
        return [], words
    left = min(word.x0 for word in openers) - 3
    # The margin is white up to the balloons: a sentence that says "Deleted:" is none.
    if any(word.x0 < left < word.x1 + 4 for word in words):
        return [], words
    notes: list[Note] = []
    for line in lines_of([word for word in words if word.x0 >= left], page):
        first, second = line.words[0], line.words[1] if len(line.words) > 1 else None
        found = _opener(first.text, second)
        if found is not None:
            kind, author, taken = found
            notes.append(Note(page, line.top, " ".join(word.text for word in line.words[taken:]), author, kind))
        elif notes:
            last = notes[-1]
            notes[-1] = replace(last, text=f"{last.text} {line.text}".strip())
    return notes, [word for word in words if word.x0 < left]


def _opener(text: str, following: Word | None) -> tuple[MarkKind, str | None, int] | None:
    """Return what a balloon that begins so is about, whose it is, and how many words that takes."""
    if text in _CHANGES:
        return _CHANGES[text], None, 1
    label = _BALLOON.match(following.text) if text in _LABELS and following is not None else None
    return (MarkKind.COMMENT, label.group(1), 2) if label else None


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
