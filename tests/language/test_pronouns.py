"""Which pronouns an advice uses for its child, where most of those in it are the parents'."""

from advice_audit.language.pipeline import annotate, load
from advice_audit.training.minis import mini_document


def test_whose_mother_she_is_says_which_pronouns_are_the_childs():
    letter = "You told Gail that she talks too much. She laughed."
    sections = [
        ("Reason for this advice", "Sam lives with his mum, Gail. On Sundays he goes to his nan and his grandad."),
        ("Sam's views", letter),
    ]
    (doc,) = annotate(load(), [mini_document(sections)])
    assert doc._.facts.pronouns == "he"
