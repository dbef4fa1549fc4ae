"""What a batch needs besides whole audits: files that were touched but not changed, and the grades of many files."""

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select, update

from advice_audit.store.models import Audit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.store.audits import Origin


def note_unchanged(session: "Session", audit_id: int, size: int | None, mtime_ns: int | None) -> None:
    """Note that a file with another time of change has the content that was audited."""
    session.execute(update(Audit).where(Audit.id == audit_id).values(size=size, mtime_ns=mtime_ns))


class Standing(NamedTuple):
    """How a file stands in the store: its grade, or why it has none."""

    grade: str | None
    error_code: str | None
    error_message: str | None


def standings(session: "Session", origin: "Origin") -> dict[str, Standing]:
    """Return how the newest audit of every path stands."""
    fields = (Audit.path, Audit.grade, Audit.error_code, Audit.error_message)
    rows = session.execute(select(*fields).filter_by(origin=origin, current=True))
    return {row.path: Standing(row.grade, row.error_code, row.error_message) for row in rows}
