"""Facts of the form, in several layouts, through the pipeline's own components."""

from datetime import date

import pytest

from advice_audit.language.pipeline import annotate, load
from advice_audit.training.minis import document_of

TEXTS = [
    (["Name: Ellie Maddox", "DOB: 9/11/07", "Request rec'd: 3.4.22", "Date of report: 30.4.22"],
     ("Ellie Maddox", date(2007, 11, 9), date(2022, 4, 3), date(2022, 4, 30))),
    (["Ellie Maddox, born 9 November 2007, Year 10.", "Asked for on 3 April 2022, finished 30 April 2022. Jo Reece, youth worker."],
     ("Ellie Maddox", date(2007, 11, 9), date(2022, 4, 3), date(2022, 4, 30))),
    (["CLOSING ADVICE: ELLIE MADDOX", "Ellie's birthday is 9 November 2007. Written by Jo Reece, youth worker, Youth Team, 30/4/22."],
     ("Ellie Maddox", date(2007, 11, 9), None, date(2022, 4, 30))),
    (["Young person: Ellie Maddox (Els)", "Date of birth: 09.11.2007", "Requested / returned: 3 April 2022 / 30 April 2022"],
     ("Ellie Maddox", date(2007, 11, 9), date(2022, 4, 3), date(2022, 4, 30))),
]  # fmt: skip
BODY = [("Strengths", "Ellie is funny and she is brave. Ellie told me that she likes boxing. She comes each week.")]


@pytest.fixture(scope="module")
def found():
    documents = [document_of(front, BODY) for front, _ in TEXTS]
    return [doc._.facts for doc in annotate(load(), documents)]


@pytest.mark.parametrize("index", range(len(TEXTS)))
def test_form(index, found):
    name, dob, requested, completed = TEXTS[index][1]
    facts = found[index]
    assert (facts.child, facts.dob, facts.requested, facts.completed) == (name, dob, requested, completed)
    assert facts.pronouns == "she"
