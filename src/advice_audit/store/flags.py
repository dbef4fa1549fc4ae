"""Safeguarding concerns that were seen while auditing. An open one stands on top of whatever is shown."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from advice_audit.errors import ConfigurationError
from advice_audit.store.audits import get_audit
from advice_audit.store.base import now
from advice_audit.store.cycle import Flag
from advice_audit.store.events import record

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def raise_flag(session: "Session", audit_id: int, text: str, *, by: str, at: datetime | None = None) -> Flag:
    """Raise a concern about the child of an audited advice. The same words by the same person stay one flag.

    Raises:
        ConfigurationError: there is no such audit, or nothing is said.
    """
    audit = get_audit(session, audit_id)
    words = text.strip()
    if not words:
        raise ConfigurationError("no-text", "a safeguarding concern needs some words: what was seen, and where")
    known = session.scalar(select(Flag).filter_by(audit_id=audit_id, text=words, raised_by=by))
    if known is not None:
        return known
    flag = Flag(audit_id=audit_id, path=audit.path, text=words, raised_by=by, at=at or now())
    session.add(flag)
    session.flush()
    record(session, by, "concern-raised", f"flag {flag.id}", when=at, audit=audit_id)
    return flag


def open_flags(session: "Session", audit_ids: Collection[int] | None = None) -> list[Flag]:
    """Return the concerns that nobody has closed, oldest first; of some audits where they are given."""
    query = select(Flag).where(Flag.closed_at.is_(None)).order_by(Flag.at, Flag.id)
    if audit_ids is not None:
        query = query.where(Flag.audit_id.in_(audit_ids))
    return list(session.scalars(query))


def close_flag(session: "Session", flag_id: int, outcome: str, *, by: str, at: datetime | None = None) -> None:
    """Close a concern with what was done. It stays in the store.

    Raises:
        ConfigurationError: there is no such open concern, or nothing is said of what was done.
    """
    flag = session.get(Flag, flag_id)
    if flag is None or flag.closed_at is not None:
        raise ConfigurationError("no-flag", f"there is no open concern with the number {flag_id}")
    if not outcome.strip():
        raise ConfigurationError("no-text", f"concern {flag_id}: say what was done and who knows of it")
    flag.closed_at, flag.closed_by, flag.outcome = at or now(), by, outcome.strip()
    record(session, by, "concern-closed", f"flag {flag_id}", when=at)
    session.flush()
