"""`advice-audit moderate`: a person's judgement beside the machine's, at the terminal or by Excel workbook."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advice_audit.cli.common import ByOption, IdentifyOption, StoreOption, deliver, initials_of, opened, person, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.moderation.settle import Difference
    from advice_audit.moderation.workbook import Criteria
    from advice_audit.rubric.model import Rubric
    from advice_audit.store import Store

app = typer.Typer(
    help="Judge the sampled advices yourself.\n\n"
    "You see what the machine found and say what you think: here in this window, or in an Excel workbook.\n\n"
    "Begin with: advice-audit moderate\n\n"
    "Two people judge without seeing each other; then: advice-audit moderate differences",
    invoke_without_command=True,
    rich_markup_mode=None,
)
TermOption = Annotated[
    str | None,
    typer.Option("--term", metavar="TERM", help="Such as 2026-autumn; that of the last sample where it is not given."),
]
AuditArgument = Annotated[int, typer.Argument(metavar="AUDIT", help="The audit's number, as the lists show it.")]


@app.callback()
def moderate(
    context: typer.Context,
    term: TermOption = None,
    advice: Annotated[
        int | None, typer.Option(min=1, metavar="NUMBER", help="Only the advice with this number in the sample.")
    ] = None,
    rubric: Annotated[
        str | None, typer.Option(metavar="FILE", help="A rubric file, where a council's own was used.")
    ] = None,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Judge the advices of a term's sample one by one. You can stop and go on at any time."""
    if context.invoked_subcommand is not None:
        return
    from advice_audit.cli.desk import Desk, Stopped, ask_terminal
    from advice_audit.moderation.pages import pages, sampled

    who = person(by)
    with opened(store) as kept:
        with kept.session() as session:
            sample, audits = sampled(session, term)
            every = pages(session, audits, who, identify=True)
            words = _criteria(rubric, every[0].audit.rubric_id)
        wanted = [p for n, p in zip(audits, every, strict=True) if advice in (None, n)]
        say(
            f"{who}, you have {sum(p.sheet.moderation.finished is None for p in wanted)} of {len(wanted)} advices to judge."
        )
        try:
            for page in wanted:
                if page.sheet.moderation.finished is None and Desk(kept, page, words, ask_terminal).work():
                    say(f"Finished: {page.label}")
        except Stopped:
            say("Stopped. Everything you said is kept; the same command goes on from here.")
        with kept.reading() as session:
            typer.echo(_state(session, sample.term, audits))


def _state(session: "Session", term: str, audits: dict[int, int]) -> str:
    """Return in lines who has finished what, and what comes next."""
    from advice_audit.moderation.settle import differences, finished

    lines, open_, unseen = [], 0, 0
    for position, audit_id in audits.items():
        who = [sheet.moderation.auditor for sheet in finished(session, audit_id)]
        left = sum(one.settled is None for one in differences(session, audit_id))
        open_ += left
        unseen += not who
        lines.append(
            f"Advice {position} (audit {audit_id}): "
            + (f"judged by {' and '.join(who)}" if who else "judged by nobody yet")
            + (f"; {left} differences to settle" if left else "")
        )
    if unseen:
        step = "advice-audit moderate, for those that nobody has judged"
    elif open_:
        step = f"advice-audit moderate differences --term {term}"
    else:
        step = f"advice-audit act list --term {term}; for a second opinion: advice-audit moderate out --help"
    return "\n".join([*lines, f"Next: {step}"])


@app.command("out")
def out(
    out: Annotated[Path, typer.Option(metavar="FILE", help="The workbook to write, such as moderation.xlsx.")],
    auditor: Annotated[str, typer.Option("--for", metavar="NAME", help="Who is to fill it in.")],
    term: TermOption = None,
    rubric: Annotated[
        str | None, typer.Option(metavar="FILE", help="A rubric file, where a council's own was used.")
    ] = None,
    identify: IdentifyOption = False,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Write an Excel workbook to fill in.

    It holds the evidence for every advice of the sample, and cells for somebody's own verdicts.
    """
    from advice_audit.moderation.pages import pages, sampled
    from advice_audit.moderation.workbook_out import write_workbook
    from advice_audit.store.events import record
    from advice_audit.terms import parse_term

    with opened(store) as kept, kept.session() as session:
        sample, audits = sampled(session, term)
        every = [p for p in pages(session, audits, auditor, identify=identify) if p.sheet.moderation.finished is None]
        if not every:
            say(f"{auditor} has finished every advice of this sample.")
            return
        words, title = _criteria(rubric, every[0].audit.rubric_id), parse_term(sample.term).title
        content = write_workbook(every, words, auditor=auditor, title=title, identify=identify)
        record(session, person(by), "workbook-sent", f"sample {sample.id}", auditor=auditor, names_shown=identify)
    deliver(content, out, "Workbook")
    say(f"Send it to {auditor}. When it comes back: advice-audit moderate back {out}")


@app.command("back")
def back(
    workbook: Annotated[Path, typer.Argument(help="The workbook that came back.")],
    term: TermOption = None,
    rubric: Annotated[
        str | None, typer.Option(metavar="FILE", help="A rubric file, where a council's own was used.")
    ] = None,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Take in a workbook that came back.

    If anything in it is wrong, nothing is taken in and every cell that is wrong is named.
    """
    from advice_audit.errors import ConfigurationError
    from advice_audit.moderation import workbook as form
    from advice_audit.moderation.pages import pages, sampled
    from advice_audit.moderation.take_in import take_in
    from advice_audit.moderation.workbook_in import open_back, read_back, start_of

    book = open_back(workbook)
    auditor = by or start_of(book, form.NAME)
    if not auditor:
        raise ConfigurationError("no-auditor", f"{workbook}: “{form.NAME}” on “{form.START}” is empty; write it there")
    with opened(store) as kept, kept.session() as session:
        _, audits = sampled(session, term)
        every = pages(session, audits, auditor, identify=start_of(book, form.NAMES) == form.FULL)
        said = read_back(workbook, book, every, _criteria(rubric, every[0].audit.rubric_id))
        taken = [take_in(session, page, said[page.audit.id]) for page in every]
    concerns = [one for one in taken if one.concern]
    for one in concerns:
        typer.echo(f"URGENT: {auditor} raised a safeguarding concern about {one.label}. See: advice-audit act flags")
    for one in taken:
        left = f"; {one.left} still to be judged" if one.left else "; finished"
        typer.echo(f"{one.label}: {one.judged} criteria judged{left}")
    say("Next: advice-audit moderate differences" if all(not one.left for one in taken) else "The rest can come later.")


@app.command("differences")
def differences(
    term: TermOption = None, identify: IdentifyOption = False, store: StoreOption = None, by: ByOption = None
) -> None:
    """List what two people see differently.

    With their reasons, and what the writer of the advice answered.
    """
    from advice_audit.moderation.answers import answers_to
    from advice_audit.moderation.pages import sampled
    from advice_audit.moderation.settle import differences as found
    from advice_audit.store.events import record

    with opened(store) as kept, kept.session() as session:
        sample, audits = sampled(session, term)
        if identify:
            record(session, person(by), "names-shown", f"sample {sample.id}", export="differences")
        number = 0
        for position, audit_id in audits.items():
            rows = found(session, audit_id)
            if not rows:
                continue
            typer.echo(f"Advice {position} (audit {audit_id})")
            initials = initials_of(session, audit_id, identify)
            for answer in answers_to(session, audit_id):
                typer.echo(f"  {answer.writer}, the writer, says: {initials.text(answer.text)}")
            for row in rows:
                number += row.settled is None
                typer.echo(initials.text(_difference(row)))
    typer.echo(f"{number} to settle." if number else "Nothing to settle.")
    if number:
        say("Talk them through, then: advice-audit moderate settle")


def _difference(row: "Difference") -> str:
    from advice_audit.moderation.workbook import verdict_words
    from advice_audit.reports.words import shorten

    lines = [f'  "{row.key}"' + (f" on {row.criterion}" if row.kind != "verdict" else "")]
    if row.quote or row.kind == "finding":
        lines.append(f"    “{shorten(row.quote, 160)}”" if row.quote else f"    {row.machine}")
    if row.kind == "verdict":
        lines.append(f"    the machine: {verdict_words(row.machine or '')}")
    for who, said in row.said.items():
        why = f" ({row.reasons[who]})" if row.reasons.get(who) else ""
        lines.append(f"    {who}: {verdict_words(said)}{why}")
    if row.settled:
        lines.append(f"    settled: {verdict_words(row.settled)}")
    return "\n".join(lines)


@app.command("settle")
def settle(
    audit: Annotated[int | None, typer.Argument(metavar="[AUDIT]", help="The audit's number, as listed.")] = None,
    what: Annotated[
        str | None, typer.Argument(metavar="[WHAT]", help='As listed: needs.source, "finding 3" or "added 2.1".')
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Argument(
            metavar="[OUTCOME]",
            help='met, partly_met, not_met or not_applicable; for findings "stands" or "does not stand".',
        ),
    ] = None,
    because: Annotated[str | None, typer.Option(metavar="REASON", help="Why, in a sentence.")] = None,
    term: TermOption = None,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Settle differences, one by one.

    Without AUDIT you are asked about each. What the auditors said stays; the outcome is kept beside it.
    """
    from advice_audit.errors import ConfigurationError
    from advice_audit.moderation.settle import settle as keep

    with opened(store) as kept:
        if audit is None:
            _settle_all(kept, term, person(by))
            return
        if what is None or outcome is None or because is None:
            raise ConfigurationError("bad-usage", 'settle AUDIT also needs WHAT, OUTCOME and --because "REASON"')
        with kept.session() as session:
            keep(session, audit, what, outcome, because, by=person(by))
    say("Settled.")


def _settle_all(kept: "Store", term: str | None, who: str) -> None:
    from advice_audit.cli.desk import Stopped, ask_settlement, ask_terminal
    from advice_audit.moderation.pages import sampled
    from advice_audit.moderation.settle import differences as found
    from advice_audit.moderation.settle import settle as keep

    with kept.reading() as session:
        _, audits = sampled(session, term)
        every = [(place, audit, one) for place, audit in audits.items() for one in found(session, audit)]
    left = [entry for entry in every if entry[2].settled is None]
    say(f"{len(left)} to settle. Enter leaves one for later, q stops; all is kept.")
    try:
        for place, audit, one in left:
            say(f"\nAdvice {place} (audit {audit})\n{_difference(one)}")
            if agreed := ask_settlement(one.kind, ask_terminal):
                with kept.session() as session:
                    keep(session, audit, one.key, *agreed, by=who)
    except Stopped:
        say("Stopped. What you settled is kept.")


@app.command("agreement")
def agreement(
    term: Annotated[
        list[str] | None,
        typer.Option("--term", metavar="TERM", help="Such as 2026-autumn; repeat it for several terms."),
    ] = None,
    rubric: Annotated[
        str | None, typer.Option(metavar="FILE", help="A rubric file, where a council's own was used.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Print how far verdicts agree.

    Machine and person, and person and person: percent and Gwet's AC1, by criterion.
    """
    from advice_audit.moderation.agreeing import machine_and_people, people
    from advice_audit.moderation.pages import sampled
    from advice_audit.reports.agreement import in_text

    with opened(store) as kept, kept.reading() as session:
        ids: list[int] = []
        wanted: list[str | None] = [*term] if term else [None]
        for one in wanted:
            ids += sampled(session, one)[1].values()
        words = _criteria(rubric, _rubric_of(session, ids[0]))
        both = (("Machine and person", machine_and_people(session, ids)), ("Person and person", people(session, ids)))
        for title, found in both:
            rows = [(words.title(name), own) for name, own in found.criteria.items()]
            typer.echo(in_text(title, found.whole, rows))


@app.command("gold")
def gold(
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="The folder to write to.")],
    term: TermOption = None,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Write moderated advices to learn from.

    They are labelled advices for `advice-audit evaluate` and `train --moderated`.

    The advices themselves are copied beside their labels, names and all: keep the folder as safe as the advices.
    """
    from advice_audit.moderation.gold import export_gold, require_any
    from advice_audit.moderation.pages import sampled
    from advice_audit.store.events import record

    with opened(store) as kept, kept.session() as session:
        _, audits = sampled(session, term)
        done = list(export_gold(session, list(audits.values()), out))
        require_any(done)
        numbers = [one.audit_id for one in done if one.file]
        record(session, person(by), "names-shown", f"folder {out.name}", export="gold", audits=numbers)
    for one in done:
        lost = f" ({one.lost} added findings left out: their words do not stand in the advice)" if one.lost else ""
        typer.echo(f"audit {one.audit_id}: {one.file or one.why}{lost}")


@app.command("answer")
def answer(
    audit: AuditArgument,
    text: Annotated[str, typer.Argument(help="What the writer says, in quotation marks.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Keep what the writer answers.

    The writer of an advice may answer while its audit is open.
    """
    from advice_audit.moderation.answers import answer as keep

    with opened(store) as kept, kept.session() as session:
        keep(session, audit, person(by), text)
    say("Kept. It is shown with the differences and in the report.")


@app.command("close")
def close(
    audit: Annotated[list[int], typer.Argument(metavar="AUDIT...", help="Numbers of audits.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Close audits.

    They take no more answers and no more judgements. What requires improvement needs an action first.
    """
    from advice_audit.actions import close_audit

    with opened(store) as kept, kept.session() as session:
        for number in audit:
            close_audit(session, number, _rubric(session, number), by=person(by))
    say("Closed.")


def _criteria(rubric: str | None, rubric_id: str) -> "Criteria":
    from advice_audit.errors import RubricError
    from advice_audit.moderation.workbook import Criteria
    from advice_audit.rubric.load import load_rubric

    if rubric is not None:
        return Criteria(load_rubric(rubric))
    try:
        return Criteria(load_rubric(rubric_id))
    except RubricError:
        # A council's own rubric file may stand elsewhere: then criteria go by their ids.
        return Criteria(None)


def _rubric(session: "Session", audit_id: int) -> "Rubric | None":
    from advice_audit.errors import RubricError
    from advice_audit.rubric.load import load_rubric

    try:
        return load_rubric(_rubric_of(session, audit_id))
    except RubricError:
        return None


def _rubric_of(session: "Session", audit_id: int) -> str:
    from advice_audit.store.audits import get_audit

    return get_audit(session, audit_id).rubric_id
