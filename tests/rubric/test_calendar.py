from datetime import date

import pytest

from advice_audit.rubric.calendar import (
    academic_year,
    add_months,
    is_working_day,
    school_term,
    school_year,
    school_year_name,
    shift_working_days,
    term_dates,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2024, 3, 29), False),  # Good Friday
        (date(2024, 4, 1), False),  # Easter Monday, a holiday in England but not in Scotland
        (date(2024, 8, 26), False),  # summer bank holiday, last Monday of August in England
        (date(2024, 8, 5), True),  # Scotland's summer bank holiday
        (date(2022, 9, 19), False),  # State funeral
        (date(2024, 3, 30), False),  # a Saturday
        (date(2024, 4, 2), True),
        (date(2022, 1, 3), False),  # New Year's Day moved to Monday
    ],
)
def test_working_day(day: date, working: bool) -> None:
    assert is_working_day(day) is working


def test_working_days_between_skips_weekends_and_bank_holidays() -> None:
    assert working_days_between(date(2024, 3, 28), date(2024, 4, 2)) == 1
    assert working_days_between(date(2024, 3, 4), date(2024, 3, 11)) == 5
    assert working_days_between(date(2024, 3, 4), date(2024, 3, 4)) == 0
    assert working_days_between(date(2024, 4, 2), date(2024, 3, 28)) == -1


def test_eleven_working_days_before_a_meeting() -> None:
    before = shift_working_days(date(2024, 4, 15), -11)
    assert before == date(2024, 3, 27)
    assert working_days_between(before, date(2024, 4, 15)) == 11


@pytest.mark.parametrize("number", [-30, -1, 0, 1, 7, 60])
def test_shift_is_the_inverse_of_counting(number: int) -> None:
    start = date(2023, 12, 20)
    assert working_days_between(start, shift_working_days(start, number)) == number


def test_months_end_on_the_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 3, 15), -12) == date(2023, 3, 15)
    assert add_months(date(2023, 11, 30), 3) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("dob", "day", "name"),
    [
        (date(2014, 3, 2), date(2022, 10, 10), "Year 4"),
        (date(2014, 8, 31), date(2018, 9, 1), "Reception"),
        (date(2014, 9, 1), date(2018, 9, 1), None),  # the oldest of the year below
        (date(2014, 9, 1), date(2019, 9, 1), "Reception"),
        (date(2006, 11, 5), date(2025, 7, 1), "Year 13"),
        (date(2006, 8, 5), date(2025, 7, 1), None),
    ],
)
def test_school_year(dob: date, day: date, name: str | None) -> None:
    assert school_year_name(school_year(dob, day)) == name


def test_terms_cover_the_year() -> None:
    for month in range(1, 13):
        day = date(2024, month, 20)
        first, last = term_dates(school_term(day), 2024)
        assert first <= day <= last
    assert academic_year(date(2024, 8, 31)) == 2023
    assert academic_year(date(2024, 9, 1)) == 2024
