"""Invented audits: every field that an audit can have is filled in one of them."""

import hashlib
from datetime import UTC, date, datetime

from advice_audit.results import AdviceResult, CriterionResult, FactsResult, FileError, FindingResult, SectionResult
from advice_audit.store import save_audit

VERSIONS = {"rubric_id": "swindon-2022", "rubric_hash": "r1", "model_version": "m1"}
AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
SCORES = {"met": 1.0, "partly_met": 0.5, "not_met": 0.0, "not_applicable": None}


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def finding(criterion, quote, start, **more):
    values = {
        "section": "needs",
        "message": f"Nothing says who said this ({criterion}).",
        "suggestion": "Say who told you, and when.",
        "confidence": 0.875,
        "fingerprint": sha(f"{criterion}{quote}")[:16],
        "cues": ["struggles"],
    }
    end = None if start is None else start + len(quote or "")
    return FindingResult(criterion=criterion, quote=quote, start=start, end=end, **{**values, **more})


def invented(file="advices/one.docx", *, grade="good", service="Early Help", completed=date(2026, 10, 9), text=None):
    """Return an invented audit; everything that an audit can hold is in it."""
    verdicts = {
        "needs.source": "not_met",
        "outcomes.smart": "partly_met",
        "views.aspirations": "met",
        "process.consent": "not_applicable",
    }
    criteria = [CriterionResult(id=name, verdict=v, score=SCORES[v]) for name, v in verdicts.items()]
    criteria.append(
        CriterionResult(
            id="general.current", verdict="partly_met", score=0.5, needs_person=True, look_at="Read the dates."
        )
    )
    return AdviceResult(
        file=file,
        sha256=sha(text or file),
        status="audited",
        facts=FactsResult(purpose="ehcna", age=8, completed=completed, requested=date(2026, 9, 1), service=service),
        grade=grade,
        grade_reason="3 of the 5 criteria that apply are met.",
        score=0.7125,
        words=912,
        readability=61.5,
        sections=[SectionResult(kind="needs", heading="Needs", start=0, end=400)],
        criteria=criteria,
        findings=[
            finding("needs.source", "Orla Penhaligon struggles with sleep", 10),
            finding("needs.source", "Orla cannot be left alone", 80, cues=[]),
            finding("outcomes.smart", "will be happier", 200, section="outcomes", missing=["measurable", "time_bound"]),
            finding("outcomes.smart", None, None, section=None, missing=[]),
        ],
        warnings=["One text box was read at its anchor."],
    )


def unreadable(file="advices/scan.pdf", *, digest=True):
    error = FileError(code="no-text", message="This PDF is a picture of text.")
    return AdviceResult(file=file, sha256=sha(file) if digest else None, status="unreadable", error=error)


def keep(session, result, **more):
    values = {**VERSIONS, "origin": "batch", "by": "nightly", "path": result.file, "size": 4096, "at": AT}
    return save_audit(session, result, **{**values, **more})
