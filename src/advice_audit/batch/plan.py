"""Which files need an audit, and in what order and portions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advice_audit.batch.files import Found
from advice_audit.batch.work import Task

if TYPE_CHECKING:
    from advice_audit.store import Known

AGAIN = frozenset({"crashed", "too-slow", "internal"})
"""Reasons that are kept in the store and tried again by every run: the next may be luckier."""
PASSING = frozenset({"unreadable", "not-a-file", "vanished", "changing", "worker-lost"})
"""Reasons that say nothing about the file and are not kept."""


@dataclass
class Plan:
    """What is to be audited, largest first, and what stands in the store already, by path."""

    tasks: list[Task] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def make_plan(files: Iterable[Found], known: "Mapping[str, Known]") -> Plan:
    """Sort files into those to audit and those that are as they were.

    Args:
        files: as they stand now.
        known: the newest audits with this rubric and these models.
    """
    plan = Plan()
    for found in files:
        before = known.get(found.path)
        settled = before is not None and before.error_code not in AGAIN
        if settled and before is not None and _same(found, before):
            plan.unchanged.append(found.path)
        else:
            digest = before.sha256 if settled and before is not None else None
            plan.tasks.append(Task(found.path, found.size, digest))
    plan.tasks.sort(key=lambda task: (-(task.size or 0), task.path))
    return plan


def _same(found: Found, before: "Known") -> bool:
    # NOTE: a server that keeps no time cannot say that a file is as it was; then its content decides.
    return found.mtime_ns is not None and (found.size, found.mtime_ns) == (before.size, before.mtime_ns)
