"""What a small sample says about the whole: Wilson's score interval, narrowed where the whole is finite and known."""

from dataclasses import dataclass

from advice_audit import agreement
from advice_audit.agreement import SURE


@dataclass(frozen=True, slots=True)
class Interval:
    """Least and most, as shares of the whole (0 to 1)."""

    low: float
    high: float

    def numbers(self, count: int, of: int, population: int) -> tuple[int, int]:
        """Return the interval as whole advices of the population, never less or more than the sample itself proves.

        Rounded outwards, so that no number the interval allows is left out.
        """
        from math import ceil, floor

        # NOTE: a thousandth of an advice is noise of the arithmetic, not a reason to take in another one.
        least = max(count, floor(self.low * population + 0.001))
        most = min(population - (of - count), ceil(self.high * population - 0.001))
        return least, most


def wilson(count: int, of: int, population: int | None = None) -> Interval | None:
    """Return the 95 % interval for the share in the whole from which a random sample was drawn.

    Without a population it is Wilson's interval. With one it is the same score test turned round with the
    variance of drawing without replacement, P(1 - P)/n x (N - n)/(N - 1) (Cochran, Sampling Techniques, 3rd ed., 3.2):
    the same formula with the effective sample size n x (N - 1)/(N - n). Where everything was looked at, nothing is
    uncertain.

    Args:
        count: how many of the sample.
        of: the sample's size.
        population: how many there are in all, or None where that is not known.

    Returns:
        None where the sample is empty.
    """
    if of == 0:
        return None
    if population is None or population < of:
        plain = agreement.wilson(count, of)
        return Interval(*plain) if plain else None
    if population == of:
        return Interval(count / of, count / of)
    return _score(count / of, of * (population - 1) / (population - of))


def _score(share: float, effective: float) -> Interval:
    from math import sqrt
    from statistics import NormalDist

    z = NormalDist().inv_cdf((1 + SURE) / 2)
    middle = share + z * z / (2 * effective)
    half = z * sqrt(share * (1 - share) / effective + (z / (2 * effective)) ** 2)
    scale = 1 + z * z / effective
    return Interval(max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def changed(before: tuple[int, int], now: tuple[int, int]) -> bool:
    """Tell whether two counts (so many, of so many) differ by more than chance would often make (Fisher, 5 %)."""
    if not before[1] or not now[1]:
        return False
    from scipy.stats import fisher_exact

    table = [[before[0], before[1] - before[0]], [now[0], now[1] - now[0]]]
    return bool(fisher_exact(table).pvalue < 1 - SURE)


def usual(count: int, of: int, whole: int, population: int) -> bool:
    """Tell whether a sample of a known whole is one that chance would often draw.

    Args:
        count: how many of the sample.
        of: the sample's size.
        whole: how many of the population.
        population: its size.

    Returns:
        False where fewer than 5 % of all samples of that size are as far from the whole as this one.
    """
    from scipy.stats import hypergeom

    law = hypergeom(population, whole, of)
    likely = law.pmf(count)
    return bool(sum(p for k in range(of + 1) if (p := law.pmf(k)) <= likely * (1 + 1e-9)) >= 1 - SURE)
