"""Whether advices came in time, and how late the late ones were."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median
from typing import Any, Literal

from advice_audit.reports.term_model import LateAdvice, Timeliness, TimelyRow
from advice_audit.rubric.calendar import shift_working_days
from advice_audit.rubric.model import Deadlines
from advice_audit.summaries.counts import verdict_counts
from advice_audit.summaries.drawing import purpose_name
from advice_audit.summaries.grading import met_count
from advice_audit.summaries.tables import CENSUS
from advice_audit.summaries.view import View

CRITERION = "process.timeliness"
Came = Literal["in_time", "late", "unknown"]
_CAME: dict[str, Came] = {"met": "in_time", "partly_met": "late", "not_met": "late"}


def timeliness_of(view: View) -> Timeliness:
    """Return whether this term's advices came in time, the sample's and every one."""
    term = str(view.term)
    audits = view.tables.audits
    sample = sample_came(view, term)
    counts = verdict_counts(a.verdicts.get(CRITERION, "not_applicable") for a in view.samples[term].values())
    late = [_late(view, number, audits.loc[number]) for number, came in sample.items() if came == "late"]
    days = [_days(audits.loc[number]) for number in sample]
    known = [number for number in days if number is not None]
    return Timeliness(
        sample=rows_of(audits, sample.items()),
        census=rows_of(audits, census_came(view, term).items()),
        late=tuple(row for row in late if row is not None),
        in_time=met_count(view, [term], counts),
        median_days=float(median(known)) if known else None,
    )


def sample_came(view: View, term: str) -> dict[int, Came]:
    """Return for each audited advice of a sample whether it came in time, as the auditors left it."""
    return {n: _CAME.get(a.verdicts.get(CRITERION, ""), "unknown") for n, a in view.samples[term].items()}


def census_came(view: View, term: str, origin: str = CENSUS) -> dict[int, Came]:
    """Return for every advice of a term whether it came in time, by the program."""
    given = view.tables.given
    ids = view.tables.census(term, origin).index.tolist()
    return {number: _CAME.get(dict(given.get(number, ())).get(CRITERION, ""), "unknown") for number in ids}


def rows_of(audits: Any, came: Iterable[tuple[int, Came]]) -> tuple[TimelyRow, ...]:
    """Return counts by what the advices were written for, in order of name."""
    found: dict[str, Counter[Came]] = {}
    for number, how in came:
        found.setdefault(purpose_name(audits.loc[number, "purpose"]), Counter())[how] += 1
    return tuple(_row(purpose, found[purpose]) for purpose in sorted(found))


def _row(purpose: str, counts: Counter[Came]) -> TimelyRow:
    return TimelyRow(purpose=purpose, in_time=counts["in_time"], late=counts["late"], unknown=counts["unknown"])


def total(purpose: str, came: Iterable[Came]) -> TimelyRow:
    """Return all advices in one row, whatever they were written for."""
    return _row(purpose, Counter(came))


def _days(row: Any) -> int | None:
    if row.requested is None or row.completed is None or row.completed < row.requested:
        return None
    return int((row.completed - row.requested).days)


def _late(view: View, number: int, row: Any) -> LateAdvice | None:
    if row.requested is None or row.completed is None:
        return None
    due = due_date(row.purpose, row.requested, row.meeting, view.rubric.deadlines)
    return LateAdvice(
        label=view.label(number),
        purpose=purpose_name(row.purpose),
        requested=row.requested,
        completed=row.completed,
        days_late=max((row.completed - due).days, 0) if due else None,
    )


def due_date(purpose: str | None, requested: date, meeting: date | None, deadlines: Deadlines) -> date | None:
    """Return the last day on which an advice was in time (Swindon practice standards 2022, "in a timely manner").

    Args:
        purpose: why it was written; closures and tribunals have dates of their own.
        requested: the day of the request.
        meeting: the day of the annual review.
        deadlines: those of the rubric.
    """
    if purpose in ("closure", "tribunal"):
        return None
    if purpose != "annual_review":
        return requested + timedelta(weeks=deadlines.assessment_weeks)
    limit = requested + timedelta(weeks=deadlines.review_weeks)
    if meeting is None:
        return limit
    return max(limit, shift_working_days(meeting, -deadlines.review_working_days_before_meeting))
