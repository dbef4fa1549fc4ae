"""Verbs that do not fit the people they are said of: "Amir enjoy cooking", "him and his mates goes"."""

from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_words import ALSO_NOUNS, MANY_OF, SAME_PAST, of_one

if TYPE_CHECKING:
    from spacy.tokens import Token

KIN = frozenset(
    "mum dad mam mother father nan gran nana grandma grandad grandmother grandfather brother sister uncle aunt auntie stepmum "
    "stepdad cousin partner son daughter wife husband mates friends brothers sisters parents".split()
)
_ONE_OF_KIN = KIN - {"mates", "friends", "brothers", "sisters", "parents"}
_PRONOUNS = frozenset("he she him her i me they them".split())
_OPENS = frozenset(". ; : , – — ( that because when and but as if where".split())
_OWNS = frozenset("his her their my our the".split())
_LEAST = 5
# Here the base form is right: "help Amir enjoy", "did Mum go", "should Dad need".
_BARE = frozenset(
    "let lets make makes made see saw seen watch watched hear heard help helps helped helping have having had do does did should "
    "could would can will may might must shall to than whether suggest suggests suggested recommend recommended ask asks asked "
    "insist insists lest and or nor & both , like with for of between were that".split()
)


def one_person(token: "Token") -> Slip | None:
    """Return the slip in "Amir enjoy cooking": a named person or one of the family with a verb's base form."""
    sentence = token.sent
    if not token.dep_.startswith("nsubj") or token.i + 1 >= sentence.end or len(sentence) < _LEAST:
        return None
    verb, start = _verb(token), _start(token)
    base = verb.tag_ in ("VB", "VBP") and verb.lower_ == verb.lemma_.lower() and verb.is_lower and verb.is_alpha
    ours = verb.i == token.head.i or (
        verb.head.i == token.head.i and verb.dep_.startswith("aux") and verb.lower_ in ("have", "do")
    )
    if (
        not base
        or not ours
        or verb.lower_ in SAME_PAST
        or (verb.lower_ in ALSO_NOUNS - {"need", "want", "like"} and not _takes(verb))
        or verb.lower_.endswith("s")
        or any(c.dep_ == "conj" for c in token.children)
    ):
        return None
    earlier = {t.lower_ for t in token.doc[sentence.start : start]}
    if earlier & _BARE or sentence[-1].text not in (".", "!", ";") or token.tag_ in ("NNS", "NNPS") or _is_house(token):
        return None
    if start > sentence.start and token.doc[start - 1].text not in (".", ";", ":", "because", "when", "but"):
        return None
    words = token.doc[token.i : verb.i].text
    return Slip(token.i, verb.i + 1, "one takes another verb than several", f"{words} {of_one(verb.text)}")


def _takes(verb: "Token") -> bool:
    """Tell "help him" from "help was": what a verb takes follows it."""
    after = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    return (
        after.lower_ in ("that", "him", "her", "them", "it", "me", "us", "the", "a", "his", "their")
        and after.dep_ != "nsubj"
    )


def _verb(token: "Token") -> "Token":
    """Return the word after a person, or after where they are: "his brother in the army send"."""
    last = token.right_edge.i
    far = token.nbor().lower_ in ("in", "at", "from", "on") and token.head.i == last + 1 < token.sent.end
    return token.head if far and last - token.i <= _FAR else token.nbor()


_FAR = 4


def _start(token: "Token") -> int:
    start: int = token.i
    while start > token.sent.start and (
        token.doc[start - 1].ent_type_ == "PERSON"
        or token.doc[start - 1].lower_ in _OWNS | {"mr", "mrs", "ms", "miss", "dr"}
    ):
        start -= 1
    return start


def _is_house(token: "Token") -> bool:
    """Tell a name that is not one person's: only people's and kin's are sure."""
    if token.lower_ in _ONE_OF_KIN:
        return False
    return token.ent_type_ != "PERSON" or (token.i > token.sent.start and token.nbor(-1).lower_ in _OWNS)


def object_for_subject(token: "Token") -> Slip | None:
    """Return the slip in "Her and her mum have the same laugh": a person who acts is "she" or "he"."""
    sentence = token.sent
    if token.i != sentence.start + 1 or token.nbor(-1).lower_ not in _ACTS or token.i + 3 >= sentence.end:
        return None
    second = token.i + 1
    while second < sentence.end - 2 and (
        token.doc[second].lower_ in _OWNS or token.doc[second + 1].ent_type_ == "PERSON" == token.doc[second].ent_type_
    ):
        second += 1
    verb = token.doc[second + 1]
    if not _is_person(token.doc[second]) or verb.tag_ not in ("VBZ", "VBP", "VBD", "MD"):
        return None
    meant = _ACTS[token.nbor(-1).lower_].capitalize()
    return Slip(
        token.i - 1,
        second + 1,
        f"who acts is “{meant.lower()}”",
        meant + token.doc[token.i : second + 1].text.join((" ", "")),
    )


_ACTS = {"her": "she", "him": "he", "them": "they"}


def two_people(token: "Token") -> Slip | None:
    """Return the slip in "Mum and Dad was there" and "him and his mates goes to the park"."""
    sentence = token.sent
    if token.i == sentence.start or token.i + 2 >= sentence.end or not _is_person(token.nbor(-1)):
        return None
    first = _start(token.nbor(-1))
    if first > sentence.start and token.doc[first - 1].lower_ not in ("that", "because", "when", ".", ";"):
        return None
    second = token.i + 1
    while second < sentence.end - 1 and token.doc[second].lower_ in _OWNS:
        second += 1
    while (
        second < sentence.end - 1
        and token.doc[second].ent_type_ == "PERSON"
        and token.doc[second + 1].ent_type_ == "PERSON"
    ):
        second += 1
    verb = token.doc[second + 1] if second + 1 < sentence.end else None
    if verb is None or not _is_person(token.doc[second]) or not verb.is_lower or not verb.is_alpha:
        return None
    one = verb.lower_ in MANY_OF or verb.tag_ == "VBZ"
    if not one or verb.tag_ not in ("VBZ", "VBD") or verb.dep_ in ("acl:relcl", "conj"):
        return None
    form = MANY_OF.get(verb.lower_, verb.lemma_.lower())
    words = token.doc[second].text_with_ws
    return None if form == verb.lower_ else Slip(second, verb.i + 1, "two take another verb than one", words + form)


def _is_person(token: "Token") -> bool:
    return token.lower_ in KIN or token.lower_ in _PRONOUNS or token.ent_type_ == "PERSON"
