"""Fills an empty store with years of work: advices audited again and again, samples, two auditors, self-audits.

Everything is made from the audit of one sample advice, with names, services, dates and verdicts that differ from copy to
copy. The names are invented.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from advice_audit.results import AdviceResult
from advice_audit.store import Store, save_audit
from advice_audit.store.base import now
from advice_audit.store.cycle import Action, Feedback, Flag, Moderation, Sample, SampleItem
from advice_audit.store.models import Audit, Document, Import
from advice_audit.terms import AuditTerm, term_of

SAMPLED = 6
AUDITORS = ("Nadia Brook", "Tom Ashdown")
_SERVICES = ("Children with disabilities team", "Early help", "Family support", "Short breaks", "Youth justice", None)
_PURPOSES = ("ehcna", "annual_review", "ehcna", "annual_review", "tribunal")
_FIRST = (
    "Orla Kit Wren Ada Ivo Juno Rafe Tess Odell Maud Piers Sunniva Corin Edda Bram Isla Lowen Neve Otis Greta".split()
)
_LAST = "Penhaligon Thorne Ashby Quill Marsh Vane Tolland Frost Bexley Hythe Larkin Moss Radley Stroud Upton".split()
_VERDICTS = (
    "INSERT INTO verdicts SELECT a.id, v.criterion, v.ordinal, CASE (a.id * 7 + v.ordinal * 3) % 5 WHEN 0 THEN 'met' "
    "WHEN 1 THEN 'partly_met' WHEN 2 THEN 'not_met' ELSE v.verdict END, v.score, v.needs_person, v.look_at, v.rest "
    "FROM audits a, verdicts v WHERE v.audit_id = 1 AND a.id > 1"
)
_FINDINGS = (
    'INSERT INTO findings SELECT a.id, f.ordinal, f.criterion, f.section, f.quote, f."start", f."end", f.message, '
    "f.suggestion, f.confidence, f.fingerprint, f.missing, f.cues, f.rest "
    "FROM audits a, findings f WHERE f.audit_id = 1 AND a.id > 1"
)
# Every ninth verdict is changed, every seventh finding dismissed, each time by one auditor only.
_JUDGED = (
    "INSERT INTO moderation_verdicts SELECT m.id, v.criterion, CASE WHEN (m.id + v.ordinal) % 9 = 0 THEN 'partly_met' "
    "ELSE v.verdict END, NOT ((m.id + v.ordinal) % 9 = 0 AND v.verdict <> 'partly_met'), 'Seen in the advice.' "
    "FROM moderations m, verdicts v WHERE v.audit_id = m.audit_id"
)
_DECIDED = (
    "INSERT INTO moderation_findings SELECT m.id, f.ordinal + 1, f.ordinal, f.fingerprint, CASE WHEN (m.id + f.ordinal) "
    "% 7 = 0 THEN 'dismiss' ELSE 'agree' END, f.criterion, f.section, f.quote, 'It is said elsewhere.' "
    "FROM moderations m, findings f WHERE f.audit_id = m.audit_id"
)


def fill(store: Store, result: AdviceResult, *, audits: int, times: int, years: int, today: date) -> None:
    """Put years of work into an empty store.

    Args:
        store: empty.
        result: what the auditor said of one advice.
        audits: how many in all.
        times: how often each advice was audited; the last counts.
        years: over which the advices were completed.
        today: the last day.
    """
    with store.session() as session:
        _audits(session, result, audits, times, years, today)
    terms = [term_of(today).shifted(-number) for number in range(years * 3)]
    with store.session() as session:
        # Audits of samples come last, and are judged after they are kept.
        for number, term in enumerate(reversed(terms), 1):
            _sample(session, number, term)
        session.execute(text(_VERDICTS))
        session.execute(text(_FINDINGS))
        _moderate(session)
        session.execute(text(_JUDGED))
        session.execute(text(_DECIDED))
        _voices(session, terms)
    _tidy(store)


def _tidy(store: Store) -> None:
    """Leave the store as a night's rest would: nothing in the log beside the file, and counts of rows for the planner."""
    if store.engine.dialect.name == "sqlite":
        store.engine.dispose()
        with closing(sqlite3.connect(str(store.engine.url.database), isolation_level=None)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _audits(session: Session, result: AdviceResult, audits: int, times: int, years: int, today: date) -> None:
    save_audit(
        session, result, rubric_id="swindon-2022", rubric_hash="rubric", model_version="model 0", origin="batch",
        by="benchmark", path="0",
    )  # fmt: skip
    first = session.execute(select(Audit)).scalar_one()
    template = {column.key: getattr(first, column.key) for column in Audit.__table__.columns}
    documents = ({"sha256": f"{n:064x}", "name": "advice.docx", "first_seen": now()} for n in range(1, audits))
    for part in _portions(documents):
        session.execute(insert(Document), part)
    for part in _portions(_rows(template, audits, times, years, today)):
        session.execute(insert(Audit), part)


def _portions(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while part := list(islice(rows, 5_000)):
        yield part


def _rows(template: dict[str, Any], audits: int, times: int, years: int, today: date) -> Iterator[dict[str, Any]]:
    paths = audits // times
    for number in range(1, audits):
        age, place = divmod(number, paths)
        completed = today - timedelta(place * 7919 % (365 * years))
        yield {
            **template, "id": number + 1, "sha256": f"{number:064x}", "path": f"/srv/advices/{place:06d}.docx",
            "current": age == 0, "model_version": f"model {age}", "completed": completed, "term": str(term_of(completed)),
            "requested": completed - timedelta(30 + place % 29), "service": _SERVICES[place % len(_SERVICES)],
            "purpose": _PURPOSES[place % len(_PURPOSES)], "origin": "batch" if place % 20 else "self",
            "audited_by": "benchmark" if place % 20 else AUDITORS[place % 2], "grade": _grade(place),
            "people": _people(place),
        }  # fmt: skip


def _grade(place: int) -> str:
    return ("outstanding", "good", "good", "requires_improvement", "inadequate")[place * 31 % 5]


def _people(place: int) -> list[str]:
    return [
        f"{_FIRST[(place + n) % len(_FIRST)]} {_LAST[(place // 7 + n * n) % len(_LAST)]}-{_LAST[place // 160 % len(_LAST)]}"
        for n in range(4)
    ]


def _sample(session: Session, number: int, term: AuditTerm) -> None:
    """Draw a sample and audit it, as `advice-audit sample` does."""
    wanted = select(Audit).where(Audit.term == str(term), Audit.current, Audit.origin == "batch").order_by(Audit.path)
    every = session.scalars(wanted).all()
    at = datetime.combine(term.audit_month, now().timetz())
    session.execute(
        insert(Sample),
        [{
            "id": number, "term": str(term), "size": SAMPLED, "seed": number, "method": "By lot.", "source": "the store",
            "completed_from": term.first, "completed_to": term.last, "population": len(every), "excluded": {},
            "frame": [one.path for one in every], "drawn_at": at, "drawn_by": AUDITORS[0],
        }],
    )  # fmt: skip
    names = [column.key for column in Audit.__table__.columns]
    audits, items = [], []
    for position, one in enumerate(every[:SAMPLED], 1):
        own = 1_000_000 + number * SAMPLED + position
        audits.append({**{name: getattr(one, name) for name in names}, "id": own, "origin": "sample", "audited_at": at})
        items.append({
            "sample_id": number, "position": position, "name": one.path, "path": one.path, "sha256": one.sha256,
            "service": one.service, "completed": one.completed, "role": "chosen", "state": "audited", "audit_id": own,
        })  # fmt: skip
    if audits:
        session.execute(insert(Audit), audits)
        session.execute(insert(SampleItem), items)


def _moderate(session: Session) -> None:
    audits = session.execute(
        select(Audit.id, Audit.audited_at).where(Audit.origin == "sample").order_by(Audit.id)
    ).all()
    rows = [
        {
            "id": 2 * n + who + 1,
            "audit_id": row.id,
            "auditor": name,
            "began": row.audited_at,
            "finished": row.audited_at,
        }
        for n, row in enumerate(audits)
        for who, name in enumerate(AUDITORS)
    ]
    if rows:
        session.execute(insert(Moderation), rows)


def _voices(session: Session, terms: list[AuditTerm]) -> None:
    """Add what stands around the audits: actions, concerns, feedback."""
    sampled = session.execute(select(SampleItem.audit_id, Sample.term).join(Sample, Sample.id == SampleItem.sample_id))
    for number, row in enumerate(sampled, 1):
        due = date(2026, 1, 5) + timedelta(number)
        session.add(
            Action(
                audit_id=row.audit_id, term=row.term, text="Ask Orla Penhaligon who said what, and write it down.",
                owner=AUDITORS[number % 2], due=due, state="open" if number % 3 else "done", created_at=now(),
                created_by=AUDITORS[0], closed_at=None if number % 3 else now(),
            )
        )  # fmt: skip
        if number % 10 == 0:
            text_of = "The child was alone at home on two evenings."
            session.add(Flag(audit_id=row.audit_id, path="/", text=text_of, raised_by=AUDITORS[0], at=now()))
    session.add(Import(sha256="0" * 64, kind="feedback", name="families.csv", at=now(), by=AUDITORS[0]))
    session.flush()
    for number in range(20 * len(terms)):
        term = terms[number % len(terms)]
        session.add(
            Feedback(
                import_sha256="0" * 64, received=term.first, term=str(term), source=("family", "school")[number % 2],
                theme=("waiting", "plain words", None)[number % 3], text=f"Juno Marsh rang us back on day {number}.",
            )
        )  # fmt: skip
