"""The termly report, filled from the store."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from advice_audit.reports.term_model import TermReport
from advice_audit.rubric.model import Rubric
from advice_audit.summaries.agreeing import agreement_of
from advice_audit.summaries.drawing import auditors_of, chosen_of
from advice_audit.summaries.grading import criteria_of, grades_of, services_of
from advice_audit.summaries.in_short import term_in_short
from advice_audit.summaries.learning import next_theme_of, strengths_of, themes_of
from advice_audit.summaries.quotations import quotations_of
from advice_audit.summaries.timely import timeliness_of
from advice_audit.summaries.view import View, about, make_view, period
from advice_audit.terms import AuditTerm

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BEFORE = 2
"""Terms that stand beside the report's own."""


def term_report(
    session: "Session",
    term: AuditTerm,
    rubric: Rubric,
    *,
    today: date,
    by: str,
    identified: bool = False,
    theme: str | None = None,
) -> TermReport:
    """Return a term's report.

    Args:
        session: any session of the store.
        term: which term.
        rubric: the rubric by which the advices were audited: weights, titles, words of advice.
        today: the day of the report; actions due before it are overdue.
        by: who has it made.
        identified: name people and files in full.
        theme: id of the criterion that the next term shall work on, where the DSCO has chosen.
    """
    from advice_audit.summaries.work import actions_of, flags_of

    before = [term.shifted(-n) for n in range(1, BEFORE + 1)]
    view = make_view(session, [term, *before], rubric, term, today, identified=identified)
    own = [str(term)]
    rows = criteria_of(view, before)
    urgent, closed = flags_of(view, own)
    census = view.tables.census(str(term))
    report = TermReport(
        about=about(view, by),
        period=period(term),
        urgent=urgent,
        flags_closed=closed,
        in_short=(),
        chosen=chosen_of(view),
        auditors=auditors_of(view),
        sampled=len(view.samples[str(term)]),
        census=len(census) if len(census) else None,
        unreadable=_unreadable(view),
        grades=grades_of(view, before),
        criteria=rows,
        strengths=strengths_of(view, rows, own, quotations_of(view, own)),
        themes=themes_of(view, rows, own),
        services=services_of(view, own),
        timeliness=timeliness_of(view),
        agreement=agreement_of(view),
        actions=actions_of(view, [str(t) for t in before]),
        next_theme=next_theme_of(view, rows, theme),
        method=method_of(view, own),
    )
    return report.model_copy(update={"in_short": term_in_short(report)})


def _unreadable(view: View) -> int:
    rows = view.tables.audits
    mine = (rows.term == str(view.term)) & (rows.origin == "batch") & rows.current
    return int((mine & (rows.status == "unreadable")).sum())


def method_of(view: View, terms: Sequence[str]) -> tuple[str, ...]:
    """Return how the figures of a report came about and what they can bear."""
    lines = [
        "A sample of six cannot carry percentages: one advice more or less would move them by seventeen. So the report "
        "gives counts, and beside them what they allow to be said of all advices: in nineteen out of twenty samples "
        "drawn like this one, the true number lies between the two that are given (Wilson's score interval, 95%).",
        "Where it is known how many advices there are in all, the interval is reckoned for that number: the more of them "
        "were looked at, the narrower it is (the same score test with the variance of drawing without replacement).",
        "A change from one term to the next is called more than chance only where Fisher's exact test says so at 5%. With "
        "six audits a term that takes a change as large as from none to five.",
        "A verdict in the sample is what the auditors settled or agree on, and the program's where nobody changed it. Where "
        "two auditors differ and it is not settled, the criterion is left out of the counts and of the grade.",
        "A service or a date counts as the advice itself gives it.",
    ]
    if any(len(view.tables.census(term)) for term in terms):
        lines.insert(
            4,
            "Every advice: what the program found in all advices of the term, completed in it by their own date. No person "
            "has checked those verdicts; the agreement between program and auditors tells how far to trust them.",
        )
    return tuple(lines)
