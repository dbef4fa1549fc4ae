"""The tables of audits, and the record of who did what. Those of the audit cycle stand in `cycle.py`.

Offsets are half-open and in characters of the document's text, as in `advice_audit.results`.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from advice_audit.store.base import Base


class Document(Base):
    """A file by its content: the same advice under two names is one document."""

    __tablename__ = "documents"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    size: Mapped[int | None] = mapped_column(BigInteger)
    first_seen: Mapped[datetime]


class Audit(Base):
    """One file judged by one rubric with one set of models.

    Audits are never overwritten: `current` marks the newest of a path and origin, the others are what went before.
    `origin` is `batch`, `sample`, `self` or `check`. `term` is the term in which the advice was completed (in which it
    was audited, where it gives no date). `size` and `mtime_ns` are those of the file when it was read, so that a
    second run can pass over what has not changed. `people` are the names found in it; `rest` holds what has no column:
    sections, warnings.
    """

    __tablename__ = "audits"
    __table_args__ = (
        UniqueConstraint("sha256", "path", "rubric_hash", "model_version", "origin"),
        Index("ix_audits_path_origin", "path", "origin"),
        Index("ix_audits_current_term_origin", "current", "term", "origin"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str | None] = mapped_column(ForeignKey("documents.sha256"))
    path: Mapped[str]
    size: Mapped[int | None] = mapped_column(BigInteger)
    mtime_ns: Mapped[int | None] = mapped_column(BigInteger)
    origin: Mapped[str]
    current: Mapped[bool]
    term: Mapped[str]
    status: Mapped[str]
    error_code: Mapped[str | None]
    error_message: Mapped[str | None] = mapped_column(Text)
    rubric_id: Mapped[str]
    rubric_hash: Mapped[str]
    model_version: Mapped[str]
    audited_at: Mapped[datetime]
    audited_by: Mapped[str]
    grade: Mapped[str | None]
    score: Mapped[float | None]
    words: Mapped[int | None]
    readability: Mapped[float | None]
    purpose: Mapped[str | None]
    age: Mapped[int | None]
    completed: Mapped[date | None]
    requested: Mapped[date | None]
    meeting: Mapped[date | None]
    service: Mapped[str | None]
    people: Mapped[list[str] | None]
    rest: Mapped[dict[str, Any]]


class CriterionVerdict(Base):
    """The machine's verdict on one criterion. `ordinal` keeps the rubric's order; `rest` what has no column."""

    __tablename__ = "verdicts"
    # Stored in the order of the key: half the size, and one audit's rows stand together.
    __table_args__ = ({"sqlite_with_rowid": False},)

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(primary_key=True)
    ordinal: Mapped[int]
    verdict: Mapped[str]
    score: Mapped[float | None]
    needs_person: Mapped[bool]
    look_at: Mapped[str | None] = mapped_column(Text)
    rest: Mapped[dict[str, Any] | None]


class Finding(Base):
    """One finding; an absence has neither quote nor offsets."""

    __tablename__ = "findings"

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    criterion: Mapped[str]
    section: Mapped[str | None]
    quote: Mapped[str | None] = mapped_column(Text)
    start: Mapped[int | None]
    end: Mapped[int | None]
    message: Mapped[str] = mapped_column(Text)
    suggestion: Mapped[str] = mapped_column(Text)
    confidence: Mapped[float]
    fingerprint: Mapped[str]
    missing: Mapped[list[str] | None]
    cues: Mapped[list[str]]
    rest: Mapped[dict[str, Any] | None]


class Import(Base):
    """A file whose content was taken in: never twice. `kind` is `self-audit` or `feedback`."""

    __tablename__ = "imports"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]


class Event(Base):
    """Who did what to what, when. The database itself refuses to change or delete one."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str]
    subject: Mapped[str]
    data: Mapped[dict[str, Any]]
