"""The commands in one table, and the one handler of errors."""

import logging
import os
import sys
import warnings
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from advice_audit.cli import (
    act,
    batch,
    check,
    doctor,
    evaluate,
    exchange,
    exits,
    moderate,
    report,
    rubric,
    sample,
    store,
    train,
)
from advice_audit.cli.next import what_next
from advice_audit.errors import AdviceAuditError


class _Handled(TyperGroup):
    """Turns every error that a user can cause into one line and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except AdviceAuditError as error:
            typer.echo(f"advice-audit: {error.message}", err=True)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            typer.echo("advice-audit: stopped", err=True)
            raise typer.Exit(exits.INTERRUPTED) from error
        except BrokenPipeError as error:
            # The reader of our output has gone (`advice-audit check … | head`): nothing is wrong on our side.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(exits.OK) from error
        except Exception as error:
            leaving = type(error).__module__.startswith(("typer", "click"))
            if leaving or os.environ.get("ADVICE_AUDIT_TRACEBACK"):
                raise
            # NOTE: the error's own text could hold words of an advice, so only its kind is shown.
            hint = "Set ADVICE_AUDIT_TRACEBACK=1 to see where."
            typer.echo(f"advice-audit: a fault of the program's own ({type(error).__name__}). {hint}", err=True)
            raise typer.Exit(exits.INTERNAL) from error


app = typer.Typer(
    name="advice-audit",
    cls=_Handled,
    help="Checks social care advice for EHC plans against a QA rubric, on this computer only.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("check")(check.check)
app.command("batch")(batch.batch)
app.command("doctor")(doctor.doctor)
app.command("sample")(sample.sample)
app.command("evaluate")(evaluate.evaluate)
app.command("train")(train.train)
app.command("next")(what_next)
app.command("feedback")(exchange.feedback)
app.add_typer(moderate.app, name="moderate")
app.add_typer(act.app, name="act")
app.add_typer(exchange.app, name="self-audit")
app.add_typer(report.app, name="report")
app.add_typer(store.app, name="store")
app.add_typer(rubric.app, name="rubric")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"advice-audit {version('advice-audit')}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Keep libraries' warnings out of the way: they may quote an advice, and no user can act on them."""
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())
