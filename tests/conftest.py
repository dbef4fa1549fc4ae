"""For all tests: nothing opens a socket, and a PostgreSQL server of the tests' own, where there is one to start."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_network(request, monkeypatch):
    """Refuse every connection and every look-up of a name; pairs of local sockets, which event loops use, stay."""
    if request.node.get_closest_marker("socket"):
        return

    def refuse(*_, **__):
        raise AssertionError("something tried to use the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


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
