"""Sentences in which somebody agrees that information may be shared."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.canonical import sentences_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_AGREE = re.compile(
    r"\b(consent\w*|agree[sd]?|agreement|permission|happy (for|with|to|that)|signed|said yes|approv\w+|content (for|that)|"
    r"no objection|ok(ay)? (for|to|with)|given (her|his|their) (ok|word|leave)|allow(s|ed)?|willing)\b",
    re.I,
)
_SHARE = re.compile(
    r"\b(shar(e|ed|ing)|sent|send|pass(ed)? on|go(es)? to|given to|seen by|used|submitted|advice|report|information|"
    r"paper|form|document|read|contents?|copy)\b",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(not (yet )?(been )?(sought|asked|given|obtained|signed|seen|agreed|consented)|no (written )?consent|"
    r"awaiting|outstanding|to be (sought|obtained|confirmed|discussed|signed)|tbc|tba|will (be asked|ask|seek|sign)|"
    r"has not|have not|hasn't|haven't|did not|didn't|yet to|pending|unable to|refus\w+|declin\w+|withh\w+|assumed?|implied)\b",
    re.I,
)
_RESPONSIBILITY = re.compile(r"\bparental responsibility\b|\bPR\b")
_PARENT = re.compile(
    r"\b(mum|mam|mother|dad|father|parents?|carers?|guardians?|grand(mother|father|parents?)|gran|nan|mrs|mr|ms|miss|"
    r"local authority|council|social worker)\b",
    re.I,
)


def passages(doc: "Doc") -> "list[Span]":
    """Return the sentences under a consent heading, and any other that speaks of agreeing to share."""
    found = []
    for sentence in sentences_of(doc):
        text = sentence.text
        if sentence.label_ == "consent" or (_AGREE.search(text) and _SHARE.search(text) and sentence.label_ not in OWN):
            found.append(sentence)
    return found


# Sections whose talk of agreeing is about support, not about sharing.
OWN = frozenset(
    {"child_views", "child_aspirations", "family_views", "family_aspirations", "outcomes", "needs", "needs_met_elsewhere",
     "provision_h1", "provision_h2", "strengths", "chronology"}
)  # fmt: skip


def cues(doc: "Doc", sentences: "list[Span]") -> dict[str, float]:
    """Return what the sentences say: agreement, not yet, by a parent, by the young person, at what age."""
    facts = doc._.facts
    age = facts.age if facts else None
    forename = (facts.child or "").split(" ")[0] if facts else ""
    agreed = [s.text for s in sentences if _AGREE.search(s.text) and not _NOT_YET.search(s.text)]
    young = any(_young_person_agrees(s, forename) for s in sentences if not _NOT_YET.search(s.text))
    adult = age is not None and age >= 16
    parent = any(_PARENT.search(t) for t in agreed) or any(_RESPONSIBILITY.search(s.text) for s in sentences)
    return {
        "any": float(bool(sentences)),
        "agreed": float(bool(agreed)),
        "not_yet": float(any(_NOT_YET.search(s.text) for s in sentences)),
        "section": float(any(s.label_ == "consent" for s in sentences)),
        "responsibility": float(any(_RESPONSIBILITY.search(s.text) for s in sentences)),
        "adult": float(adult),
        "valid": float(young if adult else bool(agreed) and (parent or young or bool(agreed))),
        "wrong_person": float(adult and bool(agreed) and not young),
    }


def _young_person_agrees(sentence: "Span", forename: str) -> bool:
    """Tell whether the young person is the one who agrees: named before the verb, or plainly in their own voice."""
    agree = _AGREE.search(sentence.text)
    if agree is None:
        return False
    text = sentence.text
    names = [forename, "young person", "I "] if forename else ["young person", "I "]
    before = text[: agree.end()]
    return any(n and n in before for n in names) or bool(
        forename and re.search(rf"\b(by|from|both|and)\s+(?:\w+\s){{0,2}}{re.escape(forename)}\b", text)
    )
