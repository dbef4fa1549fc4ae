"""The words suggested for a need are the writer's own, with the capitals that names keep."""

import pytest

from advice_audit.checks.needs.source import _suggestion
from advice_audit.language.pipeline import annotate, load
from advice_audit.training.minis import mini_document


@pytest.mark.parametrize(
    ("need", "begins"),
    [
        ("Sunniva cannot plan a weeks shopping.", "Parents report that Sunniva cannot plan"),
        ("Mornings are hard for Sunniva and she shouts.", "Parents report that mornings are hard"),
    ],
)
def test_a_name_keeps_its_capital(need, begins):
    (doc,) = annotate(load(), [mini_document([("Social care needs", need)], child="Sunniva Gill")])
    assert begins in _suggestion(doc.spans["needs"][0])


def test_nobody_reports_a_heading():
    (doc,) = annotate(load(), [mini_document([("Social care needs", "His mother's great strain")])])
    assert "Parents report that …" in _suggestion(doc[-4:])


def test_a_label_in_a_cell_before_is_no_part_of_the_sentence():
    table = "Need | What it looks like\nTurning in bed | Sam must be turned three times on most nights."
    (doc,) = annotate(load(), [mini_document([("Social and care needs (section D)", table)])])
    (unit,) = doc.spans["needs"]
    assert "report that Sam must be turned" in _suggestion(unit._.quote)
