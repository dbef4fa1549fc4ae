"""`advice-audit report`: the termly report and the annual one."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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


RubricOption = Annotated[str, typer.Option(help="The rubric of the audits: its id, or the path of its file.")]
FormatOption = Annotated[ReportFormat, typer.Option(help="docx and xlsx can be edited; html is one page for all.")]
OutOption = Annotated[Path | None, typer.Option(help="A file for the report, rather than standard output.")]
TodayOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d", "%d/%m/%Y"], help="The day of the report, where it is not today."),
]


@app.command("term")
def term(
    wanted: Annotated[str, typer.Option("--term", help="Such as 2026-autumn.")],
    theme: Annotated[
        str | None, typer.Option(help="The next term's theme: a criterion, where you have chosen.")
    ] = None,
    rubric: RubricOption = "swindon-2022",
    format: FormatOption = ReportFormat.html,
    out: OutOption = None,
    today: TodayOption = None,
    identify: IdentifyOption = False,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Write a term's report: sample beside every advice, what is done well, what must improve, actions.

    Example: advice-audit report term --term 2026-autumn --format docx --out report.docx
    """
    from advice_audit.rubric.load import load_rubric
    from advice_audit.summaries.term import term_report
    from advice_audit.terms import parse_term

    asked, loaded = parse_term(wanted), load_rubric(rubric)
    _check_theme(theme, [criterion.id for criterion in loaded.criteria])
    who, day = person(by), _day(today)

    def made(session: "Session") -> "TermReport":
        return term_report(session, asked, loaded, today=day, by=who, identified=identify, theme=theme)

    _write(made, f"term {asked}", format, out, store, who, identify)


@app.command("annual")
def annual(
    year: Annotated[str, typer.Option(help="Such as 2025-26, or 2026 for the report of September 2026.")],
    rubric: RubricOption = "swindon-2022",
    format: FormatOption = ReportFormat.html,
    out: OutOption = None,
    today: TodayOption = None,
    identify: IdentifyOption = False,
    store: StoreOption = None,
    by: ByOption = None,
) -> None:
    """Write the year's report for the board of September: three terms, self-audits, feedback, what changed.

    Example: advice-audit report annual --year 2025-26 --format docx --out annual.docx
    """
    from advice_audit.rubric.load import load_rubric
    from advice_audit.summaries.annual import annual_report
    from advice_audit.terms import parse_year

    terms, loaded = parse_year(year), load_rubric(rubric)
    who, day = person(by), _day(today)

    def made(session: "Session") -> "AnnualReport":
        return annual_report(session, terms, loaded, today=day, by=who, identified=identify)

    _write(made, f"year {year}", format, out, store, who, identify)


def _day(today: datetime | None) -> date:
    return today.date() if today else date.today()


def _check_theme(theme: str | None, known: list[str]) -> None:
    from advice_audit.errors import ConfigurationError

    if theme is not None and theme not in known:
        raise ConfigurationError("bad-theme", f"{theme}: not a criterion of the rubric; such as {known[0]}")


def _write(
    made: "Callable[[Session], TermReport | AnnualReport]",
    about: str,
    format: ReportFormat,
    out: Path | None,
    place: str | None,
    who: str,
    identify: bool,
) -> None:
    """Make a report, record that it was made, and hand it over."""
    import sys

    from advice_audit.errors import ConfigurationError
    from advice_audit.reports.term_formats import render_report
    from advice_audit.store.events import record

    if format in (ReportFormat.docx, ReportFormat.xlsx) and out is None and sys.stdout.isatty():
        raise ConfigurationError("no-out", f"--format {format} is for a file: say where with --out PATH")
    with opened(place) as store:
        with store.reading() as session:
            report = made(session)
        content = render_report(report, format.value).content
        with store.session() as session:
            record(session, who, "report-made", about, format=format.value, identified=identify)
            if identify:
                record(session, who, "names-shown", about, export="report")
    deliver(content, out, "Report")
