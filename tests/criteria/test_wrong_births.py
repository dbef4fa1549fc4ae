"""A date of birth from another child's papers is quoted whole, however it is written."""

import pytest

from advice_audit.checks.privacy._wrong_births import wrong_births
from advice_audit.language.pipeline import annotate, load
from advice_audit.training.minis import mini_document


@pytest.mark.parametrize("day", ["11 November 2005", "3rd May, 2009", "11/11/2005", "11.11.2005"])
def test_the_date_is_quoted_whole(day):
    text = f"The council shares responsibility for Sam (born {day}) and has agreed."
    (doc,) = annotate(load(), [mini_document([("Consent to share", text)])])
    assert [span.text for span in wrong_births(doc, doc._.facts)] == [day]


def test_a_birth_that_something_is_counted_from():
    text = "From his birth on 9th November 2019 until now there has been nothing."
    (doc,) = annotate(load(), [mini_document([("What has gone before", text)])])
    assert [span.text for span in wrong_births(doc, doc._.facts)] == ["9th November 2019"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("His aunt agreed that what is said of Sam (9.9.2015) may be shared.", ["9.9.2015"]),
        ("Between the birth of Sam, on 7 November 2015, and last year nothing is on file.", ["7 November 2015"]),
        ("He would like to be left alone, says Sam (9.5.2023).", []),
        ("Since the birth of his brother, on 7 November 2015, Sam sleeps badly.", []),
    ],
)
def test_a_date_that_stands_for_a_birth(text, wrong):
    (doc,) = annotate(load(), [mini_document([("Consent to share", text)])])
    assert [span.text for span in wrong_births(doc, doc._.facts)] == wrong
