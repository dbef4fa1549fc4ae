"""A story as one self-contained page: charts as inline SVG beside their tables, readable in black and white."""

from datetime import date
from importlib.metadata import version

from advice_audit.reports import words
from advice_audit.reports.html import environment
from advice_audit.reports.interface import Output
from advice_audit.reports.story import Cell, ColumnKind, Story
from advice_audit.reports.term_model import GradeCounts, VerdictCounts

# The width of a chart in its own units; the page shows it at most half as large again.
WIDTH = 320


def render_html(story: Story) -> list[Output]:
    """Return the page of a report."""
    env = environment()
    env.tests["verdict_counts"] = lambda cell: isinstance(cell, VerdictCounts)
    env.tests["grade_counts"] = lambda cell: isinstance(cell, GradeCounts)
    env.filters["cell"] = cell_words
    env.globals.update(WIDTH=WIDTH, block_kind=lambda block: type(block).__name__, shown=shown_table)
    page = env.get_template("story.html.j2").render(story=story, version=version("advice-audit"))
    return [Output(f"{story.file}.html", page.encode())]


def shown_table(kind: str) -> bool:
    """Tell whether a kind of block is a table or has one."""
    return kind in ("Table", "Figure")


def cell_words(cell: Cell, kind: ColumnKind = "text") -> str:
    """Return what a cell says, in words and figures; counts of verdicts and grades in short."""
    if cell is None:
        return "–"
    if isinstance(cell, date):
        return words.british_date(cell)
    if isinstance(cell, VerdictCounts):
        return verdicts_said(cell)
    if isinstance(cell, GradeCounts):
        return grades_said(cell)
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def verdicts_said(counts: VerdictCounts) -> str:
    """Return counts of verdicts, as in `4 met, 1 partly, 1 not`."""
    parts = [(counts.met, "met"), (counts.partly_met, "partly"), (counts.not_met, "not")]
    parts += [(counts.unsettled, "to be settled")]
    said = ", ".join(f"{number} {name}" for number, name in parts if number)
    return said or ("does not apply" if counts.not_applicable else "–")


def grades_said(counts: GradeCounts) -> str:
    """Return counts of grades, as in `1 outstanding, 3 good`."""
    names = ("outstanding", "good", "requires_improvement", "inadequate")
    said = [(getattr(counts, name), name.replace("_", " ")) for name in names]
    return ", ".join(f"{number} {name}" for number, name in said if number) or "–"
