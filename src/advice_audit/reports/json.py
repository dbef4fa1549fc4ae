"""The published contract, for other programs."""

from advice_audit.reports.interface import Output, Run
from advice_audit.results import CheckReport, RubricRef


def render(run: Run) -> list[Output]:
    """Return one JSON document for all files."""
    report = CheckReport(
        rubric=RubricRef(id=run.rubric.id, title=run.rubric.title), advices=[one.result for one in run.audited]
    )
    return [Output("audit.json", (report.model_dump_json(indent=2) + "\n").encode())]
