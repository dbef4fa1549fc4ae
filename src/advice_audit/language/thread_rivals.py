"""Cues of a link among its rivals: how it stands beside the other links that either end could have.

Whether a need and an outcome belong together is seen better by whoever sees them all: the outcome may fit another need
far better, another outcome may fit this need, they may stand at the same place in their lists, and both may lead to the
same provision.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Table = dict[str, NDArray[Any]]

SMALLEST = 0.01
"""Chances below this, or as near to 1, tell no more than it does."""
# The relation -> the ways round by a third kind: (first relation, turned over?), (second relation, turned over?).
ROUND = {
    "need_provision": (("need_outcome", False), ("outcome_provision", False)),
    "need_outcome": (("need_provision", False), ("outcome_provision", True)),
    "outcome_provision": (("need_outcome", True), ("need_provision", False)),
}


def rival_table(relation: str, chances: "Table") -> "Table":
    """Return named cues of every pair of one relation, each shaped as its chances.

    Args:
        relation: such as `need_provision`.
        chances: the chance of a link by what the two units say alone, for this relation and, where there are any, for those
            by which a third unit joins them.

    Returns:
        `odds`; how these stand above the mean of the row and column and above the best rival there; the share of the row's and
        the column's chances; whether either end likes no other better; how many there are; places in the lists; and `round`,
        the best way by a third unit.
    """
    import numpy as np

    own = np.clip(chances[relation], SMALLEST, 1 - SMALLEST)
    high, wide = own.shape
    odds = np.log(own / (1 - own))
    table = {
        "odds": odds,
        "above_row": odds - odds.mean(axis=1, keepdims=True),
        "above_column": odds - odds.mean(axis=0, keepdims=True),
        "ahead_in_row": _ahead(odds),
        "ahead_in_column": _ahead(odds.T).T,
        "share_of_row": own / own.sum(axis=1, keepdims=True),
        "share_of_column": own / own.sum(axis=0, keepdims=True),
        "mutual": ((odds == odds.max(axis=1, keepdims=True)) & (odds == odds.max(axis=0, keepdims=True))) * 1.0,
        "few_of_one": np.full(own.shape, 1 / high),
        "few_of_other": np.full(own.shape, 1 / wide),
        **_places(high, wide),
    }
    if relation in ROUND:
        (first, over), (second, also_over) = ROUND[relation]
        one = chances[first].T if over else chances[first]
        two = chances[second].T if also_over else chances[second]
        if one.size and two.size:
            table["round"] = (one[:, :, None] * two[None]).max(axis=1)
    return table


def _places(high: int, wide: int) -> "Table":
    """Return how near two units stand in their lists, and whether they have the same number in lists as long."""
    import numpy as np

    down, along = np.arange(high)[:, None], np.arange(wide)[None]
    same = (down == along) * 1.0
    return {
        "near_place": 1 - abs(down / max(high - 1, 1) - along / max(wide - 1, 1)),
        "same_number": same,
        "same_of_as_many": same * (high == wide),
    }


def _ahead(odds: "NDArray[Any]") -> "NDArray[Any]":
    """Return how far each is ahead of the best other in its row (behind: below 0)."""
    import numpy as np

    if odds.shape[1] < 2:
        return odds + 4.0
    ordered = np.sort(odds, axis=1)
    best, next_best = ordered[:, -1:], ordered[:, -2:-1]
    ahead: NDArray[Any] = np.where(odds == best, odds - next_best, odds - best)
    return ahead
