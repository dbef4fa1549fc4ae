"""Probabilities for every pair of two sets at once, where an example of its own for each pair would cost too much."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from advice_audit.classify.features import Example
from advice_audit.classify.model import Classifier, Judge, calibrated
from advice_audit.classify.quick import quick

if TYPE_CHECKING:
    from numpy.typing import NDArray


def pair_probabilities(
    judge: Judge, ones: "NDArray[Any]", others: "NDArray[Any]", cues: "Mapping[str, NDArray[Any]]", label: str = "yes"
) -> "NDArray[Any]":
    """Return the probability of a label for each pair: what `probability` says of the pairs' examples.

    Args:
        judge: with two classes. The example of a pair has no words; its vector is the product of the two vectors.
        ones, others: one vector a row.
        cues: by name, one number for each pair.
        label: one of the two.
    """
    short = quick(judge) if isinstance(judge, Classifier) else None
    if isinstance(judge, Classifier) and short is not None:
        decisions = short.of_pairs(ones, others, cues) + judge.intercepts
        chances = calibrated(decisions.reshape(-1, 1), judge.slope, judge.offset)[:, judge.classes.index(label)]
    else:
        rows = grid_examples(cues, ones, others)
        chances = judge.probability([example for row in rows for example in row], label)
    result: NDArray[Any] = chances.reshape(len(ones), len(others))
    return result


def grid_examples(
    cues: "Mapping[str, NDArray[Any]]", ones: "Iterable[NDArray[Any]]", others: "Iterable[NDArray[Any]]"
) -> list[list[Example]]:
    """Return the example of every pair, a row for each of the first.

    Args:
        cues: by name, one number for each pair.
        ones, others: a vector for each.
    """
    partners = list(others)
    return [
        [Example("", one * other, {n: float(g[i, j]) for n, g in cues.items()}) for j, other in enumerate(partners)]
        for i, one in enumerate(ones)
    ]
