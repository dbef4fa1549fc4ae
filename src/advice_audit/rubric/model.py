"""The typed model of a rubric file."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SectionKind = Literal[
    "details",
    "chronology",
    "reason",
    "methodology",
    "current_involvement",
    "child_views",
    "child_aspirations",
    "family_views",
    "family_aspirations",
    "strengths",
    "needs",
    "needs_met_elsewhere",
    "outcomes",
    "provision_h1",
    "provision_h2",
    "consent",
    "signoff",
    "other",
]
VerdictRule = Literal["any", "count", "share", "absence"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Entry):
    """Where a rule of the domain stands."""

    document: str
    heading: str
    bullet: str | None = None


class Criterion(_Entry):
    """One criterion.

    `verdict` says how findings become a verdict: `any` finding is not met; by `count` (five or more are not
    met); by `share` of the units; or an `absence` (not met unless part of it is there). `threshold` is the
    least confidence at which a finding is reported, chosen on labelled data.
    """

    id: str = Field(pattern=r"^[a-z]+\.[a-z-]+$")
    title: str
    question: str
    source: Source
    weight: float = Field(gt=0, le=5)
    why: str
    instead: str
    example: str
    verdict: VerdictRule
    threshold: float = Field(default=0.5, ge=0, le=1)
    draft: bool = False
    options: dict[str, Any] = Field(default_factory=dict)

    @property
    def group(self) -> str:
        """Return the part of the id before the dot."""
        return self.id.partition(".")[0]


class Service(_Entry):
    """A service of the catalogue.

    `provider` is who runs it; `remit` whose duty it is, wherever it is held; `section` where it belongs for a
    child under 18 (None for health and education); `specify` what its entry in a plan must say.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    provider: str
    remit: Literal["social", "health", "education"] = "social"
    section: Literal["h1", "h2"] | None = None
    does: str
    specify: str | None = None


class Term(_Entry):
    """A word of professional jargon and the plain words to use instead."""

    term: str
    plain: str


class Lexicons(_Entry):
    """The council's own word lists. All lower case unless the word is a name or an acronym."""

    jargon: tuple[Term, ...] = ()
    known_acronyms: tuple[str, ...] = ()
    spelling: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()


class Deadlines(_Entry):
    """Days and weeks allowed, by the standards."""

    assessment_weeks: int = Field(default=6, gt=0)
    review_weeks: int = Field(default=4, gt=0)
    review_working_days_before_meeting: int = Field(default=11, gt=0)
    evidence_months: int = Field(default=12, gt=0)


class Limit(_Entry):
    """A limiting rule: this verdict on this criterion lets the grade be at most that."""

    criterion: str
    verdict: Literal["partly_met", "not_met"]
    grade: Literal["good", "requires_improvement", "inadequate"]
    reason: str


class Grades(_Entry):
    """Least scores (0 to 1) for the three upper grades, and the limiting rules."""

    outstanding: float = Field(gt=0, le=1)
    good: float = Field(gt=0, le=1)
    requires_improvement: float = Field(gt=0, le=1)
    limits: tuple[Limit, ...] = ()
    pass_grade: Literal["outstanding", "good", "requires_improvement"] = "good"


class Rubric(_Entry):
    """A whole rubric."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    version: str
    council: str
    based_on: str
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    grades: Grades
    deadlines: Deadlines = Deadlines()
    readability_target: float = Field(default=60.0, ge=0, le=100)
    headings: dict[SectionKind, tuple[str, ...]] = Field(default_factory=dict)
    services: tuple[Service, ...] = ()
    lexicons: Lexicons = Lexicons()

    @model_validator(mode="after")
    def _consistent(self) -> "Rubric":
        ids = [c.id for c in self.criteria]
        for seen in set(ids):
            if ids.count(seen) > 1:
                raise ValueError(f"criterion {seen} stands twice")
        for limit in self.grades.limits:
            if limit.criterion not in ids:
                raise ValueError(f"grades.limits names {limit.criterion}, which is not a criterion")
        return self

    def criterion(self, criterion_id: str) -> Criterion:
        """Return a criterion by id.

        Raises:
            KeyError: there is none of that id.
        """
        for entry in self.criteria:
            if entry.id == criterion_id:
                return entry
        raise KeyError(criterion_id)
