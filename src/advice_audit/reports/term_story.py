"""The termly report told from first to last: urgent concerns, how chosen, grades, criteria, learning, actions."""

from advice_audit.reports import words
from advice_audit.reports.story import Block, Bullets, Chapter, Paragraph, Story, Sub
from advice_audit.reports.story_parts import capital, flags
from advice_audit.reports.term_chapters import chosen_chapter, criteria_chapter, grades_chapter
from advice_audit.reports.term_learning import (
    good_chapter,
    improve_chapter,
    services_chapter,
    timeliness_chapter,
)
from advice_audit.reports.term_model import About, TermReport
from advice_audit.reports.term_work import actions_chapter, agreement_chapter, next_chapter

URGENT = "Urgent: safeguarding concerns seen while auditing"


def term_story(report: TermReport) -> Story:
    """Return the termly report as parts that every format shows."""
    chapters = [
        Chapter("in-short", "In short", [Bullets(report.in_short)]),
        chosen_chapter(report),
        grades_chapter(report),
        criteria_chapter(report),
        good_chapter(report.strengths),
        improve_chapter(report.themes),
        services_chapter(report),
        timeliness_chapter(report),
        agreement_chapter(report.agreement),
        actions_chapter(report),
        next_chapter(report.next_theme),
        method_chapter(report.method),
    ]
    return Story(
        "Termly audit of social care advice",
        f"{report.about.council} · {capital(report.period.name)}",
        about_facts(
            report.about,
            ("Period", f"{words.british_date(report.period.starts)} to {words.british_date(report.period.ends)}"),
            ("Audited in", report.period.audit_month),
        ),
        flags(URGENT, report.urgent),
        chapters,
        foot_lines(report.about),
        f"{report.period.term}-report",
    )


def about_facts(about: About, *first: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the facts that stand under the title."""
    return [
        *first,
        ("Judged by", f"{about.rubric_title} ({about.rubric_version})"),
        ("Made", f"{words.british_date(about.made_on)} by {about.made_by}"),
    ]


def foot_lines(about: About) -> list[str]:
    """Return what stands at the foot: how names are handled, and what the figures rest on."""
    names = (
        "This report names people in full. Keep it where only those who may know them can read it."
        if about.identified
        else "People are shown by their initials, and advices by number."
    )
    return [
        f"{names} It was made on this computer; nothing was sent anywhere.",
        f"The rubric is {about.rubric} (version {about.rubric_version}), based on {about.based_on}.",
    ]


def method_chapter(lines: tuple[str, ...]) -> Chapter:
    """Return the chapter on how to read the figures."""
    blocks: list[Block | Sub] = [
        Paragraph("What the figures in this report can bear, and what they cannot.", "quiet"),
        Bullets(lines),
    ]
    return Chapter("method", "How to read the figures", blocks)
