"""Looking after a store: what is in it, whether it is sound, and a copy of it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from advice_audit.errors import StoreError
from advice_audit.store.base import Base
from advice_audit.store.engine import create_file
from advice_audit.store.migrate import current

if TYPE_CHECKING:
    from advice_audit.store.open import Store


@dataclass(frozen=True, slots=True)
class Health:
    """What is in a store: its tables' revision, size in bytes (None on a server), rows by table, and what is wrong."""

    place: str
    revision: str
    size: int | None
    rows: dict[str, int]
    problems: tuple[str, ...]


def health(store: "Store") -> Health:
    """Look a store over. SQLite checks every page, which takes a second or so for each gigabyte.

    Raises:
        StoreError: it cannot be read.
    """
    problems: list[str] = []
    size: int | None = None
    with store.reading() as session:
        rows = {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in sorted(Base.metadata.tables.items())
        }
        revision = current(session.connection())
        if session.get_bind().dialect.name == "sqlite":
            said = session.execute(text("PRAGMA integrity_check(5)")).scalars().all()
            problems += [] if said == ["ok"] else ["the file is damaged; take the last copy from your backup"]
            if session.execute(text("PRAGMA foreign_key_check")).first() is not None:
                problems.append("rows are missing that others point to")
    if store.engine.url.get_backend_name() == "sqlite":
        size = Path(store.engine.url.database or "").stat().st_size
    return Health(store.place, revision or "", size, rows, tuple(problems))


def copy(store: "Store", target: Path) -> None:
    """Write a whole copy of an SQLite store to a new file, for its owner only, while others may go on using it.

    Raises:
        StoreError: it is not SQLite, the file is there already, or it cannot be written.
    """
    if store.engine.url.get_backend_name() != "sqlite":
        raise StoreError("store-not-a-file", f"{store.place}: copy a PostgreSQL store with pg_dump")
    if target.exists():
        raise StoreError("store-exists", f"{target}: is there already; name a new file")
    try:
        create_file(target)
        with closing(sqlite3.connect(store.engine.url.database or "")) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except (OSError, sqlite3.Error) as error:
        target.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or "the copy did not work"
        raise StoreError("store-not-copied", f"{target}: cannot be written ({why})") from error
