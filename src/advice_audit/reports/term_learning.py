"""Second part of the termly report: what is done well, what must improve, services and timeliness."""

from collections.abc import Sequence

from advice_audit.reports.story import (
    Bars,
    Block,
    Cell,
    Chapter,
    Column,
    Examples,
    Figure,
    Paragraph,
    Quotes,
    Shown,
    Sub,
    Table,
)
from advice_audit.reports.story_parts import (
    TIMELY_SERIES,
    bars,
    capital,
    services_figure,
    timely_bar,
    timely_table,
)
from advice_audit.reports.term_model import Strength, TermReport, Theme, TimelyRow


def good_chapter(strengths: Sequence[Strength]) -> Chapter:
    """Return what is done well, with short quotations."""
    if not strengths:
        return Chapter("good", "What we do well", [Paragraph("No criterion was met by most of the advices.")])
    return Chapter("good", "What we do well", [_strength(one) for one in strengths])


def _strength(one: Strength) -> Sub:
    blocks: list[Block] = [Paragraph(f"Met in {one.met.words}."), Paragraph(one.why, "quiet")]
    if one.quotations:
        blocks.append(Quotes([(quote.text, quote.label) for quote in one.quotations]))
    return Sub(one.title, blocks)


def improve_chapter(themes: Sequence[Theme]) -> Chapter:
    """Return what must improve: themes, examples, and what to write instead."""
    if not themes:
        return Chapter("improve", "What must improve", [Paragraph("No criterion fell short.")])
    return Chapter("improve", "What must improve", [theme_part(one) for one in themes])


def theme_part(one: Theme) -> Sub:
    """Return one theme: how often, why it matters, examples, and what to write instead."""
    said = f"Falls short in {one.short.words}."
    if one.census:
        said += f" Among all advices that the program audited it is {one.census.short} of {one.census.judged}."
    blocks: list[Block] = [Paragraph(said), Paragraph(one.why, "quiet")]
    if one.examples:
        blocks.append(Examples([Shown(e.quotation, e.label, e.message, e.suggestion) for e in one.examples]))
    blocks += [Paragraph(one.instead, label="Write instead"), Paragraph(one.good_example, label="For example")]
    return Sub(one.title, blocks)


def services_chapter(report: TermReport) -> Chapter:
    """Return the grades by service."""
    blocks: list[Block | Sub] = [
        Paragraph("A sample holds one or two advices of a service: read its grades as examples, not as a league table.")
    ]
    if report.services:
        blocks.append(services_figure(report.services, "Sample"))
    else:
        blocks.append(Paragraph("No advice says which service wrote it."))
    return Chapter("services", "By service", blocks)


def timeliness_chapter(report: TermReport) -> Chapter:
    """Return whether advices came in time."""
    timely = report.timeliness
    blocks: list[Block | Sub] = [Paragraph(f"In time: {timely.in_time.words}.", "lead")]
    if timely.median_days is not None:
        middle = f"{timely.median_days:g}"
        blocks.append(
            Paragraph(f"Half of the advices of the sample were completed within {middle} days of the request.")
        )
    rows = [("Sample", row) for row in timely.sample] + [("Every advice", row) for row in timely.census]
    if rows:
        table = timely_table("In time or late, by what the advice was for", "Timeliness", rows)
        blocks.append(Figure(_chart(rows), table))
    if timely.late:
        blocks.append(_late(report))
    return Chapter("timeliness", "Timeliness", blocks)


def _chart(rows: Sequence[tuple[str, TimelyRow]]) -> Bars:
    shown = [timely_bar(row, f"{kind}: {row.purpose}") for kind, row in rows]
    return bars("timely-chart", "In time or late", TIMELY_SERIES, shown)


def _late(report: TermReport) -> Table:
    columns = [
        Column("Advice"),
        Column("Written for"),
        Column("Requested", "date"),
        Column("Completed", "date"),
        Column("Days late", "number"),
    ]
    cells: list[Sequence[Cell]] = [
        [late.label, capital(late.purpose), late.requested, late.completed, late.days_late]
        for late in report.timeliness.late
    ]
    return Table("Advices of the sample that were late", "Late", columns, cells)
