"""Audits in and out of the store."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import BaseModel
from pydantic_core import to_jsonable_python
from sqlalchemy import insert, select, update

from advice_audit.errors import ConfigurationError
from advice_audit.results import AdviceResult, CriterionResult, FactsResult, FindingResult
from advice_audit.store.base import now
from advice_audit.store.models import Audit, CriterionVerdict, Document, Finding
from advice_audit.terms import term_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Origin = Literal["batch", "sample", "self", "check"]
_PLAIN = ("status", "grade", "score", "words", "readability")
_FACTS = tuple(FactsResult.model_fields)
_ELSEWHERE = {*_PLAIN, "sha256", "error", "facts", "criteria", "findings"}
_VERDICT = ("verdict", "score", "needs_person", "look_at")
_FINDING = (
    "criterion", "section", "quote", "start", "end", "message", "suggestion", "confidence", "fingerprint", "missing",
    "cues",
)  # fmt: skip


class Known(NamedTuple):
    """The newest audit of a path, and the file as it was then."""

    sha256: str | None
    size: int | None
    mtime_ns: int | None
    status: str
    error_code: str | None
    audit_id: int


def save_audit(
    session: "Session",
    result: AdviceResult,
    *,
    rubric_id: str,
    rubric_hash: str,
    model_version: str,
    origin: Origin,
    by: str,
    path: str,
    size: int | None = None,
    mtime_ns: int | None = None,
    people: Sequence[str] = (),
    at: datetime | None = None,
) -> int:
    """Keep one audit whole, and return its id. The same audit saved again is the same row.

    Args:
        session: a writing session; its transaction is what makes the audit whole.
        result: what the auditor said.
        rubric_id: id of the rubric.
        rubric_hash: hash of the rubric as it was used.
        model_version: version or hash of the models.
        origin: who asked for the audit.
        by: the person or job that ran it.
        path: where the file is, by which a later run knows it again.
        size: of the file, in bytes.
        mtime_ns: when the file was last changed, in nanoseconds.
        people: names found in the advice; they become initials in whatever leaves the store.
        at: when it was audited; now where it is not given.
    """
    moment = at or now()
    key = {"sha256": result.sha256, "path": path, "rubric_hash": rubric_hash, "model_version": model_version}
    known = session.scalar(select(Audit.id).filter_by(**key, origin=origin))
    _supersede(session, path, origin)
    if known is not None:
        again = update(Audit).where(Audit.id == known)
        session.execute(again.values(current=True, size=size, mtime_ns=mtime_ns))
        return known
    _keep_document(session, result.sha256, path, size, moment)
    facts = result.facts or FactsResult()
    row = Audit(
        **key,
        origin=origin,
        size=size,
        mtime_ns=mtime_ns,
        current=True,
        term=str(term_of(facts.completed or moment.date())),
        rubric_id=rubric_id,
        audited_at=moment,
        audited_by=by,
        error_code=result.error.code if result.error else None,
        error_message=result.error.message if result.error else None,
        people=list(dict.fromkeys(people)),
        rest=_rest(result),
        **{name: getattr(result, name) for name in _PLAIN},
        **{name: getattr(facts, name) for name in _FACTS if name in Audit.__table__.columns},
    )
    session.add(row)
    session.flush()
    _keep_parts(session, row.id, result)
    return row.id


def _supersede(session: "Session", path: str, origin: str) -> None:
    old = update(Audit).where(Audit.path == path, Audit.origin == origin, Audit.current)
    session.execute(old.values(current=False))


def _keep_document(session: "Session", sha256: str | None, path: str, size: int | None, moment: datetime) -> None:
    if sha256 is not None and session.get(Document, sha256) is None:
        name = PurePath(path.replace("\\", "/")).name
        session.add(Document(sha256=sha256, name=name, size=size, first_seen=moment))
        session.flush()


def _rest(result: AdviceResult) -> dict[str, Any]:
    """Return everything that has no column, so that what a later version adds to the result is kept too."""
    facts = None if result.facts is None else _dumped(result.facts, set(Audit.__table__.columns.keys()))
    return {**_dumped(result, _ELSEWHERE), "facts": facts}


def _dumped(part: BaseModel, without: Collection[str]) -> dict[str, Any]:
    names = [name for name in type(part).model_fields if name not in without]
    return {name: to_jsonable_python(getattr(part, name)) for name in names}


def _keep_parts(session: "Session", audit_id: int, result: AdviceResult) -> None:
    verdicts = [
        {"audit_id": audit_id, "criterion": c.id, "ordinal": n, **_columns(c, _VERDICT, ("id",))}
        for n, c in enumerate(result.criteria)
    ]
    findings = [
        {"audit_id": audit_id, "ordinal": n, **_columns(f, _FINDING, ())} for n, f in enumerate(result.findings)
    ]
    if verdicts:
        session.execute(insert(CriterionVerdict), verdicts)
    if findings:
        session.execute(insert(Finding), findings)


def _columns(part: CriterionResult | FindingResult, names: Sequence[str], known: Sequence[str]) -> dict[str, Any]:
    rest = _dumped(part, (*names, *known))
    return {**{name: getattr(part, name) for name in names}, "rest": rest or None}


def load_audit(session: "Session", audit_id: int) -> AdviceResult:
    """Return an audit as it was saved.

    Raises:
        ConfigurationError: there is no such audit.
    """
    row = get_audit(session, audit_id)
    rest = {k: v for k, v in row.rest.items() if k in AdviceResult.model_fields}
    facts = rest.pop("facts", None)
    if facts is not None:
        facts = {**facts, **{name: getattr(row, name) for name in _FACTS if name in Audit.__table__.columns}}
    error = {"code": row.error_code, "message": row.error_message} if row.error_code else None
    verdicts = select(CriterionVerdict).filter_by(audit_id=audit_id).order_by(CriterionVerdict.ordinal)
    findings = select(Finding).filter_by(audit_id=audit_id).order_by(Finding.ordinal)
    return AdviceResult.model_validate(
        {
            **rest,
            **{name: getattr(row, name) for name in _PLAIN},
            "sha256": row.sha256,
            "error": error,
            "facts": facts,
            "criteria": [{"id": v.criterion, **_fields(v, _VERDICT)} for v in session.scalars(verdicts)],
            "findings": [_fields(f, _FINDING) for f in session.scalars(findings)],
        }
    )


def _fields(row: CriterionVerdict | Finding, names: Sequence[str]) -> dict[str, Any]:
    return {**{name: getattr(row, name) for name in names}, **(row.rest or {})}


def get_audit(session: "Session", audit_id: int) -> Audit:
    """Return an audit's row.

    Raises:
        ConfigurationError: there is no such audit.
    """
    row = session.get(Audit, audit_id)
    if row is None:
        raise ConfigurationError("no-audit", f"there is no audit with the number {audit_id}")
    return row


def known_audits(session: "Session", rubric_hash: str, model_version: str, origin: Origin) -> dict[str, Known]:
    """Return the newest audit of every path, where it was made with this rubric and these models."""
    fields = (Audit.path, Audit.sha256, Audit.size, Audit.mtime_ns, Audit.status, Audit.error_code, Audit.id)
    query = select(*fields).filter_by(rubric_hash=rubric_hash, model_version=model_version, origin=origin, current=True)
    return {
        row.path: Known(row.sha256, row.size, row.mtime_ns, row.status, row.error_code, row.id)
        for row in session.execute(query)
    }


def latest_audits(session: "Session", term: str | None = None, origin: Origin | None = None) -> list[Audit]:
    """Return the newest audit of every path, by id.

    Args:
        session: any session.
        term: only advices completed in this term (audited in it, where the advice gives no date).
        origin: only audits of this origin.
    """
    query = select(Audit).where(Audit.current).order_by(Audit.id)
    if term is not None:
        query = query.where(Audit.term == term)
    if origin is not None:
        query = query.where(Audit.origin == origin)
    return list(session.scalars(query))
