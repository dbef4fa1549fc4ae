"""A link among its rivals."""

import numpy as np
import pytest

from advice_audit.language.thread_rivals import rival_table


def test_the_pair_that_both_ends_like_best_is_mutual() -> None:
    table = rival_table("need_elsewhere", {"need_elsewhere": np.array([[0.9, 0.6], [0.8, 0.2]])})
    assert table["mutual"].tolist() == [[1, 0], [0, 0]]
    assert table["ahead_in_row"][0, 0] == -table["ahead_in_row"][0, 1] > 0
    assert table["ahead_in_column"][1, 0] < 0
    assert table["share_of_row"].sum(axis=1) == pytest.approx([1, 1])
    assert "round" not in table


def test_a_third_unit_joins_two() -> None:
    chances = {
        "need_provision": np.array([[0.3, 0.3, 0.3]]),
        "need_outcome": np.array([[0.9, 0.1]]),
        "outcome_provision": np.array([[0.8, 0.1, 0.1], [0.9, 0.9, 0.1]]),
    }
    assert rival_table("need_provision", chances)["round"][0] == pytest.approx([0.72, 0.09, 0.09])
    assert rival_table("need_outcome", chances)["round"].shape == (1, 2)
    assert rival_table("outcome_provision", chances)["round"].shape == (2, 3)


def test_places_count_only_in_lists_as_long() -> None:
    square = rival_table("a_b", {"a_b": np.full((2, 2), 0.5)})
    assert square["same_of_as_many"].tolist() == [[1, 0], [0, 1]]
    wide = rival_table("a_b", {"a_b": np.full((2, 3), 0.5)})
    assert not wide["same_of_as_many"].any()
    assert wide["same_number"].sum() == 2


def test_one_pair_alone_has_no_rivals() -> None:
    table = rival_table("a_b", {"a_b": np.array([[1.0]])})
    assert all(np.isfinite(values).all() and values.shape == (1, 1) for values in table.values())
