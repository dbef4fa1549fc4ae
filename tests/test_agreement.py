"""Agreement: the published example, figures computed by another library, and what chance and certainty do to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advice_audit.agreement import Agreement, agreement, wilson

# Four judges, twelve units, five answers, some missing: the example of Gwet's Handbook of Inter-Rater Reliability, which
# gives AC1 = 0.775, its interval 0.461 to 1.
HANDBOOK = """
1 1 - 1
2 2 3 2
3 3 3 3
3 3 3 3
2 2 2 2
1 2 3 4
4 4 4 4
1 1 2 1
2 2 2 2
- 5 5 5
- - 1 1
- - 3 -
"""
FIRST, SECOND = "mmmmmmppnnmmpmnpmmmm", "mmmmmpppnmmmpmnnmmmp"


def test_the_published_example():
    rows = [[None if a == "-" else a for a in line.split()] for line in HANDBOOK.split("\n") if line]
    result = agreement(rows, "12345")
    assert (result.units, result.agreed) == (11, 8)
    assert (result.share, result.ac1, result.ac1_interval) == (0.8182, 0.7754, (0.4608, 1.0))


# Computed with irrCAC 0.4.4 (`CAC(table, categories=...).gwet()`).
@pytest.mark.parametrize(
    ("first", "second", "categories", "share", "ac1", "interval"),
    [
        (FIRST, SECOND, "mpn", 0.8, 0.7267, (0.4527, 1.0)),
        (FIRST, SECOND, "mpnx", 0.8, 0.7565, (0.5169, 0.9961)),
        ("111111111011", "111111111101", "01", 0.8333, 0.8033, (0.4635, 1.0)),
    ],
)
def test_figures_of_another_library(first, second, categories, share, ac1, interval):
    result = agreement(list(zip(first, second, strict=True)), categories)
    assert (result.share, result.ac1, result.ac1_interval) == (share, ac1, interval)


def test_perfect_agreement_on_six_is_not_certainty():
    result = agreement([("met", "met")] * 6, ("met", "not_met"))
    assert (result.share, result.ac1) == (1.0, 1.0)
    assert result.ac1_interval == result.share_interval == wilson(6, 6) == (0.6097, 1.0)


def test_complete_disagreement():
    result = agreement([("met", "not_met"), ("not_met", "met")] * 3, ("met", "not_met"))
    assert (result.agreed, result.share, result.ac1) == (0, 0.0, -1.0)
    assert result.ac1_interval[0] == -1.0


def test_one_unit_has_an_interval_that_says_so():
    assert agreement([("a", "a")], "ab").ac1_interval == (0.2065, 1.0)


def test_nothing_to_measure():
    assert agreement([], "ab") == agreement([("a", None)], "ab") == Agreement(0, 0)


def test_what_is_no_category_is_refused():
    with pytest.raises(ValueError, match="not a category: c"):
        agreement([("a", "c")], "ab")
    with pytest.raises(ValueError, match="two categories"):
        agreement([("a", "a")], "a")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=40))
def test_bounds_and_symmetry(pairs):
    result = agreement(pairs, "abc")
    assert result == agreement([pair[::-1] for pair in pairs], "abc")
    low, high = result.ac1_interval
    assert -1 <= low <= result.ac1 + 1e-4 <= high + 2e-4 <= 1 + 3e-4
    assert result.ac1 <= 1
    assert (result.ac1 == 1) == (result.agreed == len(pairs))
