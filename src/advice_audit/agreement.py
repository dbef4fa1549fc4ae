"""How far those who judge agree: the plain share of equal answers, and Gwet's AC1, which takes off what is due to chance.

AC1 and its variance follow K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high
agreement", British Journal of Mathematical and Statistical Psychology 61 (2008). Kappa is not used for "found or not":
where nearly everything is found in order, kappa falls although the two agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SURE = 0.95
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far answers agree.

    `units` were answered by at least two, of which `agreed` are answered alike by all. `share` is the mean share of
    pairs of answers that are equal (`agreed / units` where there are two judges), `ac1` Gwet's coefficient: 1 is
    complete agreement, 0 what chance would give. Intervals are at 95%; all are None where there is nothing to measure.
    """

    units: int
    agreed: int
    share: float | None = None
    share_interval: Interval | None = None
    ac1: float | None = None
    ac1_interval: Interval | None = None


def agreement(answers: Sequence[Sequence[str | None]], categories: Sequence[str]) -> Agreement:
    """Return how far answers agree.

    Args:
        answers: a row a unit, with one answer a judge; None where a judge gave none. Any number of judges.
        categories: every answer that could have been given, whether or not it was.

    Raises:
        ValueError: an answer is not one of the categories, or there are fewer than two categories.
    """
    import numpy as np

    if len(categories) < 2:
        raise ValueError("agreement needs two categories at least")
    place = {name: number for number, name in enumerate(categories)}
    if strange := {a for row in answers for a in row if a is not None} - place.keys():
        raise ValueError(f"not a category: {sorted(strange)[0]}")
    rows = [[place[a] for a in row if a is not None] for row in answers]
    counts = np.array([np.bincount(row, minlength=len(place)) for row in rows if row], dtype=float)
    paired = counts[counts.sum(axis=1) >= 2] if len(counts) else counts
    units = len(paired)
    agreed = int((paired.max(axis=1) == paired.sum(axis=1)).sum()) if units else 0
    if not units:
        return Agreement(0, 0)
    share, ac1, half = _gwet(counts)
    between = wilson(agreed, units)
    return Agreement(units, agreed, round(share, 4), between, round(ac1, 4), _interval(share, ac1, half, between))


def _gwet(counts: "NDArray[np.float64]") -> tuple[float, float, float | None]:
    """Return the share of agreement, AC1, and half the width of its interval (None where it cannot be estimated)."""
    import numpy as np

    number, categories = counts.shape
    judges = counts.sum(axis=1)
    several = judges >= 2
    pairs = np.where(several, judges * (judges - 1), 1.0)
    equal = (counts * (counts - 1)).sum(axis=1) / pairs
    share = float(equal[several].mean())
    usual = (counts / judges[:, None]).mean(axis=0)
    chance = float((usual * (1 - usual)).sum() / (categories - 1))
    ac1 = (share - chance) / (1 - chance)
    if number < 2:
        return share, ac1, None
    own = (number / several.sum()) * (equal - chance * several) / (1 - chance)
    own_chance = (counts @ (1 - usual)) / judges / (categories - 1)
    parts = own - 2 * (1 - ac1) * (own_chance - chance) / (1 - chance)
    variance = float(((parts - ac1) ** 2).sum() / (number * (number - 1)))
    if variance == 0.0:
        return share, ac1, None
    from scipy.stats import t

    return share, ac1, float(t.ppf((1 + SURE) / 2, number - 1)) * variance**0.5


def _interval(share: float, ac1: float, half: float | None, between: Interval | None) -> Interval | None:
    """Return AC1's interval.

    Judges who never differ leave nothing to estimate a variance from, which is not certainty: then the interval of the
    plain share is carried over to AC1's scale.
    """
    if half is not None:
        return round(max(ac1 - half, -1.0), 4), round(min(ac1 + half, 1.0), 4)
    if between is None:
        return None
    chance = 1.0 if ac1 == 1.0 else (share - ac1) / (1 - ac1)
    if chance == 1.0:
        return between
    low, high = ((bound - chance) / (1 - chance) for bound in between)
    return round(max(low, -1.0), 4), round(min(high, 1.0), 4)


def wilson(successes: int, trials: int) -> Interval | None:
    """Return the 95% Wilson interval of a share; None where there is no trial."""
    if trials == 0:
        return None
    from scipy.stats import binomtest

    interval = binomtest(successes, trials).proportion_ci(SURE, method="wilson")
    return round(float(interval.low), 4), round(float(interval.high), 4)
