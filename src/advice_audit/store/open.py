"""Opens a store and hands out its transactions."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.errors import StoreError
from advice_audit.store.faults import explained
from advice_audit.store.place import as_url, shown

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine
    from sqlalchemy.orm import Session


class Store:
    """An open store. `place` is how messages name it. Close it, or use it in a `with`.

    Each process opens its own: connections do not survive a fork.
    """

    def __init__(self, engine: "Engine", place: str) -> None:
        from sqlalchemy.orm import sessionmaker

        from advice_audit.store.engine import reading

        self.engine = engine
        self.place = place
        self._writes = sessionmaker(engine, expire_on_commit=False)
        self._reads = sessionmaker(reading(engine), expire_on_commit=False)

    @contextmanager
    def session(self) -> Iterator["Session"]:
        """Yield a session in one transaction that may write: kept whole at the end, undone whole on an error.

        Raises:
            StoreError: the database refuses (`store-locked`, `store-disk-full`, ...).
        """
        with explained(self.place), self._writes.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator["Session"]:
        """Yield a session that sees the store as it is at one moment, keeps nobody waiting, and must not write.

        Raises:
            StoreError: the database refuses.
        """
        with explained(self.place), self._reads() as session:
            yield session

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(place: str | Path, *, create: bool = True) -> Store:
    """Open a store, making it or bringing it up to date where need be.

    Args:
        place: a path of an SQLite file, or a URL of an SQLite or PostgreSQL database.
        create: make the store where there is none.

    Raises:
        StoreError: it cannot be opened (`store-missing`, `store-unreadable`, `store-newer`, `store-locked`, ...).
    """
    from advice_audit.store.engine import make_engine

    url = as_url(place)
    name = shown(url)
    file = _file(url)
    if file is not None:
        _make_file(file, create)
    engine = make_engine(url)
    try:
        with explained(name):
            _bring_up_to_date(engine, name, create)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, name)


def _file(url: "URL") -> Path | None:
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise StoreError("store-bad-url", "the store needs a file: write its path")
    return Path(url.database)


def _make_file(file: Path, create: bool) -> None:
    from advice_audit.store.engine import create_file, protect

    if file.is_dir():
        raise StoreError(
            "store-unreadable", f"{file}: this is a folder; name a file in it, such as {file / 'store.sqlite'}"
        )
    if file.exists():
        if not os.access(file, os.R_OK | os.W_OK):
            raise StoreError("store-unreadable", f"{file}: you may not read and write this file")
        protect(file)
        return
    if not create:
        raise StoreError("store-missing", f"{file}: there is no store yet")
    try:
        create_file(file)
    except OSError as error:
        raise StoreError("store-unreadable", f"{file}: cannot be made ({error.strerror})") from error


def _bring_up_to_date(engine: "Engine", place: str, create: bool) -> None:
    from advice_audit.store.engine import reading
    from advice_audit.store.migrate import HEAD, current, upgrade

    with reading(engine).connect() as connection:
        revision = current(connection)
    if revision == HEAD:
        return
    if revision is None and not create:
        raise StoreError("store-missing", f"{place}: there is no store yet")
    with engine.begin() as connection:
        upgrade(connection, place)
