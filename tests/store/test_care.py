"""Looking after a store: what is in it, what is wrong with it, and a copy."""

import pytest
from invented_audits import invented, keep

from advice_audit.errors import StoreError
from advice_audit.store import load_audit, migrate, open_store
from advice_audit.store.care import copy, health


def test_a_sound_store(store):
    with store.session() as session:
        keep(session, invented())
    found = health(store)
    assert (found.revision, found.problems) == (migrate.HEAD, ())
    assert (found.rows["audits"], found.rows["findings"], found.rows["events"]) == (1, 4, 0)


def test_a_damaged_file_is_seen(tmp_path):
    path = tmp_path / "store.sqlite"
    with open_store(path) as store, store.session() as session:
        for number in range(40):
            keep(session, invented(f"{number}.docx"))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"\xa5" * 20_000
    path.write_bytes(content)
    try:
        with open_store(path) as store:
            assert health(store).problems
    except StoreError as error:
        assert error.code == "store-unreadable"


def test_a_copy_is_whole_while_somebody_writes(file_store, tmp_path):
    with file_store.session() as session:
        number = keep(session, invented())
    target = tmp_path / "copies" / "store.sqlite"
    with file_store.session() as session:
        keep(session, invented("later.docx"))
        session.flush()
        copy(file_store, target)
    assert target.stat().st_mode & 0o077 == 0
    with open_store(target) as copied, copied.reading() as session:
        assert load_audit(session, number) == invented()
        assert health(copied).rows["audits"] == 1


def test_what_cannot_be_copied(file_store, tmp_path, postgres_url):
    (tmp_path / "there.sqlite").write_bytes(b"")
    with pytest.raises(StoreError) as raised:
        copy(file_store, tmp_path / "there.sqlite")
    assert raised.value.code == "store-exists"
    with open_store(postgres_url) as server, pytest.raises(StoreError) as raised:
        copy(server, tmp_path / "new.sqlite")
    assert raised.value.code == "store-not-a-file"
    assert not (tmp_path / "new.sqlite").exists()
