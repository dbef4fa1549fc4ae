"""The suggestion beside a slip of grammar must be words that the writer can put in."""

import pytest

from advice_audit.language.grammar import slips
from advice_audit.language.pipeline import load


@pytest.mark.parametrize(
    ("text", "instead"),
    [("He is happy in what ever he chooses.", "whatever"), ("They look every where for him.", "everywhere")],
)
def test_split_words_are_written_together(text, instead):
    (sentence,) = load()(text).sents
    assert [slip.instead for slip in slips(sentence)] == [instead]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He should of been told.", ("should of", "should have")),
        ("The lifting effects his dad's back.", ("effects", "affects")),
        ("She has not ate since Friday.", ("ate", "eaten")),
        ("They missed three appointment's in May.", ("appointment's", "appointments")),
        ("He dont like the noise.", ("dont", "don't")),
        ("Each of them sleep badly.", ("Each of them sleep", "Each of them sleeps")),
        ("It is for anyone at school who need it.", ("who need", "who needs")),
        ("Leonid is resilient boy.", ("resilient boy", "a resilient boy")),
        ("His mother says that he dress himself.", ("he dress himself", "he dresses himself")),
        ("The rows has got worse since May.", ("rows has", "rows have")),
        ("The delay have been hard on them.", ("delay have", "delay has")),
        ("It happens alot.", ("alot", "a lot")),
        ("They moved to there flat in May.", ("there", "their")),
    ],
)
def test_a_slip_comes_with_the_words_to_put_in(text, found):
    (sentence,) = load()(text).sents
    assert found in [(sentence.doc[slip.start : slip.end].text, slip.instead) for slip in slips(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "The side effects the doctor named have gone.",
        "The family have asked for help and the team are slow.",
        "Hand-holding, and practice at the crossing, help him.",
        "She bolts on most walks, three times since Easter.",
        "The council's own service comes weekly.",
        "Ten hours is what they have.",
        "What helps the boys is a rule.",
        "One of the lessons was about roads.",
        "He asked whose two brothers they were.",
        "They stayed there nights and days.",
    ],
)
def test_sound_english_is_left_alone(text):
    assert [slip for sentence in load()(text).sents for slip in slips(sentence)] == []
