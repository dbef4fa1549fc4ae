"""Who stands in the text, and of which gender the text itself shows them: those a pronoun may belong to."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.language.canonical import kept, lowers_of, text_of
from advice_audit.language.forenames import woman
from advice_audit.language.people_words import ANYBODY, FEMALE, FEMALE_WORDS, MALE, MALE_WORDS, TITLE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
# Several people are nobody that "he" or "she" could mean.
_SEVERAL = frozenset("girls boys women men lads mums dads sisters brothers mothers fathers".split())
_LADY, _GENTLEMAN = re.compile(r"^(?:Mrs|Ms|Miss)\b"), re.compile(r"^(?:Mr|Sir)\b")
_ENDS_FEMALE = re.compile(r"(?:[^ou]a|ette|elle|ine|yn|een)$")
_SHORT = {"mgm": 1.0, "pgm": 1.0, "mo": 1.0, "mgf": 0.0, "pgf": 0.0, "fa": 0.0}
"""How workers write mother, father and their mothers and fathers in notes."""
_OF_EITHER = re.compile(r"\b(?:ex|partner)\b", re.I)
_SOMEBODY = frozenset("one another other someone somebody".split())
_REACH = 14
_SURE, _LIKELY, _EITHER = 1.0, 0.75, 0.5
_UNTOLD = _SEVERAL | {"ex", "partner"}
_SHOWN = {**dict.fromkeys(FEMALE_WORDS - _UNTOLD, _SURE), **dict.fromkeys(MALE_WORDS - _UNTOLD, 0.0)}


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody named or called by a word at token `at`.

    Args:
        at: index of the token.
        female: how likely it is that "she" can mean them, from 0 to 1.
        child: whether it is the child of the advice.
        named: whether they stand there by name, not by a word such as "mum" or "the sitter".
    """

    at: int
    female: float
    child: bool = False
    named: bool = False

    def fits(self, pronouns: frozenset[str]) -> float:
        """Return how likely it is that the pronouns of a gender can mean them."""
        return self.female if pronouns is SHE else 1.0 - self.female


def standing(doc: "Doc") -> list[Standing]:
    """Return everybody that stands in the text in order, the child too. Needs `doc.spans["people"]`."""
    return kept(doc, "standing near", lambda: sorted(_all(doc).values(), key=lambda s: s.at))


def _all(doc: "Doc") -> dict[int, Standing]:
    """Return everybody by token; what is surer of somebody is written over what is less sure."""
    found = _by_words(doc)
    shown = genders(doc)
    for entity in doc.ents:
        if entity.label_ == "PERSON" and entity.text.strip():
            found[entity.end - 1] = Standing(entity.end - 1, _by_name(entity.text, shown), named=True)
    for mention in doc.spans["people"]:
        at = mention.end - 1
        if mention._.person.kind == "child":
            found[at] = Standing(at, _EITHER, child=True, named=True)
            continue
        told = (_SHORT.get(mention.text.lower()), _titled(mention.text), _role(mention._.person.role))
        female = next((t for t in told if t is not None), None)
        found[at] = Standing(at, _by_name(mention.text, shown) if female is None else female, named=True)
    return found


def _by_words(doc: "Doc") -> dict[int, Standing]:
    """Return those called by a word ("the sitter", "mum", "one") or in short ("MGM")."""
    text = text_of(doc)
    found: dict[int, Standing] = {}
    for match in ANYBODY.finditer(text):
        if (token := _token(doc, match.end() - 1)) is not None:
            found[token.i] = Standing(token.i, _EITHER)
    for at, word in enumerate(lowers_of(doc)):
        if word in _SHOWN:
            found[at] = Standing(at, _SHOWN[word])
        elif word in _SOMEBODY or word in _SHORT or 2 <= len(word) <= 4:
            token = doc[at]
            somebody = token.dep_.startswith("nsubj") and (word in _SOMEBODY or _initials(token))
            if somebody or (word in _SHORT and token.text[0].isupper()):
                found.setdefault(at, Standing(at, _SHORT.get(word, _EITHER)))
    return found


def _initials(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.is_upper and 2 <= len(token) <= 4


def _token(doc: "Doc", character: int) -> "Token | None":
    span = doc.char_span(character, character + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _titled(name: str) -> float | None:
    return _SURE if _LADY.match(name) else 0.0 if _GENTLEMAN.match(name) else None


def _role(role: str | None) -> float | None:
    words = _OF_EITHER.sub("", role or "")
    female, male = bool(FEMALE.search(words)), bool(MALE.search(words))
    return None if female == male else _SURE if female else 0.0


def _by_name(name: str, shown: dict[str, float]) -> float:
    """Return how likely a name is a woman's: what the text shows of it, and what is known of the forename."""
    first = re.sub(rf"^{TITLE}\s", "", name).split()[0]
    known = woman(first)
    seen = shown.get(first)
    if known is None:
        guess = _LIKELY if _ENDS_FEMALE.search(first) else _EITHER - 0.1
        return guess if seen is None else seen
    sure = 0.95 if known else 0.05
    return sure if seen is None else (seen + 2 * sure) / 3


def genders(doc: "Doc") -> dict[str, float]:
    """Return how likely each forename is a woman's, from the pronouns that follow it with nobody between."""
    return kept(doc, "genders shown", lambda: _shown(doc))


def _shown(doc: "Doc") -> dict[str, float]:
    people = {m.start: m for m in doc.spans["people"]}
    own = HE if (doc._.facts and doc._.facts.pronouns == "he") else SHE
    she: Counter[str] = Counter()
    he: Counter[str] = Counter()
    for mention in people.values():
        if mention._.person.kind == "child" or _titled(mention.text) is not None:
            continue
        word = _following(doc, mention, people)
        if word is not None:
            # The child's own pronoun says less: it may be the child.
            (she if word in SHE else he)[mention.text.split()[0]] += 1 if word in own else 3
    # What is seen once may be the slip itself.
    return {n: (she[n] + 1.0) / (she[n] + he[n] + 2.0) for n in she.keys() | he.keys()}


def _following(doc: "Doc", mention: "Span", people: "dict[int, Span]") -> str | None:
    for token in doc[mention.end : mention.end + _REACH]:
        if token.i in people or FEMALE.fullmatch(token.text) or MALE.fullmatch(token.text) or "\n" in token.text:
            return None
        if token.lower_ in HE | SHE:
            return str(token.lower_)
    return None
