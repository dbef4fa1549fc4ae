"""`advice-audit next`: what there is to do now, most urgent first."""

from datetime import date
from typing import TYPE_CHECKING

import typer

from advice_audit.cli.common import StoreOption, opened

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def what_next(store: StoreOption = None) -> None:
    """Say what there is to do now.

    Urgent concerns, overdue actions, the audit under way, the next audit month.
    """
    with opened(store, create=True) as kept, kept.reading() as session:
        today = date.today()
        for line in [*_overdue(session, today), *_under_way(session), _due(session, today)]:
            typer.echo(line)


def _overdue(session: "Session", today: date) -> list[str]:
    from advice_audit.actions import overdue
    from advice_audit.reports.words import number_of

    number = len(overdue(session, today))
    return [f"{number_of(number, 'action')} overdue. See: advice-audit act list"] if number else []


def _under_way(session: "Session") -> list[str]:
    """Return the next step of the audit that was begun last, if there is one."""
    from sqlalchemy import select

    from advice_audit.actions import sampled_audits, without_action
    from advice_audit.moderation.settle import differences, finished
    from advice_audit.sampling.keep import waiting
    from advice_audit.store.cycle import Sample

    sample = session.scalar(select(Sample).order_by(Sample.id.desc()).limit(1))
    if sample is None:
        return []
    audits = sampled_audits(session, sample.id)
    term = f"--term {sample.term}"
    if left := len(waiting(session, sample.id)):
        return [f"{sample.term}: {left} sampled advices are not audited yet. Run: advice-audit sample {term}"]
    if left := sum(not finished(session, one) for one in audits.values()):
        return [f"{sample.term}: {left} advices are judged by nobody yet. Run: advice-audit moderate {term}"]
    if left := sum(one.settled is None for audit in audits.values() for one in differences(session, audit)):
        return [f"{sample.term}: {left} differences to settle. Run: advice-audit moderate differences {term}"]
    if left := len(without_action(session, list(audits.values()), None)):
        return [f"{sample.term}: {left} advices need an action. Run: advice-audit act list {term}"]
    return [f"{sample.term}: ready to report. Run: advice-audit report term {term}"]


def _due(session: "Session", today: date) -> str:
    from advice_audit.sampling.keep import next_due

    due = next_due(session, today)
    command = f"advice-audit sample --term {due.term} --from FOLDER"
    return due.words(today) + (f" Run: {command}" if due.month <= today else "")
