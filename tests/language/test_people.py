"""People and facts on small invented texts."""

from datetime import date

import pytest

from advice_audit.language.details import as_name, full_names, leading_name
from advice_audit.language.facts import Facts
from advice_audit.language.people_find import find_people

CHILD = ("Sam Pell", "Sam")


class Text:
    """What `find_people` needs of a `Doc`."""

    def __init__(self, text):
        self.text, self.ents, self.user_data = text, (), {}


def kinds(text):
    return {m.person.names[-1]: m.person.kind for m in find_people(Text(text), CHILD, Facts(child="Sam Pell"))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He gets on with his brother Ronan.", "Ronan", "other_child"),
        ("He lives with his father's sister, Doina Reyes.", "Doina", "relative"),
        ("His foster carers are Jas and Neil Lister. Foster home, Jas and Neil.", "Jas", "carer"),
        ("His stepfather Graham left. Graham told the social worker that he eats well.", "Graham", "carer"),
        ("The match was watched by Mr Ogden and her helper.", "Ogden", "person"),
        ("He lives with Mr Earl Ogden and Mrs Ann Ogden, foster carers.", "Earl Ogden", "carer"),
        ("His best friend is Idris and they fish.", "Idris", "other_child"),
        ("He misses a boy from the old club called Tariq.", "Tariq", "other_child"),
        ("His cousins, Ivy and Rufus, stay on Sundays.", "Rufus", "other_child"),
        ("Willow, who is six, copies him.", "Willow", "other_child"),
        ("“Me and Callan made a den,” he said.", "Callan", "other_child"),
        ("Aran, his younger brother, is at nursery.", "Aran", "other_child"),
        ("His sister Hollie is 23 and works in Leeds.", "Hollie", "relative"),
        ("Kofi Lane, a youth worker, met him weekly.", "Kofi", "professional"),
        ("I spoke with the SENCO, Ms Adair, on Monday.", "Adair", "professional"),
        ("His mother, Carol Pell, was there.", "Carol", "carer"),
        ("He goes fishing with his uncle Dean.", "Dean", "relative"),
    ],
)
def test_kind_by_introduction(text, name, kind):
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "He walks his dog Biscuit.",
        "He has a rabbit called Clover.",
        "Little Acorns Nursery has a place for him.",
        "He goes to the club on Saturdays.",
        "Sister Maeve Lacey, epilepsy nurse, wrote.",
        "His friends\nHits and kicks at home.",
    ],
)
def test_no_other_child(text):
    assert "other_child" not in kinds(text).values()


def test_child_is_found_by_every_form():
    found = [m for m in find_people(Text("Sam Pell came. Sam sat down."), CHILD, Facts(child="Sam Pell"))]
    assert [m.person.kind for m in found] == ["child", "child"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ellie Maddox, born 9/11/07", "Ellie Maddox"),
        ("Rafferty O’Dowd (Raff)", "Rafferty O’Dowd"),
        ("Kofi Mensah-Reid, born 17 May 2011", "Kofi Mensah-Reid"),
        ("Łucja Śliwa. Year 4", "Łucja Śliwa"),
        ("JUDE KETTLEWELL", "Jude Kettlewell"),
        ("about the family", None),
    ],
)
def test_leading_name(text, name):
    assert leading_name(text) == name


def test_full_names_leave_out_the_words_of_a_title():
    assert full_names(as_name("CLOSING ADVICE FOR NADIA HOSSEINI")) == ["Nadia Hosseini"]


def test_age_is_that_on_completion():
    facts = Facts(dob=date(2014, 10, 5), completed=date(2023, 10, 4))
    assert facts.age == 8
    assert Facts(dob=date(2014, 10, 5)).age is None


def test_a_month_is_nobody():
    assert "Feb" not in kinds("On 6 Feb next door's toddler came in.")
