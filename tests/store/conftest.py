"""A store of each kind: an SQLite file, and a real PostgreSQL server of the tests' own."""

import pytest

from advice_audit.store import open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Return where a new store may be made, once a kind."""
    if request.param == "sqlite":
        return tmp_path / "store" / "store.sqlite"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def store(place):
    with open_store(place) as opened:
        yield opened


@pytest.fixture
def file_store(tmp_path):
    with open_store(tmp_path / "store.sqlite") as opened:
        yield opened
