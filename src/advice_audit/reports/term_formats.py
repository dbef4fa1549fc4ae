"""The formats of termly and annual reports, by name."""

from typing import Literal, get_args

from advice_audit.reports.annual_model import AnnualReport
from advice_audit.reports.interface import Output
from advice_audit.reports.story import Story
from advice_audit.reports.term_model import TermReport

ReportFormat = Literal["html", "docx", "xlsx", "json"]
FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)


def render_report(report: TermReport | AnnualReport, format: ReportFormat) -> Output:
    """Return a report in one format.

    Args:
        report: what it says.
        format: JSON is the report's own model; the others tell it as a story.
    """
    if format == "json":
        return Output(f"{_story(report).file}.json", (report.model_dump_json(indent=2) + "\n").encode())
    story = _story(report)
    if format == "html":
        from advice_audit.reports.story_html import render_html

        return render_html(story)[0]
    if format == "docx":
        from advice_audit.reports.story_docx import render_docx

        return render_docx(story)[0]
    from advice_audit.reports.story_xlsx import render_xlsx

    return render_xlsx(story)[0]


def _story(report: TermReport | AnnualReport) -> Story:
    if isinstance(report, TermReport):
        from advice_audit.reports.term_story import term_story

        return term_story(report)
    from advice_audit.reports.annual_story import annual_story

    return annual_story(report)
