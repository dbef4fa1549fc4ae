"""What is read from the store, and what counts once."""

import pytest
from invented_year import invented, moment, rng_for, save

from advice_audit.store import open_store
from advice_audit.store.models import Audit
from advice_audit.summaries.tables import load_tables
from advice_audit.terms import parse_term

TERM = parse_term("2025-autumn")


@pytest.fixture
def small(tmp_path):
    with open_store(tmp_path / "small.sqlite") as store:
        yield store


def put(session, path, origin="batch", **changes):
    result = invented("/one.docx", TERM, rng_for("one"), **changes)
    return save(session, result, path, origin, "job", moment(TERM.last))


def test_a_file_in_two_places_is_one_advice(small):
    with small.session() as session:
        put(session, "/one.docx")
        put(session, "/copies/one.docx")
    with small.reading() as session:
        assert len(load_tables(session, [str(TERM)]).census(str(TERM))) == 1


def test_an_amended_file_counts_as_it_is_now(small):
    with small.session() as session:
        put(session, "/one.docx")
        newer = put(session, "/one.docx", version=2)
    with small.reading() as session:
        assert load_tables(session, [str(TERM)]).census(str(TERM)).index.tolist() == [newer]


def test_only_audits_by_the_reports_rubric_count(small):
    with small.session() as session:
        number = put(session, "/one.docx")
        session.get(Audit, number).rubric_id = "another"
    with small.reading() as session:
        assert len(load_tables(session, [str(TERM)], "swindon-2022").census(str(TERM))) == 0
        assert len(load_tables(session, [str(TERM)]).census(str(TERM))) == 1


def test_an_empty_store_gives_empty_tables(small):
    with small.reading() as session:
        tables = load_tables(session, [str(TERM)])
    assert len(tables.sample(str(TERM))) == len(tables.census(str(TERM))) == 0
