"""Never two batches on one PostgreSQL store: a real server, and a real second batch."""

import os
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

import pytest
from batch_kit import options

from advice_audit.batch.lock import only_batch
from advice_audit.batch.run import run_batch
from advice_audit.errors import StoreError
from advice_audit.store import open_store

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *filter(None, sys.path)])}
CLI = "from advice_audit.cli import main; main()"
PATIENCE = 30.0


@contextmanager
def holder(place):
    """Hold a store's lock in another process."""
    command = [sys.executable, str(HERE / "hold_lock.py"), place]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def other_database(postgres_server):
    import psycopg

    name = f"t{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"host={postgres_server} user=tester dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://tester@/{name}?host={postgres_server}"


def test_the_second_batch_says_so_and_stops(advices, postgres_url):
    folder = advices(a="one")
    with holder(postgres_url):
        command = [sys.executable, "-c", CLI, "batch", str(folder), "--store", postgres_url]
        second = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
        assert second.returncode == 2
        assert "another batch is running on this store; this one stops" in second.stderr
        assert second.stdout == ""
        assert "Traceback" not in second.stderr
    with open_store(postgres_url) as store, store.reading() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM audits").scalar_one() == 0


def test_the_lock_goes_when_its_holder_is_killed(advices, postgres_url):
    folder = advices(a="one", b="two")
    with holder(postgres_url) as process:
        with pytest.raises(StoreError) as caught:
            run_batch(options(folder, postgres_url))
        assert (caught.value.code, caught.value.exit_code) == ("batch-running", 2)
        process.kill()
        process.wait()
        assert soon(folder, postgres_url).audited == 2


def soon(folder, place):
    """Run a batch as soon as the server has noticed that the holder is gone."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return run_batch(options(folder, place))
        except StoreError as error:
            if error.code != "batch-running" or time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_the_lock_goes_when_a_batch_ends(advices, postgres_url):
    folder = advices(a="one")
    assert run_batch(options(folder, postgres_url)).audited == 1
    assert run_batch(options(folder, postgres_url)).unchanged == 1


def test_two_databases_of_one_server_do_not_wait_for_each_other(advices, postgres_server, postgres_url):
    other = other_database(postgres_server)
    with open_store(postgres_url) as one, only_batch(one):
        with open_store(postgres_url) as same, pytest.raises(StoreError, match="another batch"), only_batch(same):
            pass
        assert run_batch(options(advices(a="one"), other)).audited == 1
