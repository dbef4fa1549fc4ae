"""A store of each kind: an SQLite file, and a real PostgreSQL server of the tests' own."""

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path

import pytest

from advice_audit.store import open_store


@pytest.fixture(scope="session")
def postgres_server():
    """Yield the folder of the socket of a PostgreSQL server that lives as long as the tests."""
    initdb = shutil.which("initdb")
    if initdb is None:
        pytest.skip("no PostgreSQL on this computer")
    # The server refuses to run as root.
    user = pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="aa-pg-"))
    if user:
        shutil.chown(folder, user)
    run = {"user": user, "cwd": folder, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    data = folder / "data"
    subprocess.run([initdb, "-D", data, "-U", "tester", "--auth=trust", "-E", "UTF8", "--no-sync"], **run)
    control = Path(initdb).resolve().parent / "pg_ctl"
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run([control, "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], **run)
    yield folder
    subprocess.run([control, "-D", data, "-w", "-m", "immediate", "stop"], **run)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server):
    """Return the address of a new, empty database."""
    import psycopg

    name = f"t{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"host={postgres_server} user=tester dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://tester@/{name}?host={postgres_server}"


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
