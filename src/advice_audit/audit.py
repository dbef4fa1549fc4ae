"""The one line of composition: a file is read, annotated, checked and scored."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.checks.model import Checked, Context, Finding
from advice_audit.checks.registry import find_check
from advice_audit.documents import open_document
from advice_audit.documents.model import Document
from advice_audit.errors import ConfigurationError, UnreadableDocument
from advice_audit.golden_thread import golden_thread
from advice_audit.language.canonical import spans_of, tokens_of
from advice_audit.language.readability import reading_age
from advice_audit.results import (
    AdviceResult,
    CriterionResult,
    FactsResult,
    FileError,
    FindingResult,
    SectionResult,
    Verdict,
)
from advice_audit.rubric.load import load_rubric
from advice_audit.rubric.model import Criterion, Rubric
from advice_audit.scoring import SCORES, grade, verdict

if TYPE_CHECKING:
    from spacy.tokens import Doc

NO_CHECK = "No automatic check exists for this criterion yet: read the advice against its question."


def audit(path: str | Path, rubric: str | Path = "swindon-2022") -> AdviceResult:
    """Audit one file.

    Args:
        path: a Word, PDF or text file.
        rubric: id of a rubric that ships with the product, or a path to a rubric file.

    Raises:
        RubricError: the rubric cannot be used. A file that cannot be read is a result, not an error.
    """
    result, _ = next(audit_documents([Path(path)], load_rubric(rubric), keep_going=True))
    return result


def audit_many(paths: Iterable[Path], rubric: Rubric) -> Iterator[AdviceResult]:
    """Audit files in order; one that cannot be read gives an `unreadable` result and the rest go on."""
    return (result for result, _ in audit_documents(paths, rubric))


def audit_documents(
    paths: Iterable[Path], rubric: Rubric, *, today: date | None = None, keep_going: bool = False
) -> Iterator[tuple[AdviceResult, Document | None]]:
    """Audit files in order, and hand on the document as read beside each result (None where it cannot be read).

    Args:
        paths: the files.
        rubric: what to judge them by.
        today: the day to judge by where an advice gives no date; checks find it in `options["today"]`.
        keep_going: report a fault of our own on one file as `unreadable` with the code `internal`, rather than raise.
    """
    every = _audited(paths, rubric, today=today, keep_going=keep_going)
    return ((result, doc._.document if doc is not None else None) for result, doc in every)


def audit_with_people(
    paths: Iterable[Path], rubric: Rubric, *, today: date | None = None
) -> Iterator[tuple[AdviceResult, tuple[str, ...]]]:
    """Audit files in order, and hand on the names found in each advice, as `people_in` gives them.

    Args:
        paths: the files.
        rubric: what to judge them by.
        today: the day to judge by where an advice gives no date.
    """
    every = _audited(paths, rubric, today=today, keep_going=True)
    return ((result, people_in(doc) if doc is not None else ()) for result, doc in every)


def people_in(doc: "Doc") -> tuple[str, ...]:
    """Return every form of every name in an annotated advice, longest first: what becomes initials outside the store."""
    roster = doc._.people
    names = {
        name for person in (roster.people if roster else ()) for name in person.names if any(map(str.isupper, name))
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _audited(
    paths: Iterable[Path], rubric: Rubric, *, today: date | None, keep_going: bool
) -> "Iterator[tuple[AdviceResult, Doc | None]]":
    from advice_audit.language.pipeline import annotate, load

    nlp = None
    for path in paths:
        opened = _open(path)
        if isinstance(opened, AdviceResult):
            yield opened, None
            continue
        nlp = nlp or load()
        try:
            (doc,) = annotate(nlp, [opened])
            result = audit_doc(doc, rubric, str(path), today=today)
        except Exception as error:
            if not keep_going:
                raise
            yield _failed(path, opened, error), None
        else:
            yield result, doc


def _failed(path: Path, document: Document, error: Exception) -> AdviceResult:
    # NOTE: only the kind of the error is told; its text could hold words of the advice.
    message = f"The auditor itself failed on this file ({type(error).__name__}). Please report it."
    error_result = FileError(code="internal", message=message)
    return AdviceResult(file=str(path), sha256=document.sha256, status="unreadable", error=error_result)


def _open(path: Path) -> Document | AdviceResult:
    try:
        return open_document(path)
    except UnreadableDocument as error:
        known = path.is_file() and error.code != "unreadable"
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if known else None
        return AdviceResult(
            file=str(path), sha256=digest, status="unreadable", error=FileError(code=error.code, message=error.message)
        )


def audit_doc(doc: "Doc", rubric: Rubric, file: str, *, today: date | None = None) -> AdviceResult:
    """Judge an annotated document.

    Args:
        doc: from `language.pipeline.annotate`.
        rubric: what to judge it by.
        file: path as the user gave it.
        today: the day to judge by where the advice gives no date.
    """
    broken: list[str] = []
    checked = {c.id: _run(doc, rubric, c, today, broken) for c in rubric.criteria}
    verdicts: dict[str, Verdict] = {c.id: _verdict(c, checked[c.id]) for c in rubric.criteria}
    graded = grade(rubric, {k: v for k, v in verdicts.items() if checked[k] is not None})
    findings = sorted((f for result in checked.values() if result for f in result.findings), key=_place)
    document: Document = doc._.document
    return AdviceResult(
        file=file,
        sha256=document.sha256,
        status="audited",
        facts=_facts(doc),
        grade=graded.grade,
        grade_reason=graded.reason,
        score=round(graded.score, 4),
        words=sum(t.is_alpha for t in tokens_of(doc)),
        readability=reading_age(doc),
        sections=[
            SectionResult(kind=s.label_, heading=s._.heading, start=s.start_char, end=s.end_char)
            for s in spans_of(doc, "sections")
        ],
        criteria=[_criterion(c, checked[c.id], verdicts[c.id]) for c in rubric.criteria],
        findings=[_finding(f, document) for f in findings],
        thread=golden_thread(doc, findings),
        warnings=[*document.warnings, *broken],
    )


def _run(doc: "Doc", rubric: Rubric, criterion: Criterion, today: date | None, broken: list[str]) -> Checked | None:
    """Return what a check found; None where there is no check, its classifier is not installed, or it failed.

    A criterion without a result goes to a person; it never passes as met.
    """
    check = find_check(criterion.id)
    if check is None:
        return None
    try:
        result = check(doc, Context(rubric, criterion, {**criterion.options, "today": today}))
    except ConfigurationError:
        return None
    except Exception as error:
        if "ADVICE_AUDIT_TRACEBACK" in os.environ:
            raise
        # One check's fault must not cost the audit. Only the kind of error is told: its text could hold the advice's.
        broken.append(f"The check of {criterion.id} failed ({type(error).__name__}); read for it yourself.")
        return None
    sure = tuple(f for f in result.findings if f.confidence >= criterion.threshold)
    return Checked(sure, result.units, result.applies, result.look_at)


def _verdict(criterion: Criterion, checked: Checked | None) -> Verdict:
    # Without a check the honest best estimate is the middle; the result says that a person must look.
    return "partly_met" if checked is None else verdict(criterion, checked)


def _criterion(criterion: Criterion, checked: Checked | None, given: Verdict) -> CriterionResult:
    look_at = NO_CHECK if checked is None else checked.look_at
    return CriterionResult(
        id=criterion.id, verdict=given, score=SCORES[given], needs_person=look_at is not None, look_at=look_at
    )


def _place(finding: Finding) -> tuple[bool, int]:
    return finding.start is None, finding.start or 0


SCANNED = "The page is a scan read by OCR: check these words against it."
"""Said of every finding on words that were read off a picture."""


def _finding(finding: Finding, document: Document) -> FindingResult:
    scanned = document.is_scanned(finding.start, finding.end)
    return FindingResult(
        criterion=finding.criterion,
        section=finding.section,
        quote=finding.quote,
        start=finding.start,
        end=finding.end,
        message=f"{finding.message} {SCANNED}" if scanned else finding.message,
        suggestion=finding.suggestion,
        confidence=round(float(finding.confidence), 3),
        fingerprint=finding.fingerprint,
        missing=list(finding.missing) if finding.criterion == "outcomes.smart" else None,
        cues=list(finding.cues),
    )


def _facts(doc: "Doc") -> FactsResult:
    facts = doc._.facts
    if facts is None:
        return FactsResult()
    return FactsResult(
        purpose=facts.purpose,
        age=facts.age,
        completed=facts.completed,
        requested=facts.requested,
        meeting=facts.meeting,
        service=facts.service,
    )
