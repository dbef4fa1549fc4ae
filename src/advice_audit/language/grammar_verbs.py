"""Forms of verbs that their auxiliary does not take: "can walks", "did not wanted", "had went", "they was"."""

from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_words import ALSO_NOUNS, MANY_OF, PARTICIPLES, SAME_FORM, SAME_PAST

if TYPE_CHECKING:
    from spacy.tokens import Token

MODALS = frozenset("can could will would shall should must might may cannot".split())
DOING = frozenset("do does did".split())
HAVING = frozenset("has have had".split())
BEING = frozenset("is are was were been be being".split())
MANY = frozenset("they we you".split())
HAVES = frozenset("has have had having haven hasn hadn 's ’s 've ’ve 'd ’d ve".split())
_REACH = 3
_BETWEEN = frozenset({"RB", "RBR"})
_WANTS_TO = frozenset(
    "has have had needs need needed wants want wanted able unable likes tries trying going hopes ought refuses begins starts "
    "struggles continues how".split()
)
_NOT_ITS_SUBJECT = frozenset("but or nor than as is are was were what like".split())
_OPENS = frozenset(". , ; that if when because and while since where".split())
_VOWELS = "aeiou"


def _verb_of(token: "Token") -> "Token | None":
    """Return the verb that an auxiliary serves, where at most "not" or an adverb stands between."""
    verb = token.head
    if not token.dep_.startswith("aux") or not 0 < verb.i - token.i <= _REACH or not verb.is_lower:
        return None
    between = token.doc[token.i + 1 : verb.i]
    return verb if all(t.tag_ in _BETWEEN or t.lower_ in ("not", "n't", "n’t") for t in between) else None


def _slip(token: "Token", verb: "Token", what: str, form: str) -> Slip:
    words = [t.text_with_ws for t in token.doc[token.i : verb.i]]
    return Slip(token.i, verb.i + 1, what, "".join(words) + form)


def after_modal(token: "Token") -> Slip | None:
    """Return the slip in "she can walks" and "he should has"."""
    verb = _verb_of(token)
    if (
        verb is None
        or token.tag_ != "MD"
        or not token.is_lower
        or token.i == token.sent.start
        or verb.lower_ == "needs"
    ):
        return None
    if token.nbor(-1).pos_ in ("DET", "ADJ", "NUM") or token.nbor(-1).lower_ in (
        "her",
        "his",
        "their",
        "my",
        "your",
        "our",
    ):
        return None
    base = {"has": "have", "had": "have", "is": "be", "was": "be"}.get(verb.lower_, verb.lemma_.lower())
    if "if" in {t.lower_ for t in token.doc[max(token.sent.start, token.i - 3) : token.i]} and verb.i == token.i + 1:
        return None
    wrong = verb.tag_ == "VBZ" or (verb.tag_ == "VBD" and verb.lower_ not in SAME_FORM)
    if (
        not wrong
        or base == verb.lower_
        or (verb.i + 1 < token.sent.end and verb.nbor().tag_ == "PRP" and verb.lower_ == "had")
    ):
        return None
    return _slip(token, verb, "after this word the verb takes no ending", base)


def after_do(token: "Token") -> Slip | None:
    """Return the slip in "did not wanted" and "does not likes"."""
    verb = _verb_of(token)
    if verb is None or verb.tag_ not in ("VBZ", "VBD", "VBN") or verb.i == token.i + 1:
        return None
    if token.i > token.sent.start and token.nbor(-1).lower_ in ("that", "who", "which", "what"):
        return None
    base = verb.lemma_.lower()
    if base == verb.lower_ or verb.lower_ in SAME_FORM:
        return None
    return _slip(token, verb, "after “do”, “does” or “did” the verb takes no ending", base)


def after_have(token: "Token") -> Slip | None:
    """Return the slip in "had went", "have agree" and "has being known"."""
    verb = _verb_of(token) or _only_being(token)
    if verb is None:
        return None
    if verb.lower_ in PARTICIPLES and verb.tag_ == "VBD":
        return _slip(token, verb, "after “has” or “have” the verb takes its other form", PARTICIPLES[verb.lower_])
    if verb.lower_ == "being":
        return _slip(token, verb, "after “have” or “has” the word is “been”", "been")
    bare = verb.tag_ in ("VB", "VBP") and verb.lower_ == verb.lemma_.lower() and verb.lower_ not in SAME_PAST
    if (
        not bare
        or verb.i != token.i + 1
        or verb.lower_ in ALSO_NOUNS
        or verb.lower_.endswith(("en", "ed", "come", "run", "do", "have"))
    ):
        return None
    return _slip(token, verb, "after “has” or “have” the verb takes its other form", past(verb.lower_))


def _only_being(token: "Token") -> "Token | None":
    """Return the "being" of "has being known", which hangs on the same verb."""
    if token.i + 1 >= token.sent.end or not token.dep_.startswith("aux"):
        return None
    after = token.nbor()
    if token.i > token.sent.start and token.nbor(-1).lower_ == "to":
        return None
    same = after.head.i == token.head.i and after.dep_ in ("aux", "aux:pass", "cop")
    return after if after.lower_ == "being" and same else None


def after_be(token: "Token") -> Slip | None:
    """Return the slip in "was diagnose with" and "needs to be remind"."""
    verb = _verb_of(token)
    if verb is None or verb.i != token.i + 1 or verb.tag_ not in ("VB", "VBP") or verb.lower_ != verb.lemma_.lower():
        return None
    earlier = {t.lower_ for t in token.doc[token.sent.start : token.i]}
    if verb.lower_ in SAME_PAST | ALSO_NOUNS | {"be", "do", "have", "go"} or earlier & {
        "what",
        "all",
        "thing",
        "do",
        "does",
        "did",
    }:
        return None
    form = past(verb.lower_) if token.dep_ == "aux:pass" else f"{verb.lower_.removesuffix('e')}ing"
    return _slip(token, verb, "after this word the verb takes an ending", form)


def past(verb: str) -> str:
    """Return a regular verb's past form."""
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else verb + "ed"


def after_to(token: "Token") -> Slip | None:
    """Return the slip in "has to gets up"."""
    if token.tag_ != "TO" or token.dep_ != "mark" or token.i + 1 >= token.sent.end or token.i == token.sent.start:
        return None
    verb = token.nbor()
    if verb.i != token.head.i or verb.tag_ != "VBZ" or token.nbor(-1).lower_ not in _WANTS_TO:
        return None
    base = verb.lemma_.lower()
    return None if base == verb.lower_ else _slip(token, verb, "after “to” the verb takes no ending", base)


def many_with_one(token: "Token") -> Slip | None:
    """Return the slip in "they was", "we has" and "they fights"."""
    if not token.dep_.startswith("nsubj") or token.i + 1 >= token.sent.end:
        return None
    verb = token.nbor()
    if verb.tag_ in _BETWEEN and verb.i + 1 < token.sent.end:
        verb = verb.nbor()
    ours = verb.i == token.head.i or (verb.head.i == token.head.i and verb.dep_ in ("aux", "aux:pass", "cop"))
    one = verb.tag_ == "VBZ" or verb.lower_ == "was"
    if not ours or not one or not verb.is_lower or not verb.is_alpha:
        return None
    before = token.nbor(-1).lower_ if token.i > token.sent.start else "."
    if before in _NOT_ITS_SUBJECT or (
        token.lower_ == "you" and (before not in _OPENS or verb.lower_ not in ("was", "is", "has"))
    ):
        return None
    form = MANY_OF.get(verb.lower_, verb.lemma_.lower())
    return None if form == verb.lower_ else _slip(token, verb, f"the verb does not fit “{token.lower_}”", form)


def been_alone(token: "Token") -> Slip | None:
    """Return the slip in "the family been offered": "has" or "have" is missing."""
    if token.i == token.sent.start or not token.dep_.startswith(("aux", "cop")):
        return None
    subject = token.nbor(-1)
    if not subject.dep_.startswith("nsubj") or subject.head.i != token.head.i or subject.pos_ == "PROPN":
        return None
    first = subject.left_edge
    if first.pos_ not in ("DET", "PRON") or _has_helper(token):
        return None
    has = "have" if subject.tag_ in ("NNS", "NNPS") or subject.lower_ in MANY | {"i"} else "has"
    return Slip(subject.i, token.i + 1, "a word is missing", f"{subject.text} {has} been")


def _has_helper(been: "Token") -> bool:
    """Tell whether "has" or the like stands in the clause of "been", which a word such as "since" may open."""
    opens = [c.i for c in been.head.children if c.dep_ == "mark" and c.i < been.i]
    return any(t.lower_ in HAVES for t in been.doc[max([been.sent.start, *opens]) : been.i])


def done_alone(token: "Token") -> Slip | None:
    """Return the slip in "he seen her" and "a worker seen him at home": the other form, with no "has" or "was"."""
    subject = next((c for c in token.children if c.dep_.startswith("nsubj")), None)
    if subject is None or token.tag_ != "VBD" or subject.i != token.i - 1 or token.i + 1 >= token.sent.end:
        return None
    helped = any(
        t.lower_ in HAVES or t.lemma_ == "be" or t.lower_ in ("get", "got")
        for t in token.doc[token.sent.start : token.i]
    )
    takes = token.nbor().pos_ in ("DET", "PRON", "PROPN") and any(c.dep_ in ("obj", "iobj") for c in token.children)
    if helped or not takes:
        return None
    return Slip(
        token.i,
        token.i + 1,
        "without “has” or “was” the verb takes its other form",
        "saw" if token.lower_ == "seen" else "did",
    )


def has_noticed(token: "Token") -> Slip | None:
    """Return the slip in "has notice the hair": a noun's form, with what the verb takes after it."""
    if token.i + 2 >= token.sent.end or token.i == token.sent.start:
        return None
    verb, after = token.nbor(), token.nbor(2)
    served = token.dep_ == "aux" and token.head.i == verb.i and verb.tag_ in ("VB", "VBP", "NN")
    if not served or verb.lower_ not in ALSO_NOUNS or verb.lower_ in SAME_PAST | _HAD or after.lower_ not in _TAKEN:
        return None
    if after.i + 1 < token.sent.end and after.nbor().lower_ in _TIMES:
        return None
    return _slip(token, verb, "after “has” or “have” the verb takes its other form", past(verb.lower_))


_TAKEN = frozenset("the him her his them their it a an".split())
_HAD = frozenset("hope fear doubt concern worry faith trust need wish word".split())
_TIMES = frozenset(
    "whole day week night month year other next same first last rest way minute moment second time".split()
)


def nothing_is(token: "Token") -> Slip | None:
    """Return the slip in "he very anxious around dogs": "is" or "was" is missing."""
    if token.i + 2 >= token.sent.end or not token.dep_.startswith("nsubj"):
        return None
    very, word = token.nbor(), token.nbor(2)
    if very.lower_ not in ("very", "extremely", "quite") or word.tag_ != "JJ" or token.head.i != word.i:
        return None
    helped = any(t.dep_ in ("cop", "aux") or t.dep_.startswith("aux") for t in word.children)
    if helped or (token.i > token.sent.start and token.nbor(-1).pos_ == "AUX"):
        return None
    return Slip(
        token.i,
        word.i + 1,
        "a word is missing",
        f"{token.text} {'are' if token.lower_ in MANY else 'is'} {very.text} {word.text}",
    )
