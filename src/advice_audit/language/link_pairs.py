"""The cues of nearness between all units of one kind and all of another, worked out together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from advice_audit.language.area_cues import OF_HELP, area_table, areas_of_both

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

    table = area_table(ones, others)
    nothing = np.zeros((len(ones), len(others)))
    both = {f"both {area}": grid for area, grid in areas_of_both(ones, others).items()}
    return {**dict.fromkeys(OF_HELP, nothing), **table, **both}


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
