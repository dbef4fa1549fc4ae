"""`advice-audit act`: actions after an audit, redrafts, and safeguarding concerns."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from advice_audit.cli.common import ByOption, StoreOption, initials_of, opened, person, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.rubric.model import Rubric
    from advice_audit.store.cycle import Action, Sample

app = typer.Typer(
    help="Actions, redrafts, safeguarding concerns.\n\nWhat is to be done after an audit, by whom and by when.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
DAYS = ["%d/%m/%Y", "%Y-%m-%d"]
AuditArgument = Annotated[int, typer.Argument(metavar="AUDIT", help="The audit's number, as the lists show it.")]
NumberArgument = Annotated[int, typer.Argument(metavar="NUMBER", help="As the list shows it.")]
TermOption = Annotated[
    str | None,
    typer.Option("--term", metavar="TERM", help="Such as 2026-autumn; that of the last sample where it is not given."),
]


@app.command("list")
def list_actions(term: TermOption = None, store: StoreOption = None) -> None:
    """List what is to be done.

    Open concerns first, then open actions by the day they are due, then advices that need an action.
    """
    from advice_audit.actions import actions_of, sampled_audits, without_action
    from advice_audit.reports.words import number_of

    with opened(store) as kept, kept.reading() as session:
        _flags(session)
        today = date.today()
        for action in actions_of(session, state="open"):
            initials = initials_of(session, action.audit_id, False)
            typer.echo(_line(action, initials.text(action.text), today))
        closed = [one for one in actions_of(session, term) if one.state != "open"]
        if closed:
            typer.echo(f"{number_of(len(closed), 'action')} closed.")
        sample = _sample(session, term)
        if sample is None:
            return
        audits = sampled_audits(session, sample.id)
        missing = without_action(session, list(audits.values()), _rubric(session, list(audits.values())))
        position = {audit: place for place, audit in audits.items()}
        for audit in missing:
            typer.echo(f"Advice {position[audit.id]} (audit {audit.id}) needs an action and has none.")
    if missing:
        say(f'Add one: advice-audit act add {missing[0].id} "WHAT" --owner NAME --due 31/01/2027')
    else:
        say(f"Next: advice-audit report term --term {sample.term}")


def _line(action: "Action", text: str, today: date) -> str:
    late = "OVERDUE, " if action.due < today else ""
    about = f" (audit {action.audit_id})" if action.audit_id else ""
    return f"{action.id}. {late}due {action.due:%d/%m/%Y}, {action.owner}: {text}{about}"


@app.command("add")
def add(
    audit: AuditArgument,
    text: Annotated[str, typer.Argument(metavar="WHAT", help="What is to be done, in quotation marks.")],
    owner: Annotated[str, typer.Option(metavar="NAME", help="Who does it.")],
    due: Annotated[datetime, typer.Option(formats=DAYS, metavar="DAY", help="By which day, such as 31/01/2027.")],
    criterion: Annotated[
        str | None, typer.Option(metavar="CRITERION", help="Which criterion it is about, such as needs.source.")
    ] = None,
    term: TermOption = None,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Add an action to an audit."""
    from advice_audit.actions import add_action
    from advice_audit.terms import parse_term

    with opened(store) as kept, kept.session() as session:
        wanted = str(parse_term(term)) if term else _term_of(session, audit)
        made = add_action(
            session,
            term=wanted,
            text=text,
            owner=owner,
            due=due.date(),
            by=person(by),
            audit_id=audit,
            criterion=criterion,
        )
        say(f'Action {made.id} is kept. When it is done: advice-audit act done {made.id} "WHAT CAME OF IT"')


@app.command("done")
def done(
    number: NumberArgument,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help="What came of it, in quotation marks.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Say that an action is done."""
    _close(number, "done", outcome, store, by)


@app.command("drop")
def drop(
    number: NumberArgument,
    reason: Annotated[str, typer.Argument(metavar="REASON", help="Why it is not to be done, in quotation marks.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Say that an action is dropped, and why."""
    _close(number, "dropped", reason, store, by)


def _close(number: int, state: Literal["done", "dropped"], text: str, store: str | None, by: str | None) -> None:
    from advice_audit.actions import close_action

    with opened(store) as kept, kept.session() as session:
        close_action(session, number, state, text, by=person(by))
    say("Kept.")


@app.command("redraft")
def redraft(
    audit: AuditArgument,
    file: Annotated[Path, typer.Argument(help="The amended advice.")],
    rubric: Annotated[
        str | None, typer.Option(metavar="FILE", help="A rubric file, where a council's own was used.")
    ] = None,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Audit an amended advice again.

    Shows what was put right, what is left and what is new.
    """
    from advice_audit.actions import redraft as compare
    from advice_audit.audit import audit_with_people
    from advice_audit.errors import UnreadableDocument
    from advice_audit.rubric.load import load_rubric
    from advice_audit.store.audits import get_audit, save_audit
    from advice_audit.store.events import record
    from advice_audit.versions import model_version, rubric_hash

    with opened(store) as kept:
        with kept.reading() as session:
            first = get_audit(session, audit)
        loaded = load_rubric(rubric or first.rubric_id)
        result, people = next(audit_with_people([file], loaded, today=date.today()))
        if result.error is not None:
            raise UnreadableDocument(result.error.code, f"{file}: {result.error.message}")
        with kept.session() as session:
            number = save_audit(
                session,
                result,
                rubric_id=loaded.id,
                rubric_hash=rubric_hash(loaded),
                model_version=model_version(),
                origin="sample",
                by=person(by),
                # The amended advice is the same advice, whatever its file is called now.
                path=first.path,
                size=file.stat().st_size,
                people=people,
            )
            found = compare(session, audit, number)
            record(session, person(by), "advice-redrafted", f"audit {audit}", then=number, put_right=found.put_right)
    typer.echo(f"Before: {_grade(found.grade_before)}. Now: {_grade(found.grade_now)} (audit {number}).")
    typer.echo(f"{found.put_right} findings put right, {found.left} left, {found.new} new.")
    for criterion in found.right:
        typer.echo(f"Put right: {loaded.criterion(criterion).title}")


def _grade(grade: str | None) -> str:
    from advice_audit.reports.words import GRADES

    return next((words for name, words in GRADES.items() if name == grade), "no grade")


@app.command("flag")
def flag(
    audit: AuditArgument,
    text: Annotated[str, typer.Argument(metavar="CONCERN", help="What was seen, and where, in quotation marks.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Raise a safeguarding concern.

    Something that you saw while auditing. It stands on top of everything until it is closed.
    """
    from advice_audit.store.flags import raise_flag

    with opened(store) as kept, kept.session() as session:
        raised = raise_flag(session, audit, text, by=person(by))
        say(f"Concern {raised.id} is kept. Tell your safeguarding lead today; do not wait for the report.")
        say(f'When something was done: advice-audit act unflag {raised.id} "WHAT WAS DONE"')


@app.command("unflag")
def unflag(
    number: NumberArgument,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help="What was done and who knows, in quotation marks.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Close a safeguarding concern.

    With what was done; it stays in the store.
    """
    from advice_audit.store.flags import close_flag

    with opened(store) as kept, kept.session() as session:
        close_flag(session, number, outcome, by=person(by))
    say("Closed.")


@app.command("flags")
def flags(store: StoreOption = None) -> None:
    """List open safeguarding concerns."""
    with opened(store) as kept, kept.reading() as session:
        if not _flags(session):
            typer.echo("No safeguarding concern is open.")


def _flags(session: "Session") -> int:
    from advice_audit.store.flags import open_flags

    found = open_flags(session)
    for one in found:
        text = initials_of(session, one.audit_id, False).text(one.text)
        typer.echo(f"URGENT {one.id}. {one.at:%d/%m/%Y}, {one.raised_by}, audit {one.audit_id}: {text}")
    return len(found)


def _sample(session: "Session", term: str | None) -> "Sample | None":
    from advice_audit.errors import ConfigurationError
    from advice_audit.sampling.keep import last_sample

    try:
        return last_sample(session, term)
    except ConfigurationError:
        if term is not None:
            raise
        return None


def _term_of(session: "Session", audit: int) -> str:
    from sqlalchemy import select

    from advice_audit.store.audits import get_audit
    from advice_audit.store.cycle import Sample, SampleItem

    query = select(Sample.term).join(SampleItem, SampleItem.sample_id == Sample.id).where(SampleItem.audit_id == audit)
    return session.scalar(query.order_by(Sample.id.desc()).limit(1)) or get_audit(session, audit).term


def _rubric(session: "Session", audits: list[int]) -> "Rubric | None":
    from advice_audit.errors import RubricError
    from advice_audit.rubric.load import load_rubric
    from advice_audit.store.audits import get_audit

    try:
        return load_rubric(get_audit(session, audits[0]).rubric_id) if audits else None
    except RubricError:
        return None
