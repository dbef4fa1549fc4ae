"""The annual report told from first to last, for the board of September."""

from collections.abc import Sequence
from itertools import groupby

from advice_audit.reports import words
from advice_audit.reports.annual_chapters import changed_chapter, feedback_chapter, self_audits_chapter
from advice_audit.reports.annual_model import AnnualReport, CriterionTrend
from advice_audit.reports.story import Block, Bullets, Cell, Chapter, Column, Figure, Paragraph, Story, Sub, Table
from advice_audit.reports.story_parts import (
    TIMELY_SERIES,
    bars,
    capital,
    flags,
    grades_figure,
    points_figure,
    services_figure,
    timely_bar,
    timely_table,
)
from advice_audit.reports.term_learning import good_chapter, theme_part
from advice_audit.reports.term_story import URGENT, about_facts, foot_lines, method_chapter
from advice_audit.reports.term_work import agreed_table, agreed_words, both

DIRECTIONS = {"better": "Clearly better", "worse": "Clearly worse", "steady": "Steady", "unclear": "Cannot be told"}


def annual_story(report: AnnualReport) -> Story:
    """Return the annual report as parts that every format shows."""
    chapters = [
        Chapter("in-short", "In short", [Bullets(report.in_short)]),
        _terms(report),
        _grades(report),
        _trends(report.criteria),
        _learning(report),
        good_chapter(report.strengths),
        _improve(report),
        Chapter("services", "By service", [services_figure(report.services, "Samples")]),
        _timeliness(report),
        self_audits_chapter(report.self_audits),
        feedback_chapter(report.feedback),
        changed_chapter(report),
        _agreement(report),
        Chapter(
            "asks", "What the board is asked to do", [Bullets(report.asks) if report.asks else Paragraph("Nothing.")]
        ),
        method_chapter(report.method),
    ]
    return Story(
        "Annual report on the quality of social care advice",
        f"{report.about.council} · {report.year}",
        about_facts(
            report.about,
            ("Year", f"{words.british_date(report.starts)} to {words.british_date(report.ends)}"),
        ),
        flags(URGENT, report.urgent),
        chapters,
        foot_lines(report.about),
        f"{report.year.replace('/', '-')}-annual-report",
    )


def _terms(report: AnnualReport) -> Chapter:
    columns = [
        Column("Term", "wide"),
        Column("Audited in"),
        Column("Could be chosen", "number"),
        Column("Sample audited", "number"),
        Column("By a person", "number"),
        Column("Every advice, by the program", "number"),
        Column("What cost the sample most", "wide"),
    ]
    rows: list[Sequence[Cell]] = [
        [
            capital(one.period.name),
            one.period.audit_month,
            one.population,
            one.sampled,
            one.moderated,
            one.census,
            one.theme or "–",
        ]
        for one in report.terms
    ]
    return Chapter("terms", "The year's three terms", [Table("The year's audits", "Terms", columns, rows)])


def _grades(report: AnnualReport) -> Chapter:
    terms = [one.grades for one in report.terms]
    blocks: list[Block | Sub] = [
        grades_figure(terms, "grades-chart", "Grades"),
        points_figure(terms, "good-chart", "Good or better"),
    ]
    return Chapter("grades", "Grades, term by term", blocks)


def _trends(rows: Sequence[CriterionTrend]) -> Chapter:
    whole = any(one.census for row in rows for one in row.terms)
    names = [capital(one.name) for one in rows[0].terms]
    columns = [Column("Criterion", "wide"), *(Column(f"{name}, sample", "verdicts") for name in names)]
    columns += [Column(f"{name}, every advice", "verdicts") for name in names] if whole else []
    columns.append(Column("Over the year"))
    cells: list[Sequence[Cell] | str] = []
    for group, members in groupby(rows, key=lambda row: row.group):
        cells.append(words.group_name(group))
        for row in members:
            every = [one.census for one in row.terms] if whole else []
            cells.append([row.title, *(one.sample for one in row.terms), *every, DIRECTIONS[row.direction]])
    blocks: list[Block | Sub] = [
        Paragraph("“Clearly” means: by more than chance often makes between the first term and the last."),
        Table("Every criterion, term by term", "Criteria", columns, cells),
    ]
    return Chapter("criteria", "Criterion by criterion", blocks)


def _learning(report: AnnualReport) -> Chapter:
    columns = [Column("Criterion", "wide"), Column("What the year showed", "wide")]
    rows: list[Sequence[Cell]] = [[one.title, one.words] for one in report.learning]
    table = Table("What got better, what got worse, what stayed weak", "Learning", columns, rows, "Nothing stood out.")
    return Chapter("learning", "What we learned", [table])


def _improve(report: AnnualReport) -> Chapter:
    if not report.themes:
        return Chapter("improve", "What must improve", [Paragraph("No criterion fell short.")])
    return Chapter("improve", "What must improve", [theme_part(one) for one in report.themes])


def _timeliness(report: AnnualReport) -> Chapter:
    rows = [("Sample", one.timely) for one in report.terms]
    rows += [("Every advice", one.timely_census) for one in report.terms if one.timely_census]
    shown = [timely_bar(row, f"{capital(row.purpose)}, {kind.lower()}") for kind, row in rows]
    chart = bars("timely-chart", "In time or late", TIMELY_SERIES, shown)
    table = timely_table("In time or late, term by term", "Timeliness", rows)
    columns = [table.columns[0], Column("Term"), *table.columns[2:]]
    named = Table(table.caption, table.sheet, columns, [[r[0], capital(str(r[1])), *r[2:]] for r in table.full])
    return Chapter("timeliness", "Timeliness", [Figure(chart, named)])


def _agreement(report: AnnualReport) -> Chapter:
    pairs = both(report.machine_person, report.person_person)
    blocks: list[Block | Sub] = [Paragraph(agreed_words(one, who)) for one, who in pairs]
    return Chapter("agreement", "How far auditors and program agree", [*blocks, agreed_table(pairs)])
