"""What the annual report says, as data: three terms, all self-audits, feedback, and what changed because of audits."""

from datetime import date
from typing import Literal

from advice_audit.reports.part import Part
from advice_audit.reports.term_model import (
    About,
    ActionRow,
    Agreed,
    Flag,
    GradeCounts,
    Period,
    Quotation,
    Reaudit,
    ServiceRow,
    Strength,
    TermGrades,
    TermVerdicts,
    Theme,
    TimelyRow,
)


class TermYear(Part):
    """One term of the year in a row."""

    period: Period
    population: int | None
    sampled: int
    moderated: int
    census: int | None
    grades: TermGrades
    timely: TimelyRow
    timely_census: TimelyRow | None
    theme: str | None


class CriterionTrend(Part):
    """One criterion over the year's terms, earliest first; `trend` says in words what can be said."""

    id: str
    title: str
    group: str
    terms: tuple[TermVerdicts, ...]
    direction: Literal["better", "worse", "steady", "unclear"]
    trend: str


class SelfAudits(Part):
    """Audits that managers made themselves and sent in."""

    number: int
    grades: GradeCounts
    by_term: tuple[tuple[str, GradeCounts], ...]
    by_service: tuple[ServiceRow, ...]
    sent_by: tuple[tuple[str, int], ...]
    weakest: tuple[Theme, ...]


class Learning(Part):
    """Something learned over the year: where it stood at the start, where at the end, and what follows."""

    criterion: str
    title: str
    words: str


class FeedbackTheme(Part):
    """What was said on one theme: how often, by whom, and in some of their own words."""

    theme: str
    number: int
    by_source: tuple[tuple[str, int], ...]
    quotations: tuple[Quotation, ...]


class Feedback(Part):
    """Feedback from families and stakeholders."""

    number: int
    by_source: tuple[tuple[str, int], ...]
    by_term: tuple[tuple[str, int], ...]
    themes: tuple[FeedbackTheme, ...]


class Changed(Part):
    """What changed because of audits."""

    actions: int
    done: int
    open: int
    overdue: int
    dropped: int
    rows: tuple[ActionRow, ...]
    reaudits: tuple[Reaudit, ...]
    improved: tuple[Learning, ...]


class AnnualReport(Part):
    """The whole annual report, for the board of September."""

    version: Literal["1"] = "1"
    kind: Literal["annual"] = "annual"
    about: About
    year: str
    starts: date
    ends: date
    urgent: tuple[Flag, ...]
    flags_closed: tuple[Flag, ...]
    in_short: tuple[str, ...]
    terms: tuple[TermYear, ...]
    grades: GradeCounts
    census_grades: GradeCounts | None
    criteria: tuple[CriterionTrend, ...]
    strengths: tuple[Strength, ...]
    themes: tuple[Theme, ...]
    services: tuple[ServiceRow, ...]
    self_audits: SelfAudits
    learning: tuple[Learning, ...]
    feedback: Feedback
    changed: Changed
    machine_person: Agreed
    person_person: Agreed
    asks: tuple[str, ...]
    method: tuple[str, ...]
