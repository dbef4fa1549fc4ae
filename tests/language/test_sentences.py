"""Sentence boundaries that layout decides, without and with the parser."""

import pytest
import spacy

from advice_audit.language.sentences import advice_sentences, ends_block, is_initial
from advice_audit.language.tokenizer import customise_tokenizer


@pytest.fixture(scope="module")
def blank():
    return customise_tokenizer(spacy.blank("en"))


def starts(doc):
    return {token.text: token.is_sent_start for token in doc}


def test_line_break_starts_a_sentence(blank):
    doc = advice_sentences(blank("Sleep\nHe wakes\n\nBathing"))
    assert [token.text for token in doc if token.is_sent_start] == ["Sleep", "He", "Bathing"]


def test_indent_after_line_break_is_skipped(blank):
    doc = advice_sentences(blank("Sleep\n   He wakes"))
    assert [token.text for token in doc if token.is_sent_start] == ["Sleep", "He"]


@pytest.mark.parametrize("text", ["Mr. Khan", "Dr. Khan", "Cllr. Khan", "e.g. Khan", "approx. Khan"])
def test_title_or_pointer_never_ends(blank, text):
    doc = advice_sentences(blank(f"Then {text} came"))
    assert starts(doc)["Khan"] is False


def test_initial_before_small_letter_never_ends(blank):
    doc = advice_sentences(blank("Then A. was seen"))
    assert starts(doc)["was"] is False


def test_initial_before_capital_is_left_open(blank):
    doc = advice_sentences(blank("It was plan A. She left"))
    assert starts(doc)["She"] is None


def test_title_at_the_end_of_a_line_still_ends(blank):
    doc = advice_sentences(blank("Mr.\nKhan"))
    assert starts(doc)["Khan"] is True


def test_empty_text(blank):
    assert len(advice_sentences(blank(""))) == 0


def test_helpers(blank):
    doc = blank("A. \n b")
    assert is_initial(doc[0])
    assert not is_initial(doc[2])
    assert ends_block(doc[1])
    assert not ends_block(doc[0])


def test_a_small_letter_after_a_word_or_number_goes_on(blank):
    doc = advice_sentences(blank("A letter of March 2022 records this. then more"))
    assert starts(doc)["records"] is False
    assert starts(doc)["then"] is not False
