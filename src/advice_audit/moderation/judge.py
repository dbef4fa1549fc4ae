"""One person judges one audit: agrees, changes a verdict, dismisses a finding, adds one that was missed, comments.

Nothing here shows what another person said: who judges second does so blind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

from sqlalchemy import func, select

from advice_audit.errors import ConfigurationError
from advice_audit.results import Verdict
from advice_audit.store.audits import get_audit
from advice_audit.store.base import now
from advice_audit.store.cycle import Closing, Moderation, ModerationFinding, ModerationVerdict
from advice_audit.store.events import record
from advice_audit.store.models import CriterionVerdict, Finding

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Decision = Literal["agree", "dismiss"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a person has before them: the machine's verdicts and findings, and what they said themselves so far."""

    moderation: Moderation
    verdicts: tuple[CriterionVerdict, ...]
    findings: tuple[Finding, ...]
    judged: dict[str, ModerationVerdict]
    decided: dict[int, ModerationFinding]
    added: tuple[ModerationFinding, ...]

    @property
    def waiting(self) -> list[str]:
        """Return the criteria that the person has not judged yet, in the rubric's order."""
        return [row.criterion for row in self.verdicts if row.criterion not in self.judged]

    def findings_of(self, criterion: str) -> list[Finding]:
        """Return the machine's findings on a criterion."""
        return [row for row in self.findings if row.criterion == criterion]


def begin(session: "Session", audit_id: int, auditor: str, *, at: datetime | None = None) -> Moderation:
    """Begin to moderate an audit, or go on with it.

    Raises:
        ConfigurationError: there is no such audit, the file could not be read, the audit is closed, or this person has
            finished it.
    """
    audit = get_audit(session, audit_id)
    if audit.status != "audited":
        raise ConfigurationError(
            "not-audited", f"audit {audit_id}: the file could not be read, so there is nothing to judge"
        )
    known = session.scalar(select(Moderation).filter_by(audit_id=audit_id, auditor=auditor))
    if known is not None and known.finished is not None:
        message = f"audit {audit_id}: {auditor} has finished it; what is settled afterwards stands beside it"
        raise ConfigurationError("moderation-finished", message)
    if session.get(Closing, audit_id) is not None:
        raise ConfigurationError("audit-closed", f"audit {audit_id} is closed")
    if known is not None:
        return known
    moderation = Moderation(audit_id=audit_id, auditor=auditor, began=at or now())
    session.add(moderation)
    session.flush()
    return moderation


def sheet(session: "Session", moderation: Moderation) -> Sheet:
    """Return what a person has before them."""
    return sheets(session, [moderation])[0]


def sheets(session: "Session", moderations: Sequence[Moderation]) -> list[Sheet]:
    """Return what people have before them, each kind of row read at once for all."""
    audits = {one.audit_id for one in moderations}
    own = [one.id for one in moderations]
    rows = CriterionVerdict.audit_id, Finding.audit_id, ModerationVerdict.moderation_id, ModerationFinding.moderation_id
    verdicts = select(CriterionVerdict).where(rows[0].in_(audits)).order_by(CriterionVerdict.ordinal)
    findings = select(Finding).where(rows[1].in_(audits)).order_by(Finding.ordinal)
    judged = select(ModerationVerdict).where(rows[2].in_(own))
    said = select(ModerationFinding).where(rows[3].in_(own)).order_by(ModerationFinding.ordinal)
    machine = _grouped(session.scalars(verdicts), "audit_id"), _grouped(session.scalars(findings), "audit_id")
    theirs = _grouped(session.scalars(judged), "moderation_id"), _grouped(session.scalars(said), "moderation_id")
    return [
        Sheet(
            one,
            tuple(machine[0].get(one.audit_id, ())),
            tuple(machine[1].get(one.audit_id, ())),
            {row.criterion: row for row in theirs[0].get(one.id, ())},
            {row.finding: row for row in theirs[1].get(one.id, ()) if row.finding is not None},
            tuple(row for row in theirs[1].get(one.id, ()) if row.finding is None),
        )
        for one in moderations
    ]


def _grouped(rows: Iterable[Row], name: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(getattr(row, name), []).append(row)
    return found


def judge(session: "Session", moderation: Moderation, criterion: str, verdict: str, reason: str | None = None) -> None:
    """Give a verdict on a criterion, in the place of one given before.

    Raises:
        ConfigurationError: the audit has no such criterion, it is no verdict, or a changed one has no reason.
    """
    _check_open(moderation)
    machine = session.get(CriterionVerdict, (moderation.audit_id, criterion))
    if machine is None:
        raise ConfigurationError("no-criterion", f"{criterion}: audit {moderation.audit_id} has no such criterion")
    if verdict not in VERDICTS:
        raise ConfigurationError("bad-verdict", f"{criterion}: a verdict is one of {', '.join(VERDICTS)}")
    agrees, why = verdict == machine.verdict, _text(reason)
    if not agrees and why is None:
        raise ConfigurationError("no-reason", f"{criterion}: a changed verdict needs a reason")
    row = session.get(ModerationVerdict, (moderation.id, criterion))
    if row is None:
        row = ModerationVerdict(moderation_id=moderation.id, criterion=criterion)
        session.add(row)
    row.verdict, row.agrees, row.reason = verdict, agrees, why
    session.flush()


def decide(
    session: "Session", moderation: Moderation, finding: int, decision: Decision, reason: str | None = None
) -> None:
    """Agree with one of the machine's findings, or dismiss it as a false alarm.

    Args:
        session: a writing session.
        moderation: whose.
        finding: ordinal of the machine's finding.
        decision: what the person says.
        reason: why; a dismissal needs one.

    Raises:
        ConfigurationError: there is no such finding, or a dismissal has no reason.
    """
    _check_open(moderation)
    machine = session.get(Finding, (moderation.audit_id, finding))
    if machine is None:
        raise ConfigurationError("no-finding", f"audit {moderation.audit_id} has no finding number {finding + 1}")
    why = _text(reason)
    if decision == "dismiss" and why is None:
        raise ConfigurationError("no-reason", f"finding {finding + 1}: say why it is a false alarm")
    own = select(ModerationFinding).filter_by(moderation_id=moderation.id, finding=finding)
    row = session.scalar(own)
    if row is None:
        row = ModerationFinding(
            moderation_id=moderation.id,
            ordinal=_next(session, moderation),
            finding=finding,
            criterion=machine.criterion,
        )
        session.add(row)
    row.fingerprint, row.section, row.quote = machine.fingerprint, machine.section, machine.quote
    row.decision, row.reason = decision, why
    session.flush()


def add_finding(
    session: "Session",
    moderation: Moderation,
    criterion: str,
    quote: str | None,
    reason: str,
    section: str | None = None,
) -> None:
    """Add a finding that the machine missed; the same one again changes nothing.

    Args:
        session: a writing session.
        moderation: whose.
        criterion: which criterion it falls short of.
        quote: the words of the advice; None where something is missing from it.
        reason: what is wrong.
        section: kind of the section it stands in, where known.

    Raises:
        ConfigurationError: the audit has no such criterion, or there is no reason.
    """
    _check_open(moderation)
    if session.get(CriterionVerdict, (moderation.audit_id, criterion)) is None:
        raise ConfigurationError("no-criterion", f"{criterion}: audit {moderation.audit_id} has no such criterion")
    why, words = _text(reason), _text(quote)
    if why is None:
        raise ConfigurationError("no-reason", f"{criterion}: a finding that was missed needs a word on what is wrong")
    same = {"moderation_id": moderation.id, "decision": "add", "criterion": criterion, "quote": words}
    row = session.scalar(select(ModerationFinding).filter_by(**same))
    if row is None:
        row = ModerationFinding(**same, ordinal=_next(session, moderation))
        session.add(row)
    row.reason, row.section = why, section
    session.flush()


def comment(session: "Session", moderation: Moderation, text: str | None) -> None:
    """Write a comment on the whole audit, in the place of one written before."""
    _check_open(moderation)
    moderation.comment = _text(text)
    session.flush()


def finish(session: "Session", moderation: Moderation, *, at: datetime | None = None) -> None:
    """Finish. From then on nothing in it changes; findings that nothing was said about count as agreed.

    Raises:
        ConfigurationError: a criterion is not judged yet.
    """
    _check_open(moderation)
    seen = sheet(session, moderation)
    if seen.waiting:
        message = f"audit {moderation.audit_id}: {len(seen.waiting)} criteria are still to be judged"
        raise ConfigurationError("moderation-open", message)
    for finding in seen.findings:
        if finding.ordinal not in seen.decided:
            decide(session, moderation, finding.ordinal, "agree")
    moderation.finished = at or now()
    changed = sum(not row.agrees for row in seen.judged.values())
    data = {"changed": changed, "dismissed": _dismissed(seen), "added": len(seen.added)}
    record(session, moderation.auditor, "audit-moderated", f"audit {moderation.audit_id}", when=at, **data)
    session.flush()


def _dismissed(seen: Sheet) -> int:
    return sum(row.decision == "dismiss" for row in seen.decided.values())


def _check_open(moderation: Moderation) -> None:
    if moderation.finished is not None:
        message = f"audit {moderation.audit_id}: {moderation.auditor} has finished it"
        raise ConfigurationError("moderation-finished", message)


def _next(session: "Session", moderation: Moderation) -> int:
    last = select(func.max(ModerationFinding.ordinal)).filter_by(moderation_id=moderation.id)
    return int(session.scalar(last) or 0) + 1


def _text(text: str | None) -> str | None:
    return (text or "").strip() or None
