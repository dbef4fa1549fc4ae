"""`advice-audit batch`: audit what is new or changed, and keep it in the store."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from advice_audit.batch.run import BatchOptions
    from advice_audit.batch.summary import BatchSummary


class EngineChoice(StrEnum):
    """Where the work is done."""

    local = "local"
    dask = "dask"


class SummaryFormat(StrEnum):
    """How the summary is printed."""

    text = "text"
    json = "json"


def batch(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, or addresses such as s3://bucket/advices.")
    ],
    store: Annotated[str | None, typer.Option(help="The store: a file or a PostgreSQL address.")] = None,
    rubric: Annotated[str, typer.Option(help="A rubric's id, or the path of a rubric file.")] = "swindon-2022",
    jobs: Annotated[int | None, typer.Option(min=1, help="Workers on this computer; one a processor.")] = None,
    engine: Annotated[EngineChoice, typer.Option(help="local: this computer; dask: a cluster.")] = EngineChoice.local,
    scheduler: Annotated[str, typer.Option(help="The Dask cluster's address, with --engine dask.")] = "",
    seconds: Annotated[float, typer.Option(min=1, help="How long one file may take.")] = 120,
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d", "%d/%m/%Y"], help="The day to judge by, where it is not today."),
    ] = None,
    format: Annotated[SummaryFormat, typer.Option(help="How the summary is printed.")] = SummaryFormat.text,
    log: Annotated[str | None, typer.Option(help="Add a line of JSON for each file here; - is standard error.")] = None,
    notify: Annotated[Path | None, typer.Option(help="Write what happened to this file, for another program.")] = None,
    metrics: Annotated[Path | None, typer.Option(help="Write figures for Prometheus to this file.")] = None,
) -> None:
    """Audit folders into the store: only what is new or changed since the last run.

    Exit codes: 0 every advice meets the pass mark, 1 at least one does not, 2 wrong usage or another batch is running,
    3 a file could not be audited.
    """
    from advice_audit.batch.notify import check_writable
    from advice_audit.batch.notify import notify as write_notice
    from advice_audit.errors import AdviceAuditError

    check_writable(notify)
    check_writable(metrics)
    try:
        day = today.date() if today else date.today()
        options = _options(tuple(paths), store, rubric, jobs, engine, scheduler, day, seconds, log)
        summary = _run(options)
    except AdviceAuditError as error:
        if notify is not None:
            write_notice(notify, None, error)
        raise
    if notify is not None:
        write_notice(notify, summary)
    _deliver(summary, format, metrics)
    raise typer.Exit(summary.exit_code())


def _options(
    places: tuple[str, ...],
    store: str | None,
    rubric: str,
    jobs: int | None,
    engine: EngineChoice,
    scheduler: str,
    today: date,
    seconds: float,
    log: str | None,
) -> "BatchOptions":
    from advice_audit.batch.run import BatchOptions, default_jobs
    from advice_audit.errors import ConfigurationError
    from advice_audit.rubric.load import load_rubric
    from advice_audit.store import default_store

    if engine is EngineChoice.dask and not scheduler:
        raise ConfigurationError("no-scheduler", "--engine dask needs --scheduler ADDRESS")
    if engine is EngineChoice.local and scheduler:
        raise ConfigurationError("no-engine", "--scheduler goes with --engine dask")
    return BatchOptions(
        places=places,
        store=store or default_store(),
        rubric=load_rubric(rubric),
        engine=engine.value,
        jobs=jobs or default_jobs(),
        scheduler=scheduler,
        today=today,
        seconds=seconds,
        log=log,
    )


def _run(options: "BatchOptions") -> "BatchSummary":
    from advice_audit.batch.run import run_batch
    from advice_audit.cli.batch_progress import shown_progress

    _stop_on_request()
    with shown_progress() as watch:
        return run_batch(options, watch)


def _stop_on_request() -> None:
    """A service manager asks a job to end with SIGTERM; then it ends as it does when its user stops it."""
    import signal

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)


def _deliver(summary: "BatchSummary", format: SummaryFormat, metrics: Path | None) -> None:
    from advice_audit.batch.summary import in_text

    if metrics is not None:
        from advice_audit.batch.metrics import write_metrics

        write_metrics(metrics, summary)
    if format is SummaryFormat.json:
        typer.echo(summary.model_dump_json(indent=2))
    else:
        typer.echo(in_text(summary), nl=False)
