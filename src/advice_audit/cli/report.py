"""`advice-audit report`: the termly report and the annual one."""

import inspect
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advice_audit.cli.common import ByOption, IdentifyOption, StoreOption, deliver, opened, person

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from advice_audit.reports.annual_model import AnnualReport
    from advice_audit.reports.term_model import TermReport

app = typer.Typer(help="Write the termly report or the annual one from the store.", no_args_is_help=True)


class ReportFormat(StrEnum):
    """The formats of reports."""

    html = "html"
    docx = "docx"
    xlsx = "xlsx"
    json = "json"


@dataclass(frozen=True)
class Options:
    """What every report is asked, with the words that the command line has for it."""

    rubric: Annotated[str, typer.Option(help="The rubric of the audits: its id, or the path of its file.")] = (
        "swindon-2022"
    )
    format: Annotated[ReportFormat, typer.Option(help="docx and xlsx can be edited; html is one page for all.")] = (
        ReportFormat.html
    )
    out: Annotated[Path | None, typer.Option(help="A file for the report, rather than standard output.")] = None
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d", "%d/%m/%Y"], help="The day of the report, where it is not today."),
    ] = None
    identify: IdentifyOption = False
    store: StoreOption = None
    by: ByOption = None

    @property
    def day(self) -> date:
        """Return the day of the report."""
        return self.today.date() if self.today else date.today()

    @property
    def who(self) -> str:
        """Return who has it made."""
        return person(self.by)


def _with_options(command: "Callable[..., None]") -> "Callable[..., None]":
    """Give a command the options of every report; it gets them together, as `options`."""
    own = [one for one in inspect.signature(command).parameters.values() if one.name != "options"]
    shared = list(inspect.signature(Options).parameters.values())

    def run(**values: Any) -> None:
        options = Options(**{one.name: values.pop(one.name) for one in shared})
        command(**values, options=options)

    each = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (*own, *shared)]
    run.__signature__ = inspect.Signature(each)  # type: ignore[attr-defined]
    run.__doc__ = command.__doc__
    return run


@app.command("term")
@_with_options
def term(
    options: Options,
    wanted: Annotated[str, typer.Option("--term", help="Such as 2026-autumn.")],
    theme: Annotated[
        str | None, typer.Option(help="The next term's theme: a criterion, where you have chosen.")
    ] = None,
) -> None:
    """Write a term's report: sample beside every advice, what is done well, what must improve, actions.

    Example: advice-audit report term --term 2026-autumn --format docx --out report.docx
    """
    from advice_audit.rubric.load import load_rubric
    from advice_audit.summaries.term import term_report
    from advice_audit.terms import parse_term

    asked, loaded = parse_term(wanted), load_rubric(options.rubric)
    _check_theme(theme, [criterion.id for criterion in loaded.criteria])
    day, who, shown = options.day, options.who, options.identify

    def made(session: "Session") -> "TermReport":
        return term_report(session, asked, loaded, today=day, by=who, identified=shown, theme=theme)

    _write(made, f"term {asked}", options)


@app.command("annual")
@_with_options
def annual(
    options: Options,
    year: Annotated[str, typer.Option(help="Such as 2025-26, or 2026 for the report of September 2026.")],
) -> None:
    """Write the year's report for the board of September: three terms, self-audits, feedback, what changed.

    Example: advice-audit report annual --year 2025-26 --format docx --out annual.docx
    """
    from advice_audit.rubric.load import load_rubric
    from advice_audit.summaries.annual import annual_report
    from advice_audit.terms import parse_year

    terms, loaded = parse_year(year), load_rubric(options.rubric)
    day, who, shown = options.day, options.who, options.identify

    def made(session: "Session") -> "AnnualReport":
        return annual_report(session, terms, loaded, today=day, by=who, identified=shown)

    _write(made, f"year {year}", options)


def _check_theme(theme: str | None, known: list[str]) -> None:
    from advice_audit.errors import ConfigurationError

    if theme is not None and theme not in known:
        raise ConfigurationError("bad-theme", f"{theme}: not a criterion of the rubric; such as {known[0]}")


def _write(made: "Callable[[Session], TermReport | AnnualReport]", about: str, options: Options) -> None:
    """Make a report, record that it was made, and hand it over."""
    import sys

    from advice_audit.errors import ConfigurationError
    from advice_audit.reports.term_formats import render_report
    from advice_audit.store.events import record

    format, who = options.format, options.who
    if format in (ReportFormat.docx, ReportFormat.xlsx) and options.out is None and sys.stdout.isatty():
        raise ConfigurationError("no-out", f"--format {format} is for a file: say where with --out PATH")
    with opened(options.store) as store:
        with store.reading() as session:
            report = made(session)
        content = render_report(report, format.value).content
        with store.session() as session:
            record(session, who, "report-made", about, format=format.value, identified=options.identify)
            if options.identify:
                record(session, who, "names-shown", about, export="report")
    deliver(content, options.out, "Report")
