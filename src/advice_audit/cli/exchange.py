"""`advice-audit self-audit` and `advice-audit feedback`: what comes to the store from others."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from advice_audit.cli.common import ByOption, IdentifyOption, StoreOption, deliver, opened, person, say

app = typer.Typer(
    help="Send or receive a manager's own audit.\n\nIt is one file, taken into the receiver's store once only.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("send")
def send(
    advice: Annotated[Path, typer.Argument(help="The advice that you audit: a Word, PDF or text file.")],
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The file to write, such as my-audit.json. Send this one file.")
    ],
    comment: Annotated[str | None, typer.Option(metavar="TEXT", help="What you want to say of it.")] = None,
    rubric: Annotated[str, typer.Option(metavar="RUBRIC", help="A rubric's name, or a rubric file.")] = "swindon-2022",
    identify: IdentifyOption = False,
    by: ByOption = None,
) -> None:
    """Audit an advice and write one file to send.

    Nothing else is kept, and nothing is sent by itself.
    """
    from advice_audit.audit import audit_with_people
    from advice_audit.rubric.load import load_rubric
    from advice_audit.self_audit import pack
    from advice_audit.versions import model_version, rubric_hash

    loaded = load_rubric(rubric)
    result, people = next(audit_with_people([advice], loaded, today=date.today()))
    content = pack(
        result,
        rubric_id=loaded.id,
        rubric_hash=rubric_hash(loaded),
        model_version=model_version(),
        by=person(by),
        people=people,
        identify=identify,
        comment=comment,
    )
    deliver(content, out, "Self-audit")
    shown = "It shows names in full, as you asked." if identify else "Names in it are initials."
    say(f"{shown} Who receives it takes it in with: advice-audit self-audit receive {out.name}")


@app.command("receive")
def receive(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Self-audits that were sent to you.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Take in files that were sent to you.

    Each is taken in once only.

    Exit codes: 0 all were taken in, 2 at least one was not (the others were).
    """
    from advice_audit.cli import exits
    from advice_audit.errors import ConfigurationError
    from advice_audit.self_audit import take_in

    refused = 0
    with opened(store, create=True) as kept:
        for file in files:
            try:
                with kept.session() as session:
                    number = take_in(session, file, by=person(by))
                typer.echo(f"{file.name}: taken in as audit {number}")
            except ConfigurationError as error:
                refused += 1
                say(f"advice-audit: {error.message}")
    if refused:
        raise typer.Exit(exits.USAGE)


def feedback(
    file: Annotated[Path, typer.Argument(help="A CSV file or Excel workbook with the columns Date, From, Comment.")],
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Take in what families and partners said.

    Each file and line is taken in once only. Columns Theme and Service are read where they are there.

    Reports show comments with initials for names, unless you ask for names.
    """
    from advice_audit.feedback import take_in

    with opened(store, create=True) as kept, kept.session() as session:
        taken = take_in(session, file, by=person(by))
    known = f", {taken.known} were there already" if taken.known else ""
    typer.echo(f"{taken.new} comments taken in{known}.")
