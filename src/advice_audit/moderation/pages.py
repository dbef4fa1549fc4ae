"""Which audits a person is to look at, and what each looks like to them."""

from typing import TYPE_CHECKING

from sqlalchemy import select

from advice_audit.errors import ConfigurationError
from advice_audit.moderation.judge import begin, sheet
from advice_audit.moderation.workbook import Page, label
from advice_audit.store.audits import get_audit
from advice_audit.store.cycle import Flag, Moderation, Sample, SampleItem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def sampled(session: "Session", term: str | None) -> tuple[Sample, dict[int, int]]:
    """Return a term's sample (the newest of all where none is named), and its audits by position.

    Raises:
        ConfigurationError: there is no such sample, or nothing of it is audited.
    """
    query = select(Sample).order_by(Sample.id.desc()).limit(1)
    sample = session.scalar(query if term is None else query.filter_by(term=term))
    if sample is None:
        what = f"for {term}" if term else "yet"
        raise ConfigurationError("no-sample", f"there is no sample {what}; draw it with: advice-audit sample")
    items = session.scalars(
        select(SampleItem).filter_by(sample_id=sample.id, state="audited").order_by(SampleItem.position)
    )
    found = {item.position: item.audit_id for item in items if item.audit_id is not None}
    if not found:
        raise ConfigurationError(
            "no-audit", f"nothing of the sample for {sample.term} is audited; run: advice-audit sample"
        )
    return sample, found


def pages(session: "Session", audits: dict[int, int], auditor: str, *, identify: bool) -> list[Page]:
    """Return what one person has before them, beginning where they have not begun.

    Args:
        session: a writing session.
        audits: audit ids by position.
        auditor: who looks.
        identify: show names in full.
    """
    return [_page(session, audit_id, position, auditor, identify) for position, audit_id in audits.items()]


def _page(session: "Session", audit_id: int, position: int, auditor: str, identify: bool) -> Page:
    known = session.scalar(select(Moderation).filter_by(audit_id=audit_id, auditor=auditor))
    finished = known is not None and known.finished is not None
    moderation = known if finished and known else begin(session, audit_id, auditor)
    audit = get_audit(session, audit_id)
    name, initials = label(position, audit, identify)
    own = select(Flag.text).filter_by(audit_id=audit_id, raised_by=auditor).order_by(Flag.id.desc()).limit(1)
    return Page(audit, name, sheet(session, moderation), initials, session.scalar(own))
