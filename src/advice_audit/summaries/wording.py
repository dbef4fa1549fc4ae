"""Figures in words. Six audits cannot carry percentages: counts, and what they allow to be said of the whole."""

from collections.abc import Sequence

from advice_audit.reports.term_model import Count
from advice_audit.summaries.intervals import changed, wilson

_SMALL = "none one two three four five six seven eight nine ten".split()
# From so many on, a share in tens says something.
MANY = 30


def count_of(count: int, of: int, population: int | None = None) -> Count:
    """Return a count with its interval and its sentence.

    Args:
        count: how many of the sample.
        of: how many the sample holds that could be judged.
        population: how many advices there are in all, where that is known.
    """
    interval = wilson(count, of, population)
    if interval is None:
        return Count(count=count, of=of, population=population, words="none could be judged")
    if population is not None and population >= of:
        least, most = interval.numbers(count, of, population)
        words = f"{count} of {of}" + _of_all(least, most, of, population)
        return Count(count=count, of=of, population=population, least=least, most=most, words=words)
    words = f"{count} of {of}; {_of_ten(interval.low, interval.high)}"
    return Count(count=count, of=of, least=round(interval.low, 4), most=round(interval.high, 4), words=words)


def _of_all(least: int, most: int, of: int, population: int) -> str:
    if population == of:
        return ", and these are all there are"
    if least == most:
        return f"; that makes {least} of all {population}"
    return f"; of all {population} it could be anything from {least} to {most}"


def _of_ten(low: float, high: float) -> str:
    from math import ceil, floor

    least, most = floor(low * 10 + 0.01), ceil(high * 10 - 0.01)
    if least == 0 and most == 10:
        return "that says nothing of the others"
    if most == 10:
        return f"of all advices it could be anything from {small(least)} in ten upwards"
    if least == 0:
        return f"of all advices it could be anything up to {small(most)} in ten"
    return f"of all advices it could be anything from {small(least)} to {small(most)} in ten"


def small(number: int) -> str:
    """Return a number as a word up to ten."""
    return _SMALL[number] if 0 <= number <= 10 else str(number)


def change_words(now: tuple[int, int], before: tuple[int, int] | None, when: str) -> str:
    """Say how a count of a sample compares with the last one, and whether that could be chance.

    Args:
        now: how many met it, of how many judged.
        before: the same of an earlier term; None where there was no audit then.
        when: that term's name.
    """
    if before is None or not before[1]:
        return "nothing to compare with yet" if now[1] else "not judged yet"
    was = f"{before[0]} of {before[1]} in the {when}"
    if not now[1]:
        return f"not judged this term ({was})"
    if now[0] * before[1] == before[0] * now[1]:
        return f"as before ({was})"
    way = "more" if now[0] * before[1] > before[0] * now[1] else "fewer"
    return f"{'clearly ' if changed(before, now) else ''}{way} ({was})"


def listed(items: Sequence[str]) -> str:
    """Return items as a list in a sentence: `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
