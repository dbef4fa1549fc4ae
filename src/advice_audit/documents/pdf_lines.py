"""Words of a PDF page to lines, lines to paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from advice_audit.documents.assemble import Draft, Look
from advice_audit.documents.headings import bullet_length
from advice_audit.documents.model import BlockKind, Locator
from advice_audit.documents.spaces import visible

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_BULLETS = frozenset("•·▪◦‣●○■□➢➤✓*–—-\uf0b7\uf0a7\uf0d8\uf0fc\uf076\ue00c\u2212")
_NUMBER = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}\.\d{1,2}\.?)$")
_SENTENCE_END = re.compile(r"[.!?:][”\"’')\]]*$")
_EDGES = ".,;:!?()“”‘’\"'"
_SHORT_WORDS = frozenset("a i am an as at be by do go he if in is it me my no of oh ok on or pm so to up us we".split())
Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Word:
    """A word on a page; measures are in points, `top` counts from the page's upper edge."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(slots=True)
class Line:
    """Words on one base line, from left to right."""

    words: list[Word]
    page: int

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """Type size of most of the line."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        """Whether all words but a bullet are bold."""
        words = self.words[1:] if len(self.words) > 1 and is_bullet(self.words[0].text) else self.words
        return all(word.bold for word in words)

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """Left, upper, right and lower edge."""
        return (round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1))


@dataclass(slots=True)
class Paragraph:
    """Lines that run on."""

    lines: list[Line] = field(default_factory=list)


def is_bullet(text: str) -> bool:
    """Return whether a word is a bullet."""
    return (
        text in _BULLETS
        or (len(text) == 1 and "\ue000" <= text <= "\uf8ff")
        or bool(re.fullmatch(r"\(cid:\d+\)", text))
    )


def is_label(text: str) -> bool:
    """Return whether a word is a bullet or a list's number."""
    return is_bullet(text) or bool(_NUMBER.match(text))


def words_of(page_words: list[dict[str, object]]) -> list[Word]:
    """Return pdfplumber's words as ours; pieces of one word in two fonts are put together."""
    found: list[Word] = []
    for raw in page_words:
        text = visible(str(raw["text"])).strip()
        if not text:
            continue
        x0, x1, top, bottom = (float(str(raw[name])) for name in ("x0", "x1", "top", "bottom"))
        size, bold = float(str(raw["size"])), bool(_BOLD.search(str(raw["fontname"])))
        last = found[-1] if found else None
        if (
            last
            and abs(last.bottom - bottom) < 0.35 * size
            and -1 < x0 - last.x1 < 0.12 * size
            and not is_bullet(last.text)
        ):
            last.text += text
            last.x1, last.bold = x1, last.bold and bold
        else:
            found.append(Word(text, x0, x1, top, bottom, size, bold))
    return found


def lines_of(words: list[Word], page: int) -> list[Line]:
    """Group words into lines from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.x0)):
        middle = (word.top + word.bottom) / 2
        for row in rows[-3:][::-1]:
            first = row[0]
            if first.top < middle < first.bottom and min(word.bottom, first.bottom) - max(
                word.top, first.top
            ) > 0.5 * min(word.size, first.size):
                row.append(word)
                break
        else:
            rows.append([word])
    lines = [Line(sorted(row, key=lambda word: word.x0), page) for row in rows]
    return sorted(lines, key=lambda line: line.top)


def paragraphs_of(lines: list[Line], right: float) -> list[Paragraph]:
    """Join lines that run on.

    Args:
        lines: of one column or cell, from top to bottom.
        right: where its text may run to, in points.
    """
    found: list[Paragraph] = []
    pitch = _usual_gap(lines)
    for line in lines:
        if found and runs_on(found[-1].lines, line, right, pitch):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def runs_on(before: list[Line], line: Line, right: float, pitch: float) -> bool:
    """Return whether a line goes on with a paragraph: close enough, alike, and its first word had no room above."""
    last, first = before[-1], before[0]
    if is_bullet(line.words[0].text) and len(line.words) > 1 and line.words[0].text not in "–—-":
        return False
    gap = line.top - last.bottom
    size = min(line.size, last.size)
    if gap > max(pitch + 0.25 * size, 0.15 * size) + 1.5 or gap < -size or abs(line.size - last.size) > 1.2:
        return False
    if line.bold != last.bold and (line.bold or first.bold) and not _mid_sentence(last, line):
        return False
    if is_bullet(line.words[0].text) and _SENTENCE_END.search(last.text):
        return False
    indent = line.x0 - last.x0
    hanging = first is last and (is_bullet(first.words[0].text) or _NUMBER.match(first.words[0].text))
    if abs(indent) > 2.5 * size and not hanging:
        return False
    if _NUMBER.match(line.words[0].text) and _NUMBER.match(first.words[0].text):
        return False
    room = right - last.x1
    needed = line.words[0].x1 - line.words[0].x0 + 0.25 * size
    return room < needed + 1.0 or (last.words[-1].text.endswith("-") and line.words[0].text[0].islower() and room < 40)


def _mid_sentence(last: Line, line: Line) -> bool:
    return not _SENTENCE_END.search(last.text) and line.words[0].text[0].islower()


def _usual_gap(lines: list[Line]) -> float:
    gaps = sorted(b.top - a.bottom for a, b in pairwise(lines) if b.top - a.bottom < 1.0 * a.size)
    return gaps[len(gaps) // 4] if gaps else 0.0


def draft_of(paragraph: Paragraph, hyphens: "Hyphens", right: float) -> Draft:
    """Return a paragraph as a draft; a bullet makes it a list item and is left out.

    Args:
        paragraph: its lines.
        hyphens: decides how they are joined.
        right: where its text may run to, in points.
    """
    lines = paragraph.lines
    first = lines[0].words
    listed = len(first) > 1 and is_bullet(first[0].text)
    texts = [" ".join(word.text for word in (first[1:] if listed else first)), *(line.text for line in lines[1:])]
    full = [_is_cut(line, below, right) for line, below in pairwise(lines)]
    text = hyphens.join(texts, full)
    if not listed and (typed := bullet_length(text)):
        listed, text = True, text[typed:]
    look = Look(bold=all(line.bold for line in lines), size=round(lines[0].size, 1))
    locator = Locator(page=lines[0].page, boxes=tuple(line.box for line in lines))
    return Draft(BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH, text, locator, look=look, source=paragraph)


def _is_cut(line: Line, below: Line, right: float) -> bool:
    """Whether a line may end amid a word: in a narrow cell a word too long for a line is cut wherever it is full."""
    words = line.words[1:] if is_bullet(line.words[0].text) else line.words
    following = below.words[0]
    letter = (following.x1 - following.x0) / len(following.text)
    return len(words) == 1 and right - line.x1 < letter + 1.0 and words[0].text[-1:].isalpha()


def word_places(draft: Draft) -> Iterator[tuple[Word, int, int]]:
    """Yield the words of a draft from a PDF with where they begin and end in its text."""
    position = 0
    for line in draft.source.lines if isinstance(draft.source, Paragraph) else ():
        for word in line.words:
            text = word.text
            at = draft.text.find(text, position)
            if at < 0 and text.endswith("-"):
                text = text[:-1]
                at = draft.text.find(text, position)
            if at >= 0:
                position = at + len(text)
                yield word, at, position


class Hyphens:
    """Decides whether a hyphen at a line's end belongs to the word.

    Args:
        texts: all lines of the document.
    """

    def __init__(self, texts: list[str]) -> None:
        self._seen = Counter(word.strip(_EDGES).lower() for text in texts for word in text.split())
        broken = sum(bool(re.search(r"[a-z]-$", text)) for text in texts)
        self._automatic = broken >= 3 and broken > 0.04 * len(texts)

    def join(self, texts: list[str], full: list[bool]) -> str:
        """Return lines as one text.

        Args:
            texts: of the lines.
            full: for each but the last whether it may end amid a word.
        """
        whole = texts[0]
        for text, may_be_cut in zip(texts[1:], full, strict=True):
            if may_be_cut and self._is_one_word(whole.rsplit(" ", 1)[-1], text.split(" ", 1)[0]):
                whole += text
                continue
            tail = re.search(r"([A-Za-z]+)-$", whole)
            head = re.match(r"[a-z]+", text)
            if tail and head:
                joined = (tail.group(1) + head.group()).lower()
                kept = f"{tail.group(1)}-{head.group()}".lower()
                drop = self._seen[joined] or (self._automatic and not self._seen[kept])
                whole = whole[:-1] + text if drop else whole + text
            elif tail or re.search(r"\d-$", whole):
                whole += text
            else:
                whole += " " + text
        return whole

    def _is_one_word(self, head: str, tail: str) -> bool:
        """Whether two pieces are one word: it stands elsewhere whole, or the second is too short for a word."""
        rest = tail.strip(_EDGES).lower()
        if not rest or not tail[0].islower():
            return False
        return self._seen[(head.strip(_EDGES) + rest).lower()] > 0 or (len(rest) < 3 and rest not in _SHORT_WORDS)
