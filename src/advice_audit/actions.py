"""What is to be done after an audit, by whom and by when; and what a redraft put right.

Every advice that requires improvement or is inadequate needs at least one action.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from advice_audit.errors import ConfigurationError
from advice_audit.moderation.answers import close
from advice_audit.moderation.standing import standing_grade
from advice_audit.store.audits import get_audit
from advice_audit.store.base import now
from advice_audit.store.cycle import Action, SampleItem
from advice_audit.store.events import record
from advice_audit.store.models import Audit, CriterionVerdict
from advice_audit.terms import parse_term

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.rubric.model import Rubric

State = Literal["open", "done", "dropped"]
CLOSED: tuple[State, ...] = ("done", "dropped")
NEEDS_ACTION = ("requires_improvement", "inadequate")


def add_action(
    session: "Session",
    *,
    term: str,
    text: str,
    owner: str,
    due: date,
    by: str,
    audit_id: int | None = None,
    criterion: str | None = None,
    at: datetime | None = None,
) -> Action:
    """Keep an action.

    Args:
        session: a writing session.
        term: the term whose audit it comes from, such as `2026-autumn`.
        text: what is to be done.
        owner: who does it.
        due: by which day.
        by: who says so.
        audit_id: the audit that it comes from, where it comes from one.
        criterion: the criterion that it is about, where it is about one.
        at: when; now where it is not given.

    Raises:
        ConfigurationError: something is missing or unknown, or it is due before it is made.
    """
    moment = at or now()
    parse_term(term)
    for name, value in (("what is to be done", text), ("who does it", owner)):
        if not value.strip():
            raise ConfigurationError("no-text", f"an action needs {name}")
    if due < moment.date():
        raise ConfigurationError("bad-due", f"an action cannot be due on {due:%d/%m/%Y}: that day has passed")
    if audit_id is not None:
        get_audit(session, audit_id)
        if criterion is not None and session.get(CriterionVerdict, (audit_id, criterion)) is None:
            raise ConfigurationError("no-criterion", f"{criterion}: audit {audit_id} has no such criterion")
    action = Action(
        audit_id=audit_id,
        term=term,
        criterion=criterion,
        text=text.strip(),
        owner=owner.strip(),
        due=due,
        state="open",
        created_at=moment,
        created_by=by,
    )
    session.add(action)
    session.flush()
    record(session, by, "action-added", f"action {action.id}", when=at, audit=audit_id, owner=action.owner)
    return action


def close_action(
    session: "Session", action_id: int, state: State, outcome: str, *, by: str, at: datetime | None = None
) -> None:
    """Say that an action is done, or dropped, and what came of it.

    Raises:
        ConfigurationError: there is no such open action, or nothing is said of what came of it.
    """
    action = session.get(Action, action_id)
    if action is None or action.state != "open":
        raise ConfigurationError("no-action", f"there is no open action with the number {action_id}")
    if state not in CLOSED:
        raise ConfigurationError("bad-state", "an action ends as done or dropped")
    if not outcome.strip():
        raise ConfigurationError("no-text", f"action {action_id}: say what came of it")
    action.state, action.outcome, action.closed_at = state, outcome.strip(), at or now()
    record(session, by, f"action-{state}", f"action {action_id}", when=at)
    session.flush()


def actions_of(session: "Session", term: str | None = None, *, state: State | None = None) -> list[Action]:
    """Return actions, the soonest due first; of one term or state where it is named."""
    query = select(Action).order_by(Action.due, Action.id)
    if term is not None:
        query = query.filter_by(term=term)
    if state is not None:
        query = query.filter_by(state=state)
    return list(session.scalars(query))


def overdue(session: "Session", today: date) -> list[Action]:
    """Return the open actions whose day has passed."""
    return [one for one in actions_of(session, state="open") if one.due < today]


def without_action(session: "Session", audit_ids: Collection[int], rubric: "Rubric | None") -> list[Audit]:
    """Return the audits whose grade, as it stands after moderation, needs an action, and that have none.

    Args:
        session: any session.
        audit_ids: which audits.
        rubric: by which moderated audits are graded anew; without it the machine's grade counts.
    """
    has = set(session.scalars(select(Action.audit_id).where(Action.audit_id.is_not(None))))
    rows = session.scalars(select(Audit).where(Audit.id.in_(audit_ids)).order_by(Audit.id))
    return [row for row in rows if row.id not in has and standing_grade(session, row, rubric) in NEEDS_ACTION]


def close_audit(
    session: "Session", audit_id: int, rubric: "Rubric | None", *, by: str, at: datetime | None = None
) -> None:
    """Close an audit: no more answers, no more judgements.

    Raises:
        ConfigurationError: differences are still to be settled, or its grade needs an action and it has none.
    """
    if without_action(session, [audit_id], rubric):
        message = f"audit {audit_id}: its grade needs an action, and it has none; add one with: advice-audit act add"
        raise ConfigurationError("needs-action", message)
    close(session, audit_id, by=by, at=at)


def sampled_audits(session: "Session", sample_id: int) -> dict[int, int]:
    """Return a sample's audits by position."""
    query = select(SampleItem.position, SampleItem.audit_id).filter_by(sample_id=sample_id, state="audited")
    rows = session.execute(query.order_by(SampleItem.position))
    return {row.position: row.audit_id for row in rows if row.audit_id is not None}


@dataclass(frozen=True, slots=True)
class Redraft:
    """What an amended advice did: how many findings were put right, left and new, and the grade before and now.

    `right` are the criteria that fell short before and are met now.
    """

    before: int
    after: int
    put_right: int
    left: int
    new: int
    grade_before: str | None
    grade_now: str | None
    right: Sequence[str]


def redraft(session: "Session", before: int, after: int) -> Redraft:
    """Compare an advice's audit with that of its amended text.

    Raises:
        ConfigurationError: one of the audits is not there, or its file could not be read.
    """
    from advice_audit.changes import compare
    from advice_audit.store.audits import load_audit

    old, new = load_audit(session, before), load_audit(session, after)
    for number, result in ((before, old), (after, new)):
        if result.status != "audited":
            raise ConfigurationError("not-audited", f"audit {number}: the file could not be read")
    changes = compare(old, new)
    short = {one.id for one in old.criteria if one.verdict in ("partly_met", "not_met")}
    right = [one.id for one in new.criteria if one.id in short and one.verdict == "met"]
    return Redraft(
        before, after, len(changes.fixed), len(changes.left), len(changes.new), old.grade, new.grade, tuple(right)
    )
