from datetime import date

import pytest

from advice_audit.language.form_dates import form_dates
from advice_audit.language.pipeline import annotate, load
from advice_audit.training.minis import document_of


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


@pytest.mark.parametrize(
    ("text", "day"),
    [("Asked for on Wednesday 4 June", date(2025, 6, 4)), ("Asked for on 4 June", date(2026, 6, 4))],
)
def test_the_weekday_tells_which_year_is_meant(text, day):
    assert [found for _, found in form_dates(text, [2026, 2025])] == [day]


@pytest.mark.parametrize(
    ("front", "requested", "completed"),
    [
        (["Date asked for: Tuesday 6 February", "Date completed: 12 March 2024"], date(2024, 2, 6), date(2024, 3, 12)),
        (["Date asked for: 3 December", "Date completed: 10 January 2025"], date(2024, 12, 3), date(2025, 1, 10)),
        (["Date asked for: 3 December 2024", "Date completed: 10 January"], date(2024, 12, 3), date(2025, 1, 10)),
    ],
)
def test_a_day_without_a_year_is_in_the_forms_year_and_what_was_asked_comes_first(front, requested, completed):
    document = document_of(["Name: Sam Pell", *front], [("Sam's views", "Sam likes trains.")])
    (doc,) = annotate(load(), [document])
    assert (doc._.facts.requested, doc._.facts.completed) == (requested, completed)


@pytest.mark.parametrize(
    ("front", "asked", "done"),
    [
        (
            ["Form sent to us: 2 September 2024", "Form filled in: 11 October 2024"],
            date(2024, 9, 2),
            date(2024, 10, 11),
        ),
        (
            ["Date of the tribunal's direction: 15 January 2024", "Date of this advice: 16 February 2024"],
            date(2024, 1, 15),
            date(2024, 2, 16),
        ),
    ],
)
def test_what_was_sent_to_us_was_asked_for(front, asked, done):
    (doc,) = annotate(load(), [document_of(["Name: Sam Pell", *front], [("Strengths", "Sam swims.")])])
    assert (doc._.facts.requested, doc._.facts.completed) == (asked, done)
