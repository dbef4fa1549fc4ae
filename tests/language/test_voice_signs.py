"""The signs that the voices component reads: who is listed, who speaks together, asides, brackets, papers, letters to the child."""

import pytest

from advice_audit.language.pipeline import annotate, load
from advice_audit.language.voice_cues import readings
from advice_audit.language.voice_speakers import Speakers
from advice_audit.training.minis import mini_document

FAMILY, CHILD, NEEDS = "The family's views", "The child's views", "Social and care needs"
FRONT = ("Details", "Parents and carers: Tash, Nanny Bev, Dr Helena Voss\nProfessionals involved: Mr Sealey, Femi")
SENTENCES = [
    (FAMILY, "Tash says that he is out past midnight."),
    (FAMILY, "Dr Voss supposes that he would ask for a holiday."),
    (NEEDS, "His mother and his key person both tell us that he bites."),
    (FAMILY, "Mum and Dad both feel that the nights are too long."),
    (FAMILY, "Mum and his nan both say that he has lost weight."),
    (NEEDS, "That he has given up the choir is mourned by mother and by Sam alike."),
    (NEEDS, "Ran out of the house three times since Easter (Tash)"),
    (NEEDS, "He has, so Tash told me, never told a lie."),
    (NEEDS, "Sleep: mum reports that he wakes at two."),
    (NEEDS, "Her letter took forty minutes to read."),
    (NEEDS, "Dr Lal's clinic letter of 2 May records no sense of danger."),
    (NEEDS, "Sam is too young to say what he hopes for."),
]


@pytest.fixture(scope="module")
def found():
    documents = [mini_document([FRONT, (heading, text)]) for heading, text in SENTENCES]
    return [readings(doc)[-1] for doc in annotate(load(), documents)]


def test_the_forms_front_says_who_is_a_carer(found):
    assert found[0].speakers[0].kind == "carer"
    assert found[1].speakers[0].kind == "carer"


@pytest.mark.parametrize(("index", "together"), [(2, True), (3, False), (4, True), (5, True), (0, False)])
def test_people_together_save_a_couple(found, index, together):
    assert ("several by rule" in found[index].shape) is together


def test_a_bracket_at_the_end_names_the_source(found):
    assert "source:carer" in found[6].example.cues


def test_an_aside_beats_the_subject_of_the_sentence(found):
    assert found[7].shape["aside:carer"] == 1.0


def test_mum_reports_is_not_a_report(found):
    assert found[8].speakers[0].kind == "carer"
    assert "has:document" not in found[8].shape


def test_amounts_of_time_are_no_papers(found):
    doc = next(annotate(load(), [mini_document([(NEEDS, "It took forty minutes.")])]))
    at = Speakers(doc).at
    assert not any(at[i].kind == "document" for i in at if doc[i].lower_ == "minutes")


def test_a_professionals_letter_is_a_paper_throughout(found):
    assert found[10].shape["names first:document"] == 1.0


def test_a_verb_that_hangs_on_another_clause_is_no_strong_sign(found):
    assert not any(cue.startswith("strong") for cue in found[11].shape)


def test_you_is_the_child_in_a_letter_to_the_child():
    text = "You told me that you like rain. Your mum thinks that you are lonely. You would like help with the bus."
    doc = next(annotate(load(), [mini_document([(CHILD, text)])]))
    assert Speakers(doc).addressed
    assert [v.label_ for v in doc.spans["voices"]][-3:] == ["child_reported", "carer", "child_reported"]


def test_you_is_nobody_in_particular_elsewhere():
    doc = next(annotate(load(), [mini_document([(CHILD, 'Sam said "you and you and your dog". He smiled.')])]))
    assert not Speakers(doc).addressed
