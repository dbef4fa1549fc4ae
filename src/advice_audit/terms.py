"""The terms of the audit cycle: `2026-autumn` is audited in November 2026, `2026-spring` in March, `2026-summer` in July.

The year is the calendar year of the audit month.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from advice_audit.errors import ConfigurationError
from advice_audit.rubric.calendar import Term, add_months, school_term, term_dates

AUDIT_MONTHS: dict[Term, int] = {"spring": 3, "summer": 7, "autumn": 11}
_ORDER: tuple[Term, ...] = ("spring", "summer", "autumn")
_FORM = re.compile(r"(\d{4})-(autumn|spring|summer)", re.IGNORECASE)


@total_ordering
@dataclass(frozen=True, slots=True)
class AuditTerm:
    """One term of one calendar year. Earlier terms sort first."""

    year: int
    season: Term

    def __str__(self) -> str:
        return f"{self.year}-{self.season}"

    def __lt__(self, other: "AuditTerm") -> bool:
        return self._number < other._number

    @property
    def _number(self) -> int:
        return self.year * 3 + _ORDER.index(self.season)

    @property
    def title(self) -> str:
        """Return its name in words: `autumn term 2026`."""
        return f"{self.season} term {self.year}"

    @property
    def first(self) -> date:
        """Return the earliest first day."""
        return term_dates(self.season, self.year)[0]

    @property
    def last(self) -> date:
        """Return the latest last day; the holiday after the term counts with it."""
        return term_dates(self.season, self.year)[1]

    @property
    def audit_month(self) -> date:
        """Return the first day of the month in which it is audited."""
        return date(self.year, AUDIT_MONTHS[self.season], 1)

    def shifted(self, number: int) -> "AuditTerm":
        """Return the term so many terms later; earlier where the number is negative."""
        year, place = divmod(self._number + number, 3)
        return AuditTerm(year, _ORDER[place])


def parse_term(text: str) -> AuditTerm:
    """Read a term as it is given on the command line.

    Raises:
        ConfigurationError: it is not written as `2026-autumn`.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ConfigurationError("bad-term", f"{text}: not a term; write it as 2026-autumn, 2027-spring or 2027-summer")
    season: Term = next(name for name in _ORDER if name == found[2].lower())
    return AuditTerm(int(found[1]), season)


def term_of(day: date) -> AuditTerm:
    """Return the term a day falls in."""
    return AuditTerm(day.year, school_term(day))


def next_audit(today: date) -> AuditTerm:
    """Return the first term whose audit month is not over yet."""
    term = term_of(today).shifted(-1)
    while add_months(term.audit_month, 1) <= today:
        term = term.shifted(1)
    return term


_YEAR = re.compile(r"(\d{4})(?:[-/](\d{2}|\d{4}))?")


def parse_year(text: str) -> list[AuditTerm]:
    """Read an academic year, and return its three terms, earliest first.

    Args:
        text: `2025-26`, `2025/26` or `2025-2026`; `2026` alone is the year that ends in 2026, whose report the board
            has in September 2026.

    Raises:
        ConfigurationError: it is not a year, or not two years that follow each other.
    """
    found = _YEAR.fullmatch(text.strip())
    first = int(found[1]) if found else 0
    if found and found[2] is None:
        first -= 1
    elif not found or (first + 1) % 10 ** len(found[2]) != int(found[2]):
        raise ConfigurationError("bad-year", f"{text}: not a year; write it as 2025-26, or as 2026 for the same")
    autumn = AuditTerm(first, "autumn")
    return [autumn.shifted(number) for number in range(3)]
