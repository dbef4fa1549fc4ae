from datetime import date

import pytest

from advice_audit.language.form_dates import form_dates


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Review 12 March 2025; asked 20 January; sent 14 February", [(2025, 3, 12), (2025, 1, 20), (2025, 2, 14)]),
        ("Born on the seventh of October 2018", [(2018, 10, 7)]),
        ("Born on the thirty-first of January 2019", [(2019, 1, 31)]),
        ("Asked on 3 April, answered on 5 May 2023", [(2023, 4, 3), (2023, 5, 5)]),
    ],
)
def test_a_year_said_once_and_days_in_words(text, days):
    assert sorted(day for _, day in form_dates(text)) == sorted(date(*day) for day in days)


def test_a_birthday_lends_no_year_to_other_days():
    assert form_dates("Born 4 May 2012; asked 20 January") == [(5, date(2012, 5, 4))]


def test_a_day_that_no_month_has_is_left_out():
    assert form_dates("30 February, finished on 1 March 2024") == [(25, date(2024, 3, 1))]
