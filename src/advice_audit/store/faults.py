"""What a database says when it cannot go on, as one plain line. Its own words may hold advice, so they are never shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from advice_audit.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

# What SQLite says -> code, plain words.
_SQLITE = (
    ("database is locked", "store-locked", "the store is in use by another program; try again in a moment"),
    ("disk is full", "store-disk-full", "the disk is full; nothing was changed"),
    ("disk i/o error", "store-disk", "the disk could not be read or written; nothing was changed"),
    ("readonly database", "store-read-only", "the store may not be written to; ask who owns the file"),
    ("unable to open", "store-unreadable", "the store cannot be opened; check the folder and your right to it"),
    ("not a database", "store-unreadable", "this file is not a store of advice-audit"),
    ("malformed", "store-unreadable", "the store is damaged; take the last copy from your backup"),
    ("no such table", "store-unreadable", "this database is not a store of advice-audit"),
)
# Classes of PostgreSQL's error codes (SQLSTATE), first five, three or two characters.
_POSTGRES = (
    ("55P03", "store-locked", "the store is in use by another program; try again in a moment"),
    ("40", "store-locked", "another program changed the same part of the store; try again"),
    ("53100", "store-disk-full", "the database's disk is full; nothing was changed"),
    ("28", "store-refused", "the database refused the user's name or password"),
    ("3D", "store-unreadable", "there is no such database on this server"),
    ("42501", "store-read-only", "the database's user may not do this; ask its administrator"),
    ("25006", "store-read-only", "the database may only be read"),
    ("42P01", "store-unreadable", "this database is not a store of advice-audit"),
    ("53", "store-unreachable", "the database has no room for another connection; try again in a moment"),
    ("57", "store-unreachable", "the database was stopped; try again in a moment"),
    ("08", "store-unreachable", "the connection to the database was lost"),
)


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn a database's errors into `StoreError`.

    Args:
        place: the store as messages name it.

    Raises:
        StoreError: the database refused. A fault of our own (a broken constraint, wrong SQL) passes unchanged.
    """
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        known = _known(error)
        if known is None:
            raise
        code, words = known
        raise StoreError(code, f"{place}: {words}") from error


def _known(error: "DBAPIError") -> tuple[str, str] | None:
    from sqlalchemy.exc import InterfaceError, OperationalError

    state = getattr(error.orig, "sqlstate", None)
    if state:
        return next(((code, words) for start, code, words in _POSTGRES if state.startswith(start)), None)
    said = str(error.orig).lower()
    for part, code, words in _SQLITE:
        if part in said:
            return code, words
    if isinstance(error, (OperationalError, InterfaceError)):
        return "store-unreachable", "the database did not answer"
    return None
