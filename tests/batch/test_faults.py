"""What goes wrong with one file costs only that file, and is named."""

import os
import shutil
import sqlite3
import threading
import time

import pytest
from batch_kit import contents

from advice_audit.batch import judge
from advice_audit.batch.work import Task
from advice_audit.errors import StoreError
from advice_audit.store import open_store


def codes(summary):
    return {one.file.rsplit("/", 1)[-1]: one.code for one in summary.failed}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_costs_only_its_file(advices, batch, jobs):
    texts = {f"f{n}": f"text {n}" for n in range(12)}
    summary = batch(advices(**{**texts, "f5": "crash it"}), jobs=jobs)
    assert codes(summary) == {"f5.txt": "crashed"}
    assert summary.audited == 11
    assert "crashed on this file" in summary.failed[0].message


def test_a_hang_costs_only_its_file_and_its_time(advices, batch):
    texts = {f"f{n}": f"text {n}" for n in range(9)}
    begun = time.monotonic()
    summary = batch(advices(**{**texts, "f4": "hang"}), seconds=2.0, jobs=2)
    assert codes(summary) == {"f4.txt": "too-slow"}
    assert summary.audited == 8
    assert "longer than 2 seconds" in summary.failed[0].message
    assert time.monotonic() - begun < 100


def test_a_crash_that_does_not_come_back_costs_nothing(advices, batch, tmp_path):
    summary = batch(advices(a=f"crash-once {tmp_path / 'crashed'}", b="two"))
    assert (tmp_path / "crashed").exists()
    assert (summary.audited, summary.failed) == (2, [])


def test_what_crashed_is_tried_again_by_the_next_run(advices, batch, place):
    folder = advices(a="crash", b="two")
    batch(folder)
    rows, _ = contents(place)
    assert [(row[6], row[4]) for row in rows] == [("crashed", 1), (None, 1)]
    assert codes(batch(folder)) == {"a.txt": "crashed"}
    assert contents(place)[0] == rows
    advices(a="mended")
    assert batch(folder).exit_code() == 0
    assert [(row[6], row[4]) for row in contents(place)[0] if row[0].endswith("a.txt")] == [("crashed", 0), (None, 1)]


def test_a_worker_that_is_killed_loses_nothing(advices, batch):
    import psutil

    killed = []

    def kill_one(progress):
        if not killed:
            mine = psutil.Process().children(recursive=True)
            workers = [one for one in mine if "loky" in " ".join(one.cmdline()) and one.children()]
            killed.append(workers[0].pid)
            workers[0].kill()

    summary = batch(advices(**{f"f{n:02}": f"slow 0.05 {n}" for n in range(40)}), jobs=2, watch=kill_one)
    assert killed
    assert (summary.audited, summary.failed) == (40, [])


def test_a_folder_that_vanishes_under_way(advices, batch, place):
    folder = advices(**{f"f{n}": f"text {n}" for n in range(30)})
    inner = folder / "inner"
    inner.mkdir()
    for n in range(8):
        (inner / f"g{n}.txt").write_text("t")  # smallest, so they come last

    def vanish(_):
        shutil.rmtree(inner, ignore_errors=True)

    summary = batch(folder, watch=vanish)
    assert summary.audited == 30
    assert set(codes(summary).values()) == {"vanished"}
    assert len(summary.failed) == 8
    assert len(contents(place)[0]) == 30
    assert batch(folder).exit_code() == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(advices, batch):
    folder = advices(a="one")
    (folder / "closed").mkdir(mode=0)
    assert codes(batch(folder)) == {"closed": "folder-unreadable"}


def test_a_folder_that_vanishes_during_the_search_is_named(advices, batch, monkeypatch):
    folder = advices(a="one")
    (folder / "going").mkdir()
    real = os.scandir

    def scandir(path):
        if str(path).endswith("going"):
            raise FileNotFoundError(2, "No such file or directory")
        return real(path)

    monkeypatch.setattr("advice_audit.batch.files.os.scandir", scandir)
    summary = batch(folder)
    assert codes(summary) == {"going": "folder-unreadable"}
    assert summary.audited == 1


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("The first words of it.")
    real, texts = judge.open_document, ["The second words, which are more.", None, None]

    def open_slowly(name):
        document = real(name)
        if text := texts.pop(0):
            path.write_text(text)
        return document

    monkeypatch.setattr(judge, "open_document", open_slowly)
    read = judge._read(0, Task(str(path)))
    assert read.document.text == "The second words, which are more."
    assert read.stamp == (path.stat().st_size, path.stat().st_mtime_ns)


def test_a_file_that_never_stops_changing_is_left_for_the_next_run(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("words")
    real = judge.open_document

    def open_slowly(name):
        document = real(name)
        path.write_text(path.read_text() + " more")
        return document

    monkeypatch.setattr(judge, "open_document", open_slowly)
    outcome = judge._read(0, Task(str(path)))
    assert outcome.result.error.code == "changing"


def test_a_store_that_stays_locked_stops_the_batch_and_the_next_goes_on(advices, batch, place, monkeypatch):
    from advice_audit.batch import keep

    monkeypatch.setattr(keep, "_PATIENCE", 0.0)
    monkeypatch.setattr("advice_audit.store.engine.WAIT", 0.2)
    folder = advices(**{f"f{n}": f"text {n}" for n in range(20)})
    held = []

    def hold(_):
        if not held:
            held.append(sqlite3.connect(place, isolation_level=None))
            held[0].execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError) as caught:
        batch(folder, watch=hold)
    assert (caught.value.code, caught.value.exit_code) == ("store-locked", 2)
    held[0].close()
    kept = len(contents(place)[0])
    assert 0 < kept < 20
    assert batch(folder).audited == 20 - kept


def test_a_store_that_is_locked_for_a_moment_is_waited_for(advices, batch, place, monkeypatch):
    monkeypatch.setattr("advice_audit.store.engine.WAIT", 0.2)
    folder = advices(**{f"f{n}": f"text {n}" for n in range(20)})
    held = []

    def hold(_):
        if not held:
            held.append(sqlite3.connect(place, isolation_level=None, check_same_thread=False))
            held[0].execute("BEGIN IMMEDIATE")
            threading.Timer(1.5, held[0].close).start()

    assert batch(folder, watch=hold).audited == 20


def test_a_full_disk_stops_the_batch_and_the_next_goes_on(advices, batch, place):
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    folder = advices(**{f"f{n:02}": f"text {n} " * 400 for n in range(24)})
    with open_store(place):
        pass
    pages = sqlite3.connect(place).execute("PRAGMA page_count").fetchone()[0]

    def limit(connection, _):
        connection.execute(f"PRAGMA max_page_count={pages + 6}")

    event.listen(Engine, "connect", limit)
    try:
        with pytest.raises(StoreError) as caught:
            batch(folder)
    finally:
        event.remove(Engine, "connect", limit)
    assert (caught.value.code, caught.value.exit_code) == ("store-disk-full", 2)
    kept = len(contents(place)[0])
    assert batch(folder).audited == 24 - kept
    assert len(contents(place)[0]) == 24
