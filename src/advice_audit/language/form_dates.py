"""Dates as forms put them: with the year said once for several, or in words."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from advice_audit.language.times_dates import dates_in
from advice_audit.language.times_words import ORDINALS

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(m[:3] for m in _MONTHS)})\b)"
_NO_YEAR = re.compile(rf"(?<![\d/.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH}(?!\w|\s?['’,]?\s?\d{{2,4}})", re.I)
_IN_WORDS = re.compile(rf"\b(?P<day>[a-z]+(?:-[a-z]+)?) (?:of|day of) {_MONTH},? (?P<year>\d{{4}})", re.I)
_BORN = re.compile(r"\b(?:born|birth|d\.?o\.?b)\b[^.;]{0,20}$", re.I)


def form_dates(text: str, year: int | None = None) -> list[tuple[int, date]]:
    """Return every date in a form's answer with the offset at which it starts, in order.

    Args:
        text: "Review 12 March 2025; asked 20 January" has two: the year is said once.
        year: of dates in an answer that says none; without it they are left out.
    """
    full = dates_in(text)
    found = dict(full)
    for match in _IN_WORDS.finditer(text):
        day = match["day"].lower()
        if day in ORDINALS:
            _add(found, match.start(), int(match["year"]), match["month"], ORDINALS.index(day) + 1)
    years = [day.year for offset, day in full if not _BORN.search(text[:offset])] or ([year] if year else [])
    for match in _NO_YEAR.finditer(text):
        if years and not any(start <= match.start() < start + 6 for start in found):
            _add(found, match.start(), max(years), match["month"], int(match["day"]))
    return sorted(found.items())


def year_of(texts: Iterable[str]) -> int | None:
    """Return the year that most dates of a form are in, the later of two; births do not count.

    Args:
        texts: of the form's blocks, or of the whole advice.
    """
    years = Counter(
        day.year
        for text in texts
        for offset, day in dates_in(text)
        if not _BORN.search(text[max(offset - 40, 0) : offset])
    )
    return max(years, key=lambda year: (years[year], year), default=None)


def _add(found: dict[int, date], offset: int, year: int, month: str, day: int) -> None:
    number = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()))
    try:
        found[offset] = date(year, number, day)
    except ValueError:
        return
