"""How long the store takes to answer with many audits in it, and how large it is.

    python benchmarks/store.py [--audits N] [--times N] [--years N] [--store PLACE [--filled]]

Fills a new store (an SQLite file, or an empty database: `--store postgresql://...`) with years of work, then asks what a
batch, a draw, the desk and the reports ask, three times each in a session of its own, and prints the best time by the
clock and, of this process, by the processor. Returns 1 where a question takes a second by the clock. The last lines say
how long whole reports take to make, reading and counting together, and how large the store is.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session
from store_fill import fill

from advice_audit.audit import audit
from advice_audit.rubric.load import load_rubric
from advice_audit.store import Store, open_store
from advice_audit.store.audits import known_audits, latest_audits
from advice_audit.store.seen import standings
from advice_audit.terms import parse_term, parse_year

ROOT = Path(__file__).parents[1]
LIMIT = 1.0
TODAY = date(2026, 11, 3)
TERM = "2026-summer"
YEAR = "2025-26"
Ask = Callable[[Session], object]


def questions() -> dict[str, Ask]:
    """Return what is asked of a store, by who asks it."""
    return {**_of_reports(), **_of_samples(), **_of_the_desk(), **_of_batches()}


def _of_reports() -> dict[str, Ask]:
    from advice_audit.summaries.tables import load_tables
    from advice_audit.summaries.view import make_view

    rubric, term, year = load_rubric("swindon-2022"), parse_term(TERM), parse_year(YEAR)
    term_and_before = [term.shifted(-number) for number in range(3)]
    return {
        "one term": lambda session: load_tables(session, [TERM], rubric.id),
        "three terms": lambda session: load_tables(session, [str(one) for one in term_and_before], rubric.id),
        "a term's newest audits": lambda session: latest_audits(session, TERM, "batch"),
        "report term": lambda session: make_view(session, term_and_before, rubric, term, TODAY, identified=False),
        "report annual": lambda session: make_view(session, year, rubric, term.shifted(1), TODAY, identified=False),
    }


def whole_reports() -> dict[str, Ask]:
    """Return how the reports are made from beginning to end."""
    from advice_audit.summaries.annual import annual_report
    from advice_audit.summaries.term import term_report

    rubric, by = load_rubric("swindon-2022"), "Nadia Brook"
    return {
        "term report, made": lambda session: term_report(session, parse_term(TERM), rubric, today=TODAY, by=by),
        "annual report, made": lambda session: annual_report(session, parse_year(YEAR), rubric, today=TODAY, by=by),
    }


def _of_samples() -> dict[str, Ask]:
    from advice_audit.sampling.frame import Candidate, from_store, with_known_facts
    from advice_audit.sampling.keep import last_sample, sampled_lately
    from advice_audit.sampling.record import sample_record

    term = parse_term(TERM)
    folder = [Candidate(f"{n}", f"{n}", sha256=f"{n:064x}") for n in range(20_000)]
    return {
        "sample: the list from the store": lambda session: with_known_facts(session, from_store(session)[1]),
        "sample: a folder's list, dates filled in": lambda session: with_known_facts(session, folder),
        "sample: who was sampled lately": lambda session: sampled_lately(session, term, 3),
        "sample: its record": lambda session: sample_record(
            session, last_sample(session, TERM), today=TODAY, identify=False
        ),
    }


def _of_the_desk() -> dict[str, Ask]:
    from advice_audit.actions import actions_of, overdue, sampled_audits, without_action
    from advice_audit.cli.moderate import _state
    from advice_audit.cli.next import _due, _overdue, _under_way
    from advice_audit.moderation.agreeing import machine_and_people, people
    from advice_audit.moderation.pages import pages, sampled
    from advice_audit.moderation.settle import differences
    from advice_audit.sampling.keep import last_sample
    from advice_audit.store.flags import open_flags

    rubric = load_rubric("swindon-2022")

    def audits(session: Session) -> dict[int, int]:
        return sampled(session, TERM)[1]

    return {
        "next: what there is to do": lambda session: (
            _overdue(session, TODAY), _under_way(session), _due(session, TODAY)
        ),
        "moderate: six advices to judge": lambda session: pages(session, audits(session), "Tom Ashdown", identify=True),
        "moderate: who has judged what": lambda session: _state(session, TERM, audits(session)),
        "moderate: differences": lambda session: [differences(session, one) for one in audits(session).values()],
        "moderate: agreement": lambda session: (
            machine_and_people(session, list(audits(session).values())), people(session, list(audits(session).values()))
        ),
        "act: concerns, actions, what lacks one": lambda session: (
            open_flags(session), actions_of(session), overdue(session, TODAY),
            without_action(session, list(sampled_audits(session, last_sample(session, TERM).id).values()), rubric),
        ),
    }  # fmt: skip


def _of_batches() -> dict[str, Ask]:
    return {
        "batch: what is known": lambda session: known_audits(session, "rubric", "model 0", "batch"),
        "batch: how every file stands": lambda session: standings(session, "batch"),
    }


def seconds(store: Store, ask: Ask) -> tuple[float, float]:
    """Return the best of three times by the clock, and of three by the processor."""
    taken = []
    for _ in range(3):
        with store.reading() as session:
            clock, processor = time.perf_counter(), time.process_time()
            ask(session)
            taken.append((time.perf_counter() - clock, time.process_time() - processor))
    return min(clock for clock, _ in taken), min(processor for _, processor in taken)


def measured(store: Store) -> bool:
    """Print every question with its times; return whether all took less than a second."""
    slow = False
    print(f"{'seconds':<44}{'clock':>8}{'processor':>11}")
    for name, ask in questions().items():
        clock, processor = seconds(store, ask)
        slow = slow or clock >= LIMIT
        print(f"{name:<44}{clock:8.3f}{processor:11.3f}{'  too slow' if clock >= LIMIT else ''}", flush=True)
    for name, ask in whole_reports().items():
        clock, processor = seconds(store, ask)
        print(f"{name:<44}{clock:8.3f}{processor:11.3f}", flush=True)
    return not slow


def size(store: Store) -> int:
    """Return how large a store is, in bytes."""
    if store.engine.dialect.name == "sqlite":
        file = Path(str(store.engine.url.database))
        return sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*"))
    with store.engine.connect() as connection:
        return int(connection.scalar(text("SELECT pg_database_size(current_database())")) or 0)


def main() -> int:
    """Print the table; return 1 where a question takes a second or more."""
    parser = argparse.ArgumentParser(description="How long a full store takes to answer.")
    parser.add_argument("--audits", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--years", type=int, default=4)
    parser.add_argument("--store", help="A new file or an empty database; it stays. A temporary file where not given.")
    parser.add_argument("--filled", action="store_true", help="The store was filled by this program before.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(asked.store or Path(folder) / "store.sqlite") as store:
        if not asked.filled:
            result = audit(ROOT / "corpus_samples" / "a02.docx")
            fill(store, result, audits=asked.audits, times=asked.times, years=asked.years, today=TODAY)
            print(f"{asked.audits} audits of {len(result.criteria)} verdicts and {len(result.findings)} findings each")
        quick = measured(store)
        print(f"{size(store) / 1e6:.0f} MB, {size(store) / asked.audits / 1000:.1f} kB an audit")
    return int(not quick)


if __name__ == "__main__":
    sys.exit(main())
