"""`advice-audit doctor`: it sees what is whole, and what is not."""

import json
import sqlite3

import pytest

from advice_audit.doctor import examine as examining
from advice_audit.doctor.models import models, rubrics
from advice_audit.doctor.report import Speed
from advice_audit.doctor.store import store_state
from advice_audit.store import open_store


@pytest.fixture
def quick(monkeypatch):
    speed = Speed(words=250, load_seconds=1.0, parse_seconds=0.5, judge_seconds=0.5, advices_a_minute=60.0)
    monkeypatch.setattr(examining, "_speed", lambda: speed)


def test_everything_is_in_order_here(call, tmp_path, quick):
    done = call("doctor", "--store", tmp_path / "s.sqlite", "--format", "json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["healthy"]) == (0, True)
    assert {one["name"] for one in told["models"]} == {
        "models/advice_en",
        "models/classifiers",
        "models/encoder",
        "models/reader",
        "models/spelling",
    }
    assert all(one["hash"] for one in told["models"] + told["rubrics"])
    assert "spacy" in {one["name"] for one in told["libraries"]}
    assert "dask" in {one["name"] for one in told["extras"]}
    assert not (tmp_path / "s.sqlite").exists(), "looking made a store"


def test_in_words(call, tmp_path, quick):
    with open_store(tmp_path / "s.sqlite"):
        pass
    done = call("doctor", "--store", tmp_path / "s.sqlite")
    assert "everything is in order" in done.stdout
    assert "0 audits of 0 files" in done.stdout
    assert "About 60 such advices a minute" in done.stdout


def test_a_file_that_is_no_store(call, tmp_path, quick):
    path = tmp_path / "s.sqlite"
    path.write_text("not a database at all, but long enough to be looked at" * 20)
    done = call("doctor", "--store", path)
    assert done.exit_code == 2
    assert "something is wrong" in done.stdout
    assert "not a store of advice-audit" in done.stdout


def test_a_damaged_store(tmp_path):
    path = tmp_path / "s.sqlite"
    with open_store(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'findings'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : (root - 1) * size + 200] = b"\xff" * 200
    path.write_bytes(data)
    assert store_state(str(path)).state == "wrong"


def test_a_newer_store(tmp_path):
    path = tmp_path / "s.sqlite"
    with open_store(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in store_state(str(path)).message


def test_a_changed_classifier_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "classifiers"
    folder.mkdir()
    (folder / "needs.source.skops").write_bytes(b"changed")
    (folder / "needs.source.json").write_text(json.dumps({"sha256": "0" * 64}))
    from advice_audit.doctor import models as module

    real = module.resource
    monkeypatch.setattr(module, "resource", lambda name: folder if name == "models/classifiers" else real(name))
    found = {one.name: one for one in models()}["models/classifiers"]
    assert (found.state, found.message) == ("wrong", "not the file that its card describes: needs.source")


def test_the_shipped_rubrics_are_valid():
    assert {one.state for one in rubrics()} == {"ok"}


def test_the_measured_speed_is_of_a_real_audit():
    from advice_audit.doctor.speed import measure

    speed = measure()
    assert speed.words > 200
    assert speed.parse_seconds > 0
    assert speed.judge_seconds > 0
    assert speed.advices_a_minute == pytest.approx(60 / (speed.parse_seconds + speed.judge_seconds), rel=0.05)
