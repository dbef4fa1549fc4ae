"""What a termly report says, as data: `summaries/` fills it from the store, the formats beside this file show it."""

from datetime import date
from typing import Literal

from advice_audit.reports.part import Part
from advice_audit.results import Grade, Verdict


class Count(Part):
    """How many of how many, and what that says about all advices of the term.

    `population` is how many there are in all, where known; `least` and `most` the 95 % interval for the whole, in
    advices where the population is known and otherwise as shares (0 to 1). `words` says all of it in one sentence.
    """

    count: int
    of: int
    population: int | None = None
    least: int | float | None = None
    most: int | float | None = None
    words: str


class VerdictCounts(Part):
    """How often each verdict was given. `unsettled`: two auditors differ and it is not settled yet."""

    met: int = 0
    partly_met: int = 0
    not_met: int = 0
    not_applicable: int = 0
    unsettled: int = 0

    @property
    def judged(self) -> int:
        """Return how many of them say anything about the criterion."""
        return self.met + self.partly_met + self.not_met

    @property
    def short(self) -> int:
        """Return how many fall short."""
        return self.partly_met + self.not_met


class GradeCounts(Part):
    """How many advices earned each grade."""

    outstanding: int = 0
    good: int = 0
    requires_improvement: int = 0
    inadequate: int = 0

    @property
    def total(self) -> int:
        """Return the number of advices."""
        return self.outstanding + self.good + self.requires_improvement + self.inadequate

    @property
    def good_or_better(self) -> int:
        """Return the number that are good or outstanding."""
        return self.outstanding + self.good


class Period(Part):
    """A term: its slug (`2026-autumn`), its name, its outer bounds and the month it is audited in."""

    term: str
    name: str
    starts: date
    ends: date
    audit_month: str


class About(Part):
    """Whose report it is, about what, made when, by whom and by which rubric.

    `identified`: people are named in full; otherwise by initials, and files not at all.
    """

    council: str
    rubric: str
    rubric_title: str
    rubric_version: str
    based_on: str
    made_on: date
    made_by: str
    identified: bool


class Flag(Part):
    """A safeguarding concern raised while auditing. Open ones stand on top of the report."""

    advice: str
    text: str
    raised_by: str
    raised_on: date
    closed_on: date | None = None
    outcome: str | None = None


class Excluded(Part):
    """Advices that could not be chosen, and why."""

    reason: str
    count: int


class ChosenItem(Part):
    """An advice of the sample. `name` is its file's name, given only in an identified report."""

    label: str
    name: str | None
    service: str
    purpose: str
    completed: date | None
    role: Literal["chosen", "reserve"]
    state: Literal["waiting", "audited", "unreadable", "replaced"]
    grade: Grade | None
    machine_grade: Grade | None
    auditors: tuple[str, ...]


class Chosen(Part):
    """How the sample was drawn: enough to draw it again.

    `population` is how many could be chosen, `term_population` how many the term has, those left out among them.
    """

    size: int
    population: int | None
    term_population: int
    method: str
    source: str
    seed: int
    stratified_by: str | None
    drawn_on: date
    drawn_by: str
    excluded: tuple[Excluded, ...]
    items: tuple[ChosenItem, ...]
    reserves: int
    replaced: int
    unreadable: int


class Auditor(Part):
    """A person who audited, and what they did: criteria whose verdict they changed, findings dismissed and added."""

    name: str
    audits: int
    changed: int
    dismissed: int
    added: int


class TermGrades(Part):
    """Grades of one term: of the sample as people agreed them, and of every advice as the machine gave them."""

    term: str
    name: str
    sample: GradeCounts
    census: GradeCounts | None
    good_or_better: Count


class Grades(Part):
    """Grades of this term, and of those before it (latest first).

    `machine` are the machine's own grades for the sample, to be held beside the `census`, which is the machine's too.
    """

    now: TermGrades
    machine: GradeCounts
    before: tuple[TermGrades, ...]
    typical: str | None
    change: str | None


class TermVerdicts(Part):
    """Verdicts on one criterion in one term."""

    term: str
    name: str
    sample: VerdictCounts
    census: VerdictCounts | None


class CriterionRow(Part):
    """One criterion this term against those before it (latest first)."""

    id: str
    title: str
    group: str
    now: TermVerdicts
    before: tuple[TermVerdicts, ...]
    met: Count
    change: str


class Quotation(Part):
    """Words of an advice, short and without names; `label` tells which advice."""

    text: str
    label: str


class Strength(Part):
    """Something that is done well."""

    criterion: str
    title: str
    met: Count
    why: str
    quotations: tuple[Quotation, ...]


class Example(Part):
    """Words that fell short, and what would put them right. An absence has no quotation."""

    label: str
    quotation: str | None
    message: str
    suggestion: str


class Theme(Part):
    """Something that must improve: how often it falls short, why it matters, examples and what to write instead."""

    criterion: str
    title: str
    short: Count
    census: VerdictCounts | None
    findings: int
    why: str
    examples: tuple[Example, ...]
    instead: str
    good_example: str


class ServiceRow(Part):
    """The advices of one service; `weakest` is the criterion that costs them most."""

    service: str
    sample: GradeCounts
    census: GradeCounts | None
    weakest: str | None


class TimelyRow(Part):
    """Advices of one purpose by whether they came in time. `unknown`: their dates or purpose do not tell."""

    purpose: str
    in_time: int
    late: int
    unknown: int


class LateAdvice(Part):
    """An advice of the sample that was late."""

    label: str
    purpose: str
    requested: date
    completed: date
    days_late: int | None


class Timeliness(Part):
    """Whether advices came in time: of the sample, and of every advice (`census`)."""

    sample: tuple[TimelyRow, ...]
    census: tuple[TimelyRow, ...]
    late: tuple[LateAdvice, ...]
    in_time: Count
    median_days: float | None


class Agreed(Part):
    """Agreement of two judges on one criterion, or on all together (`criterion` None).

    `percent` of `pairs` verdicts that are the same, Gwet's AC1 with its 95 % interval; None where it cannot be told.
    """

    criterion: str | None
    title: str
    pairs: int
    same: int
    percent: float | None
    ac1: float | None
    low: float | None
    high: float | None


class Difference(Part):
    """A criterion on which two auditors differ; `settled` is what was agreed, None where that is still to do."""

    label: str
    criterion: str
    title: str
    verdicts: tuple[tuple[str, Verdict], ...]
    settled: Verdict | None
    reason: str | None


class Agreement(Part):
    """How far machine and people, and people among themselves, agree; what moderation changed.

    `open` counts every difference between auditors that is still to be settled, on verdicts and on findings.
    """

    machine_person: Agreed
    person_person: Agreed
    by_criterion: tuple[Agreed, ...]
    differences: tuple[Difference, ...]
    moderated: int
    twice: int
    changed: int
    dismissed: int
    added: int
    open: int
    answers: int


class ActionRow(Part):
    """An action. `state` is `overdue` where it is open and its day has passed."""

    term: str
    label: str | None
    criterion: str | None
    text: str
    owner: str
    due: date | None
    state: Literal["open", "overdue", "done", "dropped"]
    closed_on: date | None
    outcome: str | None


class Reaudit(Part):
    """An advice that was amended and audited again: how many findings were put right, stayed and are new."""

    label: str
    first: Grade
    then: Grade
    put_right: int
    kept: int
    new: int


class Actions(Part):
    """Actions of this term, what became of the last terms', and what was put right.

    `missing` are advices below good (by label) for which nobody wrote an action yet.
    """

    now: tuple[ActionRow, ...]
    last: tuple[ActionRow, ...]
    reaudits: tuple[Reaudit, ...]
    missing: tuple[str, ...]


class NextTheme(Part):
    """What the next term should work on, and why."""

    criterion: str
    title: str
    why: str
    instead: str
    next_term: str


class TermReport(Part):
    """The whole termly report."""

    version: Literal["1"] = "1"
    kind: Literal["term"] = "term"
    about: About
    period: Period
    urgent: tuple[Flag, ...]
    flags_closed: tuple[Flag, ...]
    in_short: tuple[str, ...]
    chosen: Chosen | None
    auditors: tuple[Auditor, ...]
    sampled: int
    census: int | None
    unreadable: int
    grades: Grades
    criteria: tuple[CriterionRow, ...]
    strengths: tuple[Strength, ...]
    themes: tuple[Theme, ...]
    services: tuple[ServiceRow, ...]
    timeliness: Timeliness
    agreement: Agreement
    actions: Actions
    next_theme: NextTheme | None
    method: tuple[str, ...]
