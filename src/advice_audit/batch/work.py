"""What goes to a worker and what comes back. Everything is plain data, so that it crosses processes and machines."""

from datetime import date
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from advice_audit.results import AdviceResult, FileError

REAL_AUDITOR = "advice_audit.batch.judge:audit_tasks"


class Task(NamedTuple):
    """One file to audit: its path or address, its size in bytes, and the hash it had when it was last audited."""

    path: str
    size: int | None = None
    known_sha256: str | None = None


class Settings(BaseModel):
    """What every worker must know.

    `rubric` is a rubric as JSON. `seconds` is how long one file may take, `memory` how many bytes a child may hold
    before a fresh one takes its place. `auditor` names the function that audits (`module:function`), `parent` the
    process without which a worker on the same computer has nothing to do.
    """

    model_config = ConfigDict(frozen=True)

    rubric: str
    today: date
    seconds: float = 120.0
    memory: int = 450_000_000
    auditor: str = REAL_AUDITOR
    parent: int | None = None


class Outcome(BaseModel):
    """What became of one file.

    `size` and `mtime_ns` are those of the bytes that were audited. `seconds` says how long reading, parsing and
    judging took. Where `state` is `unchanged` the file has its old content and there is no result.
    """

    path: str
    state: Literal["audited", "unreadable", "unchanged"]
    result: AdviceResult | None = None
    size: int | None = None
    mtime_ns: int | None = None
    people: list[str] = []
    seconds: dict[str, float] = {}


def lost(path: str, code: str, message: str, sha256: str | None = None) -> Outcome:
    """Return the outcome of a file that could not be audited."""
    error = FileError(code=code, message=message)
    result = AdviceResult(file=path, sha256=sha256, status="unreadable", error=error)
    return Outcome(path=path, state="unreadable", result=result)
