import json
import sys

import pytest

GOLD = """\
id: z01
meta:
  service: Early Help
  purpose: ehcna
  layout: headings
  child: {name: Maya Bellamy, pronouns: she, dob: 2014-03-14}
  quality: mixed
sections: []
gold:
  verdicts: {views.child-separate: not_met}
  findings:
    - {criterion: views.child-separate, section: child_views, quote: "She is a lovely girl who needs a lot of routine."}
"""


@pytest.fixture
def gold(tmp_path, sample):
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "z01.yaml").write_text(GOLD, encoding="utf-8")
    (folder / "z01.txt").write_text(sample.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.fixture
def found(monkeypatch):
    """Answer every audit with one finding, so that nothing needs to be judged."""
    import advice_audit.audit  # noqa: F401 - puts the module where it can be changed
    from advice_audit.results import AdviceResult, CriterionResult, FindingResult

    def audit_many(paths, rubric):
        for path in paths:
            finding = FindingResult(
                criterion="views.child-separate",
                section="child_views",
                quote="She is a lovely girl who needs a lot of routine.",
                start=0,
                end=48,
                message="An adult's view.",
                suggestion="Move it.",
                confidence=0.9,
                fingerprint="x",
            )
            criteria = [CriterionResult(id="views.child-separate", verdict="not_met", score=0.0)]
            yield AdviceResult(file=str(path), sha256="0", status="audited", criteria=criteria, findings=[finding])

    monkeypatch.setattr(sys.modules["advice_audit.audit"], "audit_many", audit_many)


def test_a_table_and_a_page(call, gold, found, tmp_path):
    page = tmp_path / "misses.html"
    done = call("evaluate", gold, "--html", page)
    assert done.exit_code == 0, done.stderr
    assert "views.child-separate" in done.stdout and "1.00" in done.stdout
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_figures_saved_are_compared_with_the_next_time(call, gold, found, tmp_path):
    saved = tmp_path / "figures.json"
    assert call("evaluate", gold, "--save", saved).exit_code == 0
    assert list(json.loads(saved.read_text(encoding="utf-8"))) == ["small"]
    again = call("evaluate", gold, "--against", saved)
    assert "was 1.00" in again.stdout


def test_json_is_all_figures(call, gold, found):
    measured = json.loads(call("evaluate", gold, "--json").stdout)
    assert measured["criteria"]["views.child-separate"]["f1"] == 1.0


@pytest.mark.parametrize("text", ["id: z01\n", "- 1\n", "id: ["])
def test_a_file_that_is_no_gold_is_told_by_name(call, tmp_path, text):
    path = tmp_path / "z01.yaml"
    path.write_text(text, encoding="utf-8")
    done = call("evaluate", path)
    assert done.exit_code == 2
    assert "z01.yaml: not a labelled advice" in done.stderr


def test_a_label_without_its_file_is_told(call, gold):
    (gold / "z01.txt").unlink()
    done = call("evaluate", gold)
    assert done.exit_code == 2
    assert "no .docx, .pdf or .txt" in done.stderr


def test_nothing_to_evaluate_is_told(call, tmp_path):
    assert call("evaluate", tmp_path).exit_code == 2
    assert call("evaluate", tmp_path / "nowhere").exit_code == 2
