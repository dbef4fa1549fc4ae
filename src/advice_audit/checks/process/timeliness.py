"""process.timeliness: the advice was completed within the time allowed.

What the standard asks:
    Advice within six weeks of the request; for an annual review within four weeks of the request or, if that is
    later, eleven working days before the meeting (Swindon practice standards 2022, "Social care advice: provided in a
    timely manner").

What a finding is:
    An absence of time: completed later than six weeks after the request (needs assessment, reassessment), or, for a
    review, later than both limits. Tribunals and closures have dates of their own and are left out.

What good looks like:
    "Requested 1 February 2024; completed 7 March 2024."

Known limits:
    Only dates that the advice itself gives are known. Bank holidays are those of England; a council's own closure
    days are not.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.rubric.calendar import working_days_between

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.language.facts import Facts


def check(doc: "Doc", context: Context) -> Checked:
    """Report an advice that was completed after every date it could have met."""
    facts: Facts | None = doc._.facts
    if facts is None or facts.requested is None or facts.completed is None or facts.purpose in ("closure", "tribunal"):
        return NOT_APPLICABLE
    if facts.completed < facts.requested:
        # One of the two dates must be wrong or misread: only a person can say.
        return Checked(applies=False, look_at="The advice is dated before it was requested: check both dates.")
    if facts.purpose == "annual_review":
        return _review(context, facts, facts.requested, facts.completed)
    weeks = context.rubric.deadlines.assessment_weeks
    limit = facts.requested + timedelta(weeks=weeks)
    if facts.completed <= limit:
        return Checked()
    days = (facts.completed - limit).days
    why = (
        f"It was asked for on {_words(facts.requested)}, so its {weeks} weeks ended on {_words(limit)}: "
        f"it is {days} {'day' if days == 1 else 'days'} late."
    )
    return _late(context, facts.completed, why, days)


def _review(context: Context, facts: "Facts", requested: date, completed: date) -> Checked:
    deadlines = context.rubric.deadlines
    limit = requested + timedelta(weeks=deadlines.review_weeks)
    if completed <= limit:
        return Checked()
    if facts.meeting is None:
        return NOT_APPLICABLE
    before = deadlines.review_working_days_before_meeting
    if working_days_between(completed, facts.meeting) >= before:
        return Checked()
    why = (
        f"The {deadlines.review_weeks} weeks after the request ended on {_words(limit)}, and the review meeting of "
        f"{_words(facts.meeting)} was less than {before} working days away: it is late by both."
    )
    return _late(context, completed, why, (completed - limit).days)


def _late(context: Context, completed: date, why: str, days: int) -> Checked:
    message = f"The advice was completed on {_words(completed)}. {why}"
    suggestion = "Say why it is late, and tell the family; next time plan the visits back from the date it is due."
    return Checked((context.finding(message, suggestion, confidence=0.95, cues=(f"{days} days late",)),))


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
