"""`advice-audit train`: refit the classifiers from labelled advices."""

from pathlib import Path
from typing import Annotated

import typer


def train(
    criteria: Annotated[
        list[str] | None, typer.Argument(metavar="[CRITERION]...", help="Only these criteria; all where none is given.")
    ] = None,
    moderated: Annotated[
        list[Path] | None,
        typer.Option(metavar="FOLDER", help="Also fit on moderated audits, as `moderate gold` writes them."),
    ] = None,
    sections: Annotated[bool, typer.Option(help="Also refit which section a heading opens.")] = False,
) -> None:
    """Refit the classifiers from the labelled advices of a checkout, and print how good each is on writers left out."""
    from advice_audit.errors import ConfigurationError
    from advice_audit.training import run

    try:
        run.corpus_folder()
    except FileNotFoundError as error:
        message = "train needs a checkout of the project with its labelled advices (corpus_samples)"
        raise ConfigurationError("no-corpus", message) from error
    if sections:
        for name, figure in run.fit_sections().items():
            typer.echo(f"sections {name}: {figure:.3f}")
    if not criteria:
        for task, fitted in run.fit_thread():
            typer.echo(run.report(task, fitted))
    for task, fitted in run.fit_criteria(tuple(criteria or ()), tuple(moderated or ())):
        typer.echo(run.report(task, fitted))
