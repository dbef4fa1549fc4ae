"""Dates as forms put them: with the year said once for several, or in words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from advice_audit.language.times_dates import dates_in
from advice_audit.language.times_words import ORDINALS

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(m[:3] for m in _MONTHS)})\b)"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NO_YEAR = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAYS)}),? (?:the )?)?(?<![\d/.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?\s{_MONTH}(?!\w|,?\s?['’]?\s?\d{{2,4}})",
    re.I,
)
_YEAR = re.compile(r"\b20[012]\d\b")
_IN_WORDS = re.compile(rf"\b(?P<day>[a-z]+(?:-[a-z]+)?) (?:of|day of) {_MONTH},? (?P<year>\d{{4}})", re.I)
_BORN = re.compile(r"\b(?:born|birth|d\.?o\.?b)\b[^.;]{0,20}$", re.I)


def form_dates(text: str, years: Sequence[int] = ()) -> list[tuple[int, date]]:
    """Return every date in a form's answer with the offset at which it starts, in order.

    Args:
        text: "Review 12 March 2025; asked 20 January" has two: the year is said once.
        years: for dates in an answer that says none, the likeliest first; the weekday said with a date may tell which.
    """
    full = dates_in(text)
    found = dict(full)
    for match in _IN_WORDS.finditer(text):
        day = match["day"].lower()
        if day in ORDINALS:
            _add(found, match.start(), int(match["year"]), match["month"], ORDINALS.index(day) + 1)
    said = sorted({day.year for offset, day in full if not _BORN.search(text[:offset])}, reverse=True)
    for match in _NO_YEAR.finditer(text):
        start = match.start("day")
        if (likely := [*said, *years]) and not any(other <= start < other + 6 for other in found):
            _add(found, start, _year(match, likely), match["month"], int(match["day"]))
    return sorted(found.items())


def years_of(texts: Iterable[str]) -> list[int]:
    """Return the years that a form's dates are in, the commonest first and the later of two; births do not count.

    Args:
        texts: of the form's blocks, or of the whole advice.
    """
    years = Counter(
        int(match.group())
        for text in texts
        for match in _YEAR.finditer(text)
        if not _BORN.search(text[max(match.start() - 40, 0) : match.start()])
    )
    return sorted(years, key=lambda year: (-years[year], -year))


def _year(match: "re.Match[str]", years: Sequence[int]) -> int:
    """Return the first year in which a day falls on the weekday that was said, or the first of all."""
    if match["weekday"]:
        weekday = _WEEKDAYS.index(match["weekday"].lower())
        for year in years:
            try:
                if date(year, _month(match["month"]), int(match["day"])).weekday() == weekday:
                    return year
            except ValueError:
                continue
    return years[0]


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()))


def _add(found: dict[int, date], offset: int, year: int, month: str, day: int) -> None:
    try:
        found[offset] = date(year, _month(month), day)
    except ValueError:
        return
