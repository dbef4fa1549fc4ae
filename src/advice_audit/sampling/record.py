"""Fills the record of a sample from the store."""

from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from sqlalchemy import select

from advice_audit.initials import Initials
from advice_audit.reports.sample_model import Chosen, EarlierDraw, SampleRecord
from advice_audit.sampling.keep import items_of, next_due, samples_of
from advice_audit.sampling.lots import lot_number
from advice_audit.store.cycle import Sample, SampleItem
from advice_audit.store.models import Audit, Event
from advice_audit.terms import parse_term

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BECAME = {
    "waiting": "not audited yet",
    "audited": "audited",
    "unreadable": "no reserve was left",
    "replaced": "a reserve took its place",
}


def sample_record(session: "Session", sample: Sample, *, today: date, identify: bool) -> SampleRecord:
    """Return the record of a sample.

    Args:
        session: any session.
        sample: which one.
        today: for the reminder of the next audit month.
        identify: show the files' names as they are. Otherwise names found in an advice become initials, and a file
            that nobody has audited yet is shown by its lot only, because nobody knows whose name it bears.
    """
    items = items_of(session, sample.id)
    term = parse_term(sample.term)
    rows = {item.position: _row(session, item, sample.seed, identify) for item in items}
    return SampleRecord(
        term=sample.term,
        title=term.title,
        drawn_at=sample.drawn_at,
        drawn_by=sample.drawn_by,
        source=sample.source,
        size=sample.size,
        seed=sample.seed,
        stratified_by=sample.stratified_by,
        listed=len(sample.frame) + sum(sample.excluded.values()),
        population=sample.population,
        eligible=len(sample.frame),
        excluded=tuple(sorted(sample.excluded.items())),
        method=sample.method,
        list_hash=sha256("\n".join(sample.frame).encode()).hexdigest(),
        repeat=_repeat(sample, len(items)),
        chosen=tuple(rows[item.position] for item in items if item.role == "chosen"),
        reserves=tuple(rows[item.position] for item in items if item.role == "reserve"),
        earlier=_earlier(session, sample),
        reminder=next_due(session, today).words(today),
    )


def _row(session: "Session", item: SampleItem, seed: int, identify: bool) -> Chosen:
    became = BECAME[item.state] if item.role == "chosen" else "in reserve"
    if item.note and item.state in ("replaced", "unreadable"):
        became = f"{item.note} {became[0].upper()}{became[1:]}."
    if item.replaces is not None:
        became += f" (in the place of number {item.replaces})"
    name = item.name or item.path
    return Chosen(
        position=item.position,
        lot=lot_number(seed, name),
        file=PurePath(name).name if identify else _masked(session, item, PurePath(name).name),
        service=item.service,
        completed=item.completed,
        became=became,
    )


def _masked(session: "Session", item: SampleItem, name: str) -> str | None:
    query = select(Audit.people).where(Audit.status == "audited").order_by(Audit.id.desc()).limit(1)
    people = session.scalar(query.where(Audit.sha256 == item.sha256)) if item.sha256 else None
    return Initials(people).file(name) if people else None


def _repeat(sample: Sample, items: int) -> str:
    reserve = items - min(sample.size, len(sample.frame))
    service = " --by-service" if sample.stratified_by else ""
    numbers = f"--size {sample.size} --reserve {reserve} --seed {sample.seed}"
    return f"advice-audit sample --term {sample.term} {numbers}{service} --from SOURCE"


def _earlier(session: "Session", sample: Sample) -> tuple[EarlierDraw, ...]:
    query = select(Event).where(Event.what == "sample-drawn").order_by(Event.id)
    reasons = {event.subject: event.data.get("reason") for event in session.scalars(query)}
    before = [one for one in samples_of(session, parse_term(sample.term)) if one.id < sample.id]
    # The reason for a draw is also why the one before it was given up.
    after = [*before, sample][1:]
    return tuple(
        EarlierDraw(drawn_at=old.drawn_at, drawn_by=old.drawn_by, seed=old.seed, reason=reasons.get(f"sample {new.id}"))
        for old, new in zip(before, after, strict=True)
    )
