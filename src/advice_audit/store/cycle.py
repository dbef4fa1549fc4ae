"""The tables of the audit cycle: samples, moderation, what was settled, answers, flags, actions, feedback."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from advice_audit.store.base import Base


class Sample(Base):
    """How a term's sample was drawn: enough to draw it again and get the same.

    `population` is how many advices the term is about, each counted once; `frame` the names of those of them that
    could be chosen, in order of name; `excluded` counts by reason what could not. `completed_from` and `completed_to`
    are the first and last day of completion that the term is about. `method` says it in words.
    """

    __tablename__ = "samples"

    id: Mapped[int] = mapped_column(primary_key=True)
    term: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    seed: Mapped[int] = mapped_column(BigInteger)
    method: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    stratified_by: Mapped[str | None]
    completed_from: Mapped[date | None]
    completed_to: Mapped[date | None]
    population: Mapped[int]
    excluded: Mapped[dict[str, Any]]
    frame: Mapped[list[str]]
    drawn_at: Mapped[datetime]
    drawn_by: Mapped[str]


class SampleItem(Base):
    """One advice of a sample. `role` is `chosen` or `reserve`; `state` `waiting`, `audited`, `unreadable`, `replaced`.

    `name` is its name in the list that was drawn from. A reserve that takes the place of an unreadable advice becomes
    `chosen`, with `replaces` its position.
    """

    __tablename__ = "sample_items"

    sample_id: Mapped[int] = mapped_column(ForeignKey("samples.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    path: Mapped[str]
    sha256: Mapped[str | None]
    service: Mapped[str | None]
    completed: Mapped[date | None]
    role: Mapped[str]
    state: Mapped[str]
    replaces: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(Text)
    audit_id: Mapped[int | None] = mapped_column(ForeignKey("audits.id"), index=True)


class Moderation(Base):
    """One person's look at one audit. `finished` is None until it is complete."""

    __tablename__ = "moderations"
    __table_args__ = (UniqueConstraint("audit_id", "auditor"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"))
    auditor: Mapped[str]
    began: Mapped[datetime]
    finished: Mapped[datetime | None]
    comment: Mapped[str | None] = mapped_column(Text)


class ModerationVerdict(Base):
    """What one person says of one criterion. `agrees` tells whether it is the machine's verdict."""

    __tablename__ = "moderation_verdicts"

    moderation_id: Mapped[int] = mapped_column(ForeignKey("moderations.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(primary_key=True)
    verdict: Mapped[str]
    agrees: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(Text)


class ModerationFinding(Base):
    """What one person says of one finding. `decision` is `agree`, `dismiss` or `add`.

    `ordinal` is its own number in this moderation; `finding` the ordinal of the machine's finding, None for one that
    the person adds.
    """

    __tablename__ = "moderation_findings"

    moderation_id: Mapped[int] = mapped_column(ForeignKey("moderations.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    finding: Mapped[int | None]
    fingerprint: Mapped[str | None]
    decision: Mapped[str]
    criterion: Mapped[str]
    section: Mapped[str | None]
    quote: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)


class Settled(Base):
    """The verdict that the auditors agreed on, beside theirs and the machine's."""

    __tablename__ = "settled"

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"), primary_key=True)
    criterion: Mapped[str] = mapped_column(primary_key=True)
    verdict: Mapped[str]
    reason: Mapped[str] = mapped_column(Text)
    settled_by: Mapped[str]
    at: Mapped[datetime]


class SettledFinding(Base):
    """Whether a finding that auditors differ on stands. `finding` is the ordinal of the machine's finding."""

    __tablename__ = "settled_findings"

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"), primary_key=True)
    finding: Mapped[int] = mapped_column(primary_key=True)
    stands: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    settled_by: Mapped[str]
    at: Mapped[datetime]


class SettledAddition(Base):
    """Whether a finding that only one auditor added stands."""

    __tablename__ = "settled_additions"

    moderation_id: Mapped[int] = mapped_column(ForeignKey("moderations.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    stands: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    settled_by: Mapped[str]
    at: Mapped[datetime]


class Closing(Base):
    """An audit that is closed: its writer may answer no more."""

    __tablename__ = "closings"

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"), primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]


class Answer(Base):
    """What the writer of an advice said to its audit."""

    __tablename__ = "answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"), index=True)
    writer: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]


class Flag(Base):
    """A safeguarding concern that was seen while auditing. Open until somebody says what was done."""

    __tablename__ = "flags"

    id: Mapped[int] = mapped_column(primary_key=True)
    audit_id: Mapped[int | None] = mapped_column(ForeignKey("audits.id"), index=True)
    path: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    raised_by: Mapped[str]
    at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None]
    outcome: Mapped[str | None] = mapped_column(Text)


class Action(Base):
    """Something to be done after an audit. `state` is `open`, `done` or `dropped`."""

    __tablename__ = "actions"

    id: Mapped[int] = mapped_column(primary_key=True)
    audit_id: Mapped[int | None] = mapped_column(ForeignKey("audits.id"), index=True)
    term: Mapped[str] = mapped_column(index=True)
    criterion: Mapped[str | None]
    text: Mapped[str] = mapped_column(Text)
    owner: Mapped[str]
    due: Mapped[date]
    state: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(Text)


class Feedback(Base):
    """What a family or a partner said, from a file that was imported once."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_sha256: Mapped[str] = mapped_column(ForeignKey("imports.sha256"))
    received: Mapped[date]
    term: Mapped[str] = mapped_column(index=True)
    source: Mapped[str]
    theme: Mapped[str | None]
    service: Mapped[str | None]
    text: Mapped[str] = mapped_column(Text)
