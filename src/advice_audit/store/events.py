"""The record of who did what."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from advice_audit.store.base import now
from advice_audit.store.models import Event

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def record(session: "Session", who: str, what: str, subject: str, *, when: datetime | None = None, **data: Any) -> None:
    """Add one event. Nobody can change or delete it afterwards.

    Args:
        session: a writing session; the event is kept or undone with the rest of its transaction.
        who: the person or job.
        what: a short verb in kebab-case, such as `audit-moderated`.
        subject: what it was done to, such as `audit 12`.
        when: the moment, with its time zone; now where it is not given.
        data: anything more, as JSON. Never the text of an advice.
    """
    session.add(Event(at=when or now(), who=who, what=what, subject=subject, data=data))
