"""An evaluation as tables for a terminal, and as a page that lists every miss and every false alarm."""

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING, Any

from advice_audit.evaluation.figures import CountFigures, Figures
from advice_audit.evaluation.score import Compared

if TYPE_CHECKING:
    from rich.table import Table


def in_text(figures: Figures, before: Figures | None, *, width: int, colour: bool) -> str:
    """Return the tables.

    Args:
        figures: what was measured.
        before: the saved figures of the same set, or None; the column `was` then gives the saved F1.
        width: columns of characters.
        colour: whether the reader sees colour.
    """
    from rich.console import Console

    page = StringIO()
    console = Console(file=page, width=max(width, 60), force_terminal=colour, no_color=not colour, highlight=False)
    console.print(_criteria(figures, before))
    for title, split in (("Writer", figures.by_writer), ("Layout", figures.by_layout), ("Quality", figures.by_quality)):
        console.print(_split(title, split))
    for line in summary(figures, before):
        console.print(line, markup=False)
    return page.getvalue()


def summary(figures: Figures, before: Figures | None) -> list[str]:
    """Return the figures over all criteria, one a line."""
    micro, span = figures.micro, figures.f1_interval
    shares = f"precision {_two(micro.precision)}, recall {_two(micro.recall)}, F1 {_two(micro.f1)}"
    after = f" (95% interval {span[0]:.2f} to {span[1]:.2f})" if span else ""
    after += f", was {_two(before.micro.f1)}" if before else ""
    return [
        f"{figures.advices} advices of {len(figures.writers)} writers",
        f"All criteria: {shares}{after}",
        f"Mean F1 of criteria with three or more labelled findings: {figures.macro_f1:.2f}",
        f"Verdicts: weighted kappa {_two(figures.kappa)}; something to find or not: agreement {_two(figures.agreement)}"
        + (f", AC1 {figures.ac1:.2f}" if figures.ac1 is not None else ""),
        f"Traps hit: {figures.traps_hit} of {figures.traps}",
    ]


def _criteria(figures: Figures, before: Figures | None) -> "Table":
    table = _table(
        "Criterion", "Right", "False", "Missed", "Precision", "Recall", "F1", *(["was"] if before else []), "Kappa"
    )
    for name, one in figures.criteria.items():
        was = [_two(before.criteria[name].f1 if name in before.criteria else None)] if before else []
        table.add_row(name, *_cells(one), *was, _two(one.kappa))
    return table


def _split(title: str, split: dict[str, CountFigures]) -> "Table":
    table = _table(title, "Right", "False", "Missed", "Precision", "Recall", "F1")
    for name, one in split.items():
        table.add_row(name, *_cells(one))
    return table


def _table(first: str, *others: str) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _cells(one: CountFigures) -> list[str]:
    counts = [str(one.matched), str(one.false_alarms), str(one.misses)]
    return [*counts, _two(one.precision), _two(one.recall), _two(one.f1)]


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def in_html(figures: Figures, compared: Sequence[Compared]) -> bytes:
    """Return a self-contained page of every miss and false alarm, by criterion, with its words."""
    from advice_audit.reports.html import environment

    listed: dict[str, list[dict[str, Any]]] = {name: [] for name in figures.criteria}
    for one in compared:
        for miss in one.misses:
            listed.setdefault(miss.criterion, []).append(_fault("Missed", one, miss.quote, ", ".join(miss.missing)))
        for alarm in one.false_alarms:
            why = f"{alarm.message} ({alarm.confidence:.2f})"
            listed.setdefault(alarm.criterion, []).append(_fault("False alarm", one, alarm.quote, why))
        for trap in one.traps_hit:
            listed.setdefault(trap.criterion, []).append(_fault("Trap", one, trap.quote, trap.why))
    template = environment().get_template("evaluation.html.j2")
    page: str = template.render(figures=figures, listed=listed, lines=summary(figures, None), two=_two)
    return page.encode()


def _fault(kind: str, one: Compared, quote: str | None, why: str) -> dict[str, Any]:
    return {"kind": kind, "advice": one.gold.id, "quote": quote, "why": why}
