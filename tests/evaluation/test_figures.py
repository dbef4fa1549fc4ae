import json
from datetime import date

import pytest

from advice_audit.errors import ConfigurationError
from advice_audit.evaluation.figures import figures, load_figures, save_figures, wilson
from advice_audit.evaluation.gold import GoldAdvice
from advice_audit.evaluation.score import Evaluation, compare
from advice_audit.reports.evaluation import in_html, in_text
from advice_audit.results import AdviceResult, CriterionResult, FindingResult


def labelled(name, findings, verdict, traps=()):
    return GoldAdvice.model_validate(
        {
            "id": name,
            "meta": {
                "service": "Early Help",
                "purpose": "ehcna",
                "layout": "table" if name.endswith("2") else "headings",
                "child": {"name": "Nell Prior", "pronouns": "she", "dob": date(2015, 5, 4)},
                "quality": "mixed",
            },
            "sections": [],
            "gold": {
                "verdicts": {"needs.source": verdict},
                "findings": [{"criterion": "needs.source", "quote": quote} for quote in findings],
                "traps": [{"criterion": "needs.source", "quote": quote} for quote in traps],
            },
        }
    )


def given(quotes, verdict):
    return AdviceResult(
        file="x",
        sha256="0",
        status="audited",
        criteria=[CriterionResult(id="needs.source", verdict=verdict, score=0.5)],
        findings=[
            FindingResult(
                criterion="needs.source",
                section="needs",
                quote=quote,
                start=0,
                end=len(quote),
                message="Nobody says so.",
                suggestion="Say who.",
                confidence=0.75,
                fingerprint=quote,
            )
            for quote in quotes
        ],
    )


@pytest.fixture
def evaluation():
    one = compare(
        labelled("x1", ["Nell sleeps badly.", "Bath time is hard."], "not_met"),
        given(["Nell sleeps badly."], "partly_met"),
    )
    two = compare(
        labelled("y2", ["Meals are slow."], "partly_met", ["Mum said so <b>."]),
        given(["Meals are slow.", "Mum said so <b>."], "partly_met"),
    )
    return Evaluation([one, two])


def test_figures_are_counted_by_hand(evaluation):
    measured = figures(evaluation)
    assert (measured.micro.matched, measured.micro.false_alarms, measured.micro.misses) == (2, 1, 1)
    assert (measured.micro.precision, measured.micro.recall, measured.micro.f1) == (0.6667, 0.6667, 0.6667)
    assert (measured.traps_hit, measured.traps, measured.agreement) == (1, 1, 1.0)
    assert measured.by_writer["x"].recall == 0.5 and measured.by_writer["y"].precision == 0.5
    assert set(measured.by_layout) == {"headings", "table"}
    low, high = measured.f1_interval
    assert low == high == 0.6667  # both advices have an F1 of two thirds


def test_wilson_is_the_text_book_interval():
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) is None


def test_figures_are_saved_beside_those_of_other_sets(evaluation, tmp_path):
    path = tmp_path / "figures.json"
    measured = figures(evaluation)
    save_figures(path, "b", measured)
    save_figures(path, "a", measured)
    assert load_figures(path) == {"a": measured, "b": measured}
    assert list(json.loads(path.read_text(encoding="utf-8"))) == ["a", "b"]
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="not a file of saved figures"):
        load_figures(path)


def test_the_table_compares_with_what_was_saved(evaluation):
    measured = figures(evaluation)
    before = measured.model_copy(
        update={"criteria": {"needs.source": measured.criteria["needs.source"].model_copy(update={"f1": 0.9})}}
    )
    text = in_text(measured, before, width=110, colour=False)
    (row,) = [line.split() for line in text.splitlines() if line.strip().startswith("needs.source")]
    assert row[:7] == ["needs.source", "2", "1", "1", "0.67", "0.67", "0.67"]
    assert row[7] == "0.90"
    assert "Traps hit: 1 of 1" in text


def test_the_page_lists_every_fault_with_its_words(evaluation):
    page = in_html(figures(evaluation), evaluation.compared).decode()
    for words in ("Bath time is hard.", "Mum said so &lt;b&gt;.", "Missed", "False alarm", "Trap"):
        assert words in page
    assert "<b>" not in page and "https:" not in page
