"""The writer's answers while an audit is open, and its closing."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from advice_audit.errors import ConfigurationError
from advice_audit.store.audits import get_audit
from advice_audit.store.base import now
from advice_audit.store.cycle import Answer, Closing
from advice_audit.store.events import record

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def answer(session: "Session", audit_id: int, writer: str, text: str, *, at: datetime | None = None) -> None:
    """Keep what the writer of an advice says to its audit.

    Raises:
        ConfigurationError: there is no such audit, it is closed, or there is nothing said.
    """
    get_audit(session, audit_id)
    if session.get(Closing, audit_id) is not None:
        raise ConfigurationError("audit-closed", f"audit {audit_id} is closed; it takes no more answers")
    if not text.strip():
        raise ConfigurationError("no-text", "an answer needs some words")
    session.add(Answer(audit_id=audit_id, writer=writer, text=text.strip(), at=at or now()))
    record(session, writer, "audit-answered", f"audit {audit_id}", when=at)
    session.flush()


def answers_to(session: "Session", audit_id: int) -> list[Answer]:
    """Return the writer's answers, oldest first."""
    return list(session.scalars(select(Answer).filter_by(audit_id=audit_id).order_by(Answer.id)))


def close(session: "Session", audit_id: int, *, by: str, at: datetime | None = None) -> None:
    """Close an audit: no more answers, no more moderation. Closing a closed one changes nothing.

    Raises:
        ConfigurationError: there is no such audit, or differences are still to be settled.
    """
    from advice_audit.moderation.settle import what_stands

    get_audit(session, audit_id)
    if session.get(Closing, audit_id) is not None:
        return
    if left := what_stands(session, audit_id).open:
        raise ConfigurationError("not-settled", f"audit {audit_id}: {len(left)} differences are still to be settled")
    session.add(Closing(audit_id=audit_id, at=at or now(), by=by))
    record(session, by, "audit-closed", f"audit {audit_id}", when=at)
    session.flush()
