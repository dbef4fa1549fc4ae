"""What a batch did: for a person, for other programs, and the exit code that it leads to."""

from datetime import datetime
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from advice_audit.results import RubricRef

MET, BELOW, UNREADABLE = 0, 1, 3


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FailedFile(_Model):
    """A file (or a folder) that could not be audited, and why. `id` is what logs call it."""

    file: str
    id: str
    code: str
    message: str


class BatchSummary(_Model):
    """One batch. Counts are of files; `grades` and `below` are of everything found, whether audited now or before.

    `seconds` is how long the batch took; `spent` the workers' seconds by step; `rate` advices audited a second.
    `audited_again` counts files that were audited before with an older rubric, model or content.
    """

    version: Literal["1"] = "1"
    run: str
    store: str
    rubric: RubricRef
    rubric_hash: str
    model_version: str
    engine: str
    jobs: int
    started: datetime
    seconds: float = 0.0
    found: int = 0
    unchanged: int = 0
    audited: int = 0
    unreadable: int = 0
    below: int = 0
    rate: float = 0.0
    grades: dict[str, int] = Field(default_factory=dict)
    spent: dict[str, float] = Field(default_factory=dict)
    failed: list[FailedFile] = Field(default_factory=list)

    def exit_code(self) -> int:
        """Return the exit code: what could not be audited wins over what falls short."""
        if self.failed:
            return UNREADABLE
        return BELOW if self.below else MET


def log_id(path: str) -> str:
    """Return the name of a file in logs: the beginning of a hash, because file names may hold names of children."""
    return sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def duration(seconds: float) -> str:
    """Return a length of time in words: `45 s`, `3 min 5 s`, `2 h 10 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def in_text(summary: BatchSummary) -> str:
    """Return the summary for a person."""
    lines = [
        f"{summary.found:,} advices found: {summary.audited:,} audited now, {summary.unchanged:,} as they were, "
        f"{len(summary.failed):,} could not be audited",
        f"{summary.started:%d/%m/%Y %H:%M}, {duration(summary.seconds)}"
        + (f", {summary.rate:.1f} advices a second" if summary.audited else ""),
        f"Rubric: {summary.rubric.title}",
        f"Store: {summary.store}",
    ]
    if summary.grades:
        lines += ["", "Grades of everything found"]
        width = max(len(f"{count:,}") for count in summary.grades.values())
        lines += [f"  {count:>{width},}  {grade.replace('_', ' ')}" for grade, count in summary.grades.items()]
        lines.append(f"Below the rubric's pass mark: {summary.below:,}")
    if summary.failed:
        lines += ["", "Not audited"]
        lines += [f"  {one.file}: {one.message} ({one.code})" for one in summary.failed]
    return "\n".join(lines) + "\n"
