"""Where the store is: a file on this computer, or a database by its URL."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import URL

VARIABLE = "ADVICE_AUDIT_STORE"
FILE = "store.sqlite"


def default_store() -> str:
    """Return the store that is meant where none is named: the environment's, or a file in the user's own data folder."""
    return os.environ.get(VARIABLE) or str(data_folder() / FILE)


def data_folder() -> Path:
    """Return the folder in which this user's programs keep data on this computer."""
    if sys.platform == "win32":
        # The local folder: advice must not travel to a server with the user's roaming profile.
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "advice-audit"


def as_url(place: str | Path) -> "URL":
    """Return a store's place as a database URL; a plain path is an SQLite file.

    Raises:
        StoreError: it is a URL of another kind of database, or none that can be read.
    """
    from sqlalchemy import URL, make_url
    from sqlalchemy.exc import ArgumentError

    text = str(place)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "store-bad-url", "the store's address cannot be read; write postgresql://USER@HOST/NAME"
        ) from error
    kind = url.get_backend_name()
    if kind == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite":
        return url.set(drivername="sqlite")
    raise StoreError("store-bad-url", f"{kind}: no such kind of store; there are SQLite files and PostgreSQL")


def shown(url: "URL") -> str:
    """Return a store's place as messages name it, without a password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "the store in memory"
    return url.set(query={}).render_as_string(hide_password=True).replace("+psycopg", "")
