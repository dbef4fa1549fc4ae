"""The invented year, lived once for all tests here."""

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import year_events
from recount import RUBRIC, Recount

from advice_audit.store import open_store
from advice_audit.summaries.annual import annual_report
from advice_audit.summaries.term import term_report
from advice_audit.terms import parse_term, parse_year

# When each report is written: soon after its term.
DAYS = {"2025-autumn": date(2026, 1, 9), "2026-spring": date(2026, 4, 30), "2026-summer": date(2026, 9, 7)}


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("year")


@pytest.fixture(scope="session")
def store(place):
    with open_store(place / "store.sqlite") as opened:
        opened.year = year_events.live(opened, place)
        yield opened


@pytest.fixture(scope="session")
def recount(store, place):
    return Recount(place / "store.sqlite")


@pytest.fixture(scope="session")
def reports(store):
    with store.reading() as session:
        return {
            slug: term_report(session, parse_term(slug), RUBRIC, today=day, by="Nadia Brook")
            for slug, day in DAYS.items()
        }


@pytest.fixture(scope="session")
def annual(store):
    with store.reading() as session:
        return annual_report(session, parse_year("2025-26"), RUBRIC, today=DAYS["2026-summer"], by="Nadia Brook")
