"""Signs that the encoder reads in the words of a unit: that a need says no source, that an outcome is a service."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from advice_audit.classify.space import Encodes

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Reads(Protocol):
    """Anything that reads signs in texts."""

    @property
    def names(self) -> tuple[str, ...]:
        """The signs that it knows: most are called as the classifier which weighs them."""

    def odds(self, name: str, texts: Sequence[str]) -> "NDArray[Any]":
        """Return for each text the logarithm of the odds that it bears a sign."""


@dataclass(frozen=True, slots=True)
class Signs:
    """A straight line above the encoder's vectors for each sign.

    Args:
        encoder: of words.
        names: the signs, in the order of the rows.
        weights: a row a sign, as long as the encoder's vectors.
        offsets: a number a sign.
    """

    encoder: Encodes
    names: tuple[str, ...]
    weights: "NDArray[Any]"
    offsets: "NDArray[Any]"

    def odds(self, name: str, texts: Sequence[str]) -> "NDArray[Any]":
        """Return for each text the logarithm of the odds that it bears a sign.

        Raises:
            ValueError: the encoder was not taught this sign.
        """
        import numpy as np

        if not texts:
            return np.zeros(0, dtype=np.float32)
        row = self.names.index(name)
        result: NDArray[Any] = self.encoder.encode(texts) @ self.weights[row] + self.offsets[row]
        return result


@dataclass(frozen=True, slots=True)
class Several:
    """Readers that know different signs, as one.

    Args:
        parts: of which no two know the same sign.
    """

    parts: tuple[Reads, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The signs that they know."""
        return tuple(name for part in self.parts for name in part.names)

    def odds(self, name: str, texts: Sequence[str]) -> "NDArray[Any]":
        """Return for each text the logarithm of the odds that it bears a sign.

        Raises:
            ValueError: none of them was taught this sign.
        """
        for part in self.parts:
            if name in part.names:
                return part.odds(name, texts)
        raise ValueError(name)
