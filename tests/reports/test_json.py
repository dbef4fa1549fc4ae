import json

from advice_audit.reports.interface import find_format


def test_json_is_the_contract(run_of_two):
    (output,) = find_format("json")(run_of_two)
    report = json.loads(output.content)
    assert report["version"] == "1"
    assert report["rubric"] == {"id": "small", "title": "A small rubric"}
    read, failed = report["advices"]
    assert {"file", "sha256", "status", "error", "facts", "grade", "score", "sections", "criteria", "findings"} <= set(
        read
    )
    assert (read["file"], read["status"], read["error"]) == ("folder/nell.docx", "audited", None)
    assert {"purpose": "ehcna", "age": 8, "completed": "2025-11-03", "requested": "2025-10-06"}.items() <= read[
        "facts"
    ].items()
    assert failed == {
        "file": "scan.pdf",
        "sha256": "1" * 64,
        "status": "unreadable",
        "error": {"code": "no-text", "message": "The file has no text; it may be a scan."},
    }


def test_only_smart_findings_say_what_is_missing(run):
    (output,) = find_format("json")(run)
    findings = json.loads(output.content)["advices"][0]["findings"]
    assert {f["criterion"] for f in findings if "missing" in f} == {"outcomes.smart"}
    absence = next(f for f in findings if f["criterion"] == "process.consent")
    assert [absence[key] for key in ("quote", "start", "end", "section")] == [None] * 4


def test_only_what_a_person_must_judge_says_so(run):
    (output,) = find_format("json")(run)
    waiting = [c for c in json.loads(output.content)["advices"][0]["criteria"] if "needs_person" in c]
    assert [(c["id"], c["needs_person"], c["look_at"]) for c in waiting] == [
        ("general.track-changes", True, "Look at the margin.")
    ]
