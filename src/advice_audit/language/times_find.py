"""Finds words of time in a text, and the days that they mean."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.tokens import Span

from advice_audit.language import times_ages as ages
from advice_audit.language import times_calendar as calendar
from advice_audit.language import times_dates as dates
from advice_audit.language import times_frequency as frequency
from advice_audit.language.canonical import text_of
from advice_audit.language.times_calendar import Interval

if TYPE_CHECKING:
    from advice_audit.language.facts import Facts

_TO = re.compile(r"\s?(?:to|until|till|-|–)\s?", re.I)
_WORD = re.compile(r"(?<![\w/£])(?:[a-z]+|\d|½)", re.I)
_WINDOW = re.compile(r",?\s(?:since|in|during|over|between|within|from|after|before|at)?\s?(?:the\s|my\s)?$", re.I)
# "March to June 2023" and "2018 to 2020" are one date; "4 December 2023 to 26 February 2024" is a start and an end.
_HALF_RANGE = re.compile(r"(?:^|\s)[a-z]{3,9}\.?(?:\s(?:19|20)\d\d)?\sto\s$", re.I)
_RANK = {
    "deadline": 5,
    "frequency": 4,
    "date": 3,
    "age": 3,
    "school_year": 3,
    "duration": 2,
    "count": 4,
    "happening": 1,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression at characters `start` to `end`, its label, and how to its value."""

    start: int
    end: int
    label: str
    value: Any = None
    days: Callable[[dates.Anchor], Interval | None] | None = None


def resolve(span: Span, facts: "Facts | None") -> tuple[date, date] | None:
    """Return the first and last day that a date or deadline means, or None where that cannot be told.

    Args:
        span: from `doc.spans["times"]`.
        facts: gives the day the advice was completed and the child's date of birth.
    """
    anchor = dates.Anchor(facts.completed, facts.dob) if facts is not None else dates.Anchor()
    for found in find_times(span.text, context=_before(span)):
        if found.label in ("date", "deadline") and found.days is not None:
            return found.days(anchor)
    return None


def _before(span: Span) -> str:
    text: str = text_of(span.doc)[max(span.start_char - 12, 0) : span.start_char]
    return text.rpartition("\n")[2]


def find_times(text: str, context: str = "") -> list[Found]:
    """Find the time expressions of a text, longest first where they overlap, in order of the text.

    Args:
        text: anything; offsets of the result count in it.
        context: words that stand before the text, for expressions that need them ("in March").
    """
    shift = len(context)
    whole = context + text
    # No time runs on from one paragraph into the next ("each January." and "13.").
    found = [one for one in _all(whole) if "\n" not in whole[one.start : one.end]]
    found = _joined(whole, _longest(found))
    kept = [f for f in found if f.end > shift]
    return [Found(max(f.start - shift, 0), f.end - shift, f.label, f.value, f.days) for f in kept]


@cache
def _starters() -> dict[str, list[tuple[str, "re.Pattern[str]", Any]]]:
    """Map each word that a time expression can begin with to the patterns worth trying there."""
    tables = (
        *frequency.PATTERNS,
        *((starts, "deadline", pattern, days) for starts, pattern, days in dates.DEADLINES),
        *((starts, "date", pattern, days) for starts, pattern, days in dates.PATTERNS),
        *((starts, "age", pattern, ages.age_in_years) for starts, pattern in ages.AGES),
    )
    by_word: dict[str, list[tuple[str, re.Pattern[str], Any]]] = {}
    for starts, label, pattern, make in tables:
        for word in set(starts.split()):
            by_word.setdefault(word, []).append((label, pattern, make))
    return by_word


def _all(text: str) -> Iterator[Found]:
    """Yield every match of every pattern that can begin with the word at each place."""
    by_word = _starters()
    for place in _WORD.finditer(text):
        word = place[0].lower()
        for label, pattern, make in by_word.get("0" if word.isdigit() else word, ()):
            if (match := pattern.match(text, place.start())) and _fits(text, pattern, place.start()):
                yield _made(text, label, match, make)
    yield from _school_years(text)


def _fits(text: str, pattern: "re.Pattern[str]", start: int) -> bool:
    if pattern is ages.ASIDE:
        return ages.BEFORE_ASIDE.search(text[max(start - 30, 0) : start]) is not None
    return pattern is not ages.BARE or ages.BEFORE_AGE.search(text[max(start - 45, 0) : start]) is not None


def _made(text: str, label: str, match: "re.Match[str]", make: Any) -> Found:
    if label == "date":
        return _date(text, match, make)
    if label == "deadline":
        return _dated(*match.span(), "deadline", _bound(make, match))
    return Found(*match.span(), label, make(match))


def _date(text: str, match: "re.Match[str]", days: dates.Days) -> Found:
    """Return a date, or a deadline where the words before it say so ("by", "until", "ends on")."""
    start, end = match.span()
    before = dates.BEFORE_DATE.search(text[max(start - 40, 0) : start])
    if before and not (before["by"].lower().strip() == "to" and _HALF_RANGE.search(text[max(start - 14, 0) : start])):
        return _dated(start - len(before["by"]), end, "deadline", _last_day(days, match, before["by"].lower()))
    return _dated(start, end, "date", _bound(days, match))


def _bound(days: dates.Days, match: "re.Match[str]") -> Callable[[dates.Anchor], Interval | None]:
    return lambda anchor: days(match, anchor)


def _last_day(days: dates.Days, match: "re.Match[str]", by: str) -> Callable[[dates.Anchor], Interval | None]:
    def last(anchor: dates.Anchor) -> Interval | None:
        interval = days(match, anchor)
        if interval is None:
            return None
        day = interval[1]
        if anchor.completed and day < anchor.completed and by.startswith("by") and days(match, dates.Anchor()) is None:
            # Nothing is set for the past: "by Christmas" is the next one.
            day = calendar.add_months(day, 12)
        if by.startswith("before") and not re.search(r"end|close", by):
            day = interval[0] - timedelta(1)
        elif re.search(r"start|beginning|early", by):
            day = interval[0]
        return day, day

    return last


def _dated(start: int, end: int, label: str, days: Callable[[dates.Anchor], Interval | None]) -> Found:
    interval = days(dates.Anchor())
    value = None
    if interval is not None:
        first, last = interval
        value = last.isoformat() if label == "deadline" or first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Found(start, end, label, value, days)


def _school_years(text: str) -> Iterator[Found]:
    for pattern in ages.SCHOOL_YEARS:
        for match in pattern.finditer(text):
            yield Found(*match.span(), "school_year", ages.school_year_number(match))


def _longest(found: list[Found]) -> list[Found]:
    """Keep the longest of expressions that overlap; between equals the likelier label."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda f: (f.start - f.end, -_RANK.get(f.label, 0))):
        if not taken.intersection(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Join a bare count to the time it is counted over ("twice" + "since Christmas")."""
    out: list[Found] = []
    for one in found:
        if one.label in ("date", "deadline") and out and out[-1].label == "date" and _one_range(text, out[-1], one):
            out[-1] = Found(out[-1].start, one.end, "date", None, _from_to(out[-1], one))
            continue
        if one.label in ("date", "duration", "age") and out and out[-1].label in ("count", "once", "happening"):
            between = text[out[-1].end : one.start]
            if _WINDOW.fullmatch(between) or (one.label == "date" and not between.strip()):
                out[-1] = Found(out[-1].start, one.end, "frequency", out[-1].value)
                continue
        out.append(one)
    named = [
        Found(f.start, f.end, "frequency", f.value) if f.label in ("count", "once", "happening") else f for f in out
    ]
    return named


def _one_range(text: str, first: Found, last: Found) -> bool:
    """Tell "March to June 2023", one date, from a start day and an end day."""
    whole_days = all(isinstance(f.value, str) and "/" not in f.value for f in (first, last))
    # A deadline's own first word is the "to".
    link = text[first.end : last.start + (3 if last.label == "deadline" else 0)]
    return not whole_days and _TO.fullmatch(link) is not None


def _from_to(first: Found, last: Found) -> Callable[[dates.Anchor], Interval | None]:
    def both(anchor: dates.Anchor) -> Interval | None:
        start, end = first.days and first.days(anchor), last.days and last.days(anchor)
        return (start[0], end[1]) if start and end else None

    return both
