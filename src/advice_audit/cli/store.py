"""`advice-audit store`: where audits are kept, whether all is well, a copy."""

from pathlib import Path
from typing import Annotated

import typer

from advice_audit.cli.common import StoreOption, opened, say

app = typer.Typer(
    help="Where audits are kept.\n\nWhat is in the store, whether it is sound, and a copy of it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("show")
def show(store: StoreOption = None) -> None:
    """Say what is in the store, and whether it is sound."""
    from advice_audit.cli import exits
    from advice_audit.store.care import health

    with opened(store) as kept:
        found = health(kept)
    size = f", {found.size / 1_000_000:.1f} MB" if found.size is not None else ""
    typer.echo(f"{found.place}{size}, version {found.revision} of its tables")
    for name, number in found.rows.items():
        typer.echo(f"  {name.replace('_', ' '):<22}{number:>8}")
    for problem in found.problems:
        typer.echo(f"WRONG: {problem}")
    if found.problems:
        raise typer.Exit(exits.USAGE)
    typer.echo("All is well.")


@app.command("copy")
def copy(
    file: Annotated[Path, typer.Argument(help="A new file, such as store-2026-11-22.sqlite.")],
    store: StoreOption = None,
) -> None:
    """Write a copy of the store, for your backup."""
    from advice_audit.store.care import copy as write

    with opened(store) as kept:
        write(kept, file)
    say(f"Copied to {file}. It holds names: keep it as safe as the advices.")
