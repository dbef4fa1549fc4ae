"""How far machine and person, and person and person, agree on verdicts: all together and by criterion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from advice_audit.agreement import Agreement, agreement
from advice_audit.moderation.judge import VERDICTS, Sheet
from advice_audit.moderation.settle import finished_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Pairs = dict[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Agreeing:
    """Agreement over all criteria (`whole`), and of each criterion."""

    whole: Agreement
    criteria: dict[str, Agreement] = field(default_factory=dict)


def machine_and_people(session: "Session", audit_ids: Sequence[int]) -> Agreeing:
    """Return how far people's verdicts on some audits are the machine's; see `beside_machine`."""
    return beside_machine(finished_of(session, audit_ids).values())


def people(session: "Session", audit_ids: Sequence[int]) -> Agreeing:
    """Return how far two people who judged the same advice agree; see `beside_each_other`."""
    return beside_each_other(finished_of(session, audit_ids).values())


def beside_machine(moderated: Iterable[Sequence[Sheet]]) -> Agreeing:
    """Return how far people's verdicts are the machine's.

    A criterion that the machine left to a person, with nothing found, is not counted: there it gave no verdict.

    Args:
        moderated: each audit's finished moderations.
    """
    pairs: Pairs = {}
    for own in (own for done in moderated for own in done):
        for machine in own.verdicts:
            if not _left_open(own, machine.criterion) and machine.criterion in own.judged:
                both = (machine.verdict, own.judged[machine.criterion].verdict)
                pairs.setdefault(machine.criterion, []).append(both)
    return _measured(pairs)


def beside_each_other(moderated: Iterable[Sequence[Sheet]]) -> Agreeing:
    """Return how far two people who judged the same advice agree, before anything was settled.

    Args:
        moderated: each audit's finished moderations.
    """
    pairs: Pairs = {}
    for one, other in (two for done in moderated for two in combinations(done, 2)):
        for criterion in (machine.criterion for machine in one.verdicts):
            if criterion in one.judged and criterion in other.judged:
                both = (one.judged[criterion].verdict, other.judged[criterion].verdict)
                pairs.setdefault(criterion, []).append(both)
    return _measured(pairs)


def _left_open(own: Sheet, criterion: str) -> bool:
    row = next(one for one in own.verdicts if one.criterion == criterion)
    return row.needs_person and row.verdict in ("partly_met", "not_met") and not own.findings_of(criterion)


def _measured(pairs: Pairs) -> Agreeing:
    every = [pair for own in pairs.values() for pair in own]
    return Agreeing(agreement(every, VERDICTS), {name: agreement(own, VERDICTS) for name, own in pairs.items()})
