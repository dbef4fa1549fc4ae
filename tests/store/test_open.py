"""Opening: modes, versions, what is refused and in which words."""

import os
import sqlite3
import stat
import subprocess
import sys
import time

import pytest
from invented_audits import invented, keep
from sqlalchemy import text

from advice_audit.errors import StoreError
from advice_audit.store import default_store, open_store
from advice_audit.store.place import as_url, shown


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_file_and_its_log_are_for_the_owner_only(tmp_path):
    old = os.umask(0)
    try:
        path = tmp_path / "deep" / "store.sqlite"
        with open_store(path) as store, store.session() as session:
            keep(session, invented())
            session.flush()
            files = sorted(path.parent.iterdir())
            assert {file.name for file in files} == {"store.sqlite", "store.sqlite-wal", "store.sqlite-shm"}
            assert {mode(file) for file in files} == {0o600}
        assert mode(path.parent) == 0o700
    finally:
        os.umask(old)


def test_rights_that_others_had_are_taken_when_it_is_opened(tmp_path):
    path = tmp_path / "store.sqlite"
    open_store(path).close()
    path.chmod(0o644)
    open_store(path).close()
    assert mode(path) == 0o600


def test_settings_of_every_connection(file_store):
    with file_store.reading() as session:
        asked = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert asked == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000}


def test_a_reader_does_not_wait_for_a_writer_and_sees_nothing_unfinished(store):
    with store.session() as writing:
        keep(writing, invented())
        writing.flush()
        with store.reading() as session:
            assert session.execute(text("SELECT count(*) FROM audits")).scalar() == 0
    with store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM audits")).scalar() == 1


def test_an_error_undoes_the_whole_transaction(store):
    with pytest.raises(ZeroDivisionError), store.session() as session:
        keep(session, invented())
        session.flush()
        raise ZeroDivisionError
    with store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM audits")).scalar() == 0


def test_a_reading_session_cannot_write_on_a_server(postgres_url):
    with open_store(postgres_url) as store:
        with pytest.raises(StoreError) as raised, store.reading() as session:
            keep(session, invented())
        assert raised.value.code == "store-read-only"


def test_two_programs_that_start_at_once_both_find_a_store(place):
    code = "import sys; from advice_audit.store import open_store; open_store(sys.argv[1]).close()"
    both = [subprocess.Popen([sys.executable, "-c", code, str(place)], stderr=subprocess.PIPE) for _ in range(2)]
    assert [(process.communicate()[1], process.returncode) for process in both] == [(b"", 0)] * 2


def test_a_store_in_use_is_named_as_such(tmp_path, monkeypatch):
    monkeypatch.setattr("advice_audit.store.engine.WAIT", 0.1)
    path = tmp_path / "store.sqlite"
    with open_store(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(StoreError) as raised, store.session() as session:
            keep(session, invented())
        assert time.monotonic() - began < 5
        other.close()
    assert raised.value.code == "store-locked"
    assert str(path) in raised.value.message


def test_a_full_disk_is_named_and_nothing_is_half_kept(file_store):
    with file_store.session() as session:
        keep(session, invented("first.docx"))
    with pytest.raises(StoreError) as raised, file_store.session() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar()
        session.execute(text(f"PRAGMA max_page_count={pages}"))
        for number in range(200):
            keep(session, invented(f"{number}.docx"))
    assert raised.value.code == "store-disk-full"
    with file_store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM audits")).scalar() == 1


def test_what_is_not_a_store_is_refused(tmp_path):
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"Dear colleague, " * 100)
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE accounts (id INTEGER)")
    for path in (letter, other, tmp_path):
        with pytest.raises(StoreError) as raised:
            open_store(path)
        assert raised.value.code == "store-unreadable"
        assert str(path) in raised.value.message
    assert letter.read_bytes() == b"Dear colleague, " * 100


def test_a_store_of_a_newer_version_is_left_alone(place):
    with open_store(place) as store, store.session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError) as raised:
        open_store(place)
    assert raised.value.code == "store-newer"


def test_nothing_is_made_where_a_store_must_exist(tmp_path, postgres_url):
    for place in (tmp_path / "none.sqlite", postgres_url):
        with pytest.raises(StoreError) as raised:
            open_store(place, create=False)
        assert raised.value.code == "store-missing"
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_not_there(tmp_path):
    with pytest.raises(StoreError) as raised:
        open_store(f"postgresql://me:secret@/nothing?host={tmp_path}")
    assert raised.value.code == "store-unreachable"
    assert "secret" not in raised.value.message


@pytest.mark.parametrize("place", ["mysql://host/name", "postgresql://host:port/name", "sqlite://", "oracle+cx://x/y"])
def test_addresses_that_cannot_be_used(place):
    with pytest.raises(StoreError) as raised:
        open_store(place)
    assert raised.value.code == "store-bad-url"


def test_a_password_is_never_shown():
    assert (
        shown(as_url("postgresql://me:secret@db.example/name?password=secret")) == "postgresql://me:***@db.example/name"
    )


def test_the_default_place(monkeypatch, tmp_path):
    monkeypatch.setenv("ADVICE_AUDIT_STORE", "postgresql://db/name")
    assert default_store() == "postgresql://db/name"
    monkeypatch.delenv("ADVICE_AUDIT_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert default_store() == str(tmp_path / "advice-audit" / "store.sqlite")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_store() == str(tmp_path / "local" / "advice-audit" / "store.sqlite")
