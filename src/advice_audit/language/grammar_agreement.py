"""Verbs that do not fit their subject in number: "the rows has got worse", "the delay have been long"."""

from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_words import MANY_OF

if TYPE_CHECKING:
    from spacy.tokens import Token

FOR_ONE = {one: MANY_OF[one] for one in ("has", "is", "was", "does")}
FOR_MANY = {many: one for one, many in FOR_ONE.items()}
# In British English these may be many: "the family have asked".
_EITHER = frozenset(
    "family team school staff police college council hospital service group couple public class club panel board court "
    "department company committee government majority minority rest lot number half none pair range variety agency "
    "community household nursery charity association authority centre hub unit clinic ward network tribunal press data "
    "media people everyone nobody hundred dozen series species means sheep crew band neighbour parent carer".split()
)
# More than one in form only, or an amount taken as one.
_AS_ONE = frozenset(
    "news maths physics athletics gymnastics economics politics measles mumps diabetes rabies works series means headquarters "
    "times hours minutes weeks months years days nights pounds miles metres sessions meals steps epilepsies thanks lots "
    "lego boxing parkrun mornings evenings weekends mondays tuesdays wednesdays thursdays fridays saturdays sundays bus".split()
)
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PRON"})
_POSSESSIVE = frozenset("his her their its my our your".split())
_LONGEST_PHRASE = 4
_OPENS = frozenset(".;:,–—(\n")


def plural_verb(token: "Token") -> Slip | None:
    """Return the slip in "the rows has got worse": several, with the verb for one."""
    if token.i <= token.sent.start:
        return None
    noun = token.nbor(-1)
    several = noun.tag_ == "NNS" and noun.is_lower and noun.text.endswith("s") and not noun.text.endswith("ss")
    if not several or noun.lower_ in _AS_ONE or not _is_subject(noun, token):
        return None
    return Slip(noun.i, token.i + 1, "several take another verb than one", f"{noun.text} {FOR_ONE[token.lower_]}")


def singular_verb(token: "Token") -> Slip | None:
    """Return the slip in "the delay have been long": one, with the verb for several."""
    if token.i <= token.sent.start:
        return None
    noun = token.nbor(-1)
    if noun.tag_ != "NN" or not noun.is_lower or noun.lemma_.lower() in _EITHER or noun.text.endswith("s"):
        return None
    start = _start(noun)
    if token.doc[start].pos_ != "DET" and token.doc[start].lower_ not in _POSSESSIVE:
        return None
    if not _is_subject(noun, token):
        return None
    return Slip(noun.i, token.i + 1, "one takes another verb than several", f"{noun.text} {FOR_MANY[token.lower_]}")


def _start(noun: "Token") -> int:
    """Return where the noun's own phrase begins, by the words just before it."""
    start: int = noun.i
    while start > noun.sent.start and noun.i - start < _LONGEST_PHRASE:
        before = noun.doc[start - 1]
        if before.pos_ not in _IN_PHRASE or before.tag_ in ("PRP", "WP", "WDT", "EX"):
            break
        start -= 1
    return start


def _is_subject(noun: "Token", verb: "Token") -> bool:
    """Tell whether the noun's phrase opens the sentence or a clause, and the parser too has it as the verb's subject."""
    start = _start(noun)
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    if not noun.dep_.startswith("nsubj") or noun.head.i != head.i or any(t.dep_ == "conj" for t in noun.children):
        return False
    if any(noun.doc[i].pos_ == "NUM" for i in range(max(start - 1, noun.sent.start), noun.i)):
        return False
    return start == noun.sent.start or noun.doc[start - 1].text in _OPENS
