"""Actions and what became of them, amended advices audited again, and urgent concerns."""

from collections.abc import Sequence
from typing import Any, Literal, cast

from advice_audit.actions import redraft
from advice_audit.reports.term_model import ActionRow, Actions, Flag, Reaudit
from advice_audit.results import Grade
from advice_audit.summaries.tables import Tables
from advice_audit.summaries.view import BELOW_GOOD, View


def actions_of(view: View, last: Sequence[str]) -> Actions:
    """Return this term's actions, what became of those of the last terms, and what was put right.

    Args:
        view: the report's view.
        last: the terms before, latest first: of the first all actions, of the others what was still open.
    """
    term = str(view.term)
    rows = action_rows(view, [*last, term])
    old = [r for r in rows if r.term in last and (r.term == last[0] or r.state in ("open", "overdue"))]
    acted = {int(number) for number in view.tables.actions.audit_id.dropna()}
    missing = [n for n, advice in view.samples[term].items() if advice.grade in BELOW_GOOD and n not in acted]
    return Actions(
        now=tuple(row for row in rows if row.term == term),
        last=tuple(old),
        reaudits=reaudits_of(view, [term, *last[:1]]),
        missing=tuple(view.label(number) for number in missing),
    )


def action_rows(view: View, terms: Sequence[str]) -> tuple[ActionRow, ...]:
    """Return the actions of some terms, in the order in which they are due."""
    rows = view.tables.actions
    return tuple(_action(view, row) for row in rows[rows.term.isin(list(terms))].itertuples())


def _action(view: View, row: Any) -> ActionRow:
    state: Literal["open", "overdue", "done", "dropped"] = row.state
    if state == "open" and row.due < view.today:
        state = "overdue"
    return ActionRow(
        term=row.term,
        label=view.label(row.audit_id) if row.audit_id else None,
        criterion=row.criterion,
        text=view.names.text(row.text),
        owner=view.names.person(row.owner),
        due=row.due,
        state=state,
        closed_on=row.closed_at.date() if row.closed_at else None,
        outcome=view.names.text(row.outcome) if row.outcome else None,
    )


def reaudits_of(view: View, terms: Sequence[str]) -> tuple[Reaudit, ...]:
    """Return advices of some terms' samples that were amended and audited again, first audit beside the newest."""
    found = []
    for item in view.tables.sampled[view.tables.sampled.term.isin(list(terms))].itertuples():
        if item.state != "audited" or item.audit_id is None:
            continue
        later = newest_after(view.tables, int(item.audit_id))
        if later is not None:
            found.append(_reaudit(view, int(item.audit_id), later))
    return tuple(found)


def newest_after(tables: Tables, audit_id: int) -> int | None:
    """Return the newest audit of the same file after it was changed; None where there is none."""
    first = tables.audits.loc[audit_id]
    rows = tables.audits[(tables.audits.path == first.path) & (tables.audits.status == "audited")]
    rows = rows[(rows.sha256 != first.sha256) & (rows.audited_at > first.audited_at) & (rows.origin != "batch")]
    return int(rows.sort_values(["audited_at", "id"]).id.iloc[-1]) if len(rows) else None


def _reaudit(view: View, first: int, then: int) -> Reaudit:
    found = redraft(view.session, first, then)
    return Reaudit(
        label=view.label(first),
        first=cast(Grade, found.grade_before),
        then=cast(Grade, found.grade_now),
        put_right=found.put_right,
        kept=found.left,
        new=found.new,
    )


def flags_of(view: View, terms: Sequence[str]) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """Return the urgent concerns that are open, whenever they were raised, and those closed in some terms."""
    open_ones, closed = [], []
    ids = set(view.tables.sampled[view.tables.sampled.term.isin(list(terms))].audit_id.dropna())
    for row in view.tables.flags.itertuples():
        flag = _flag(view, row)
        if flag.closed_on is None:
            open_ones.append(flag)
        elif row.audit_id in ids:
            closed.append(flag)
    return tuple(open_ones), tuple(closed)


def _flag(view: View, row: Any) -> Flag:
    return Flag(
        advice=view.label(row.audit_id, row.path),
        text=view.names.text(row.text),
        raised_by=view.names.person(row.raised_by),
        raised_on=row.at.date(),
        closed_on=row.closed_at.date() if row.closed_at else None,
        outcome=view.names.text(row.outcome) if row.outcome else None,
    )
