"""`advice-audit doctor`: what is installed, whether it is whole, and how fast it runs."""

from enum import StrEnum
from typing import Annotated

import typer

from advice_audit.cli import exits


class DiagnosisFormat(StrEnum):
    """How the diagnosis is printed."""

    text = "text"
    json = "json"


def doctor(
    store: Annotated[str | None, typer.Option(help="The store to look at: a file or a PostgreSQL address.")] = None,
    format: Annotated[DiagnosisFormat, typer.Option(help="How it is printed.")] = DiagnosisFormat.text,
) -> None:
    """Say what is installed, which models and rubrics, whether the store is healthy, and how fast this computer is.

    Exit codes: 0 everything that is needed is there and whole, 2 something is not.
    """
    from advice_audit.doctor.examine import examine
    from advice_audit.doctor.report import in_text
    from advice_audit.store import default_store

    diagnosis = examine(store or default_store())
    if format is DiagnosisFormat.json:
        typer.echo(diagnosis.model_dump_json(indent=2))
    else:
        typer.echo(in_text(diagnosis), nl=False)
    raise typer.Exit(exits.OK if diagnosis.healthy else exits.USAGE)
