"""The calendar behind words of time: Easter, school terms, school years, ends of months.

Term dates differ from council to council; the ones here are the usual English ones, to the fortnight.
"""

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}


def month_range(year: int, month: int) -> Interval:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_range(year: int) -> Interval:
    """Return the first and last day of a calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def season(name: str, year: int) -> Interval:
    """Return the months of a season; winter runs into the next year."""
    if name == "winter":
        return date(year, 12, 1), month_range(year + 1, 2)[1]
    first, last = SEASONS[name]
    return date(year, first, 1), month_range(year, last)[1]


def easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month, _ = divmod(h + m - 7 * n + 90, 25)
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


def term(name: str, year: int) -> Interval:
    """Return a school term: `autumn`, `spring` or `summer` of a calendar year."""
    if name == "autumn":
        return date(year, 9, 1), date(year, 12, 31)
    if name == "spring":
        return date(year, 1, 1), easter(year)
    return easter(year) + timedelta(1), date(year, 7, 31)


def academic_year(day: date) -> int:
    """Return the calendar year in which the school year of a day began (it turns on 1 September)."""
    return day.year if day.month >= 9 else day.year - 1


def school_year(dob: date, day: date) -> int:
    """Return the usual school year on a day: 0 is Reception, negative before it."""
    return academic_year(day) - academic_year(dob) - 5


def end_of_school_year(dob: date, year: int) -> date:
    """Return the last day of a school year (0 is Reception) for a child born on a day."""
    return date(academic_year(dob) + 6 + year, 7, 31)


def birthday(dob: date, age: int) -> date:
    """Return the day on which a child comes to an age; 29 February counts as 1 March."""
    try:
        return dob.replace(year=dob.year + age)
    except ValueError:
        return date(dob.year + age, 3, 1)


def add_months(day: date, months: int) -> date:
    """Return the same day some months later (or earlier), or the month's last day where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
