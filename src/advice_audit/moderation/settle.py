"""Two people's judgements of one audit set side by side: where they differ, what was settled, what stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from advice_audit.errors import ConfigurationError
from advice_audit.evaluation.matching import quotes_match
from advice_audit.moderation.judge import VERDICTS, Sheet, sheets
from advice_audit.store.base import now
from advice_audit.store.cycle import Moderation, ModerationFinding, Settled, SettledAddition, SettledFinding
from advice_audit.store.events import record
from advice_audit.store.models import CriterionVerdict, Finding

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Kind = Literal["verdict", "finding", "added"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that auditors see differently.

    `key` names it for `settle`: the criterion of a verdict, `finding N` (from 1) for one of the machine's findings, or
    `added N.M` for one that only moderation N added, as its number M. `said` is what each said, by name, with reasons.
    """

    key: str
    kind: Kind
    criterion: str
    quote: str | None
    machine: str | None
    said: dict[str, str]
    reasons: dict[str, str]
    settled: str | None = None


@dataclass(frozen=True, slots=True)
class Stands:
    """What stands of an audit after moderation.

    `verdicts` by criterion: settled, else what all who judged say; `findings` ordinals of the machine's that stand,
    `dismissed` those that do not with the reason, `added` what people added. `open` are differences not settled yet.
    """

    verdicts: dict[str, str] = field(default_factory=dict)
    findings: list[int] = field(default_factory=list)
    dismissed: dict[int, str] = field(default_factory=dict)
    added: list[ModerationFinding] = field(default_factory=list)
    open: list[Difference] = field(default_factory=list)


def finished(session: "Session", audit_id: int) -> list[Sheet]:
    """Return the finished moderations of an audit, in the order in which they began."""
    return finished_of(session, [audit_id])[audit_id]


def finished_of(session: "Session", audit_ids: Iterable[int]) -> dict[int, list[Sheet]]:
    """Return the finished moderations of some audits, each in the order in which they began."""
    found: dict[int, list[Sheet]] = {number: [] for number in audit_ids}
    query = select(Moderation).where(Moderation.audit_id.in_(found), Moderation.finished.is_not(None))
    rows = session.scalars(query.order_by(Moderation.began, Moderation.id)).all()
    for own in sheets(session, rows) if rows else ():
        found[own.moderation.audit_id].append(own)
    return found


def differences(session: "Session", audit_id: int, own: Sequence[Sheet] | None = None) -> list[Difference]:
    """Return what those who finished see differently, settled or not, in the rubric's order.

    Args:
        session: any session.
        audit_id: the audit.
        own: its finished moderations, where they are read already.
    """
    done = finished(session, audit_id) if own is None else own
    if len(done) < 2:
        return []
    return [*_verdicts(session, audit_id, done), *_findings(session, audit_id, done), *_additions(session, done)]


def _verdicts(session: "Session", audit_id: int, done: Sequence[Sheet]) -> list[Difference]:
    settled = {row.criterion: row.verdict for row in session.scalars(select(Settled).filter_by(audit_id=audit_id))}
    found = []
    for machine in done[0].verdicts:
        rows = {s.moderation.auditor: s.judged[machine.criterion] for s in done if machine.criterion in s.judged}
        if len({row.verdict for row in rows.values()}) > 1:
            said = {who: row.verdict for who, row in rows.items()}
            why = {who: row.reason for who, row in rows.items() if row.reason}
            agreed = settled.get(machine.criterion)
            key = machine.criterion
            found.append(Difference(key, "verdict", key, None, machine.verdict, said, why, agreed))
    return found


def _findings(session: "Session", audit_id: int, done: Sequence[Sheet]) -> list[Difference]:
    rows = session.scalars(select(SettledFinding).filter_by(audit_id=audit_id))
    settled = {row.finding: "stands" if row.stands else "does not stand" for row in rows}
    found = []
    for machine in done[0].findings:
        own = {s.moderation.auditor: s.decided[machine.ordinal] for s in done if machine.ordinal in s.decided}
        if len({row.decision for row in own.values()}) > 1:
            said = {who: row.decision for who, row in own.items()}
            why = {who: row.reason for who, row in own.items() if row.reason}
            key, agreed = f"finding {machine.ordinal + 1}", settled.get(machine.ordinal)
            found.append(
                Difference(key, "finding", machine.criterion, machine.quote, machine.message, said, why, agreed)
            )
    return found


def _additions(session: "Session", done: Sequence[Sheet]) -> list[Difference]:
    found = []
    for own in done:
        others = [s for s in done if s is not own]
        for row in own.added:
            if any(_same(row, other) for s in others for other in s.added):
                continue
            kept = session.get(SettledAddition, (row.moderation_id, row.ordinal))
            agreed = None if kept is None else "stands" if kept.stands else "does not stand"
            said = {own.moderation.auditor: "add"}
            why = {own.moderation.auditor: row.reason or ""}
            key = f"added {row.moderation_id}.{row.ordinal}"
            found.append(Difference(key, "added", row.criterion, row.quote, None, said, why, agreed))
    return found


def _same(one: ModerationFinding, other: ModerationFinding) -> bool:
    return one.criterion == other.criterion and quotes_match(one.quote, other.quote)


def settle(
    session: "Session", audit_id: int, key: str, outcome: str, reason: str, *, by: str, at: datetime | None = None
) -> None:
    """Settle one difference. Both judgements stay as they are; the outcome stands beside them.

    Args:
        session: a writing session.
        audit_id: the audit.
        key: the difference's key.
        outcome: a verdict; for a finding `stands` or `does not stand`.
        reason: why, in a sentence.
        by: who settles.
        at: when; now where it is not given.

    Raises:
        ConfigurationError: there is no such difference, no such outcome, or no reason.
    """
    found = next((one for one in differences(session, audit_id) if one.key == key), None)
    if found is None:
        raise ConfigurationError("no-difference", f"audit {audit_id}: the auditors do not differ on {key}")
    if not reason.strip():
        raise ConfigurationError("no-reason", f"{key}: say why it was settled so")
    allowed = VERDICTS if found.kind == "verdict" else ("stands", "does not stand")
    if outcome not in allowed:
        raise ConfigurationError("bad-outcome", f"{key}: the outcome is one of {', '.join(allowed)}")
    _keep(session, audit_id, found, outcome, {"reason": reason.strip(), "settled_by": by, "at": at or now()})
    record(session, by, "difference-settled", f"audit {audit_id}", when=at, key=key, outcome=outcome)
    session.flush()


def _keep(session: "Session", audit_id: int, found: Difference, outcome: str, more: dict[str, object]) -> None:
    stands = outcome == "stands"
    if found.kind == "verdict":
        session.merge(Settled(audit_id=audit_id, criterion=found.criterion, verdict=outcome, **more))
    elif found.kind == "finding":
        number = int(found.key.split()[1]) - 1
        session.merge(SettledFinding(audit_id=audit_id, finding=number, stands=stands, **more))
    else:
        moderation, _, ordinal = found.key.split()[1].partition(".")
        session.merge(SettledAddition(moderation_id=int(moderation), ordinal=int(ordinal), stands=stands, **more))


def what_stands(session: "Session", audit_id: int, own: Sequence[Sheet] | None = None) -> Stands:
    """Return what stands of an audit: the machine's own where nobody has finished looking at it.

    Args:
        session: any session.
        audit_id: the audit.
        own: its finished moderations, where they are read already.
    """
    done = finished(session, audit_id) if own is None else own
    differ = differences(session, audit_id, done)
    if not done:
        verdicts = session.scalars(
            select(CriterionVerdict).filter_by(audit_id=audit_id).order_by(CriterionVerdict.ordinal)
        )
        ordinals = session.scalars(select(Finding.ordinal).filter_by(audit_id=audit_id).order_by(Finding.ordinal))
        return Stands({row.criterion: row.verdict for row in verdicts}, list(ordinals))
    by_key = {one.key: one for one in differ}
    stands = Stands(open=[one for one in differ if one.settled is None])
    _stand_verdicts(stands, done, by_key)
    _stand_findings(stands, done, by_key)
    _stand_additions(stands, done, by_key)
    return stands


def _stand_verdicts(stands: Stands, done: Sequence[Sheet], differ: dict[str, Difference]) -> None:
    for machine in done[0].verdicts:
        difference = differ.get(machine.criterion)
        if difference is None:
            stands.verdicts[machine.criterion] = done[0].judged[machine.criterion].verdict
        elif difference.settled is not None:
            stands.verdicts[machine.criterion] = difference.settled


def _stand_findings(stands: Stands, done: Sequence[Sheet], differ: dict[str, Difference]) -> None:
    for machine in done[0].findings:
        difference = differ.get(f"finding {machine.ordinal + 1}")
        said = [s.decided[machine.ordinal] for s in done if machine.ordinal in s.decided]
        kept = difference.settled == "stands" if difference else all(row.decision == "agree" for row in said)
        if kept:
            stands.findings.append(machine.ordinal)
        elif difference is None or difference.settled is not None:
            stands.dismissed[machine.ordinal] = next((row.reason for row in said if row.reason), "")


def _stand_additions(stands: Stands, done: Sequence[Sheet], differ: dict[str, Difference]) -> None:
    for row in (row for own in done for row in own.added):
        difference = differ.get(f"added {row.moderation_id}.{row.ordinal}")
        if difference is not None and difference.settled != "stands":
            continue
        if not any(_same(row, other) for other in stands.added):
            stands.added.append(row)
