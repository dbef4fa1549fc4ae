"""Which pronouns the text uses for the child."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from advice_audit.language.canonical import sentences_of, words_of
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

# "With his mum, Gail": whoever is spoken to or of, it is the child whose mother she is.
_OWN_PEOPLE = re.compile(
    r"\b(?P<whose>his|her) (?:own )?(?:foster |step-?|birth |older |younger |little |big )?"
    r"(?:mum|mam|dad|mother|father|parents|carers?|nan|nani|nana|gran|granny|grandma|grandad|grandmother|grandfather|grandparents)\b",
    re.I,
)
_OF_OWN = 3

# Where the form asks about the child alone, a mother called by her first name seldom is the one meant.
OF_THE_CHILD = frozenset({"child_views", "child_aspirations"})

_SETS = (("he", HE, MALE), ("she", SHE, FEMALE), ("they", THEY, _OTHERS))


def pronouns_of(doc: Doc, names: Sequence[str]) -> Pronouns | None:
    """Return the pronouns that follow the child's name, by majority.

    Sentences that also name somebody of one gender say nothing about the other reading and are left out.

    Args:
        doc: with `doc.spans["sentences"]`.
        names: the forms in which the child is named.
    """
    named = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(n) for n in names) + r")(?!\w)") if names else None
    sentences = sentences_of(doc)
    texts = [words_of(sentence) for sentence in sentences]
    # Some of the whole text: where a mother speaks in most sentences, few are left that have the name alone.
    counts: Counter[str] = Counter()
    for text in texts:
        _count(text, counts)
    counts = Counter({word: number * 3 // 5 for word, number in counts.items()})
    for text in texts:
        for match in _OWN_PEOPLE.finditer(text):
            counts["he" if match["whose"].lower() == "his" else "she"] += _OF_OWN
    follows = False
    for sentence, text in zip(sentences, (_TELLS.sub("", text) for text in texts), strict=True):
        here = bool(named and named.search(text))
        if sentence.label_ in OF_THE_CHILD:
            _count(text, counts, 3)
        if here or follows or named is None:
            _count(text, counts, 3 if here else 1)
        follows = here and not (FEMALE.search(text) or MALE.search(text))
    best: Pronouns = "she" if counts["she"] > counts["he"] else "he"
    if counts["they"] > 2 * (counts["he"] + counts["she"]) and counts["they"] >= 6:
        return "they"
    return best if counts[best] else None


def _count(text: str, counts: Counter[str], weight: int = 1) -> None:
    # The words for others are many and a pronoun is short: they are sought only where there is one.
    for word, pronoun, others in _SETS if weight > 1 else _SETS[:2]:
        if (said := len(pronoun.findall(text))) and not others.search(text):
            counts[word] += weight * said
