"""The cues of nearness between all units of one kind and all of another, worked out together."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from advice_audit.language.life_areas import AREAS, RELATED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from advice_audit.language.link_cues import Meaning

Grid = dict[str, "NDArray[Any]"]
"""Named cues, each from about 0 to 1: a row for each unit of the first kind, a column for each of the second."""


def pair_cues(ones: "Sequence[Meaning]", others: "Sequence[Meaning]") -> Grid:
    """Return how near every unit of one kind is to every unit of another.

    Args:
        ones, others: what the units are about; at least one of each.
    """
    import numpy as np

    vectors = [np.vstack([m.vector for m in some]).astype(np.float64) for some in (ones, others)]
    return {
        "cosine": vectors[0] @ vectors[1].T,
        **_area_cues(ones, others),
        **_named(ones, others),
        **_common_words(ones, others),
        **_near_words(ones, others),
    }


def _area_cues(ones: "Sequence[Meaning]", others: "Sequence[Meaning]") -> Grid:
    import numpy as np

    areas, focus = _weights([m.areas for m in ones]), _weights([m.focus for m in ones])
    their_areas, their_focus = _weights([m.areas for m in others]), _weights([m.focus for m in others])
    theirs = _weights([m.helped for m in others])
    topic = np.where(focus.any(axis=1, keepdims=True), focus, areas)
    blank = ~areas.any(axis=1)[:, None] | ~their_areas.any(axis=1)[None, :]
    return {
        "area": _same(areas, their_areas),
        "near_area": _related(areas, their_areas),
        "focus": _same(focus, their_focus),
        "near_focus": _related(focus, their_focus),
        "focus_of_one": _same(focus, their_areas),
        "focus_of_other": _same(areas, their_focus),
        "helped": _same(topic, theirs),
        "near_helped": _related(topic, theirs),
        "helped_any": _same(areas, theirs),
        "no_area": blank.astype(np.float64),
    }


def _weights(areas: Sequence[dict[str, float]]) -> "NDArray[Any]":
    import numpy as np

    weights = np.zeros((len(areas), len(_places())))
    for row, named in zip(weights, areas, strict=True):
        for area, weight in named.items():
            row[_places()[area]] = weight
    return weights


def _same(one: "NDArray[Any]", other: "NDArray[Any]") -> "NDArray[Any]":
    """Return how far two are about the same areas of life; 0 where either is about none."""
    import numpy as np

    total = np.sqrt(np.outer(one.sum(axis=1), other.sum(axis=1)))
    shared: NDArray[Any] = (np.sqrt(one) @ np.sqrt(other).T) / np.where(total, total, 1.0)
    return shared


def _related(one: "NDArray[Any]", other: "NDArray[Any]") -> "NDArray[Any]":
    """Return how near the nearest two different areas of life are, of which each has one."""
    import numpy as np

    reached = (_nearness()[None] * (one > 0)[:, :, None]).max(axis=1)
    nearest: NDArray[Any] = (reached[:, None] * (other > 0)[None]).max(axis=2)
    return np.asarray(nearest)


@cache
def _places() -> dict[str, int]:
    return {area: place for place, area in enumerate(AREAS)}


@cache
def _nearness() -> "NDArray[Any]":
    import numpy as np

    table = np.zeros((len(AREAS), len(AREAS)))
    for pair, weight in RELATED.items():
        one, other = (_places()[area] for area in pair)
        table[one, other] = table[other, one] = weight
    return table


def _named(ones: "Sequence[Meaning]", others: "Sequence[Meaning]") -> Grid:
    import numpy as np

    return {
        "same_name": np.array([[float(not a.names.isdisjoint(b.names)) for b in others] for a in ones]),
        "same_service": np.array([[float(not a.services.isdisjoint(b.services)) for b in others] for a in ones]),
    }


def _common_words(ones: "Sequence[Meaning]", others: "Sequence[Meaning]") -> Grid:
    import numpy as np

    common = np.array([[sum(w for lemma, w in a.words.items() if lemma in b.words) for b in others] for a in ones])
    number = np.array([[sum(lemma in b.words for lemma in a.words) for b in others] for a in ones])
    sums = [np.array([sum(m.words.values()) for m in some]) for some in (ones, others)]
    least = np.minimum.outer(*sums)
    return {"overlap": common / np.where(least, least, 1.0), "shared_words": np.minimum(number, 3.0) / 3}


def _near_words(ones: "Sequence[Meaning]", others: "Sequence[Meaning]") -> Grid:
    """Return how far the words of each are covered by the nearest words of the other, and how near the nearest are."""
    import numpy as np

    shape = len(ones), len(others)
    grid = {name: np.zeros(shape) for name in ("covered", "covers", "nearest", "nearest_three")}
    some, theirs = [[n for n, m in enumerate(every) if len(m.rows)] for every in (ones, others)]
    if not some or not theirs:
        return grid
    near = np.vstack([ones[i].rows for i in some]) @ np.vstack([others[j].rows for j in theirs]).T
    starts, their_starts = _starts([len(ones[i].rows) for i in some]), _starts([len(others[j].rows) for j in theirs])
    weights, their_weights = [
        np.array([w for n in which for w in every[n].words.values()])
        for which, every in ((some, ones), (theirs, others))
    ]
    place = np.ix_(some, theirs)
    best = np.maximum.reduceat(near, their_starts, axis=1)
    grid["covered"][place] = (
        np.add.reduceat(best * weights[:, None], starts) / np.add.reduceat(weights, starts)[:, None]
    )
    grid["nearest"][place] = np.maximum.reduceat(best, starts)
    best = np.maximum.reduceat(near, starts)
    grid["covers"][place] = np.add.reduceat(best * their_weights, their_starts, axis=1) / np.add.reduceat(
        their_weights, their_starts
    )
    grid["nearest_three"][place] = _best_three(near, starts, their_starts)
    return grid


def _starts(lengths: Sequence[int]) -> "NDArray[Any]":
    import numpy as np

    return np.cumsum([0, *lengths[:-1]])


def _best_three(near: "NDArray[Any]", starts: "NDArray[Any]", their_starts: "NDArray[Any]") -> list[list[float]]:
    """Return the mean of the three nearest pairs of words of each two units."""
    import numpy as np

    return [
        [
            float(np.partition(block.ravel(), -3)[-3:].mean() if block.size > 3 else block.mean())
            for block in np.split(rows, their_starts[1:], axis=1)
        ]
        for rows in np.split(near, starts[1:])
    ]
