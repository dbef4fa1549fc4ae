"""The result of an audit, as `check --format json` prints it. Field names and order are the published contract."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

Verdict = Literal["met", "partly_met", "not_met", "not_applicable"]
Grade = Literal["outstanding", "good", "requires_improvement", "inadequate"]


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FileError(_Result):
    """Why a file could not be audited."""

    code: str
    message: str


class FactsResult(_Result):
    """What the advice says about itself. Dates are None where the document does not give them."""

    purpose: str | None = None
    age: int | None = None
    completed: date | None = None
    requested: date | None = None
    meeting: date | None = None
    service: str | None = None


class SectionResult(_Result):
    """A section: `start` and `end` are half-open offsets into the document's text."""

    kind: str
    heading: str | None
    start: int
    end: int


class CriterionResult(_Result):
    """Verdict on one criterion. `score` is 1, 0.5 or 0; None where it does not apply.

    `needs_person` and `look_at` are printed only for a criterion that a person must judge.
    """

    id: str
    verdict: Verdict
    score: float | None
    needs_person: bool = False
    look_at: str | None = None

    @model_serializer(mode="wrap")
    def _hide_unused(self, handler: SerializerFunctionWrapHandler) -> dict[str, object]:
        data: dict[str, object] = handler(self)
        if not self.needs_person:
            data.pop("needs_person")
            data.pop("look_at")
        return data


class FindingResult(_Result):
    """One finding; an absence has `quote`, `start`, `end` and `section` None. `missing` only for `outcomes.smart`."""

    criterion: str
    section: str | None
    quote: str | None
    start: int | None
    end: int | None
    message: str
    suggestion: str
    confidence: float
    fingerprint: str
    missing: list[str] | None = None
    cues: list[str] = Field(default_factory=list)

    @model_serializer(mode="wrap")
    def _hide_unused(self, handler: SerializerFunctionWrapHandler) -> dict[str, object]:
        data: dict[str, object] = handler(self)
        if self.missing is None:
            data.pop("missing")
        return data


class KnotResult(_Result):
    """One thing that the golden thread runs through.

    `id` is its kind and number, such as `need-2`; `start` and `end` are half-open offsets of the words that state it;
    `broken` names the criteria by which it is not joined to what it should be.
    """

    id: str
    kind: str
    start: int
    end: int
    broken: list[str] = Field(default_factory=list)


class LinkResult(_Result):
    """Two knots, by id, and how likely it is that they belong together."""

    one: str
    other: str
    probability: float


class ThreadResult(_Result):
    """Views, needs, outcomes and provision, and the links between them."""

    knots: list[KnotResult] = Field(default_factory=list)
    links: list[LinkResult] = Field(default_factory=list)


class LeftFinding(_Result):
    """A finding that both versions have: `before` as it stood in the earlier one (offsets into its text), and `now`."""

    before: FindingResult
    now: FindingResult


class VerdictChange(_Result):
    """A criterion whose verdict is not what it was."""

    id: str
    before: Verdict
    now: Verdict


class Changes(_Result):
    """What a redraft did: findings put right (as they stood in the earlier version), left, and new."""

    since: str
    sha256: str | None
    grade: Grade | None
    score: float | None
    fixed: list[FindingResult]
    left: list[LeftFinding]
    new: list[FindingResult]
    verdicts: list[VerdictChange]


class AdviceResult(_Result):
    """One file's audit, or why there is none. `changes` only where it was compared with an earlier version."""

    file: str
    sha256: str | None
    status: Literal["audited", "unreadable"]
    error: FileError | None = None
    facts: FactsResult | None = None
    grade: Grade | None = None
    grade_reason: str | None = None
    score: float | None = None
    words: int | None = None
    readability: float | None = None
    sections: list[SectionResult] = Field(default_factory=list)
    criteria: list[CriterionResult] = Field(default_factory=list)
    findings: list[FindingResult] = Field(default_factory=list)
    thread: ThreadResult | None = None
    warnings: list[str] = Field(default_factory=list)
    changes: Changes | None = None

    @model_serializer(mode="wrap")
    def _only_the_error(self, handler: SerializerFunctionWrapHandler) -> dict[str, object]:
        data: dict[str, object] = handler(self)
        if self.status == "unreadable":
            return {key: data[key] for key in ("file", "sha256", "status", "error")}
        if self.changes is None:
            data.pop("changes")
        return data


class RubricRef(_Result):
    """Which rubric was used."""

    id: str
    title: str


class CheckReport(_Result):
    """Everything that one `check` says."""

    version: Literal["1"] = "1"
    rubric: RubricRef
    advices: list[AdviceResult]
