import json
from pathlib import Path

from jsonschema import Draft4Validator

from advice_audit.reports.interface import find_format

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.schema.json").read_text(encoding="utf-8"))


def log_of(run):
    (output,) = find_format("sarif")(run)
    return json.loads(output.content)


def faults(log):
    return [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)]


def test_the_log_follows_the_standard(run_of_two):
    log = log_of(run_of_two)
    assert faults(log) == []
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["offset"] = 1
    assert faults(log), "the schema refuses what the standard does not know"


def test_a_comparison_tells_each_result_how_it_stands(run, result, document):
    from dataclasses import replace

    from advice_audit.changes import compare
    from advice_audit.reports.interface import Audited

    source, jargon, *others = result.findings
    edited = source.model_copy(update={"quote": source.quote + " So", "fingerprint": "edited"})
    old = result.model_copy(update={"findings": [edited, *others]})
    new = result.model_copy(update={"findings": [source, jargon, *others[1:]]})
    compared = Audited(new.model_copy(update={"changes": compare(old, new)}), document)
    log = log_of(replace(run, audited=[compared]))
    assert faults(log) == []
    states = [(one["ruleId"], one["baselineState"]) for one in log["runs"][0]["results"]]
    assert states[:2] == [(source.criterion, "updated"), (jargon.criterion, "new")]
    assert states[-1] == (others[0].criterion, "absent")
    assert all(state == "unchanged" for _, state in states[2:-1])


def test_regions_are_offsets_into_the_text(run_of_two, document):
    for result in log_of(run_of_two)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region:
            start = region["charOffset"]
            assert document.text[start : start + region["charLength"]] == region["snippet"]["text"]
        else:
            assert result["ruleId"] == "process.consent"


def test_rules_are_found_by_index(run_of_two):
    (only,) = log_of(run_of_two)["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert only["results"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in only["results"])


def test_a_file_that_cannot_be_read_is_a_notification(run_of_two):
    (invocation,) = log_of(run_of_two)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["descriptor"]["id"] == "no-text"
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "scan.pdf", "index": 1}


def test_a_path_is_a_valid_address(run, rubric, result, document):
    from dataclasses import replace

    from advice_audit.reports.interface import Audited

    odd = Audited(result.model_copy(update={"file": "a b/100% #1.docx"}), document)
    uri = log_of(replace(run, audited=[odd]))["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri == "a%20b/100%25%20%231.docx"
