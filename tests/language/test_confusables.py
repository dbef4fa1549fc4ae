"""Look-alike words are told apart by the words around them, and sound sentences are left alone."""

import math

import pytest

from advice_audit.language.confusables import OTHERS, PAIRS, Model, confused, fingerprint
from advice_audit.language.pipeline import load

# Of the words for which `models/confusables.py` cut the model that ships: of any other it knows too little to judge.
CUT_FOR = 12041562355774944885


def test_the_model_was_cut_for_these_words():
    words = sorted({word for pair in PAIRS for word in pair})
    assert fingerprint(" ".join(words)) == CUT_FOR, (
        "cut the model anew (models/confusables.py), then change this number"
    )


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("The neighbours have done there part.", "there", "their"),
        ("Their has been no word from the clinic since.", "Their", "there"),
        ("She reads far better then him.", "then", "than"),
        ("We could of kept the place for him.", "of", "have"),
        ("On most nights she lays awake until three.", "lays", "lies"),
        ("He looses his temper in queues.", "looses", "loses"),
        ("A chair stops the draft; it was took away.", "took", "taken"),
        ("Nobody knows were he goes after school.", "were", "where"),
        ("The school principle rang me.", "principle", "principal"),
        ("It was quiet a shock to the family.", "quiet", "quite"),
        ("He was to tired to eat.", "to", "too"),
    ],
)
def test_a_look_alike_that_does_not_fit(nlp, text, written, meant):
    (sentence,) = nlp(text).sents
    found = [(sentence.doc[slip.start : slip.end].text, slip.instead) for slip in confused(sentence)]
    assert found == [(written, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "They have done their part, and there is no more to be done.",
        "She is happier there than at home.",
        "He was too tired to eat, and then he went to bed.",
        "We could have kept it; she lays the table and lies down.",
        "The brakes on the trike squeak, and he likes to break sticks.",
        "The effects of the medicine affect his sleep.",
        "Where they were is not known.",
        "He is quiet, and quite content with his own company.",
        "Its wheels are loose, and he would lose them if it's left out.",
        "You're welcome to bring your own.",
    ],
)
def test_sound_english_is_left_alone(nlp, text):
    assert [slip for sentence in nlp(text).sents for slip in confused(sentence)] == []


def test_a_longer_run_tells_more_than_a_shorter_one():
    model = Model()
    too, for_, long = (model.id_of(word) for word in ("too", "for", "long"))
    assert None not in (too, for_, long)
    assert model.log(for_, too, long) > model.log(None, None, long)


def test_all_that_may_follow_sums_to_about_one():
    model = Model()
    ids = [model.id_of(word) for word in ("could", "have")]
    words = range(len(model._words))
    assert math.fsum(10 ** model.log(*ids, word) for word in words) == pytest.approx(1, abs=0.1)


def test_every_pair_is_known_to_the_model():
    model = Model()
    unknown = {word for pair in PAIRS for word in pair if model.id_of(word) is None}
    assert unknown == set()
    assert all(other != word for word, others in OTHERS.items() for other in others)
