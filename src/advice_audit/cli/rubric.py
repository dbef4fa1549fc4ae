"""`advice-audit rubric list|show|check|new`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Rubrics: which there are, one in words, whether a file is valid, a new one from a base.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
RubricArgument = Annotated[str, typer.Argument(metavar="RUBRIC", help="A rubric's id, or the path of a rubric file.")]


@app.command("list")
def list_rubrics() -> None:
    """List the rubrics that ship with the product."""
    from advice_audit.rubric.load import load_rubric, shipped_rubrics

    for name in shipped_rubrics():
        rubric = load_rubric(name)
        typer.echo(f"{rubric.id}\t{rubric.title} ({rubric.council}, {len(rubric.criteria)} criteria)")


@app.command("show")
def show(rubric: RubricArgument = "swindon-2022") -> None:
    """Print a rubric in words."""
    from advice_audit.reports.rubric import in_words
    from advice_audit.rubric.load import load_rubric

    typer.echo(in_words(load_rubric(rubric)), nl=False)


@app.command("check")
def check(rubric: RubricArgument) -> None:
    """Say whether a rubric file is valid, and where it is not: file, line and field."""
    from advice_audit.rubric.load import load_rubric

    loaded = load_rubric(rubric)
    typer.echo(f"{rubric}: valid, {len(loaded.criteria)} criteria")


@app.command("new")
def new(
    rubric_id: Annotated[str, typer.Argument(metavar="ID", help="The new id: small letters, digits, hyphens.")],
    base: Annotated[str, typer.Option(help="The rubric to start from.")] = "swindon-2022",
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    council: Annotated[str | None, typer.Option(help="Whose it is.")] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write; ID.yaml here where it is not given.")] = None,
) -> None:
    """Write a new rubric file from one that exists, ready to be edited."""
    from advice_audit.rubric.create import new_rubric

    typer.echo(new_rubric(rubric_id, base, out or Path(f"{rubric_id}.yaml"), title=title, council=council))
