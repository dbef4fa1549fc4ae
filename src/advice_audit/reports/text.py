"""For a terminal: each advice's grade, then its findings by section, the costliest criterion first."""

from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING

from advice_audit.reports import words
from advice_audit.reports.interface import Audited, Output, Run
from advice_audit.reports.order import counts, distinct, groups, unjudged
from advice_audit.results import AdviceResult, Changes, FindingResult, Grade, Verdict
from advice_audit.rubric.model import Rubric

if TYPE_CHECKING:
    from rich.console import Console

STYLES: dict[Verdict, str] = {
    "met": "green",
    "partly_met": "yellow",
    "not_met": "bold red",
    "not_applicable": "dim",
}
GRADE_STYLES: dict[Grade, str] = {
    "outstanding": "bold green",
    "good": "green",
    "requires_improvement": "bold yellow",
    "inadequate": "bold red",
}
QUOTE = 200


def render(run: Run) -> list[Output]:
    """Return the report as wide as the screen, with colour where it shows any."""
    from rich.console import Console

    page = StringIO()
    console = Console(
        file=page,
        width=max(run.screen.width, 40),
        force_terminal=run.screen.colour,
        no_color=not run.screen.colour,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for one in run.audited:
        _advice(console, one, run.rubric)
    if len(run.audited) > 1:
        _total(console, [one.result for one in run.audited])
    lines = (line.rstrip() for line in page.getvalue().splitlines())
    return [Output("audit.txt", ("\n".join(lines) + "\n").encode())]


def _advice(console: "Console", one: Audited, rubric: Rubric) -> None:
    result = one.result
    console.rule(result.file, style="dim", align="left")
    if result.error is not None:
        console.print(f"Could not be audited: {result.error.message} ({result.error.code})", style="bold red")
        console.print()
        return
    _headline(console, result, rubric)
    if result.changes is not None:
        _changes(console, result.changes, rubric)
    _first(console, result, rubric)
    _sections(console, result, rubric)
    _person(console, result, rubric)
    console.print()


def _headline(console: "Console", result: AdviceResult, rubric: Rubric) -> None:
    from rich.text import Text

    if result.grade is None or result.score is None:
        return
    console.print(Text.assemble((words.GRADES[result.grade], GRADE_STYLES[result.grade]), f"  {result.score:.0%}"))
    console.print(result.grade_reason or "")
    parts = [
        Text(f"{words.SIGNS[verdict]} {number} {verdict.replace('_', ' ')}", STYLES[verdict])
        for verdict, number in counts(result).items()
    ]
    if left := unjudged(result):
        parts.append(Text(f"? {len(left)} not judged", STYLES["not_applicable"]))
    console.print(Text("  ").join(parts))
    if result.readability is not None:
        console.print(f"Reading age {result.readability:.0f} (aim for {rubric.readability_target:.0f} or under)")
    for warning in result.warnings:
        console.print(f"Note: {warning}", style="yellow")


def _changes(console: "Console", changes: Changes, rubric: Rubric) -> None:
    from rich.text import Text

    was = f"{words.GRADES[changes.grade]}, {changes.score or 0:.0%}" if changes.grade else "not graded"
    console.print(f"\nSince {changes.since} ({was})", style="bold")
    parts = [
        Text(f"{words.SIGNS['met']} {len(changes.fixed)} put right", STYLES["met"]),
        Text(f"{words.SIGNS['partly_met']} {len(changes.left)} left", STYLES["partly_met"]),
        Text(f"{words.SIGNS['not_met']} {len(changes.new)} new", STYLES["not_met"]),
    ]
    console.print(Text("  ").join(parts))
    left = [one.now for one in changes.left]
    for name, findings in (("Put right", changes.fixed), ("New", changes.new), ("Left", left)):
        if findings:
            console.print(f"  {name}")
        for finding in findings:
            quote = f": “{words.shorten(finding.quote, 70)}”" if finding.quote else ""
            _indented(console, f"{rubric.criterion(finding.criterion).title}{quote}", 4)


def _first(console: "Console", result: AdviceResult, rubric: Rubric) -> None:
    top = groups(result, rubric)[:3]
    if not top:
        console.print("\nNothing found.", style="green")
        return
    console.print("\nChange first", style="bold")
    for number, group in enumerate(top, start=1):
        limit = " (holds the grade down)" if group.limits else ""
        _indented(console, f"{number}. {group.criterion.title}{limit}: {group.findings[0].message}", 2)


def _sections(console: "Console", result: AdviceResult, rubric: Rubric) -> None:
    cost = {group.criterion.id: place for place, group in enumerate(groups(result, rubric))}
    verdicts = {c.id: c.verdict for c in result.criteria}
    for kind, findings in _by_section(result.findings):
        console.print(f"\n{words.section_name(kind)}", style="bold underline")
        for criterion_id in sorted({f.criterion for f in findings}, key=lambda c: cost.get(c, len(cost))):
            some = tuple(f for f in findings if f.criterion == criterion_id)
            _criterion(console, rubric.criterion(criterion_id).title, verdicts[criterion_id], some)


def _by_section(findings: Sequence[FindingResult]) -> list[tuple[str | None, list[FindingResult]]]:
    """Group findings by section: first what concerns the whole advice, then sections as they stand in the text."""
    placed: dict[str | None, list[FindingResult]] = {}
    for finding in findings:
        key = None if finding.start is None else finding.section or "other"
        placed.setdefault(key, []).append(finding)
    return sorted(placed.items(), key=lambda item: item[0] is not None)


def _criterion(console: "Console", title: str, verdict: Verdict, findings: tuple[FindingResult, ...]) -> None:
    from rich.text import Text

    sign = words.SIGNS[verdict]
    console.print(Text.assemble("  ", (f"{sign} {title}", STYLES[verdict]), (f"  {findings[0].criterion}", "dim")))
    suggested = ""
    for finding, times in distinct(findings):
        if finding.quote:
            again = f" ({times} times)" if times > 1 else ""
            _indented(console, f"“{words.shorten(finding.quote, QUOTE)}”{again}", 4, "italic")
        _indented(console, finding.message, 4)
        if finding.suggestion and finding.suggestion != suggested:
            _indented(console, f"→ {finding.suggestion}", 4, "cyan")
            suggested = finding.suggestion


def _person(console: "Console", result: AdviceResult, rubric: Rubric) -> None:
    waiting = [c for c in result.criteria if c.needs_person]
    if not waiting:
        return
    console.print("\nA person needs to judge", style="bold underline")
    by_reason: dict[str, list[str]] = {}
    for criterion in waiting:
        by_reason.setdefault(criterion.look_at or "", []).append(rubric.criterion(criterion.id).title)
    for reason, titles in by_reason.items():
        _indented(console, f"{'; '.join(titles)}: {reason}", 2)


def _total(console: "Console", results: Sequence[AdviceResult]) -> None:
    console.rule(style="dim")
    grades = [result.grade for result in results if result.grade]
    parts = [f"{grades.count(grade)} {name.lower()}" for grade, name in words.GRADES.items() if grade in grades]
    failed = sum(result.status == "unreadable" for result in results)
    if failed:
        parts.append(f"{failed} could not be audited")
    console.print(f"{words.number_of(len(results), 'file')}: {', '.join(parts)}")


def _indented(console: "Console", text: str, by: int, style: str = "") -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print(Padding(Text(" ".join(text.split()), style), (0, 0, 0, by)))
