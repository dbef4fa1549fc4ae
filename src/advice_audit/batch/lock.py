"""Never two batches on one store: a lock that the system itself lets go when the program ends, however it ends."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.errors import StoreError

if TYPE_CHECKING:
    from advice_audit.store import Store

CODE = "batch-running"
_NUMBER = 7_262_026


@contextmanager
def only_batch(store: "Store") -> Iterator[None]:
    """Hold the store's batch lock.

    Raises:
        StoreError: another batch holds it (`batch-running`), or it cannot be taken.
    """
    held = _on_server(store) if store.engine.dialect.name == "postgresql" else _beside_file(store)
    with held:
        yield


@contextmanager
def _beside_file(store: "Store") -> Iterator[None]:
    from filelock import FileLock, Timeout

    file = Path(f"{Path(str(store.engine.url.database)).resolve()}.batch-lock")
    lock = FileLock(file, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise _taken(store) from error
    except OSError as error:
        raise StoreError("store-read-only", f"{file}: cannot be made ({error.strerror})") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _on_server(store: "Store") -> Iterator[None]:
    from sqlalchemy import text

    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": _NUMBER}):
            raise _taken(store)
        try:
            yield
        finally:
            with suppress(Exception):
                connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": _NUMBER})


def _taken(store: "Store") -> StoreError:
    return StoreError(CODE, f"{store.place}: another batch is running on this store; this one stops")
