"""Intervals of small samples: against scipy, against the score equation, and how often they hold what they claim."""

import pytest
from recount import interval
from scipy.stats import binomtest, hypergeom

from advice_audit.summaries.intervals import changed, usual, wilson
from advice_audit.summaries.wording import change_words, count_of


@pytest.mark.parametrize("of", [1, 3, 6, 20])
def test_without_a_population_it_is_wilsons(of):
    for count in range(of + 1):
        ends = binomtest(count, of).proportion_ci(0.95, method="wilson")
        found = wilson(count, of)
        assert (found.low, found.high) == pytest.approx((ends.low, ends.high), abs=5e-5)


@pytest.mark.parametrize("population", [7, 40, 84, 500])
def test_with_a_population_it_solves_the_score_equation(population):
    for count in range(7):
        found = wilson(count, 6, population)
        assert (found.low, found.high) == pytest.approx(interval(count, 6, population), abs=1e-9)


def test_a_large_population_gives_wilsons_and_a_whole_one_no_doubt():
    near, far = wilson(4, 6, 10_000_000), wilson(4, 6)
    assert (near.low, near.high) == pytest.approx((far.low, far.high), abs=1e-4)
    whole = wilson(4, 6, 6)
    assert (whole.low, whole.high) == (4 / 6, 4 / 6)


@pytest.mark.parametrize(("of", "population"), [(6, 40), (6, 84), (6, 200), (12, 84)])
def test_nineteen_samples_in_twenty_hold_the_truth(of, population):
    """Every possible sample of every possible truth: the mean share that is right, and the worst truth's."""
    held = []
    for truth in range(population + 1):
        law = hypergeom(population, truth, of)
        right = 0.0
        for count in range(of + 1):
            least, most = wilson(count, of, population).numbers(count, of, population)
            right += law.pmf(count) * (least <= truth <= most)
        held.append(right)
    assert sum(held) / len(held) >= 0.95
    assert min(held) >= 0.80


def test_numbers_never_contradict_the_sample():
    for population in (6, 7, 10, 84):
        for count in range(7):
            least, most = wilson(count, 6, population).numbers(count, 6, population)
            assert count <= least <= most <= population - (6 - count)


def test_an_empty_sample_says_nothing():
    assert wilson(0, 0) is None
    assert count_of(0, 0).words == "none could be judged"


@pytest.mark.parametrize(
    ("count", "of", "population", "words"),
    [
        (4, 6, 84, "4 of 6; of all 84 it could be anything from 25 to 76"),
        (6, 6, 6, "6 of 6, and these are all there are"),
        (4, 6, None, "4 of 6; of all advices it could be anything from three in ten upwards"),
        (0, 6, None, "0 of 6; of all advices it could be anything up to four in ten"),
        (6, 6, None, "6 of 6; of all advices it could be anything from six in ten upwards"),
        (1, 1, None, "1 of 1; of all advices it could be anything from two in ten upwards"),
    ],
)
def test_words(count, of, population, words):
    assert count_of(count, of, population).words == words


def test_change_is_clear_only_beyond_chance():
    assert change_words((6, 6), (0, 6), "spring term 2026") == "clearly more (0 of 6 in the spring term 2026)"
    assert change_words((4, 6), (3, 6), "spring term 2026") == "more (3 of 6 in the spring term 2026)"
    assert change_words((2, 6), (1, 3), "spring term 2026") == "as before (1 of 3 in the spring term 2026)"
    assert change_words((4, 6), None, "") == "nothing to compare with yet"
    assert change_words((0, 0), (2, 6), "spring term 2026") == "not judged this term (2 of 6 in the spring term 2026)"
    assert not changed((0, 0), (3, 6))


def test_a_rare_sample_is_told_from_a_usual_one():
    assert usual(4, 6, 50, 80)
    assert not usual(0, 6, 70, 80)
