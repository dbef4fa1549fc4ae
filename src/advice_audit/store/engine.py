"""How the database is spoken to: transactions, waiting, foreign keys, files for their owner only."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.errors import StoreError
from advice_audit.store.place import shown

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine

OWNER_ONLY = 0o600
WAIT = 5.0
"""Seconds to wait for another program's transaction."""
READING = "advice_audit_reading"


def make_engine(url: "URL") -> "Engine":
    """Return an engine for a store.

    Raises:
        StoreError: the driver of PostgreSQL is not installed.
    """
    from sqlalchemy import create_engine, event

    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": WAIT, "check_same_thread": False})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        message = f"{shown(url)}: PostgreSQL needs its driver: install advice-audit[postgres]"
        raise StoreError("store-no-driver", message) from error


def reading(engine: "Engine") -> "Engine":
    """Return the same engine for transactions that only read, each from one moment's state."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{READING: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def create_file(path: Path) -> None:
    """Create an SQLite file that only its owner may read; SQLite gives its log files the same mode.

    Raises:
        OSError: the folder or the file cannot be made.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWNER_ONLY))
    protect(path)


def protect(path: Path) -> None:
    """Take others' right to a store that was copied or restored with it, log files included."""
    for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with suppress(OSError):
            if file.stat().st_mode & 0o077:
                file.chmod(OWNER_ONLY)


def _prepare(connection: Any, _: Any) -> None:
    # The driver's own way of beginning would begin too late; see `_begin`.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", f"busy_timeout={int(WAIT * 1000)}", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Any) -> None:
    # A transaction that reads first and writes later cannot wait for another writer in WAL mode: it fails at once.
    # So one that will write takes its turn from the start.
    reads = connection.get_execution_options().get(READING)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
