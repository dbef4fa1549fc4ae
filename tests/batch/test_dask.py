"""The same work on a real Dask cluster of three worker processes, one of which is killed under way."""

import os
import signal
from pathlib import Path

import pytest
from batch_kit import contents

from advice_audit.errors import ConfigurationError

pytestmark = pytest.mark.socket
distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster():
    here = str(Path(__file__).parent)
    os.environ["PYTHONPATH"] = os.pathsep.join([here, os.environ.get("PYTHONPATH", "")])
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as running:
        yield running


def test_a_worker_killed_in_the_middle_changes_nothing(advices, batch, place, tmp_path, cluster):
    folder = advices(**{f"f{n:02}": f"slow 0.05 text {n}" for n in range(60)} | {"g": "unreadable"})
    batch(folder)
    killed = []

    def kill_one(progress):
        if not killed and progress.done >= 10:
            with distributed.Client(cluster, set_as_default=False) as client:
                killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    other = tmp_path / "other.sqlite"
    summary = batch(folder, kill_one, store=other, engine="dask", scheduler=cluster.scheduler_address)
    assert killed
    assert (summary.audited, summary.engine) == (60, "dask")
    assert contents(other) == contents(place)


def test_a_crash_on_the_cluster_costs_only_its_file(advices, batch, cluster):
    texts = {f"f{n}": f"text {n}" for n in range(12)} | {"f5": "crash", "f7": "hang"}
    summary = batch(advices(**texts), engine="dask", scheduler=cluster.scheduler_address, seconds=3.0)
    assert {one.file[-6:]: one.code for one in summary.failed} == {"f5.txt": "crashed", "f7.txt": "too-slow"}
    assert summary.audited == 10


def test_a_chunk_that_the_cluster_gives_up_is_named(monkeypatch):
    """Dask gives a task up when workers die of it; the batch must not wait for it for ever."""
    from datetime import date

    import dask

    from advice_audit.batch import engine
    from advice_audit.batch.work import Settings, Task

    monkeypatch.setattr(engine, "numbered_chunk", die)
    settings = Settings(rubric="{}", today=date(2026, 11, 22))
    work = [(Task("a.txt"), Task("b.txt"))]
    alone = {"n_workers": 1, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(**alone, silence_logs=50) as small,
    ):
        outcomes = list(engine.audit_chunks(work, settings, engine="dask", scheduler=small.scheduler_address))
    assert [one.result.error.code for one in outcomes[0]] == ["worker-lost", "worker-lost"]


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_cluster_that_does_not_answer_is_wrong_usage(advices, batch, monkeypatch):
    monkeypatch.setattr("advice_audit.batch.engine._CONNECT", "1s")
    with pytest.raises(ConfigurationError, match="no Dask scheduler answers"):
        batch(advices(a="one"), engine="dask", scheduler="tcp://127.0.0.1:9")
