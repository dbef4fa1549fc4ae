"""Dates as an English council reckons them: working days, school years, school terms."""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from holidays import HolidayBase

Term = Literal["autumn", "spring", "summer"]
RECEPTION = 0
# The outer bounds of the terms (month, day): councils' own dates differ by a few weeks.
TERMS: dict[Term, tuple[tuple[int, int], tuple[int, int]]] = {
    "autumn": ((9, 1), (12, 31)),
    "spring": ((1, 1), (4, 15)),
    "summer": ((4, 16), (8, 31)),
}


@cache
def _bank_holidays() -> "HolidayBase":
    from holidays import country_holidays

    return country_holidays("GB", subdiv="ENG")


def is_working_day(day: date) -> bool:
    """Tell whether a day is neither at the weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in _bank_holidays()


def working_days_between(start: date, end: date) -> int:
    """Return how many working days come after one day and up to another, that one included.

    Args:
        start: not counted itself.
        end: counted where it is a working day. Before `start` the number is negative.
    """
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def shift_working_days(day: date, number: int) -> date:
    """Return the working day so many working days after a day, or before it where the number is negative.

    Args:
        day: where to start; it need not be a working day and does not count.
        number: in working days. With 0 the day itself comes back.
    """
    step = timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def add_months(day: date, number: int) -> date:
    """Return the same day so many months later (earlier where negative), or that month's last day."""
    years, month = divmod(day.month - 1 + number, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def academic_year(day: date) -> int:
    """Return the calendar year in which the academic year of a day begins, on 1 September."""
    return day.year if day.month >= 9 else day.year - 1


def school_year(dob: date, day: date) -> int:
    """Return the school year of a child who is taught with their own age group.

    Args:
        dob: date of birth.
        day: the day that is asked about.

    Returns:
        0 for Reception, 1 to 13 for Year 1 to Year 13; less than 0 before school (-1 the nursery year), more
        than 13 after it.
    """
    # A child starts Reception in the September after the fourth birthday; 1 September counts for the next year.
    return academic_year(day) - academic_year(dob) - 5


def school_year_name(year: int) -> str | None:
    """Return "Reception" or "Year N", or None outside school."""
    if year == RECEPTION:
        return "Reception"
    return f"Year {year}" if 1 <= year <= 13 else None


def school_term(day: date) -> Term:
    """Return the term a day falls in; the holiday after a term counts with it."""
    if day.month >= 9:
        return "autumn"
    return "spring" if (day.month, day.day) <= TERMS["spring"][1] else "summer"


def term_dates(term: Term, year: int) -> tuple[date, date]:
    """Return the earliest first and the latest last day of a term in a calendar year."""
    (from_month, from_day), (to_month, to_day) = TERMS[term]
    return date(year, from_month, from_day), date(year, to_month, to_day)
