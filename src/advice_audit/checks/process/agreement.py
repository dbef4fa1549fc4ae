"""Sentences in which somebody agrees that information may be shared."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.canonical import sentences_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_AGREE = re.compile(
    r"\b(consent\w*|agree[sd]?|agreement|permission|happy (for|with|to|that)|signed|said yes|approv\w+|content (for|that)|"
    r"no objection|ok(ay)? (for|to|with)|given (her|his|their) (ok|word|leave)|allow(s|ed)?|willing|yes|thumbs? up|content|"
    r"(?:may|might|can|could) (?:go|be sent|be shared|be seen)|said:? [\"'“‘]+(?:yes|fine|send|go|print|share|ok|okay|it's|do it)\b|nodded|ticked|in favour|obtained|no quarrel|raised nothing against)\b",
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
    r"(?:has not|have not|hasn't|haven't|did not|didn't)(?! (?:\w+ )?(?:object|mind|disagree|question))|yet to|pending|unable to|refus\w+|declin\w+|withh\w+|assumed?|implied)\b",
    re.I,
)
_RESPONSIBILITY = re.compile(r"\bparental responsibility\b|\bPR\b")
_PARENT = re.compile(
    r"\b(mum|mam|mother|dad|father|parents?|carers?|guardians?|grand(mother|father|parents?)|gran|nan|mrs|mr|ms|miss|family)\b",
    re.I,
)
_COUNCIL = re.compile(r"\b(local authority|authority|council|social worker|service manager|county)\b", re.I)
_DECIDES = re.compile(
    r"\b(decide|deciding|decision)s? (this |it |about this |of this )?(for|by) (him|her|them|your)sel|\bable to decide|\bhas (the )?capacity|\bcapacity to",
    re.I,
)
_LACKS = re.compile(
    r"\black(s|ing|ed)? (the )?capacity|\b(not|un)( able|able) to (decide|consent)|\bwithout capacity", re.I
)
ADULT = 16


def passages(doc: "Doc") -> "list[Span]":
    """Return the sentences under a consent heading, and any other that speaks of agreeing to share."""
    found = []
    for sentence in sentences_of(doc):
        text = words_of(sentence)
        if sentence.label_ == "consent" or (_AGREE.search(text) and _SHARE.search(text) and sentence.label_ not in OWN):
            found.append(sentence)
    return found


# Sections whose talk of agreeing is about support, not about sharing.
OWN = frozenset(
    {"child_views", "child_aspirations", "family_views", "family_aspirations", "outcomes", "needs", "needs_met_elsewhere",
     "provision_h1", "provision_h2", "strengths", "chronology"}
)  # fmt: skip


def cues(doc: "Doc", sentences: "list[Span]") -> dict[str, float]:
    """Return what the sentences say: agreement, not yet, by whom, and whether that person's word is enough at this age."""
    facts = doc._.facts
    age = facts.age if facts else None
    adult = age is not None and age >= ADULT
    own = [s for s in sentences if s.label_ == "consent"]
    agreed = [s for s in own or sentences if _AGREE.search(words_of(s)) and not _NOT_YET.search(words_of(s))]
    by = _agreers(doc, agreed)
    young = "child" in by or "you" in by
    parent = "carer" in by or any(_RESPONSIBILITY.search(words_of(s)) for s in sentences)
    cues = {
        "any": float(bool(sentences)),
        "agreed": float(bool(agreed)),
        "not_yet": float(any(_NOT_YET.search(words_of(s)) for s in sentences)),
        "section": float(bool(own)),
        "section agreed": float(any(s.label_ == "consent" for s in agreed)),
        "responsibility": float(any(_RESPONSIBILITY.search(words_of(s)) for s in sentences)),
        "adult": float(adult),
        "decides alone": float(any(_DECIDES.search(words_of(s)) for s in sentences)),
        "lacks capacity": float(any(_LACKS.search(words_of(s)) for s in sentences)),
        "valid": float(young if adult else bool(agreed)),
        "wrong_person": float(adult and bool(agreed) and not young),
        "parent": float(parent),
    }
    cues |= {f"{'adult' if adult else 'minor'} by {who}": 1.0 for who in by}
    return cues


def _agreers(doc: "Doc", agreed: "list[Span]") -> set[str]:
    """Return who agrees: `child`, `carer`, `council`, `you`, `nobody`; the last one named before the agreeing word."""
    places, own = _places(doc), "|".join(_own_names(doc))
    found = set()
    last = "nobody"
    for sentence in agreed:
        text = words_of(sentence)
        match = _AGREE.search(text)
        before, after = (text[: match.end()], text[match.end() :]) if match else ("", "")
        # "He is happy" after "Mr Lund consents" is Mr Lund still.
        acting = _mentions(before, places, last)
        named = acting or (_mentions(after, places, last) if last == "nobody" else [])
        last = named[-1] if named else last
        found.add(last)
        read_to = not acting and re.search(rf"\bto (?:{own})", before, re.I)
        joined = re.search(rf"\b(?:by|from|both|and|so did|as did|with)\s(?:\w+\s){{0,2}}(?:{own})", after, re.I)
        if "child" in acting or read_to or joined:
            found.add("child")
    return found


def _places(doc: "Doc") -> "dict[str, re.Pattern[str]]":
    """Return how each is mentioned as the one who acts: not "for Ada", not "Ada's mother"."""
    others = [re.escape(n) for p in doc._.people.people if p.kind in ("carer", "relative") for n in p.names if n]
    facts = doc._.facts
    initial = rf"|(?-i:\b{re.escape(facts.child[0])}\.)" if facts and facts.child else ""
    acts = r"(?<!\bfor )(?<!\bof )(?<!\babout )(?<!\bwith )(?<!\bto )(?<!\bon )"
    child = rf"{acts}\b(?:{'|'.join(_own_names(doc))})\b(?![’']s\b){initial}|(?-i:\bI\b)|typed|texted"
    return {
        "child": re.compile(child, re.I),
        "carer": re.compile("|".join([_PARENT.pattern, *(rf"\b{name}\b" for name in others)]), re.I),
        "council": _COUNCIL,
        "you": re.compile(r"\byou\b", re.I),
        "pronoun": re.compile(
            {"he": r"\bhe\b", "she": r"\bshe\b"}.get((facts and facts.pronouns) or "", r"\bthey\b"), re.I
        ),
    }


def _own_names(doc: "Doc") -> list[str]:
    return [*(re.escape(n) for p in doc._.people.of("child") for n in p.names if n), "young person"]


def _mentions(text: str, places: "dict[str, re.Pattern[str]]", before: str) -> list[str]:
    """Return who acts in a text, in order; a pronoun is whoever was named last, the child where nobody was."""
    found = sorted((m.start(), m.end(), who) for who, pattern in places.items() for m in pattern.finditer(text))
    last = before
    mentions = []
    for _, _, who in found:
        if who == "pronoun":
            who = last if last == "carer" else "child"
        mentions.append(who)
        last = who
    return mentions
