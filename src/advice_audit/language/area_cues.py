"""Cues of how far two units are about the same areas of life, for all pairs of two kinds at once."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from advice_audit.language.life_areas import AREAS
from advice_audit.language.life_areas_help import NEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Table = dict[str, NDArray[Any]]

OF_HELP = ("helped", "helped_any", "helped_or_area")
MOST = 2.0
"""An area counts for no more than this, however many of its words stand in a unit."""


class Living(Protocol):
    """Anything that has areas of life: see `link_cues.Meaning`."""

    @property
    def areas(self) -> Mapping[str, float]:
        """Of the whole unit."""

    @property
    def focus(self) -> Mapping[str, float]:
        """Of its topic."""

    @property
    def helped(self) -> Mapping[str, float]:
        """Of the kinds of help it names."""


@cache
def _places() -> dict[str, int]:
    return {area: place for place, area in enumerate(AREAS)}


@cache
def _nearness() -> "NDArray[Any]":
    """Return how near any two areas lie: 1 for the same."""
    import numpy as np

    table = np.eye(len(AREAS))
    for (one, other), weight in NEAR.items():
        table[_places()[one], _places()[other]] = table[_places()[other], _places()[one]] = weight
    return table


def area_table(ones: Sequence[Living], others: Sequence[Living]) -> "Table":
    """Return named cues, each with a row for every one of the first and a column for every one of the second.

    Args:
        ones, others: at least one of each.

    Returns:
        `area`, `focus`, `focus_of_one`, `focus_of_other`: how alike the areas are, from 0 to 1, near ones counting in part;
        `met`, `meets`: the share of either's areas that the other is about; `helped…`: the same with what the help named is
        for; `no_area…`: 1 where either is about no area that is known; and `both <area>` for each area that a pair shares.
    """
    import numpy as np

    one, other = _stack([m.areas for m in ones]), _stack([m.areas for m in others])
    one_focus, other_focus = _stack([m.focus for m in ones]), _stack([m.focus for m in others])
    table = {
        "area": _alike(one, other),
        "focus": _alike(one_focus, other_focus),
        "focus_of_one": _alike(one_focus, other),
        "focus_of_other": _alike(one, other_focus),
        "met": _met(one, other),
        "meets": _met(other, one).T,
        "no_area": np.tile(1.0 - one.any(axis=1, keepdims=True), (1, len(other))),
        "no_area_of_other": np.tile(1.0 - other.any(axis=1, keepdims=True).T, (len(one), 1)),
    }
    helped = _stack([m.helped for m in others])
    if helped.any():
        topic = np.where(one_focus.any(axis=1, keepdims=True), one_focus, one)
        table["helped"] = _alike(topic, helped)
        table["helped_any"] = _alike(one, helped)
        table["helped_or_area"] = _alike(one, np.maximum(other, helped))
    return table


def areas_of_both(ones: Sequence[Living], others: Sequence[Living]) -> "Table":
    """Return a table of cues for each area that some pair shares, shaped as those of `area_table`."""
    import numpy as np

    one, other = _stack([m.areas for m in ones]), _stack([m.areas for m in others])
    names = [(area, place) for area, place in _places().items() if one[:, place].any() and other[:, place].any()]
    return {
        area: 0.5 * np.minimum(np.minimum(one[:, place][:, None], other[:, place][None]), 1.0) for area, place in names
    }


def _stack(found: Sequence[Mapping[str, float]]) -> "NDArray[Any]":
    import numpy as np

    rows = np.zeros((len(found), len(AREAS)))
    for row, areas in zip(rows, found, strict=True):
        for area, weight in areas.items():
            row[_places()[area]] = min(weight, MOST)
    return rows


def _alike(ones: "NDArray[Any]", others: "NDArray[Any]") -> "NDArray[Any]":
    """Return the soft cosine: 1 for the same areas in the same proportion, 0 for areas that do not touch."""
    import numpy as np

    near = ones @ _nearness()
    sizes = np.sqrt((near * ones).sum(axis=1))[:, None] * np.sqrt(((others @ _nearness()) * others).sum(axis=1))
    alike: NDArray[Any] = (near @ others.T) / np.maximum(sizes, 1e-9)
    return alike


def _met(ones: "NDArray[Any]", others: "NDArray[Any]") -> "NDArray[Any]":
    """Return the share of the first's areas that the second has, each by the nearest that it has."""
    import numpy as np

    nearest = (_nearness()[None] * np.minimum(others, 1.0)[:, None, :]).max(axis=2)
    met: NDArray[Any] = (ones @ nearest.T) / np.maximum(ones.sum(axis=1), 1e-9)[:, None]
    return met
