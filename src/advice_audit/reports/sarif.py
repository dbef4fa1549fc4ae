"""SARIF 2.1.0, the interchange format that editors and code-scanning tools read."""

import json
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from advice_audit.reports.interface import Audited, Output, Run
from advice_audit.results import FindingResult
from advice_audit.rubric.model import Criterion

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(run: Run) -> list[Output]:
    """Return one log with one run for all files. Offsets count characters of the text as the auditor reads it."""
    index = {criterion.id: place for place, criterion in enumerate(run.rubric.criteria)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run)},
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(one) for one in run.audited],
                "invocations": [_invocation(run)],
                "results": [result for place, one in enumerate(run.audited) for result in _results(place, one, index)],
            }
        ],
    }
    return [Output("audit.sarif", (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode())]


def _driver(run: Run) -> dict[str, Any]:
    return {
        "name": "advice-audit",
        "version": version("advice-audit"),
        "rules": [_rule(criterion) for criterion in run.rubric.criteria],
        "properties": {"rubric": run.rubric.id},
    }


def _rule(criterion: Criterion) -> dict[str, Any]:
    return {
        "id": criterion.id,
        "shortDescription": {"text": criterion.title},
        "fullDescription": {"text": criterion.question},
        "help": {"text": f"{criterion.why} {criterion.instead}"},
        "defaultConfiguration": {"level": "warning", "rank": round(criterion.weight * 20, 1)},
    }


def _artifact(one: Audited) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": _uri(one.result.file)}, "roles": ["analysisTarget"]}
    if one.result.sha256:
        artifact["hashes"] = {"sha-256": one.result.sha256}
    return artifact


def _invocation(run: Run) -> dict[str, Any]:
    failed = [(place, one.result) for place, one in enumerate(run.audited) if one.result.error]
    notes = [
        {
            "level": "error",
            "message": {"text": result.error.message},
            "descriptor": {"id": result.error.code},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.file), "index": place}}}],
        }
        for place, result in failed
        if result.error
    ]
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notes}


def _results(place: int, one: Audited, index: dict[str, int]) -> list[dict[str, Any]]:
    """Return one file's results; compared with an earlier version, each says so, and what was put right is `absent`."""
    changes = one.result.changes
    results = [_result(finding, place, one, index) for finding in one.result.findings]
    if changes is None:
        return results
    fresh = {id(finding) for finding in changes.new}
    left = {id(pair.now): pair.before.fingerprint == pair.now.fingerprint for pair in changes.left}
    for finding, result in zip(one.result.findings, results, strict=True):
        state = "new" if id(finding) in fresh else "unchanged" if left.get(id(finding)) else "updated"
        result["baselineState"] = state
    for finding in changes.fixed:
        gone = _result(finding, place, one, index)
        # Its offsets are of the earlier text.
        gone["locations"][0]["physicalLocation"].pop("region", None)
        results.append({**gone, "baselineState": "absent"})
    return results


def _result(finding: FindingResult, place: int, one: Audited, index: dict[str, int]) -> dict[str, Any]:
    verdicts = {c.id: c.verdict for c in one.result.criteria}
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.result.file), "index": place}}
    if finding.start is not None and finding.end is not None:
        physical["region"] = {
            "charOffset": finding.start,
            "charLength": finding.end - finding.start,
            "snippet": {"text": finding.quote or ""},
        }
    return {
        "ruleId": finding.criterion,
        "ruleIndex": index[finding.criterion],
        "level": "error" if verdicts.get(finding.criterion) == "not_met" else "warning",
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": f"{finding.message} {finding.suggestion}"},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {"adviceAudit/v1": finding.fingerprint},
        "properties": {
            "section": finding.section,
            "confidence": finding.confidence,
            **({"missing": finding.missing} if finding.missing is not None else {}),
        },
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
