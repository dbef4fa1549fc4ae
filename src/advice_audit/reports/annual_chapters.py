"""Chapters of the annual report on self-audits, feedback, and what changed because of audits."""

from collections.abc import Sequence

from advice_audit.reports import words
from advice_audit.reports.annual_model import AnnualReport, Feedback, FeedbackTheme, SelfAudits
from advice_audit.reports.story import Block, Bullets, Cell, Chapter, Column, Figure, Paragraph, Quotes, Sub, Table
from advice_audit.reports.story_parts import (
    GRADE_SERIES,
    actions_table,
    bars,
    capital,
    closed_flags,
    grade_bar,
    reaudits_table,
)


def self_audits_chapter(audits: SelfAudits) -> Chapter:
    """Return what managers' own audits say."""
    if not audits.number:
        return Chapter("self-audits", "Self-audits", [Paragraph("No manager sent in a self-audit this year.")])
    sent = ", ".join(f"{name} ({number})" for name, number in audits.sent_by)
    chart = bars(
        "self-chart",
        "Grades of self-audits, term by term",
        GRADE_SERIES,
        [grade_bar(capital(term), grades) for term, grades in audits.by_term],
    )
    rows: list[Sequence[Cell]] = [[one.service, one.sample, one.weakest or "–"] for one in audits.by_service]
    columns = [Column("Service"), Column("Grades", "grades"), Column("Work on first", "wide")]
    blocks: list[Block | Sub] = [
        Paragraph(f"{words.number_of(audits.number, 'self-audit')}, sent by {sent}."),
        Paragraph("Managers chose these advices themselves, so they show practice but do not stand for all.", "quiet"),
        Figure(chart, Table("Self-audits by service", "Self-audits", columns, rows)),
    ]
    if audits.weakest:
        lines = [
            f"{one.title}: {one.short.count} of {one.short.of} fall short. {one.instead}" for one in audits.weakest
        ]
        blocks.append(Sub("What falls short most in them", [Bullets(lines)]))
    return Chapter("self-audits", "Self-audits", blocks)


def feedback_chapter(feedback: Feedback) -> Chapter:
    """Return what families and stakeholders said."""
    title = "What families and stakeholders said"
    if not feedback.number:
        return Chapter("feedback", title, [Paragraph("No feedback was taken in this year.")])
    sources = ", ".join(f"{source} {number}" for source, number in feedback.by_source)
    columns = [Column("Theme", "wide"), Column("Pieces", "number"), Column("From whom", "wide")]
    rows: list[Sequence[Cell]] = [[one.theme, one.number, _from(one)] for one in feedback.themes]
    blocks: list[Block | Sub] = [
        Paragraph(f"{words.number_of(feedback.number, 'piece', 'pieces')} of feedback. From whom: {sources}."),
        Table("Feedback by theme", "Feedback", columns, rows),
    ]
    for one in feedback.themes:
        blocks.append(Sub(one.theme, [Quotes([(quote.text, quote.label) for quote in one.quotations])]))
    return Chapter("feedback", title, blocks)


def _from(theme: FeedbackTheme) -> str:
    return ", ".join(f"{source} {number}" for source, number in theme.by_source)


def changed_chapter(report: AnnualReport) -> Chapter:
    """Return what changed because of audits: actions, amended advices, criteria that got better."""
    changed = report.changed
    said = (
        f"{words.number_of(changed.actions, 'action')}: {changed.done} done, {changed.open} open, "
        f"{changed.overdue} overdue, {changed.dropped} dropped."
    )
    better = [f"{one.title}. {one.words}" for one in changed.improved]
    blocks: list[Block | Sub] = [Paragraph(said, "lead")]
    if better:
        blocks.append(Sub("Criteria that got clearly better", [Bullets(better)]))
    blocks += [
        reaudits_table(changed.reaudits),
        actions_table("All actions of the year", "Actions", changed.rows, "No action was written down this year."),
    ]
    closed = closed_flags(report.flags_closed)
    if closed:
        blocks.append(closed)
    return Chapter("changed", "What changed because of audits", blocks)
