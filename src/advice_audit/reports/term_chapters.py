"""First part of the termly report: how the advices were chosen and by whom audited, their grades, every criterion."""

from collections.abc import Sequence
from itertools import groupby

from advice_audit.reports import words
from advice_audit.reports.story import Block, Cell, Chapter, Column, Figure, Paragraph, Sub, Table
from advice_audit.reports.story_parts import (
    VERDICT_SERIES,
    bars,
    capital,
    grade_words,
    grades_figure,
    points_figure,
    verdict_bar,
)
from advice_audit.reports.term_model import Chosen, CriterionRow, TermReport

ITEM_STATES = {"waiting": "Not audited yet", "audited": "Audited", "unreadable": "Unreadable", "replaced": "Replaced"}
WEAKEST = 8


def chosen_chapter(report: TermReport) -> Chapter:
    """Return how the advices were chosen, and who audited them."""
    title = "How the advices were chosen, and who audited them"
    if report.chosen is None:
        blocks: list[Block | Sub] = [Paragraph("No sample was drawn for this term.")]
    else:
        blocks = [*_drawn(report.chosen), *_left_out(report.chosen), _items(report, report.chosen)]
    blocks.append(Sub("Who audited", [_auditors(report)]))
    if report.census is not None:
        blocks.append(Paragraph(_census_words(report)))
    return Chapter("chosen", title, blocks)


def _drawn(chosen: Chosen) -> list[Block]:
    of = f" out of {chosen.population} that could be chosen" if chosen.population is not None else ""
    split = f", divided by {chosen.stratified_by}" if chosen.stratified_by else ""
    said = (
        f"{words.number_of(chosen.size, 'advice')} drawn at random{of}{split}. Drawn by {chosen.drawn_by} on "
        f"{words.british_date(chosen.drawn_on)}."
    )
    if chosen.unreadable:
        put = words.number_of(chosen.replaced, "advice")
        said += (
            f" {words.number_of(chosen.unreadable, 'advice')} could not be read; {put} from the reserve took the place."
        )
    return [
        Paragraph(said),
        Paragraph(f"{chosen.source}.", label="List"),
        Paragraph(f"{chosen.method} The seed is {chosen.seed}.", label="How"),
    ]


def _left_out(chosen: Chosen) -> list[Block]:
    if not chosen.excluded:
        return [Paragraph("No advice was left out before drawing.")]
    left_out = "; ".join(f"{row.count} {row.reason}" for row in chosen.excluded)
    return [Paragraph(f"{left_out}.", label="Left out before drawing")]


def _items(report: TermReport, chosen: Chosen) -> Table:
    named = report.about.identified
    columns = [Column("Advice", "short")] + ([Column("File")] if named else [])
    columns += [Column("Service"), Column("Written for"), Column("Completed", "date"), Column("State", "short")]
    columns += [Column("Grade", "grade"), Column("Program's grade", "grade"), Column("Audited by", "short")]
    rows: list[Sequence[Cell]] = [
        [
            item.label,
            *([item.name or "–"] if named else []),
            item.service,
            item.purpose,
            item.completed,
            ITEM_STATES[item.state] + (" (from the reserve)" if item.role == "reserve" else ""),
            grade_words(item.grade),
            grade_words(item.machine_grade),
            ", ".join(item.auditors) or "–",
        ]
        for item in chosen.items
    ]
    return Table("The advices of the sample", "Sample", columns, rows)


def _auditors(report: TermReport) -> Table:
    columns = [
        Column("Auditor"),
        Column("Advices audited", "number"),
        Column("Verdicts changed", "number"),
        Column("Findings dismissed", "number"),
        Column("Findings added", "number"),
    ]
    rows: list[Sequence[Cell]] = [[a.name, a.audits, a.changed, a.dismissed, a.added] for a in report.auditors]
    empty = "Nobody has finished an audit yet; the grades below are the program's own."
    return Table("Auditors, and what they changed of the program's audit", "Auditors", columns, rows, empty)


def _census_words(report: TermReport) -> str:
    said = f"Besides the sample the program audited every advice it was given this term: {report.census}."
    if report.unreadable:
        said += f" {words.number_of(report.unreadable, 'file')} could not be read."
    return said + " No person has checked those, so they stand beside the sample and never in its place."


def grades_chapter(report: TermReport) -> Chapter:
    """Return the grades, this term's and the last ones'."""
    grades = report.grades
    terms = [grades.now, *grades.before]
    blocks: list[Block | Sub] = [Paragraph(f"Good or better: {grades.now.good_or_better.words}.", "lead")]
    blocks += [Paragraph(capital(text) + ".") for text in (grades.change, grades.typical) if text]
    blocks += [grades_figure(terms, "grades-chart", "Grades"), points_figure(terms, "good-chart", "Good or better")]
    return Chapter("grades", "Grades", blocks)


def criteria_chapter(report: TermReport) -> Chapter:
    """Return every criterion, this term against the last ones."""
    weakest = sorted(report.criteria, key=lambda row: (-row.now.sample.not_met * 2 - row.now.sample.partly_met, row.id))
    shown = [row for row in weakest[:WEAKEST] if row.now.sample.short]
    blocks: list[Block | Sub] = [
        Paragraph(
            "Counts of advices of the sample, as the auditors left them; “more” and “fewer” are those that meet it. Where the table does not say “clearly”, the change "
            "is no larger than chance often makes it."
        )
    ]
    if shown:
        blocks.append(_weakest(shown))
    blocks.append(_all_criteria(report.criteria))
    return Chapter("criteria", "Criterion by criterion, this term and before", blocks)


def _weakest(rows: Sequence[CriterionRow]) -> Figure:
    chart = bars(
        "criteria-chart",
        "The criteria that fell short most often, this term's sample",
        VERDICT_SERIES,
        [verdict_bar(row.title, row.now.sample) for row in rows],
    )
    columns = [Column("Criterion", "wide"), Column("What that says of all advices", "wide")]
    cells: list[Sequence[Cell]] = [[row.title, f"Met: {row.met.words}"] for row in rows]
    return Figure(chart, Table("The criteria that fell short most often", "Weakest criteria", columns, cells))


def _all_criteria(rows: Sequence[CriterionRow]) -> Table:
    first = rows[0]
    whole = any(row.now.census for row in rows)
    columns = [Column("Criterion", "wide"), Column("This term", "verdicts")]
    columns += [Column(capital(term.name), "verdicts") for term in first.before]
    columns += [Column("Every advice this term", "verdicts")] if whole else []
    columns += [Column("Compared with last term")] if first.before else []
    cells: list[Sequence[Cell] | str] = []
    for group, members in groupby(rows, key=lambda row: row.group):
        cells.append(words.group_name(group))
        cells += [_criterion(row, whole) for row in members]
    return Table("Every criterion", "Criteria", columns, cells)


def _criterion(row: CriterionRow, whole: bool) -> list[Cell]:
    cells: list[Cell] = [row.title, row.now.sample, *(term.sample for term in row.before)]
    if whole:
        cells.append(row.now.census)
    if row.before:
        # The last term's counts stand two columns to the left; only an older term has to be named.
        last = row.before[0].sample.judged > 0
        cells.append(capital(row.change.partition(" (")[0] if last else row.change))
    return cells
