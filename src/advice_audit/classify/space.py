"""A space in which two units lie near each other where a reader would join them, though they share no word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Placed(Protocol):
    """Anything that places units by their words."""

    def read(self, units: Mapping[str, Sequence[str]]) -> "dict[str, NDArray[Any]]":
        """Return where the units of one document lie: for each kind vectors of length one, a row for each unit.

        Args:
            units: kind -> the words of its units.
        """


class Encodes(Protocol):
    """Anything that turns words into vectors."""

    def encode(self, texts: Sequence[str]) -> "NDArray[Any]":
        """Return a vector of length one for each text."""


@dataclass(frozen=True, slots=True)
class Space:
    """One projection of encoded words for each kind of unit.

    Args:
        encoder: of words.
        projections: kind of unit -> matrix from the encoder's vectors to the space.
    """

    encoder: Encodes
    projections: "Mapping[str, NDArray[Any]]"

    def read(self, units: Mapping[str, Sequence[str]]) -> "dict[str, NDArray[Any]]":
        """Return where the units of one document lie: for each kind vectors of length one, a row for each unit.

        Args:
            units: kind -> the words of its units.

        Raises:
            KeyError: the space was not fitted for a kind.
        """
        import numpy as np

        vectors = self.encoder.encode([text for texts in units.values() for text in texts])
        ends = np.cumsum([len(texts) for texts in units.values()])[:-1]
        return {kind: self._of(kind, own) for kind, own in zip(units, np.split(vectors, ends), strict=True)}

    def _of(self, kind: str, vectors: "NDArray[Any]") -> "NDArray[Any]":
        import numpy as np

        if not len(vectors):
            return np.zeros((0, len(self.projections[kind])))
        placed = vectors @ self.projections[kind].T
        result: NDArray[Any] = placed / np.maximum(np.linalg.norm(placed, axis=1, keepdims=True), 1e-9)
        return result
