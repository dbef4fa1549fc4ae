"""Audits in and out: whole, once, with what went before kept."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from invented_audits import AT, VERSIONS, invented, keep, unreadable
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from advice_audit.errors import ConfigurationError
from advice_audit.store import known_audits, latest_audits, load_audit, open_store, record
from advice_audit.store.models import Audit, CriterionVerdict, Document, Event, Finding


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize(
    "result", [invented(), unreadable(), unreadable(digest=False), invented(completed=None, service=None)]
)
def test_an_audit_comes_back_as_it_was_saved(store, result):
    with store.session() as session:
        number = keep(session, result, people=["Orla Penhaligon"])
    with store.reading() as session:
        assert load_audit(session, number) == result
        row = session.get(Audit, number)
        assert row.people == ["Orla Penhaligon"]
        assert (row.audited_at, row.audited_by, row.rubric_hash) == (AT, "nightly", "r1")


def test_facts_that_were_never_read_stay_unknown(store):
    bare = invented().model_copy(update={"facts": None})
    with store.session() as session:
        number = keep(session, bare)
    with store.reading() as session:
        assert load_audit(session, number) == bare


def test_there_is_no_such_audit(store):
    with store.reading() as session, pytest.raises(ConfigurationError, match="no audit with the number 7"):
        load_audit(session, 7)


def test_the_same_audit_saved_again_is_the_same_row(store):
    for result in (invented(), unreadable(), unreadable("gone.docx", digest=False)):
        with store.session() as session:
            first = keep(session, result, mtime_ns=1)
        with store.session() as session:
            assert keep(session, result, mtime_ns=2) == first
            assert session.get(Audit, first).mtime_ns == 2
    with store.reading() as session:
        assert (count(session, Audit), count(session, Document)) == (3, 2)
        assert count(session, CriterionVerdict) == len(invented().criteria)
        assert count(session, Finding) == len(invented().findings)


def test_an_older_audit_is_kept_beside_the_newer(store):
    old, new = invented(text="draft"), invented(text="second draft", grade="inadequate")
    with store.session() as session:
        first, second = keep(session, old), keep(session, new)
        other_rubric = keep(session, new, rubric_hash="r2")
        apart = keep(session, new, origin="self")
    with store.reading() as session:
        assert [row.id for row in latest_audits(session)] == [other_rubric, apart]
        assert [row.id for row in latest_audits(session, origin="batch")] == [other_rubric]
        assert load_audit(session, first) == old
        assert load_audit(session, second) == new


def test_going_back_to_an_older_text_makes_its_audit_the_newest(store):
    with store.session() as session:
        first = keep(session, invented(text="one"))
        keep(session, invented(text="two"))
        assert keep(session, invented(text="one")) == first
        assert [row.id for row in latest_audits(session)] == [first]


def test_known_audits_are_those_of_this_rubric_and_these_models(store):
    with store.session() as session:
        keep(session, invented("a.docx"), mtime_ns=11)
        keep(session, invented("b.docx"), rubric_hash="r0")
        keep(session, invented("c.docx"), model_version="m0")
        keep(session, invented("d.docx"), origin="self")
        keep(session, unreadable("e.pdf", digest=False), size=None)
    with store.reading() as session:
        known = known_audits(session, VERSIONS["rubric_hash"], VERSIONS["model_version"], "batch")
    assert set(known) == {"a.docx", "e.pdf"}
    assert known["a.docx"][:5] == (invented("a.docx").sha256, 4096, 11, "audited", None)
    assert known["e.pdf"][:5] == (None, None, None, "unreadable", "no-text")


def test_the_term_is_that_of_completion(store):
    days = {
        date(2026, 10, 9): "2026-autumn",
        date(2027, 4, 15): "2027-spring",
        date(2027, 4, 16): "2027-summer",
        None: "2026-autumn",
    }
    with store.session() as session:
        for day in days:
            keep(session, invented(f"{day}.docx", completed=day))
    with store.reading() as session:
        assert {row.completed: row.term for row in latest_audits(session)} == days
        assert len(latest_audits(session, term="2026-autumn")) == 2


def test_events_are_added_and_never_changed(store):
    with store.session() as session:
        record(session, "J Okafor", "sample-drawn", "sample 1", when=AT, seed=7)
    for change in ("UPDATE events SET who = 'somebody else'", "DELETE FROM events"):
        with pytest.raises(DBAPIError, match="append-only"), store.engine.begin() as connection:
            connection.exec_driver_sql(change)
    with store.reading() as session:
        event = session.scalars(select(Event)).one()
        assert (event.at, event.who, event.what, event.subject, event.data) == (
            AT, "J Okafor", "sample-drawn", "sample 1", {"seed": 7},
        )  # fmt: skip


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from invented_audits import invented, keep
from advice_audit.store import open_store
store = open_store(sys.argv[1])
number = 0
while True:
    with store.session() as session:
        keep(session, invented(f"{number}.docx"))
        session.flush()
        print(number, flush=True)
    number += 1
"""


def test_a_writer_that_is_killed_leaves_no_half_audit(place):
    open_store(place).close()
    folder = str(Path(__file__).parent)
    for wait in (0.0, 0.003, 0.011):
        command = [sys.executable, "-c", WRITER, str(place), folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            for _ in range(5):
                writer.stdout.readline()
            time.sleep(wait)
            os.kill(writer.pid, signal.SIGKILL)
            begun = 5 + len(writer.stdout.read().splitlines())
        with open_store(place) as store, store.session() as session:
            whole = session.scalars(select(Audit.id)).all()
            assert whole, "nothing was written before the kill"
            assert len(whole) >= begun - 1
            assert all(load_audit(session, number) == invented(load_audit(session, number).file) for number in whole)
            for table in (CriterionVerdict, Finding):
                assert set(session.scalars(select(table.audit_id))) == set(whole)
