"""Audits the chosen advices, and puts a reserve in the place of each that cannot be read."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.results import AdviceResult
from advice_audit.sampling.keep import attach_audit, items_of, outside, replace_unreadable, waiting
from advice_audit.store.audits import save_audit
from advice_audit.store.cycle import Sample

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.rubric.model import Rubric
    from advice_audit.store.cycle import SampleItem
    from advice_audit.store.open import Store

OUTSIDE_THEN = "It was completed outside the period."
Auditor = Callable[[Path], tuple[AdviceResult, tuple[str, ...]]]
"""Audits one file; returns the result and the names found."""


def auditor(rubric: "Rubric", today: date) -> Auditor:
    """Return the usual auditor: the whole line from the file to the grade."""
    from advice_audit.audit import audit_with_people

    def run(path: Path) -> tuple[AdviceResult, tuple[str, ...]]:
        return next(audit_with_people([path], rubric, today=today))

    return run


def audit_sample(
    store: "Store", sample_id: int, audit: Auditor, versions: dict[str, str], *, by: str, at: datetime | None = None
) -> Iterator[tuple["SampleItem", AdviceResult | None]]:
    """Audit every chosen advice that waits, calling reserves as need be; each is kept before the next begins.

    Args:
        store: where the sample is.
        sample_id: which one.
        audit: how a file is audited.
        versions: `rubric_id`, `rubric_hash` and `model_version`, for `save_audit`.
        by: the person or job.
        at: the moment; now where it is not given.

    Yields:
        Each item with its result; the result is None where there is no such file.
    """
    while True:
        with store.reading() as session:
            item = next(iter(waiting(session, sample_id)), None)
        if item is None:
            return
        result, people = _audited(item, audit)
        with store.session() as session:
            kept = next(one for one in items_of(session, sample_id) if one.position == item.position)
            if result is None:
                replace_unreadable(session, kept, "There is no such file.", by=by)
            else:
                _keep(session, kept, result, people, versions, by, at)
        yield item, result


def _audited(item: "SampleItem", audit: Auditor) -> tuple[AdviceResult | None, tuple[str, ...]]:
    path = Path(item.path)
    return audit(path) if path.exists() else (None, ())


def _keep(
    session: "Session",
    item: "SampleItem",
    result: AdviceResult,
    people: tuple[str, ...],
    versions: dict[str, str],
    by: str,
    at: datetime | None,
) -> None:
    stat = Path(item.path).stat()
    number = save_audit(
        session,
        result,
        rubric_id=versions["rubric_id"],
        rubric_hash=versions["rubric_hash"],
        model_version=versions["model_version"],
        origin="sample",
        by=by,
        path=item.path,
        size=stat.st_size,
        mtime_ns=stat.st_mtime_ns,
        people=people,
        at=at,
    )
    item.audit_id = number
    completed = result.facts.completed if result.facts else None
    if result.error is not None:
        replace_unreadable(session, item, result.error.message, by=by)
    elif outside(session.get_one(Sample, item.sample_id), completed):
        # Nobody knew the date before the advice was read.
        item.completed = completed
        replace_unreadable(session, item, OUTSIDE_THEN, by=by)
    else:
        attach_audit(session, item, number)
