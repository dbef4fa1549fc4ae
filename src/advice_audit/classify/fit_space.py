"""Fits the space of links: nearness of joined units is raised and of others lowered, one advice at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from advice_audit.classify.space import Space

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Chosen by area under the curve on hands left out.
SIZE = 128
ROUNDS = 8
AT_A_TIME = 3
SPEED = 1e-3
DECAY = 1e-3
DROPPED = 0.2
START = (6.0, -4.0)


@dataclass(frozen=True, slots=True)
class Lot:
    """The units of one advice and the pairs of them that a reader judged.

    Args:
        writer: whose advice it is.
        vectors: of the units, one a row.
        kinds: of the units.
        firsts, seconds: the units of each pair, by row.
        relations: of each pair.
        joined: 1 for each pair that belongs together, else 0.
    """

    writer: str
    vectors: "NDArray[Any]"
    kinds: tuple[str, ...]
    firsts: "NDArray[Any]"
    seconds: "NDArray[Any]"
    relations: tuple[str, ...]
    joined: "NDArray[Any]"


@dataclass(slots=True)
class _Adam:
    """One array that is stepped down its slope (Kingma and Ba 2015)."""

    values: "NDArray[Any]"
    speed: float
    decay: float = 0.0
    _mean: Any = 0.0
    _square: Any = 0.0
    _steps: int = field(default=0)

    def step(self, slope: "NDArray[Any]") -> None:
        import numpy as np

        self._steps += 1
        self._mean = 0.9 * self._mean + 0.1 * slope
        self._square = 0.999 * self._square + 0.001 * slope * slope
        mean, square = self._mean / (1 - 0.9**self._steps), self._square / (1 - 0.999**self._steps)
        self.values -= self.speed * (mean / (np.sqrt(square) + 1e-8) + self.decay * self.values)


def fit_space(lots: Sequence[Lot]) -> Space:
    """Fit a space by gradient descent on the logistic loss of every judged pair.

    Args:
        lots: at least one; the result is the same for the same lots in the same order.
    """
    import numpy as np

    random = np.random.default_rng(0)
    kinds = sorted({k for lot in lots for k in lot.kinds})
    relations = sorted({r for lot in lots for r in lot.relations})
    start = np.linalg.qr(random.standard_normal((lots[0].vectors.shape[1], SIZE)))[0].T
    places = _Adam(np.stack([start] * len(kinds)), SPEED, DECAY)
    odds = _Adam(np.tile(START, (len(relations), 1)), 3 * SPEED)
    read = [_read(lot, kinds, relations) for lot in lots]
    for _ in range(ROUNDS):
        order = random.permutation(len(lots))
        for at in range(0, len(order), AT_A_TIME):
            slopes = [_slopes(places.values, odds.values, read[n], random) for n in order[at : at + AT_A_TIME]]
            places.step(np.mean([s[0] for s in slopes], axis=0))
            odds.step(np.mean([s[1] for s in slopes], axis=0))
    projections = {kind: places.values[n].astype(np.float32) for n, kind in enumerate(kinds)}
    return Space(
        projections, {r: (float(odds.values[n, 0]), float(odds.values[n, 1])) for n, r in enumerate(relations)}
    )


@dataclass(frozen=True, slots=True)
class _Lot:
    """A lot with numbers for names: which rows each kind has, and which relation each pair is of."""

    vectors: "NDArray[Any]"
    rows: "dict[int, NDArray[Any]]"
    of: "NDArray[Any]"
    lot: Lot


def _read(lot: Lot, kinds: Sequence[str], relations: Sequence[str]) -> _Lot:
    import numpy as np

    # Of length one, a vector of many numbers has small ones: a step would be large beside them.
    vectors = lot.vectors * np.sqrt(lot.vectors.shape[1])
    rows = {n: np.array([k == kind for k in lot.kinds]) for n, kind in enumerate(kinds)}
    return _Lot(vectors, rows, np.array([relations.index(r) for r in lot.relations]), lot)


def _slopes(
    places: "NDArray[Any]", odds: "NDArray[Any]", read: _Lot, random: Any
) -> "tuple[NDArray[Any], NDArray[Any]]":
    """Return the slope of one lot's mean loss by the projections and by the odds; part of each vector is dropped."""
    import numpy as np

    rows, of, firsts, seconds = read.rows, read.of, read.lot.firsts, read.lot.seconds
    seen = read.vectors * (random.random(read.vectors.shape) >= DROPPED) / (1 - DROPPED)
    placed = np.zeros((len(seen), places.shape[1]))
    for kind, mine in rows.items():
        placed[mine] = seen[mine] @ places[kind].T
    lengths = np.maximum(np.linalg.norm(placed, axis=1, keepdims=True), 1e-9)
    unit = placed / lengths
    cosines = (unit[firsts] * unit[seconds]).sum(axis=1)
    error = (1 / (1 + np.exp(-(odds[of, 0] * cosines + odds[of, 1]))) - read.lot.joined) / len(of)
    by_odds = np.zeros_like(odds)
    np.add.at(by_odds, of, np.stack([error * cosines, error], axis=1))
    by_unit = np.zeros_like(unit)
    pull = (error * odds[of, 0])[:, None]
    np.add.at(by_unit, firsts, pull * unit[seconds])
    np.add.at(by_unit, seconds, pull * unit[firsts])
    by_placed = (by_unit - unit * (by_unit * unit).sum(axis=1, keepdims=True)) / lengths
    by_places = np.zeros_like(places)
    for kind, mine in rows.items():
        by_places[kind] = by_placed[mine].T @ seen[mine]
    return by_places, by_odds
