"""The store, looked at without changing it: it is neither made nor brought up to date."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.doctor.report import StoreState
from advice_audit.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MB = 1024 * 1024


def store_state(place: str) -> StoreState:
    """Return how a store is.

    Args:
        place: a path or an address, as `store.open_store` takes it.
    """
    from advice_audit.store.place import as_url, shown

    try:
        url = as_url(place)
        name = shown(url)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            return StoreState(place=name, state="ok", message="there is no store yet; the first batch makes it")
        return _look(url, name)
    except StoreError as error:
        return StoreState(place=place if "://" not in place else "the store", state="wrong", message=error.message)


def _look(url: Any, name: str) -> StoreState:
    from advice_audit.store.engine import make_engine, reading
    from advice_audit.store.faults import explained
    from advice_audit.store.migrate import HEAD, check_known, current

    engine = make_engine(url)
    try:
        with explained(name), reading(engine).connect() as connection:
            revision = current(connection)
            check_known(revision, name)
            if revision is None:
                return StoreState(place=name, state="wrong", message="this database is not a store of advice-audit")
            damage = _damage(connection)
            if damage:
                return StoreState(place=name, state="wrong", message=damage, revision=revision, newest=HEAD)
            return StoreState(place=name, state="ok", revision=revision, newest=HEAD, **_contents(connection))
    finally:
        engine.dispose()


def _damage(connection: "Connection") -> str | None:
    from sqlalchemy import text

    if connection.dialect.name != "sqlite":
        return None
    said = connection.execute(text("PRAGMA quick_check(1)")).scalar()
    return None if said == "ok" else "the store is damaged; take the last copy from your backup"


def _contents(connection: "Connection") -> dict[str, Any]:
    from sqlalchemy import func, select, text

    from advice_audit.store.models import Audit, Document

    last = connection.scalar(select(func.max(Audit.audited_at)))
    sqlite = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    postgres = "SELECT pg_database_size(current_database())"
    size = connection.scalar(text(sqlite if connection.dialect.name == "sqlite" else postgres))
    return {
        "audits": connection.scalar(select(func.count()).select_from(Audit)),
        "documents": connection.scalar(select(func.count()).select_from(Document)),
        "last_audit": f"{last:%d/%m/%Y %H:%M} UTC" if last else None,
        "megabytes": round((size or 0) / _MB, 1),
    }
