"""kill -9 at a hundred random points: the next run ends with the store of an undisturbed one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_kit import contents, options

HERE = Path(__file__).parent
KILLS = 100
REAL = "advice_audit.batch.judge:audit_tasks"
ADVICE = HERE.parent / "samples" / "advice.txt"


def start(folder, store, jobs, auditor):
    """Start a batch, as the leader of a group of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *filter(None, sys.path)])}
    command = [sys.executable, str(HERE / "kill_me.py"), str(folder), str(store), str(jobs), auditor]
    return subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)


def fork(folder, store):
    """Start a batch in a copy of this process, which has everything imported: most of a start is left out."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            from advice_audit.batch.run import run_batch

            os.setsid()
            run_batch(options(folder, store))
            code = 0
        finally:
            os._exit(code)
    return pid


def test_a_hundred_kills(advices, batch, place, tmp_path):
    folder = advices(**{f"f{n:02}": f"slow 0.004 text {n}" + (" inadequate" if n % 3 else "") for n in range(40)})
    batch(folder, store=tmp_path / "warm.sqlite")
    batch(folder)
    expected = contents(place)
    # What is killed is a copy of this process, so a copy is timed: a first run here can take many times as long.
    begun = time.monotonic()
    os.waitpid(fork(folder, tmp_path / "timed.sqlite"), 0)
    whole = time.monotonic() - begun
    chance, kills, stores = random.Random(20261122), 0, 0
    while kills < KILLS:
        stores += 1
        store = tmp_path / f"store{stores}.sqlite"
        for _ in range(5):
            pid = fork(folder, store)
            time.sleep(chance.uniform(0.0, whole))
            os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            kills += os.WIFSIGNALED(status)
        batch(folder, store=store)
        assert contents(store) == expected, f"after {kills} kills"


@pytest.mark.parametrize("whole_group", [True, False])
def test_kills_with_workers(advices, batch, place, tmp_path, whole_group):
    folder = advices(**{f"f{n:02}": f"slow 0.02 text {n}" for n in range(60)})
    batch(folder)
    chance, store = random.Random(7), tmp_path / "other.sqlite"
    for _ in range(3):
        process = start(folder, store, 2, "batch_standin:audit")
        wait_for_first(store, process)
        time.sleep(chance.uniform(0.0, 0.4))
        os.killpg(process.pid, signal.SIGKILL) if whole_group else process.kill()
        process.wait()
    batch(folder, store=store)
    assert contents(store) == contents(place)


def test_kills_of_the_real_auditor(advices, batch, place, tmp_path):
    text = ADVICE.read_text(encoding="utf-8")
    folder = advices(**{f"f{n}": f"{text}\nNote {n}." for n in range(6)})
    batch(folder, auditor=REAL)
    chance, store = random.Random(3), tmp_path / "other.sqlite"
    for _ in range(3):
        process = start(folder, store, 1, REAL)
        wait_for_first(store, process, seconds=2.0)
        time.sleep(chance.uniform(0.0, 3.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    batch(folder, store=store, auditor=REAL)
    assert contents(store) == contents(place)


def wait_for_first(store, process, seconds=30.0):
    """Wait until something is kept, or the time is up: a kill before anything was done would test little."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        log = Path(f"{store}-wal")
        if log.exists() and log.stat().st_size > 300_000:
            return
        time.sleep(0.05)


def test_workers_leave_when_their_batch_was_killed(advices, tmp_path):
    import psutil

    folder = advices(**{f"f{n:02}": f"slow 0.3 text {n}" for n in range(60)})
    process = start(folder, tmp_path / "store.sqlite", 2, "batch_standin:audit")
    family = []
    end = time.monotonic() + 60
    while time.monotonic() < end and len([one for one in family if "batch.child" in " ".join(one.cmdline())]) < 2:
        time.sleep(0.5)
        family = psutil.Process(process.pid).children(recursive=True)
    assert len(family) >= 4
    process.kill()
    process.wait()
    _, alive = psutil.wait_procs(family, timeout=60)
    assert alive == []
