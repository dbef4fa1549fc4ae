"""How long the store takes to answer with many audits in it, and how large it is.

    python benchmarks/store.py [--audits N] [--times N]

Fills a new SQLite store with copies of the audit of one sample advice: each path audited `times` times, of which the
last counts, completed over ten years, with a sample of six in each of the last terms. Then asks what a batch, a draw, a
report and `next` ask, twice each, and prints the better time. Returns 1 where a question of a report takes a second.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from advice_audit.audit import audit
from advice_audit.results import AdviceResult
from advice_audit.rubric.load import load_rubric
from advice_audit.store import Store, open_store, save_audit
from advice_audit.store.audits import known_audits, latest_audits
from advice_audit.store.base import now
from advice_audit.store.cycle import Sample, SampleItem
from advice_audit.store.models import Audit, Document
from advice_audit.store.seen import standings
from advice_audit.terms import term_of

ROOT = Path(__file__).parents[1]
LIMIT = 1.0
TODAY = date(2026, 11, 3)
YEARS = 10
SAMPLED = 6
_PARTS = (
    "INSERT INTO verdicts SELECT a.id, v.criterion, v.ordinal, CASE (a.id * 7 + v.ordinal * 3) % 5 WHEN 0 THEN 'met' "
    "WHEN 1 THEN 'partly_met' WHEN 2 THEN 'not_met' ELSE v.verdict END, v.score, v.needs_person, v.look_at, v.rest "
    "FROM audits a, verdicts v WHERE v.audit_id = 1 AND a.id > 1",
    'INSERT INTO findings SELECT a.id, f.ordinal, f.criterion, f.section, f.quote, f."start", f."end", f.message, '
    "f.suggestion, f.confidence, f.fingerprint, f.missing, f.cues, f.rest "
    "FROM audits a, findings f WHERE f.audit_id = 1 AND a.id > 1",
)


def fill(store: Store, result: AdviceResult, audits: int, times: int) -> None:
    """Put copies of one audit into an empty store."""
    with store.session() as session:
        save_audit(
            session, result, rubric_id="swindon-2022", rubric_hash="rubric", model_version="model 0", origin="batch",
            by="benchmark", path="0",
        )  # fmt: skip
        columns = [column.key for column in Audit.__table__.columns]
        first = session.execute(select(Audit)).scalar_one()
        template = {name: getattr(first, name) for name in columns}
        documents = [{"sha256": f"{n:064x}", "name": "advice.docx", "first_seen": now()} for n in range(1, audits)]
        session.execute(insert(Document), documents)
        session.execute(insert(Audit), list(_rows(template, audits, times)))
        for statement in _PARTS:
            session.execute(text(statement))
        for term in {str(term_of(TODAY - timedelta(120 * n))) for n in range(YEARS * 3)}:
            _sample(session, term)


def _rows(template: dict[str, Any], audits: int, times: int) -> Iterator[dict[str, Any]]:
    paths = audits // times
    for number in range(1, audits):
        completed = TODAY - timedelta(number * 7919 % (365 * YEARS))
        age, place = divmod(number, paths)
        yield {
            **template, "id": number + 1, "sha256": f"{number:064x}", "path": f"/srv/advices/{place:06d}.docx",
            "current": age == 0, "model_version": f"model {age}", "completed": completed, "term": str(term_of(completed)),
        }  # fmt: skip


def _sample(session: Session, term: str) -> None:
    chosen = session.scalars(select(Audit).where(Audit.term == term, Audit.current).limit(SAMPLED)).all()
    sample = Sample(
        term=term, size=SAMPLED, seed=1, method="", source="", population=len(chosen), excluded={},
        frame=[one.path for one in chosen], drawn_at=now(), drawn_by="benchmark",
    )  # fmt: skip
    session.add(sample)
    session.flush()
    for position, one in enumerate(chosen, 1):
        session.add(
            SampleItem(
                sample_id=sample.id, position=position, name=one.path, path=one.path, sha256=one.sha256,
                role="chosen", state="audited", audit_id=one.id,
            )
        )  # fmt: skip


def questions(term: str) -> dict[str, Callable[[Session], object]]:
    """Return what is asked of a store, by who asks it."""
    from advice_audit.actions import overdue, sampled_audits
    from advice_audit.sampling.frame import from_store, with_known_facts
    from advice_audit.sampling.keep import next_due, waiting
    from advice_audit.summaries.tables import load_tables

    before = term_of(TODAY).shifted(-1)
    terms = [term, str(before), str(before.shifted(-1))]
    return {
        "report: three terms": lambda session: load_tables(session, terms, "swindon-2022"),
        "report: a term's newest audits": lambda session: latest_audits(session, term, "batch"),
        "next: what is due": lambda session: (
            overdue(session, TODAY), sampled_audits(session, 1), waiting(session, 1), next_due(session, TODAY)
        ),
        "batch: what is known": lambda session: known_audits(session, "rubric", "model 0", "batch"),
        "batch: how every file stands": lambda session: standings(session, "batch"),
        "sample: the list to draw from": lambda session: with_known_facts(session, from_store(session)[1]),
    }  # fmt: skip


def seconds(store: Store, ask: Callable[[Session], object]) -> float:
    """Return the better of two times by the clock, each in a session of its own."""
    taken = []
    for _ in range(2):
        with store.reading() as session:
            begun = time.perf_counter()
            ask(session)
            taken.append(time.perf_counter() - begun)
    return min(taken)


def main() -> int:
    """Print the table; return 1 where a question of a report takes a second or more."""
    parser = argparse.ArgumentParser(description="How long a full store takes to answer.")
    parser.add_argument("--audits", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    load_rubric("swindon-2022")
    result = audit(ROOT / "corpus_samples" / "a02.docx")
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        with open_store(file) as store:
            fill(store, result, asked.audits, asked.times)
            print(f"{asked.audits} audits of {len(result.criteria)} verdicts and {len(result.findings)} findings")
            for name, ask in questions(str(term_of(TODAY))).items():
                taken = seconds(store, ask)
                slow = slow or (name.startswith("report") and taken >= LIMIT)
                print(f"{name:<34}{taken:8.3f} s")
        size = sum(part.stat().st_size for part in Path(folder).iterdir())
        print(f"{size / 1e6:.0f} MB, {size / asked.audits / 1000:.1f} kB an audit")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
