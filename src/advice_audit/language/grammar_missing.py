"""Small words left out: "asked not be rung", "in order look", "as soon he comes", "the form January"."""

from typing import TYPE_CHECKING

from advice_audit.language.grammar_lookalikes import Rule
from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_words import ALSO_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHAT = "a word is missing"
_MADE_TO = "feel|wait|do|go|stay|leave|sit|eat|pay|stand|share|sleep|look|choose|walk|wear|work|live|move|come|say|think|believe|carry"


def _to_last(words: str) -> str:
    before, last = words.rsplit(" ", 1)
    return f"{before} to {last}"


def _of_by(words: str) -> str:
    return words.removesuffix(" by") + " of by"


MISSING: tuple[Rule, ...] = (
    (r"\b(?:asks?|asked|asking|agreed?|chose|choose|decided?|prefer(?:s|red)?|wants?|wanted|hopes?|hoped|promised|tries|tried|opted|wish(?:es|ed)?) (?P<at>not (?:be|have|go|do|come|take|attend|use|get|see|speak|share|move|return|meet))\b", _WHAT, lambda words: "not to" + words[3:]),
    (rf"\b(?:was|were|is|are|been|being|be) (?P<at>made (?:{_MADE_TO}))\b(?! (?:up|good)\b)", _WHAT, _to_last),
    (r"\b(?P<at>one of) (?:most|best|least|biggest|hardest|oldest|youngest|kindest|busiest) [a-z]+", _WHAT, lambda words: f"{words} the"),
    (r"\b(?P<at>taken (?:care|advantage) by)\b", _WHAT, _of_by),
    (r"\b(?P<at>as (?:soon|long|far) )(?:I|he|she|we|they|it|there|the|his|her)\b(?! (?:as|before)\b)", _WHAT, lambda words: words + "as"),
)  # fmt: skip
MONTHS = frozenset("january february march april may june july august september october november december".split())
FOR_WHOM = frozenset("me him us them".split())
_EASY = frozenset(
    "happy keen hard easy important willing able time need way difficult best better good safe essential like chance place "
    "opportunity vital wait room allow want wants wanted asked ask allowed encourage encouraged expect expects".split()
)
_OF_TIME = frozenset("end start beginning middle week weeks weekend month year day days half mid".split())
_SENDS = frozenset("send post submit complete finish sign fill start begin end move leave".split())


def in_order(token: "Token") -> Slip | None:
    """Return the slip in "in order look after him"."""
    if not token.sent.start < token.i < token.sent.end - 1 or token.nbor(-1).lower_ != "in":
        return None
    verb = token.nbor()
    bare = verb.pos_ in ("VERB", "AUX") or verb.dep_ == "advcl"
    if (
        not bare
        or verb.tag_ in ("VBG", "VBN", "VBD", "VBZ")
        or not verb.is_alpha
        or verb.lower_ in ("for", "that", "when")
    ):
        return None
    return Slip(token.i, verb.i + 1, _WHAT, f"{token.text} to {verb.text}")


def for_whom(token: "Token") -> Slip | None:
    """Return the slip in "happy for me look round": "to" is missing."""
    if token.i - token.sent.start < 2 or token.i + 2 >= token.sent.end or token.nbor(-1).lower_ != "for":
        return None
    verb = token.nbor()
    bare = (
        verb.tag_ in ("VB", "VBP")
        and verb.lower_ == verb.lemma_.lower()
        and verb.lower_ not in ALSO_NOUNS - {"look", "use", "play"}
    )
    if not bare or token.nbor(-2).lower_ not in _EASY or verb.dep_ not in ("advcl", "acl", "ccomp", "xcomp", "csubj"):
        return None
    return Slip(token.i, verb.i + 1, _WHAT, f"{token.text} to {verb.text}")


def in_month(token: "Token") -> Slip | None:
    """Return the slip in "we sent off the form January": "in" or "from" is missing."""
    sentence = token.sent
    if (
        not token.text.istitle()
        or token.i - sentence.start < 3
        or sentence[-1].text != "."
        or token.i + 1 >= sentence.end
    ):
        return None
    before, after = token.nbor(-1), token.nbor()
    thing = before.is_lower and before.is_alpha and (before.pos_ == "NOUN" or token.dep_ == "obj")
    goes_on = (
        after.like_num
        or after.is_digit
        or after.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
        or after.text in ("-", "/", "'s", "’s")
    )
    if not thing or before.lower_ in _OF_TIME or goes_on or any(c.dep_ in ("case", "det") for c in token.children):
        return None
    owned = any(t.tag_ in ("PRP$", "DT") for t in token.doc[max(sentence.start, token.i - 4) : token.i])
    whole = any(t.dep_.startswith("nsubj") and t.head.pos_ in ("VERB", "AUX") for t in sentence)
    if not owned or not whole or before.pos_ == "ADP":
        return None
    return Slip(before.i, token.i + 1, _WHAT, f"{before.text} in {token.text}")


def rather(token: "Token") -> Slip | None:
    """Return the slip in "to be asked rather told": "than" is missing."""
    if not token.sent.start < token.i < token.sent.end - 1:
        return None
    before, after = token.nbor(-1), token.nbor()
    same = before.tag_ == after.tag_ and before.tag_ in ("VBN", "VBG", "VBD", "NNS", "NN")
    paired = after.dep_ == "conj" and after.head.i == before.i
    linked = any(c.dep_ == "cc" for c in after.children)
    likely = before.tag_ in ("VBN", "VBG") or (before.tag_, after.tag_) == ("VBN", "VBD")
    if not (same or (before.tag_, after.tag_) == ("VBN", "VBD")) or not paired or linked or not likely:
        return None
    return Slip(token.i, token.i + 1, _WHAT, "rather than")
