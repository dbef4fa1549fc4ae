"""The typed model of a rubric file."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

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


class Misplaced(ValueError):
    """A value that does not fit the rest of the rubric.

    Args:
        message: what is wrong.
        place: keys and positions that lead from the validated field to the value.
    """

    def __init__(self, message: str, place: tuple[int | str, ...]) -> None:
        super().__init__(message)
        self.place = place


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Entry):
    """Where a rule of the domain stands. Without a `document` it is the one the rubric is based on."""

    document: str = ""
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
    child under 18 (None for health and education, and where it depends on what is done); `specify` what its
    entry in a plan must say. A name or alias with a capital letter is looked for as written, others in any case.

    `kind` marks a kind of service found in any council rather than one service; `plain` a name that says by
    itself what the service does.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    provider: str
    remit: Literal["social", "health", "education"] = "social"
    section: Literal["h1", "h2"] | None = None
    does: str
    specify: str | None = None
    kind: bool = False
    plain: bool = False

    @property
    def explains_itself(self) -> bool:
        """Tell whether the name needs no further word on what the service does."""
        return self.kind or self.plain


class Term(_Entry):
    """A word of professional jargon and the plain words to use instead."""

    term: str
    plain: str


class Lexicons(_Entry):
    """The council's own word lists. All lower case unless the word is a name or an acronym.

    In the file `jargon` is a mapping from a term, or several forms of it divided by " | ", to the plain words.
    `acronyms` says what the usual ones stand for; `known_acronyms` need no spelling out.
    """

    jargon: tuple[Term, ...] = ()
    acronyms: dict[str, str] = Field(default_factory=dict)
    known_acronyms: tuple[str, ...] = ()
    spelling: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()

    @field_validator("jargon", mode="before")
    @classmethod
    def _terms(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return [
            {"term": form.strip(), "plain": plain} for forms, plain in value.items() for form in str(forms).split(" | ")
        ]


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
    """A whole rubric.

    `extends` names the rubric from which what this one's file does not say was taken, `without` the criteria of
    that rubric which are left out (always empty once loaded). `readability_target` is a reading age in years.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    version: str
    council: str
    based_on: str
    extends: str | None = None
    without: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    grades: Grades
    deadlines: Deadlines = Deadlines()
    readability_target: float = Field(default=13, ge=5, le=25)
    headings: dict[SectionKind, tuple[str, ...]] = Field(default_factory=dict)
    services: tuple[Service, ...] = ()
    lexicons: Lexicons = Lexicons()

    @field_validator("without")
    @classmethod
    def _left_out(cls, without: tuple[str, ...]) -> tuple[str, ...]:
        # What the extended rubric has was taken out before validation; see `extend`.
        if without:
            raise ValueError(f"{without[0]} is not a criterion of a rubric that this one extends")
        return without

    @field_validator("criteria", "services")
    @classmethod
    def _each_once(cls, entries: tuple[Any, ...]) -> tuple[Any, ...]:
        seen: set[str] = set()
        for position, entry in enumerate(entries):
            if entry.id in seen:
                raise Misplaced(f"{entry.id} stands twice", (position, "id"))
            seen.add(entry.id)
        return entries

    @field_validator("criteria")
    @classmethod
    def _sourced(cls, criteria: tuple[Criterion, ...], info: ValidationInfo) -> tuple[Criterion, ...]:
        document = info.data.get("based_on", "")
        return tuple(c if c.source.document else _with_document(c, document) for c in criteria)

    @field_validator("grades")
    @classmethod
    def _about_criteria(cls, grades: Grades, info: ValidationInfo) -> Grades:
        known = {c.id for c in info.data.get("criteria", ())}
        for position, limit in enumerate(grades.limits if known else ()):
            if limit.criterion not in known:
                place = ("limits", position, "criterion")
                raise Misplaced(f"{limit.criterion} is not a criterion of this rubric", place)
        if not grades.outstanding > grades.good > grades.requires_improvement:
            raise Misplaced("should be less than the score for the grade above it", ("good",))
        return grades

    def criterion(self, criterion_id: str) -> Criterion:
        """Return a criterion by id.

        Raises:
            KeyError: there is none of that id.
        """
        for entry in self.criteria:
            if entry.id == criterion_id:
                return entry
        raise KeyError(criterion_id)


def _with_document(criterion: Criterion, document: str) -> Criterion:
    return criterion.model_copy(update={"source": criterion.source.model_copy(update={"document": document})})
