"""Results and documents built by hand: reports are tested without reading or judging anything."""

from datetime import date
from pathlib import Path

import pytest

from advice_audit.documents.model import Block, BlockKind, CellPlace, Document
from advice_audit.reports.interface import Audited, Run, Screen
from advice_audit.results import AdviceResult, CriterionResult, FactsResult, FileError, FindingResult, SectionResult
from advice_audit.rubric.model import Rubric

SCORES = {"met": 1.0, "partly_met": 0.5, "not_met": 0.0, "not_applicable": None}
VERDICTS = {
    "needs.source": "not_met",
    "outcomes.smart": "partly_met",
    "general.jargon": "partly_met",
    "privacy.other-children": "not_met",
    "process.consent": "not_met",
    "views.adulthood": "not_applicable",
    "general.track-changes": "met",
}


def criterion(criterion_id, weight):
    return {
        "id": criterion_id,
        "title": f"Title of {criterion_id}",
        "question": "Is it so?",
        "source": {"document": "Standards", "heading": "Heading"},
        "weight": weight,
        "why": "It matters.",
        "instead": "Write it so.",
        "example": "Nell said so.",
        "verdict": "share",
    }


@pytest.fixture
def rubric():
    weights = {"needs.source": 2, "privacy.other-children": 1, "process.consent": 2}
    return Rubric.model_validate(
        {
            "id": "small",
            "title": "A small rubric",
            "version": "1",
            "council": "Nowhere",
            "based_on": "Nothing",
            "criteria": [criterion(name, weights.get(name, 1)) for name in VERDICTS],
            "grades": {
                "outstanding": 0.9,
                "good": 0.8,
                "requires_improvement": 0.5,
                "limits": [
                    {
                        "criterion": "privacy.other-children",
                        "verdict": "not_met",
                        "grade": "requires_improvement",
                        "reason": "it names another child",
                    }
                ],
            },
        }
    )


PARTS = [
    (BlockKind.HEADING, "Needs <script>alert(1)</script>", None),
    (BlockKind.PARAGRAPH, "Nell finds bath time hard & her SALT said so.", None),
    (BlockKind.LIST_ITEM, "She sleeps badly.", None),
    (BlockKind.LIST_ITEM, "She sleeps badly when Otto is away.", None),
    (BlockKind.CELL, "Outcome", CellPlace(0, 0, 0, header=True)),
    (BlockKind.CELL, "By when", CellPlace(0, 0, 1, header=True)),
    (BlockKind.CELL, "Nell will be happier.", CellPlace(0, 1, 0)),
    (BlockKind.CELL, "soon", CellPlace(0, 1, 1)),
    (BlockKind.CELL, "By May 2026 Nell will bath alone twice a week.", CellPlace(0, 2, 0)),
    (BlockKind.CELL, "May 2026", CellPlace(0, 2, 1)),
    (BlockKind.FOOTER, "In confidence", None),
]


@pytest.fixture
def document():
    blocks, texts, at = [], [], 0
    for kind, text, place in PARTS:
        blocks.append(Block(kind, at, at + len(text), place=place, level=1 if kind is BlockKind.HEADING else None))
        texts.append(text)
        at += len(text) + 1
    return Document(Path("nell.docx"), "0" * 64, "docx", "\n".join(texts), tuple(blocks))


def finding(document, criterion_id, quote, *, section="needs", confidence=0.8, message=None, missing=None):
    start = document.text.index(quote) if quote else None
    return FindingResult(
        criterion=criterion_id,
        section=section if quote else None,
        quote=quote,
        start=start,
        end=start + len(quote) if quote else None,
        message=message or f"Fault of {criterion_id}.",
        suggestion=f"Repair of {criterion_id}.",
        confidence=confidence,
        fingerprint=f"{criterion_id}|{quote}",
        missing=missing,
    )


@pytest.fixture
def result(document):
    findings = [
        finding(document, "needs.source", "Nell finds bath time hard & her SALT said so."),
        finding(document, "general.jargon", "SALT"),
        finding(document, "needs.source", "She sleeps badly.", confidence=0.9),
        finding(document, "privacy.other-children", "Otto"),
        finding(document, "outcomes.smart", "Nell will be happier.", section="outcomes", missing=["time_bound"]),
        finding(document, "process.consent", None),
    ]
    return AdviceResult(
        file="folder/nell.docx",
        sha256="0" * 64,
        status="audited",
        facts=FactsResult(purpose="ehcna", age=8, completed=date(2025, 11, 3), requested=date(2025, 10, 6)),
        grade="requires_improvement",
        grade_reason="Because it names another child.",
        score=0.5,
        words=40,
        sections=[SectionResult(kind="needs", heading="Needs", start=0, end=100)],
        criteria=[
            CriterionResult(
                id=name,
                verdict=verdict,
                score=SCORES[verdict],
                needs_person=name == "general.track-changes",
                look_at="Look at the margin." if name == "general.track-changes" else None,
            )
            for name, verdict in VERDICTS.items()
        ],
        findings=findings,
    )


@pytest.fixture
def unreadable():
    error = FileError(code="no-text", message="The file has no text; it may be a scan.")
    return Audited(AdviceResult(file="scan.pdf", sha256="1" * 64, status="unreadable", error=error))


@pytest.fixture
def run(rubric, result, document):
    return Run(rubric, [Audited(result, document)], date(2026, 11, 21), Screen(80))


@pytest.fixture
def run_of_two(rubric, result, document, unreadable):
    return Run(rubric, [Audited(result, document), unreadable], date(2026, 11, 21), Screen(80))
