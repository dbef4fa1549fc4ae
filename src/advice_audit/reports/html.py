"""One self-contained page: the grade and why, what to change first, every criterion, then the advice with notes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from advice_audit.reports import words
from advice_audit.reports.interface import Audited, Output, Run
from advice_audit.reports.order import Group, counts, distinct, groups, unjudged
from advice_audit.reports.page import Note, Row, notes_of, rows
from advice_audit.reports.thread_picture import Picture, draw
from advice_audit.results import AdviceResult, CriterionResult, FindingResult, Verdict
from advice_audit.rubric.model import Criterion, Rubric

FIRST = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion beside its verdict, and the numbers of its notes."""

    criterion: Criterion
    result: CriterionResult
    notes: tuple[int, ...]
    absences: tuple[FindingResult, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """All that the page says about one advice. `key` makes its links unlike those of its neighbours."""

    key: str
    name: str
    result: AdviceResult
    first: tuple[Group, ...]
    table: tuple[tuple[str, tuple[Judged, ...]], ...]
    counts: dict[Verdict, int]
    unjudged: frozenset[str]
    absences: tuple[FindingResult, ...]
    notes: tuple[Note, ...]
    rows: tuple[Row, ...]
    thread: Picture | None

    def numbers(self, group: Group) -> list[int]:
        """Return the numbers of the notes of a group's findings."""
        return [note.number for note in self.notes if note.finding.criterion == group.criterion.id]

    def numbers_of(self, finding: FindingResult) -> list[int]:
        """Return the number of a finding's note, none for an absence."""
        return [note.number for note in self.notes if note.finding is finding]


def render(run: Run) -> list[Output]:
    """Return one page for all files."""
    advices = [_advice(f"a{i}", one, run.rubric) for i, one in enumerate(run.audited, start=1) if one.document]
    failed = [one.result for one in run.audited if one.result.status == "unreadable"]
    page = (
        environment()
        .get_template("report.html.j2")
        .render(
            advices=advices,
            failed=failed,
            rubric=run.rubric,
            today=run.today,
            version=version("advice-audit"),
            titles={criterion.id: criterion.title for criterion in run.rubric.criteria},
            common=_common(advices, run.rubric),
        )
    )
    return [Output("audit.html", page.encode())]


def environment() -> Any:
    """Return the Jinja environment of all HTML reports: escaping on, and the words of `words.py` at hand."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    env = Environment(
        loader=PackageLoader("advice_audit.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        british=words.british_date, shorten=words.shorten, section=words.section_name, count=words.number_of
    )
    env.globals.update(
        VERDICTS=words.VERDICTS, GRADES=words.GRADES, PURPOSES=words.PURPOSES, SMART=words.SMART, distinct=distinct
    )
    return env


def _advice(key: str, one: Audited, rubric: Rubric) -> Advice:
    assert one.document is not None
    notes = notes_of(one.result.findings)
    return Advice(
        key,
        PurePath(one.result.file).name,
        one.result,
        tuple(groups(one.result, rubric)[:FIRST]),
        tuple(_table(one.result, rubric, notes)),
        counts(one.result),
        unjudged(one.result),
        tuple(f for f in one.result.findings if f.start is None),
        tuple(notes),
        tuple(rows(one.document, notes)),
        draw(one.result, one.document.text),
    )


def _table(result: AdviceResult, rubric: Rubric, notes: Sequence[Note]) -> list[tuple[str, tuple[Judged, ...]]]:
    given = {c.id: c for c in result.criteria}
    table: dict[str, list[Judged]] = {}
    for criterion in rubric.criteria:
        if criterion.id in given:
            numbers = tuple(n.number for n in notes if n.finding.criterion == criterion.id)
            absent = tuple(f for f in result.findings if f.criterion == criterion.id and f.start is None)
            table.setdefault(criterion.group, []).append(Judged(criterion, given[criterion.id], numbers, absent))
    return [(words.group_name(group), tuple(judged)) for group, judged in table.items()]


def _common(advices: Sequence[Advice], rubric: Rubric) -> list[tuple[Criterion, Counter[Verdict]]]:
    """Return the criteria that fall short in most advices, with how often each verdict was given."""
    tally = []
    for criterion in rubric.criteria:
        given = Counter(
            c.verdict for a in advices for c in a.result.criteria if c.id == criterion.id and c.id not in a.unjudged
        )
        short = given["not_met"] + given["partly_met"]
        if short:
            tally.append(((given["not_met"] * 2 + given["partly_met"]) * criterion.weight, criterion, given))
    return [(criterion, given) for _, criterion, given in sorted(tally, key=lambda entry: -entry[0])[:8]]
