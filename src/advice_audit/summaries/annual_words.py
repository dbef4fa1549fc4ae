"""The year in a few sentences, and what is asked of the board."""

from advice_audit.reports.annual_model import AnnualReport, TermYear
from advice_audit.reports.words import number_of
from advice_audit.summaries.in_short import grades_in_words, quoted
from advice_audit.summaries.wording import listed


def annual_in_short(report: AnnualReport) -> tuple[str, ...]:
    """Return the year in a few sentences."""
    sampled = sum(term.sampled for term in report.terms)
    moderated = sum(term.moderated for term in report.terms)
    lines = [
        f"{number_of(sampled, 'advice').capitalize()} audited in {number_of(len(report.terms), 'termly sample')}, "
        f"{moderated} of them by a person; {number_of(report.self_audits.number, 'self-audit')} sent in by managers."
    ]
    if sampled:
        lines.append(f"Grades of the samples: {grades_in_words(report.grades)}.")
    every = [term for term in report.terms if term.grades.census]
    if every:
        lines.append(f"All advices, by the program: {listed([_good(term) for term in every])} were good or better.")
    better = [quoted(t.title) for t in report.criteria if t.direction == "better"]
    worse = [quoted(t.title) for t in report.criteria if t.direction == "worse"]
    lines.append(f"Clearly better over the year: {listed(better) or 'no criterion'}.")
    if worse:
        lines.append(f"Clearly worse: {listed(worse)}.")
    if report.themes:
        lines.append(f"Costs children most: {listed([quoted(theme.title) for theme in report.themes[:3]])}.")
    changed = report.changed
    if changed.actions:
        late = f", {changed.overdue} overdue" if changed.overdue else ""
        lines.append(f"Of {number_of(changed.actions, 'action')}, {changed.done} are done{late}.")
    if changed.reaudits:
        right = sum(row.put_right for row in changed.reaudits)
        of = right + sum(row.kept for row in changed.reaudits)
        again = number_of(len(changed.reaudits), "amended advice")
        lines.append(f"{again} audited again: {right} of {of} findings put right.")
    if report.feedback.number:
        first = report.feedback.themes[0]
        said = number_of(report.feedback.number, "piece", "pieces")
        lines.append(f"{said} of feedback, most of it on {quoted(first.theme.lower())} ({first.number}).")
    return tuple(lines)


def _good(term: TermYear) -> str:
    assert term.grades.census is not None
    return f"{term.grades.census.good_or_better} of {term.grades.census.total} in the {term.period.name}"


def asks_of(report: AnnualReport) -> tuple[str, ...]:
    """Return what the board is asked to do."""
    asks = []
    if report.urgent:
        asks.append(f"Follow up {number_of(len(report.urgent), 'urgent safeguarding concern')} still open.")
    if report.themes:
        theme = report.themes[0]
        asks.append(
            f"Agree {quoted(theme.title)} as the theme of the year: it fell short in {theme.short.count} of the "
            f"{theme.short.of} audited advices it applies to."
        )
    if report.changed.overdue:
        asks.append(
            f"Have the {number_of(report.changed.overdue, 'overdue action')} finished or dropped with a reason."
        )
    if report.feedback.number:
        asks.append(
            f"Answer the families on {quoted(report.feedback.themes[0].theme.lower())}, of which they spoke most."
        )
    silent = [term.period.name for term in report.terms if not term.sampled]
    if silent:
        asks.append(f"Make up for the audits that are missing: {listed(silent)}.")
    return tuple(asks)
