"""A report in a few sentences, for those who read no further."""

from advice_audit.reports.term_model import Actions, GradeCounts, TermReport
from advice_audit.reports.words import GRADES, number_of
from advice_audit.summaries.wording import listed, small


def term_in_short(report: TermReport) -> tuple[str, ...]:
    """Return the term in a few sentences."""
    lines = [_audited(report)]
    now = report.grades.now
    if report.sampled:
        lines.append(
            f"Grades of the sample: {grades_in_words(now.sample)}. Good or better: {now.good_or_better.words}."
        )
    if report.grades.change:
        lines.append(f"Compared with last time: {report.grades.change}.")
    if report.strengths:
        lines.append(f"Done well: {listed([quoted(one.title) for one in report.strengths[:3]])}.")
    if report.themes:
        weak = [f"{quoted(one.title)} ({one.short.count} of {one.short.of} fall short)" for one in report.themes[:3]]
        lines.append(f"To improve first: {listed(weak)}.")
    if report.timeliness.in_time.of:
        lines.append(
            f"In time: {report.timeliness.in_time.count} of the {report.timeliness.in_time.of} whose dates can be compared."
        )
    lines += _actions(report.actions)
    if report.next_theme:
        lines.append(f"Theme of the {report.next_theme.next_term}: {quoted(report.next_theme.title)}.")
    return tuple(lines)


def _audited(report: TermReport) -> str:
    if not report.sampled:
        whole = f"; the program audited {report.census}" if report.census else ""
        return f"No advice of a sample has been audited for this term yet{whole}."
    population = report.chosen.population if report.chosen else None
    of = f" out of {population}" if population else ""
    people = f"{small(report.agreement.moderated)} of them by a person, {small(report.agreement.twice)} by two"
    whole = f" Besides, the program audited every advice it was given: {report.census}." if report.census else ""
    return f"{number_of(report.sampled, 'advice').capitalize()}, drawn at random{of}, were audited, {people}.{whole}"


def quoted(title: str) -> str:
    """Return a criterion's title as a name in a sentence."""
    return f"“{title}”"


def grades_in_words(grades: GradeCounts) -> str:
    """Return grades as `1 outstanding, 3 good and 2 requires improvement`."""
    said = [f"{n} {name.lower()}" for key, name in GRADES.items() if (n := getattr(grades, key))]
    return listed(said) or "none yet"


def _actions(actions: Actions) -> list[str]:
    lines = []
    if actions.last:
        done = sum(row.state == "done" for row in actions.last)
        overdue = sum(row.state == "overdue" for row in actions.last)
        late = f"; {overdue} overdue" if overdue else ""
        lines.append(f"Of the {number_of(len(actions.last), 'action')} from before, {done} are done{late}.")
    if actions.reaudits:
        better = sum(row.put_right for row in actions.reaudits)
        of = better + sum(row.kept for row in actions.reaudits)
        lines.append(
            f"{number_of(len(actions.reaudits), 'amended advice')} audited again: {better} of {of} findings put right."
        )
    if actions.missing:
        lines.append(f"{number_of(len(actions.missing), 'advice')} below good still without an action.")
    return lines
