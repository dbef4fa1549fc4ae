"""Which pronouns the text uses for the child."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from advice_audit.language.canonical import sentences_of
from advice_audit.language.people_words import FEMALE, MALE

Pronouns = Literal["he", "she", "they"]
HE = re.compile(r"\b(?:he|him|his|himself)\b", re.I)
SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.I)
THEY = re.compile(r"\b(?:they|them|their|themself|themselves)\b", re.I)
# Whoever tells is not the child as a rule: "Sam bites the baby, she says".
_TELLS = re.compile(
    r"\b(?:he|she) (?:says|said|tells|told|reports|reported|adds|added|thinks|feels|explained|worries|finds)\b", re.I
)
_OTHERS = re.compile(
    r"\b(?:parents|family|friends|children|boys|girls|siblings|brothers|sisters|staff|carers|workers|people|both|Mr and Mrs|teachers)\b",
    re.I,
)


def pronouns_of(doc: Doc, names: Sequence[str]) -> Pronouns | None:
    """Return the pronouns that follow the child's name, by majority.

    Sentences that also name somebody of one gender say nothing about the other reading and are left out.

    Args:
        doc: with `doc.spans["sentences"]`.
        names: the forms in which the child is named.
    """
    named = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in names) + r")(?!\w)") if names else None
    counts: Counter[str] = Counter()
    # Some of the whole text: where a mother speaks in most sentences, few are left that have the name alone.
    _count_all(doc, counts)
    for word in counts:
        counts[word] = counts[word] * 3 // 5
    follows = False
    for sentence in sentences_of(doc):
        text = _TELLS.sub("", sentence.text)
        here = bool(named and named.search(text))
        _count(text, counts, 3 if here else 1 if follows or named is None else 0)
        follows = here and not (FEMALE.search(text) or MALE.search(text))
    best: Pronouns = "she" if counts["she"] > counts["he"] else "he"
    if counts["they"] > 2 * (counts["he"] + counts["she"]) and counts["they"] >= 6:
        return "they"
    return best if counts[best] else None


def _count_all(doc: Doc, counts: Counter[str]) -> None:
    for sentence in sentences_of(doc):
        counts["he"] += 0 if MALE.search(sentence.text) else len(HE.findall(sentence.text))
        counts["she"] += 0 if FEMALE.search(sentence.text) else len(SHE.findall(sentence.text))


def _count(text: str, counts: Counter[str], weight: int) -> None:
    if not weight:
        return
    if not MALE.search(text):
        counts["he"] += weight * len(HE.findall(text))
    if not FEMALE.search(text):
        counts["she"] += weight * len(SHE.findall(text))
    if not _OTHERS.search(text) and weight > 1:
        counts["they"] += weight * len(THEY.findall(text))
