"""The store: audits, samples, moderation, actions and feedback, in SQLite or PostgreSQL.

`open_store(place)` opens it; `Store.session()` is one transaction that writes, `Store.reading()` one that reads.
Names are imported when they are first used, because SQLAlchemy costs a fifth of a second.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advice_audit.store.audits import Known as Known
    from advice_audit.store.audits import known_audits as known_audits
    from advice_audit.store.audits import latest_audits as latest_audits
    from advice_audit.store.audits import load_audit as load_audit
    from advice_audit.store.audits import save_audit as save_audit
    from advice_audit.store.events import record as record
    from advice_audit.store.open import Store as Store
    from advice_audit.store.open import open_store as open_store
    from advice_audit.store.place import default_store as default_store

_WHERE = {
    "open_store": "open",
    "Store": "open",
    "default_store": "place",
    "save_audit": "audits",
    "load_audit": "audits",
    "known_audits": "audits",
    "latest_audits": "audits",
    "Known": "audits",
    "record": "events",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    return value
