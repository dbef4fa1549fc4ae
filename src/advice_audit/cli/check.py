"""`advice-audit check`: audit files or folders once, and store nothing."""

import os
import shutil
import sys
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advice_audit.cli import exits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advice_audit.reports.interface import Audited, Output, Run
    from advice_audit.results import AdviceResult
    from advice_audit.rubric.model import Rubric


class FormatChoice(StrEnum):
    """The report formats."""

    text = "text"
    json = "json"
    html = "html"
    docx = "docx"
    sarif = "sarif"


def check(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Word, PDF or text files, or folders of them.")
    ],
    rubric: Annotated[str, typer.Option(help="A rubric's id, or the path of a rubric file.")] = "swindon-2022",
    format: Annotated[
        FormatChoice, typer.Option(help="docx hands the author's own file back with notes in its margin.")
    ] = FormatChoice.text,
    out: Annotated[Path | None, typer.Option(help="Where the report goes, rather than to standard output.")] = None,
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d", "%d/%m/%Y"], help="The day to judge by, where it is not today."),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(metavar="OLD", help="An earlier version of the advice: says what was put right, left and new."),
    ] = None,
) -> None:
    """Audit advices and report. Nothing is stored.

    Exit codes: 0 every advice meets the pass mark, 1 at least one does not, 2 wrong usage, 3 a file could not be read.
    """
    from advice_audit.cli.files import check_out
    from advice_audit.documents.find import find_advices
    from advice_audit.reports.interface import Run, Screen, find_format
    from advice_audit.rubric.load import load_rubric

    loaded = load_rubric(rubric)
    files = find_advices(paths)
    check_out(out, [*files, since] if since else files)
    _check_binary(format, out, len(files))
    _check_since(since, files)
    day = today.date() if today else date.today()
    audited = _audit([*files, since] if since else files, loaded, day)
    earlier = audited.pop().result if since else None
    if earlier is not None and earlier.status == "audited":
        audited = [_compared(one, earlier) for one in audited]
    screen = Screen(shutil.get_terminal_size((100, 24)).columns, out is None and sys.stdout.isatty())
    run = Run(loaded, audited, day, screen)
    _deliver(find_format(format.value)(run), out, one_a_file=format is FormatChoice.docx)
    unread = earlier is not None and earlier.status == "unreadable"
    raise typer.Exit(exits.UNREADABLE if unread else exit_code(run))


def _check_binary(format: FormatChoice, out: Path | None, count: int) -> None:
    """Refuse, before any work is done, to print Word files to a terminal or several into one stream."""
    from advice_audit.errors import ConfigurationError

    if format is FormatChoice.docx and out is None and (count > 1 or sys.stdout.isatty()):
        raise ConfigurationError("no-out", "--format docx writes a file for each advice: say where with --out FOLDER")


def _check_since(since: Path | None, files: "Sequence[Path]") -> None:
    from advice_audit.errors import ConfigurationError

    if since is None:
        return
    if not since.exists():
        raise ConfigurationError("no-file", f"{since}: there is no such file")
    if len(files) != 1:
        raise ConfigurationError("since-one", "--since compares one advice with its earlier version: name one file")


def _compared(one: "Audited", earlier: "AdviceResult") -> "Audited":
    from dataclasses import replace

    from advice_audit.changes import compare

    if one.result.status == "unreadable":
        return one
    return replace(one, result=one.result.model_copy(update={"changes": compare(earlier, one.result)}))


def _audit(files: "Sequence[Path]", rubric: "Rubric", today: date) -> "list[Audited]":
    from advice_audit.audit import audit_documents
    from advice_audit.cli.progress import track
    from advice_audit.reports.interface import Audited

    keep_going = "ADVICE_AUDIT_TRACEBACK" not in os.environ
    audits = audit_documents(files, rubric, today=today, keep_going=keep_going)
    audited = []
    for result, document in track(audits, len(files), "Auditing"):
        audited.append(Audited(result, document))
        if result.error is not None:
            typer.echo(f"advice-audit: {result.file}: {result.error.message} ({result.error.code})", err=True)
    return audited


def _deliver(outputs: "Sequence[Output]", out: Path | None, *, one_a_file: bool) -> None:
    from advice_audit.cli.files import write_outputs

    if out is not None:
        for path in write_outputs(outputs, out, one_a_file=one_a_file):
            typer.echo(f"Report written to {path}", err=True)
        return
    for output in outputs:
        sys.stdout.buffer.write(output.content)
    sys.stdout.buffer.flush()


def exit_code(run: "Run") -> int:
    """Return the exit code of a run: what could not be read wins over what falls short."""
    from advice_audit.scoring import passes

    if any(one.result.status == "unreadable" for one in run.audited):
        return exits.UNREADABLE
    if all(one.result.grade and passes(run.rubric, one.result.grade) for one in run.audited):
        return exits.OK
    return exits.BELOW
