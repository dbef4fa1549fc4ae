"""Whose voice a sentence has: plain cases that must always hold, and the parts that the component is made of."""

import pytest
from spacy.tokens import Doc

from advice_audit.language.pipeline import annotate, load
from advice_audit.language.voice_cues import readings
from advice_audit.language.voice_quotes import quoted
from advice_audit.language.voices import LABELS
from advice_audit.training.minis import mini_document

CHILD, FAMILY = "The child's views", "The family's views"
CASES = [
    (CHILD, '"I like the red bus," Sam said.', "child_own_words"),
    (CHILD, "“They all talk at once and it hurts,” he told me.", "child_own_words"),
    (CHILD, "Sam told the worker that he likes trains.", "child_reported"),
    (CHILD, "Sam said that he does not want to move house.", "child_reported"),
    (CHILD, "He smiled and pushed the swing card to the top of the pile.", "child_observed"),
    (CHILD, "Mum says that he would like more friends.", "carer"),
    (CHILD, "His mother thinks that he is lonely.", "carer"),
    (FAMILY, "Both parents feel that the nights are too long.", "carer"),
    (FAMILY, "According to his grandmother he eats well at her house.", "carer"),
    (FAMILY, "Nights are the hardest, his father said.", "carer"),
    (FAMILY, "It was reported by his mother that two doors have been broken.", "carer"),
    (FAMILY, "The class teacher says that he is calmer than he was.", "professional"),
    (FAMILY, "It is felt that he would do better in a smaller group.", "nobody"),
]


@pytest.fixture(scope="module")
def docs() -> list[Doc]:
    return list(annotate(load(), [mini_document([(heading, text)]) for heading, text, _ in CASES]))


def last(doc: Doc):
    return doc.spans["voices"][-1]


@pytest.mark.parametrize("index", range(len(CASES)), ids=lambda i: CASES[i][1][:40])
def test_plain_cases(index, docs):
    assert last(docs[index]).label_ == CASES[index][2]


def test_voices_stand_beside_sentences(docs):
    for doc in docs:
        spans = [(s.start, s.end) for s in doc.spans["sentences"]]
        assert [(v.start, v.end) for v in doc.spans["voices"]] == spans
        assert all(v.label_ in LABELS and 0 < v._.confidence <= 1 for v in doc.spans["voices"])


def test_carer_is_named_and_the_deciding_word_is_kept(docs):
    voice = last(docs[5])
    assert voice._.person == "Mum"
    assert voice._.cue.text == "says"


def test_attribution_carries_to_the_next_sentence():
    document = mini_document([(FAMILY, "Mum has two worries about the nights. He wakes at three and does not settle.")])
    doc = next(annotate(load(), [document]))
    assert readings(doc)[-1].speakers[0].kind == "carer"
    assert not readings(doc)[-1].own


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "go away" and left.', "go away"),
        ("He said “go away” and left.", "go away"),
        ("He said ‘go away’ and left.", "go away"),
        ("He said 'go away' and left.", "go away"),
        ("“Mum says ‘no’ a lot,” he said.", "Mum says ‘no’ a lot"),
        ("The boys’ room is at his nan’s house, isn’t it.", ""),
        ("It isn't Sam's bike, it's Jo's.", ""),
    ],
)
def test_quotation_marks_and_apostrophes(text, inside):
    doc = load().make_doc(text)
    marks = "“”‘’\"',"
    words = " ".join(t.text for t, q in zip(doc, quoted(doc), strict=True) if q and t.text not in marks)
    wanted = " ".join(t.text for t in load().make_doc(inside) if t.text not in marks)
    assert words == wanted
