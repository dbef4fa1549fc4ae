"""Tracked changes as Word prints them: struck and underlined words in their author's colour.

Told from coloured headings, links and table rules by three things: stroke and letters share a colour that is no grey;
a link's annotation does not lie there; and beside underlined words Word prints a bar in the margin.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from advice_audit.documents.assemble import Anchor, Draft, DraftMark
from advice_audit.documents.model import MarkKind
from advice_audit.documents.pdf_lines import Word, word_places

if TYPE_CHECKING:
    from pdfplumber.page import Page

Thing = dict[str, Any]
Colour = tuple[float, float, float]
_THIN = 2.0
_COLOURED = 0.15


@dataclass(slots=True, eq=False)
class Revision:
    """Words under one stroke. A deletion stands before the word `at`, or behind it if `behind`."""

    kind: MarkKind
    text: str
    colour: Colour
    words: list[tuple[Word, int, int]] = field(default_factory=list)
    at: Word | None = None
    behind: bool = False


@dataclass(slots=True, eq=False)
class _Stroke:
    x0: float
    x1: float
    y: float
    colour: Colour
    chars: list[Thing] = field(default_factory=list)
    struck: bool = False
    double: bool = False


def take_revisions(page: "Page") -> "tuple[Page, list[_Stroke]]":
    """Return the page without deleted letters and revision strokes, and the strokes of what was changed."""
    things = [*page.lines, *page.rects, *page.curves]
    strokes = [stroke for thing in things if (stroke := _stroke(thing)) is not None]
    if not strokes:
        return page, []
    bars = _bars(page, things)
    links = [(link["x0"], link["x1"], link["top"], link["bottom"]) for link in page.hyperlinks]
    found = []
    for stroke in strokes:
        stroke.chars = [char for char in page.chars if _under(char, stroke)]
        if not stroke.chars or any(
            a < stroke.x1 and stroke.x0 < b and c - 3 < stroke.y < d + 3 for a, b, c, d in links
        ):
            continue
        above = [_baseline(char) - stroke.y for char in stroke.chars]
        stroke.struck = sum(above) / len(above) > 0.08 * stroke.chars[0]["size"]
        if stroke.struck or any(top - 3 < stroke.y < bottom + 3 for top, bottom in bars):
            found.append(stroke)
    if not found:
        return page, []
    gone = {id(char) for stroke in found if stroke.struck for char in stroke.chars}
    drawn = {(round(stroke.x0, 1), round(stroke.y, 1)) for stroke in found}
    return page.filter(lambda thing: _stays(thing, gone, drawn)), _singled(found)


def _stays(thing: Thing, gone: set[int], drawn: set[tuple[float, float]]) -> bool:
    if thing["object_type"] == "char":
        return id(thing) not in gone
    place = (round(thing["x0"], 1), round((thing["top"] + thing["bottom"]) / 2, 1))
    return thing["object_type"] not in ("line", "rect", "curve") or place not in drawn


def _stroke(thing: Thing) -> _Stroke | None:
    """Return a thin level stroke in a colour, None for anything else."""
    width, height = thing["x1"] - thing["x0"], thing["bottom"] - thing["top"]
    if height > _THIN or width < 2 or width < 2 * height:
        return None
    filled = thing.get("fill") and not (thing.get("stroke") and height < 0.1)
    colour = _rgb(thing.get("non_stroking_color" if filled else "stroking_color"))
    if colour is None or max(colour) - min(colour) < _COLOURED:
        return None
    return _Stroke(thing["x0"], thing["x1"], (thing["top"] + thing["bottom"]) / 2, colour)


def _rgb(colour: object) -> Colour | None:
    parts = colour if isinstance(colour, (tuple, list)) else [colour]
    numbers = [float(part) for part in parts if isinstance(part, (int, float))]
    if len(numbers) == 4:
        cyan, magenta, yellow, key = numbers
        return ((1 - cyan) * (1 - key), (1 - magenta) * (1 - key), (1 - yellow) * (1 - key))
    return (numbers[0], numbers[1], numbers[2]) if len(numbers) == 3 else None


def _baseline(char: Thing) -> float:
    return float(char["top"] + char["y1"] - char["matrix"][5])


def _under(char: Thing, stroke: _Stroke) -> bool:
    """Whether a stroke strikes or underlines a letter of its own colour."""
    middle = (char["x0"] + char["x1"]) / 2
    if not stroke.x0 - 0.5 <= middle <= stroke.x1 + 0.5:
        return False
    colour = _rgb(char.get("non_stroking_color"))
    if colour is None or any(abs(a - b) > 0.03 for a, b in zip(colour, stroke.colour, strict=True)):
        return False
    return bool(-0.35 * char["size"] < _baseline(char) - stroke.y < 0.5 * char["size"])


def _bars(page: "Page", things: list[Thing]) -> list[tuple[float, float]]:
    """Return top and bottom of the bars in the margin that mark changed lines."""
    left = min((char["x0"] for char in page.chars), default=0.0)
    right = max((char["x1"] for char in page.chars), default=0.0)
    level = [thing for thing in things if thing["bottom"] - thing["top"] < _THIN < thing["x1"] - thing["x0"]]
    found = []
    for thing in things:
        upright = thing["x1"] - thing["x0"] < _THIN < thing["bottom"] - thing["top"]
        if not upright or left - 1 < thing["x0"] < right + 1:
            continue
        # The side of a table or of a frame joins other rules.
        if not any(_joins(rule, thing) for rule in level):
            found.append((thing["top"], thing["bottom"]))
    return found


def _joins(rule: Thing, upright: Thing) -> bool:
    beside = min(abs(rule["x0"] - upright["x0"]), abs(rule["x1"] - upright["x0"])) < 0.8
    return bool(beside and upright["top"] - 2 < rule["top"] < upright["bottom"] + 2)


def _singled(strokes: list[_Stroke]) -> list[_Stroke]:
    """Take two strokes over the same letters, by which Word prints words that were moved, as one."""
    found: list[_Stroke] = []
    for stroke in sorted(strokes, key=lambda stroke: (stroke.x0, stroke.y)):
        twin = next((other for other in found if {id(c) for c in other.chars} & {id(c) for c in stroke.chars}), None)
        if twin is None:
            found.append(stroke)
        else:
            twin.double = True
    return sorted(found, key=lambda stroke: (round(stroke.y), stroke.x0))


def revisions_of(strokes: list[_Stroke], words: list[Word]) -> list[Revision]:
    """Say which of a page's words each stroke is about; words moved away are not told twice."""
    found: list[Revision] = []
    last: _Stroke | None = None
    for stroke in strokes:
        text = _text(stroke.chars)
        if stroke.struck:
            if not stroke.double:
                at, behind = _beside(stroke, words)
                _keep_room(stroke, at, behind, words)
                if last is not None and _wraps(last, stroke, words):
                    found[-1].text += " " + text
                else:
                    found.append(Revision(MarkKind.DELETE, text, stroke.colour, at=at, behind=behind))
                last = stroke
            continue
        last, marked = None, list(_marked(stroke.chars, words))
        if marked:
            found.append(Revision(MarkKind.MOVE if stroke.double else MarkKind.INSERT, text, stroke.colour, marked))
    return found


def _keep_room(stroke: _Stroke, at: Word | None, behind: bool, words: list[Word]) -> None:
    """Let a line reach as far as its struck words do, or the paragraph would seem to end there."""
    if at is None:
        return
    if behind:
        at.x1 = max(at.x1, stroke.x1)
    elif at.top < stroke.y < at.bottom + 0.2 * at.size and not any(
        word.top < stroke.y < word.bottom and word.x1 <= stroke.x0 + 1 for word in words
    ):
        at.x0 = min(at.x0, stroke.x0)


def _wraps(stroke: _Stroke, below: _Stroke, words: list[Word]) -> bool:
    """Whether a deletion goes on in the next line: nothing that stays stands between its two strokes."""
    size = stroke.chars[0]["size"]
    if stroke.colour != below.colour or not 0.5 * size < below.y - stroke.y < 2.5 * size:
        return False

    def stands(word: Word, line: _Stroke) -> bool:
        return word.top < _baseline(line.chars[0]) - 0.1 * word.size < word.bottom

    return not any(
        (stands(word, stroke) and word.x0 >= stroke.x1 - 1) or (stands(word, below) and word.x1 <= below.x0 + 1)
        for word in words
    )


def _text(chars: list[Thing]) -> str:
    from pdfplumber.utils import extract_text

    return " ".join(extract_text(chars).split())


def _beside(stroke: _Stroke, words: list[Word]) -> tuple[Word | None, bool]:
    """Return the word that a deletion stands before, else the one that it stands behind."""
    line = [word for word in words if word.top < _baseline(stroke.chars[0]) - 0.1 * word.size < word.bottom]
    after = [word for word in line if word.x0 >= stroke.x1 - 1]
    if after:
        return min(after, key=lambda word: word.x0), False
    before = [word for word in line if word.x1 <= stroke.x0 + 1]
    if before:
        return max(before, key=lambda word: word.x1), True
    lower = [word for word in words if word.top >= stroke.y]
    return (min(lower, key=lambda word: (word.top, word.x0)), False) if lower else (None, False)


def _marked(chars: list[Thing], words: list[Word]) -> Iterator[tuple[Word, int, int]]:
    """Yield the words that letters belong to, and which of each word's letters they are."""
    for word in words:
        inside = [
            char
            for char in chars
            if word.x0 - 0.5 <= (char["x0"] + char["x1"]) / 2 <= word.x1 + 0.5
            and word.top - 1 <= (char["top"] + char["bottom"]) / 2 <= word.bottom + 1
        ]
        if inside:
            share = len(word.text) / max(word.x1 - word.x0, 0.1)
            first = round((min(char["x0"] for char in inside) - word.x0) * share)
            yield word, max(first, 0), min(max(first, 0) + len(inside), len(word.text))


def revision_marks(revisions: list[Revision], drafts: list[Draft]) -> Iterator[DraftMark]:
    """Yield the marks of revisions, at the places of their words; one change over two lines is one mark."""
    places = {id(word): (draft, start) for draft in drafts for word, start, _ in word_places(draft)}
    last: tuple[DraftMark, Colour] | None = None
    for revision in revisions:
        mark = _placed(revision, places)
        if mark is None:
            continue
        if last is not None and last[1] == revision.colour and _follows(last[0], mark):
            last[0].text += " " + mark.text
            last[0].end = mark.end
            continue
        if last is not None:
            yield last[0]
        last = (mark, revision.colour)
    if last is not None:
        yield last[0]


def _placed(revision: Revision, places: dict[int, tuple[Draft, int]]) -> DraftMark | None:
    if revision.kind is MarkKind.DELETE:
        if revision.at is None or id(revision.at) not in places:
            return None
        draft, start = places[id(revision.at)]
        place = Anchor(draft, start + (len(revision.at.text) if revision.behind else 0))
        return DraftMark(MarkKind.DELETE, revision.text, place, place)
    known = [(places[id(word)], first, last) for word, first, last in revision.words if id(word) in places]
    if not known:
        return None
    (draft, start), first, _ = min(known, key=lambda entry: entry[0][1] + entry[1])
    (_, end), _, last = max(known, key=lambda entry: entry[0][1] + entry[2])
    return DraftMark(revision.kind, revision.text, Anchor(draft, start + first), Anchor(draft, end + last))


def _follows(mark: DraftMark, following: DraftMark) -> bool:
    same = mark.kind is following.kind and mark.end.draft is following.start.draft
    return same and mark.kind is not MarkKind.DELETE and 0 <= following.start.offset - mark.end.offset <= 1
