"""A space in which two units lie near each other where a reader would join them, though they share no word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Placed(Protocol):
    """Anything that tells how near units of two kinds lie."""

    def near(self, relation: str, ones: "NDArray[Any]", others: "NDArray[Any]") -> "NDArray[Any]":
        """Return the log odds of a link for every pair: a row for each of the first, a column for each of the second."""


@dataclass(frozen=True, slots=True)
class Space:
    """One projection of sentence vectors for each kind of unit, and how nearness turns to odds for each relation.

    Args:
        projections: kind of unit -> matrix from sentence vectors to the space.
        odds: relation, such as `need_provision` -> (log odds that a cosine of 1 adds, log odds at a cosine of 0).
    """

    projections: "Mapping[str, NDArray[Any]]"
    odds: Mapping[str, tuple[float, float]]

    def near(self, relation: str, ones: "NDArray[Any]", others: "NDArray[Any]") -> "NDArray[Any]":
        """Return the log odds of a link for every pair.

        Args:
            relation: two kinds joined by "_".
            ones, others: sentence vectors, one a row.

        Raises:
            KeyError: the space was not fitted for the relation.
        """
        first, second = relation.split("_")
        slope, offset = self.odds[relation]
        result: NDArray[Any] = slope * (self._places(first, ones) @ self._places(second, others).T) + offset
        return result

    def _places(self, kind: str, vectors: "NDArray[Any]") -> "NDArray[Any]":
        import numpy as np

        placed = vectors @ self.projections[kind].T
        result: NDArray[Any] = placed / np.maximum(np.linalg.norm(placed, axis=1, keepdims=True), 1e-9)
        return result
