"""The golden thread as a picture (boxes in columns, joined by lines) and as a table that says the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from advice_audit.reports.words import shorten
from advice_audit.results import AdviceResult, KnotResult, ThreadResult

COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Said, or in place now", ("concern", "aspiration", "current")),
    ("Needs", ("need",)),
    ("Outcomes", ("outcome",)),
    ("Provision", ("provision", "elsewhere")),
)
NAMES = {
    "concern": "V", "aspiration": "A", "strength": "S", "need": "N", "outcome": "O", "provision": "P", "elsewhere": "E",
    "current": "C",
}  # fmt: skip
BOX_WIDTH, BOX_HEIGHT, GAP, COLUMN_GAP, TOP = 216, 58, 14, 74, 34
SURE = 0.8
WITHOUT_NEED = "no need in the advice explains this"
BROKEN = {
    "needs.thread": "raised, but not taken up in the needs",
    "provision.needs": "no provision meets this, here or elsewhere",
    "provision.current": "helps now, but is missing from the provision",
    "outcomes.provision": "no outcome goes with this",
    "outcomes.aspirations": "no aspiration goes with this",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A knot drawn: its label, such as N2, its words in up to two lines, where it stands (pixels), and what is broken."""

    label: str
    text: str
    lines: tuple[str, ...]
    x: int
    y: int
    broken: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A link drawn as a curve from one box to another; `sure` ones are solid."""

    one: Box
    other: Box
    sure: bool

    @property
    def path(self) -> str:
        """Return the curve in SVG's words."""
        left, right = sorted((self.one, self.other), key=lambda box: box.x)
        x1, y1 = left.x + BOX_WIDTH, left.y + BOX_HEIGHT // 2
        x2, y2 = right.x, right.y + BOX_HEIGHT // 2
        middle = (x1 + x2) // 2
        return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the page draws."""

    width: int
    height: int
    heads: tuple[tuple[str, int], ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    box: tuple[int, int] = (BOX_WIDTH, BOX_HEIGHT)

    def joined(self, box: Box, *kinds: str) -> list[tuple[Box, bool]]:
        """Return the boxes of some kinds that a box is joined to, and whether surely."""
        ends = [
            (line.other if line.one == box else line.one, line.sure)
            for line in self.lines
            if box in (line.one, line.other)
        ]
        return sorted(((b, sure) for b, sure in ends if b.kind in kinds), key=lambda end: end[0].y)

    def of(self, *kinds: str) -> list[Box]:
        """Return the boxes of some kinds from the top down."""
        return [box for box in self.boxes if box.kind in kinds]


def draw(result: AdviceResult, text: str) -> Picture | None:
    """Return the picture of an advice's golden thread; None where it has no needs, outcomes or provision to join.

    Args:
        result: of the audit.
        text: the advice's canonical text, which the thread's offsets are of.
    """
    thread = result.thread
    if thread is None or sum(k.kind in ("need", "outcome", "provision") for k in thread.knots) < 2:
        return None
    columns = [(name, list(_shown(thread, kinds))) for name, kinds in COLUMNS]
    columns = [(name, knots) for name, knots in columns if knots]
    boxes: dict[str, Box] = {}
    for place, (_, knots) in enumerate(columns):
        boxes |= _column(knots, text, place * (BOX_WIDTH + COLUMN_GAP))
    lines = [
        Line(boxes[link.one], boxes[link.other], link.probability >= SURE)
        for link in thread.links
        if link.one in boxes and link.other in boxes and boxes[link.one].x != boxes[link.other].x
    ]
    rows = max(len(knots) for _, knots in columns)
    heads = tuple((name, place * (BOX_WIDTH + COLUMN_GAP)) for place, (name, _) in enumerate(columns))
    return Picture(
        len(columns) * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP + 2,
        TOP + rows * (BOX_HEIGHT + GAP),
        heads,
        tuple(boxes.values()),
        tuple(lines),
    )


def _shown(thread: ThreadResult, kinds: Sequence[str]) -> Iterator[KnotResult]:
    """Yield the knots of a column; remarks and hopes only where something is joined to them or broken."""
    linked = {end for link in thread.links for end in (link.one, link.other)}
    for knot in thread.knots:
        if knot.kind in kinds and (knot.kind in ("need", "outcome", "provision") or knot.broken or knot.id in linked):
            yield knot


def _column(knots: Sequence[KnotResult], text: str, x: int) -> dict[str, Box]:
    boxes: dict[str, Box] = {}
    counts: dict[str, int] = {}
    for row, knot in enumerate(sorted(knots, key=lambda k: (k.kind == "elsewhere", k.start))):
        counts[knot.kind] = counts.get(knot.kind, 0) + 1
        words = " ".join(text[knot.start : knot.end].split())
        boxes[knot.id] = Box(
            label=f"{NAMES[knot.kind]}{counts[knot.kind]}",
            text=words,
            lines=tuple(wrap(shorten(words, 54), 30)[:2]),
            x=x,
            y=TOP + row * (BOX_HEIGHT + GAP),
            broken=tuple(_break(c, knot.kind) for c in knot.broken),
            kind=knot.kind,
        )
    return boxes


def _break(criterion: str, kind: str) -> str:
    return WITHOUT_NEED if (criterion, kind) == ("provision.needs", "provision") else BROKEN[criterion]
