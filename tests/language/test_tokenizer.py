"""Tokens of forms and case notes."""

import pytest
import spacy

from advice_audit.language.tokenizer import customise_tokenizer

CASES = [
    ("A. was seen on 3/5/22", ["A.", "was", "seen", "on", "3/5/22"]),
    ("Mum’s view", ["Mum", "’s", "view"]),
    ("He doesn’t sleep", ["He", "does", "n’t", "sleep"]),
    ("“I don't like it,” he said", ["“", "I", "do", "n't", "like", "it", ",", "”", "he", "said"]),
    ("‘Go away’", ["‘", "Go", "away", "’"]),
    ("w/c 4 May", ["w/c", "4", "May"]),
    ("Mum/Dad", ["Mum", "/", "Dad"]),
    ("N/A", ["N/A"]),
    ("D.O.B.: 3.5.2011", ["D.O.B.", ":", "3.5.2011"]),
    ("2hrs a week", ["2", "hrs", "a", "week"]),
    ("5pm–7pm", ["5", "pm", "–", "7", "pm"]),
    ("at 10.30am", ["at", "10.30", "am"]),
    ("aged 5–7", ["aged", "5", "–", "7"]),
    ("Age:8", ["Age", ":", "8"]),
    ("•Needs help", ["•", "Needs", "help"]),
    ("☐ Yes ☑ No", ["☐", "Yes", "☑", "No"]),
    ("He settled.Mum left", ["He", "settled", ".", "Mum", "left"]),
    ("happy,safe;loved", ["happy", ",", "safe", ";", "loved"]),
    ("Mr. Khan and Dr. Obi", ["Mr.", "Khan", "and", "Dr.", "Obi"]),
    ("Cllr. Ali approx. 3 yrs. ago", ["Cllr.", "Ali", "approx.", "3", "yrs.", "ago"]),
    ("LAC, EHCP.", ["LAC", ",", "EHCP", "."]),
    ("self-harm", ["self", "-", "harm"]),
    ("2:1 support", ["2:1", "support"]),
    ("Year 6's trip", ["Year", "6", "'s", "trip"]),
    ("£12.50 an hour", ["£", "12.50", "an", "hour"]),
    ("well…then", ["well", "…", "then"]),
    ("Signed:______ Date:", ["Signed", ":", "______", "Date", ":"]),
    ("Stop!!!", ["Stop", "!!!"]),
    ("seen 05-10-2022, 0-25", ["seen", "05-10-2022", ",", "0", "-", "25"]),
    ("non-verbal pre-school", ["non-verbal", "pre-school"]),
    ("and/or on Wed 4 May", ["and", "/", "or", "on", "Wed", "4", "May"]),
]


@pytest.fixture(scope="module")
def nlp():
    return customise_tokenizer(spacy.blank("en"))


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_tokens(nlp, text, tokens):
    assert [token.text for token in nlp.make_doc(text)] == tokens


ODD = ["a\n\nb  c\t d ", "’s“”", "..", "o/ \\ •▪", "3/5/22–4/5/22", ""]


@pytest.mark.parametrize("text", [case[0] for case in CASES] + ODD)
def test_text_survives(nlp, text):
    assert nlp.make_doc(text).text == text


def test_short_form_says_what_it_means(nlp):
    assert nlp.make_doc("w/c 4 May")[0].norm_ == "week commencing"
