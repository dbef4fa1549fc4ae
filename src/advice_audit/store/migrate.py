"""Brings a store's tables to this program's version, each step in the one transaction with the rest."""

from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD = "0003"
"""The newest revision; a test holds it equal to the migrations' own."""
_LOCK = 7_262_025


def current(connection: "Connection") -> str | None:
    """Return the revision that a database is at; None where it has no tables of ours."""
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def upgrade(connection: "Connection", place: str, revision: str = "head") -> None:
    """Bring the tables to a revision. Two programs that start at once do it one after the other.

    Args:
        connection: in a transaction that may write.
        place: the store as messages name it.
        revision: `head` or an older one, for tests.

    Raises:
        StoreError: the store was written by a newer version of the program, or has tables that are not ours.
    """
    from alembic import command
    from sqlalchemy import text

    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    revision_now = current(connection)
    if revision_now is None:
        _check_empty(connection, place)
    check_known(revision_now, place)
    command.upgrade(configuration(connection), revision)


def downgrade(connection: "Connection", revision: str) -> None:
    """Take the tables back to an older revision; `base` removes them."""
    from alembic import command

    command.downgrade(configuration(connection), revision)


def check_known(revision: str | None, place: str) -> None:
    """Refuse a store of a newer version.

    Raises:
        StoreError: this program does not know the revision.
    """
    if revision is not None and revision not in known():
        message = f"{place}: this store was written by a newer version of advice-audit; update the program to use it"
        raise StoreError("store-newer", message)


def _check_empty(connection: "Connection", place: str) -> None:
    from sqlalchemy import inspect

    # A database on a server may be shared with other programs; a file is not.
    others = set(inspect(connection).get_table_names()) - {"alembic_version"}
    if connection.dialect.name == "sqlite" and others:
        raise StoreError("store-unreadable", f"{place}: this file belongs to another program")


def known() -> set[str]:
    """Return the revisions that this program knows."""
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory(str(folder())).walk_revisions()}


def folder() -> Path:
    """Return the folder of the migrations."""
    return Path(__file__).parent / "migrations"


def configuration(connection: "Connection") -> "Config":
    """Return Alembic's settings for one open connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
