"""Writes outcomes to the store. Only the parent does, some at a time, each time whole or not at all."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advice_audit.batch.plan import PASSING
from advice_audit.batch.work import Outcome
from advice_audit.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.store import Known, Store

_PATIENCE = 60.0
"""Seconds to wait for another program (the page, a report) that holds the store."""


@dataclass(frozen=True)
class Keeper:
    """Knows the store and under which rubric, models and name audits are kept."""

    store: "Store"
    rubric_id: str
    rubric_hash: str
    model_version: str
    by: str
    known: "Mapping[str, Known]"
    patience: float = field(default_factory=lambda: _PATIENCE)

    def keep(self, outcomes: Iterable[Outcome]) -> dict[str, int]:
        """Keep outcomes in one transaction; return the numbers of their audits by path.

        Raises:
            StoreError: the store refuses, or stays locked for longer than the keeper's patience.
        """
        outcomes = list(outcomes)
        return self._patiently(lambda session: self._keep_all(session, outcomes))

    def _patiently(self, write: "Callable[[Session], dict[str, int]]") -> dict[str, int]:
        end = time.monotonic() + self.patience
        while True:
            try:
                with self.store.session() as session:
                    return write(session)
            except StoreError as error:
                if error.code != "store-locked" or time.monotonic() > end:
                    raise
                time.sleep(0.2)

    def _keep_all(self, session: "Session", outcomes: list[Outcome]) -> dict[str, int]:
        kept = {outcome.path: self._keep_one(session, outcome) for outcome in outcomes}
        return {path: number for path, number in kept.items() if number is not None}

    def _keep_one(self, session: "Session", outcome: Outcome) -> int | None:
        from advice_audit.store import save_audit
        from advice_audit.store.seen import note_unchanged

        if outcome.state == "unchanged":
            number = self.known[outcome.path].audit_id
            note_unchanged(session, number, outcome.size, outcome.mtime_ns)
            return number
        result = outcome.result
        if result is None or (result.error is not None and result.error.code in PASSING):
            return None
        return save_audit(
            session,
            result,
            rubric_id=self.rubric_id,
            rubric_hash=self.rubric_hash,
            model_version=self.model_version,
            origin="batch",
            by=self.by,
            path=outcome.path,
            size=outcome.size,
            mtime_ns=outcome.mtime_ns,
            people=outcome.people,
        )
