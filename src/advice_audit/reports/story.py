"""A report as a sequence of parts that every format can show: written once, so that HTML, Word and Excel say the same.

Nothing here knows what a report is about; `term_story` and `annual_story` compose, `story_html`, `story_docx` and
`story_xlsx` show.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from advice_audit.reports.term_model import GradeCounts, VerdictCounts

Cell = str | int | float | date | VerdictCounts | GradeCounts | None
ColumnKind = Literal["text", "short", "wide", "number", "date", "verdicts", "grades", "grade", "state"]
# The order of a pattern is the order of weight on a black and white page: solid, stripes, dots, crosses.
Pattern = Literal["solid", "stripes", "dots", "cross", "empty"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text. `lead` stands out a little, `quiet` stands back; `label` is a bold beginning."""

    text: str
    tone: Literal["plain", "lead", "quiet"] = "plain"
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that nobody must read past, in a frame."""

    title: str
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Words of advices, each with where they are from."""

    items: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that fell short (None for something that is missing), what is wrong with them and what to write."""

    quotation: str | None
    label: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples of one theme."""

    items: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its cells hold, and where it should be wide enough to read."""

    name: str
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption. `group` rows (a single string) divide it. `sheet` is its name in a workbook."""

    caption: str
    sheet: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell] | str]
    empty: str = "Nothing to show."

    @property
    def full(self) -> list[Sequence[Cell]]:
        """Return the rows without the dividing ones."""
        return [row for row in self.rows if not isinstance(row, str)]


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of segment of a chart: its name, pattern and colour (by the name of the style)."""

    name: str
    pattern: Pattern
    tone: Literal["best", "good", "fair", "poor", "none"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its label and one value for each series."""

    label: str
    values: Sequence[int]

    @property
    def total(self) -> int:
        """Return the sum of the values."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars, each filling the width. `text` says in words what the picture shows."""

    key: str
    title: str
    text: str
    series: Sequence[Series]
    bars: Sequence[Bar]

    @property
    def used(self) -> list[Series]:
        """Return the series that some bar has."""
        return [one for place, one in enumerate(self.series) if any(bar.values[place] for bar in self.bars)]


@dataclass(frozen=True, slots=True)
class Point:
    """A share with its interval, and the same of every advice where known (all 0 to 1)."""

    label: str
    share: float | None
    low: float | None
    high: float | None
    census: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """Shares with their intervals, one under another."""

    key: str
    title: str
    text: str
    points: Sequence[Point]


Chart = Bars | Points


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart beside its table."""

    chart: Chart
    table: Table


Block = Paragraph | Bullets | Warning | Quotes | Examples | Table | Figure


@dataclass(frozen=True, slots=True)
class Sub:
    """A part of a section under its own heading."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the report. `key` is its anchor."""

    key: str
    title: str
    blocks: Sequence[Block | Sub]


@dataclass(frozen=True, slots=True)
class Story:
    """A whole report."""

    title: str
    subtitle: str
    facts: Sequence[tuple[str, str]]
    urgent: Warning | None
    chapters: Sequence[Chapter]
    foot: Sequence[str]
    file: str = "report"

    def tables(self) -> list[Table]:
        """Return every table of the report, in order."""
        found: list[Table] = []
        for chapter in self.chapters:
            for block in chapter.blocks:
                for part in block.blocks if isinstance(block, Sub) else [block]:
                    found += [part] if isinstance(part, Table) else [part.table] if isinstance(part, Figure) else []
        return found
