"""Pairs judged together are judged as their examples are."""

import numpy as np
import pytest

from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe, fit
from advice_audit.classify.pairs import pair_probabilities


def test_a_pair_has_the_probability_of_its_example() -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(40, 8)).astype("float32")
    near = rng.random(40)
    examples = [Example("", v, {"near": float(n)}) for v, n in zip(vectors, near, strict=True)]
    labels = ["yes" if n > 0.5 else "no" for n in near]
    recipe = Recipe(use_words=False)
    judge = fit("pairs", examples, labels, [f"w{n % 4}" for n in range(40)], recipe).classifier
    ones, others, grid = vectors[:3], vectors[3:7], rng.random((3, 4))
    together = pair_probabilities(judge, ones, others, {"near": grid, "unknown": grid})
    alone = [[Example("", a * b, {"near": grid[i, j]}) for j, b in enumerate(others)] for i, a in enumerate(ones)]
    assert together == pytest.approx(np.array([judge.probability(row) for row in alone]), abs=1e-7)
