"""Progress of a batch on standard error: a bar where a person is looking, now and then a plain line in a job's log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from advice_audit.batch.run import Progress, Watcher

EVERY = 30.0
"""Seconds between plain lines."""


@contextmanager
def shown_progress() -> Iterator["Watcher"]:
    """Yield what a batch tells its progress to."""
    if not sys.stderr.isatty():
        yield plain_lines(EVERY)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("Auditing"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, pace="")

        def watch(progress: "Progress") -> None:
            bar.update(task, completed=progress.done, total=progress.total, pace=pace(progress))
            for one in progress.failed:
                bar.console.print(f"{one.file}: {one.message} ({one.code})", markup=False, highlight=False)

        yield watch


def plain_lines(every: float, clock: Callable[[], float] = time.monotonic) -> "Watcher":
    """Return a watcher that prints a line every so many seconds, at the end, and for each file that failed."""
    last = clock()

    def watch(progress: "Progress") -> None:
        nonlocal last
        for one in progress.failed:
            typer.echo(f"advice-audit: {one.file}: {one.message} ({one.code})", err=True)
        if clock() - last >= every or progress.done == progress.total:
            last = clock()
            typer.echo(f"advice-audit: {progress.done:,} of {progress.total:,}, {pace(progress)}", err=True)

    return watch


def pace(progress: "Progress") -> str:
    """Return the rate, and the time left while there is any: `2.1 a second, about 1 h 5 min left`."""
    from advice_audit.batch.summary import duration

    rate = progress.done / progress.seconds if progress.seconds else 0.0
    left = progress.total - progress.done
    if not rate or not left:
        return f"{rate:.1f} a second"
    return f"{rate:.1f} a second, about {duration(left / rate)} left"
