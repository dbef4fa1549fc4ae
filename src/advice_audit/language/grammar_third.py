"""Third persons with the verb's base form: "she like the night", "Mrs Coker do not want"."""

from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_words import SAME_PAST, of_one

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BARE_AFTER = frozenset(
    "let lets make makes made see saw seen sees watch watched hear heard hears help helped helps have had having do does did that lest "
    "should could would can will may might must shall to than if whether suggest recommend ask insist and or nor but whatever whichever however more".split()
)
_TOLD = frozenset(
    "says said say reports reported report tells told tell explains explained feels felt thinks thought think knows knew know states "
    "stated found finds find noticed notices mentioned mentions noted notes believes believed understands understand".split()
)


def bare_verb(token: "Token") -> Slip | None:
    """Return the slip in "she like the night": a third person with the verb's base form."""
    if token.i + 1 >= len(token.doc):
        return None
    verb = token.nbor()
    if verb.lower_ in _OFTEN and verb.i + 1 < token.sent.end:
        verb = verb.nbor()
    before = {token.doc[i].lower_ for i in range(max(token.sent.start, token.i - 3), token.i)}
    if _told(token):
        before -= {"that", "have", "has", "had"}
    if token.i - 2 >= token.sent.start and token.nbor(-1).lower_ == "and" and token.nbor(-2).text == ",":
        before -= {"and", ","}
    if _does_not(verb) and verb.nbor().lower_ != "not":
        before -= {"and", "but", "or", "nor"}
    if (
        verb.tag_ not in ("VB", "VBP")
        or verb.lower_ != verb.lemma_.lower()
        or (verb.lower_.endswith("s") and not verb.lower_.endswith("ss"))
        or verb.lower_ == "use"
        or (verb.lower_ in SAME_PAST and not _needs(verb))
        or before & _BARE_AFTER
    ):
        return None
    if (
        not verb.is_alpha
        or (verb.pos_ not in ("VERB", "AUX") and verb.lower_ != "like")
        or token.dep_ not in ("nsubj", "nsubj:pass")
    ):
        return None
    words = token.doc[token.i : verb.i].text
    return Slip(token.i, verb.i + 1, "the verb does not fit “he”, “she” or “it”", f"{words} {_fit(verb)}")


_OFTEN = frozenset(
    "always often never also still sometimes usually really only just now rarely generally mostly".split()
)


def _needs(verb: "Token") -> bool:
    """Tell "he need help" from "he need not come"."""
    after = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    return verb.lower_ == "need" and (after.pos_ in ("NOUN", "DET", "PRON", "ADJ") or after.lower_ == "to")


def she_were(token: "Token") -> Slip | None:
    """Return the slip in "She were late": "was" is wanted, where nothing is wished or supposed."""
    if token.i == token.sent.start or token.i + 1 >= token.sent.end or token.sent[-1].text != ".":
        return None
    subject, after = token.nbor(-1), token.nbor()
    opens = subject.i == token.sent.start or subject.nbor(-1).lower_ in ("and", "but", "because")
    sound = {t.lower_ for t in token.sent} & _SUPPOSES or subject.lower_ not in ("he", "she", "it", "i")
    if not opens or sound or after.tag_ not in ("JJ", "VBN", "VBG", "RB", "IN", "DT"):
        return None
    return Slip(subject.i, token.i + 1, "the verb does not fit “he”, “she” or “it”", f"{subject.text} was")


_SUPPOSES = frozenset(
    "if though wish wishes wished whether lest would should could unless suppose than might rather".split()
)


def _fit(verb: "Token") -> str:
    return "led" if verb.lower_ == "lead" else of_one(verb.lower_)


def _does_not(verb: "Token") -> bool:
    return verb.lower_ == "do" and verb.i + 1 < verb.sent.end and verb.nbor().lower_ in ("n't", "n’t", "not")


def _told(token: "Token") -> bool:
    """Tell "says that she like" from "asked that she like", where the base form is right."""
    if token.i - token.sent.start < 2 or token.nbor(-1).lower_ != "that":
        return False
    return token.nbor(-2).lower_ in _TOLD or (
        token.i - token.sent.start > 2 and token.nbor(-2).lower_ in ("me", "us") and token.nbor(-3).lower_ in _TOLD
    )


def name_do(token: "Token") -> Slip | None:
    """Return the slip in "Mrs Coker do not want": one named person with a plural verb."""
    if token.i < 2 or token.nbor(-1).ent_type_ != "PERSON" or token.nbor(-1).tag_ in ("NNPS", "NNS"):
        return None
    negated = token.lower_ == "do" and token.i + 1 < len(token.doc) and token.nbor().lower_ in ("not", "n't", "n’t")
    if not negated:
        return None
    start = token.i - 1
    while start > token.sent.start and token.doc[start - 1].ent_type_ == "PERSON":
        start -= 1
    while start > token.sent.start and token.doc[start - 1].lower_ in ("mr", "mrs", "ms", "miss", "dr"):
        start -= 1
    earlier = {t.lower_ for t in token.doc[token.sent.start : start]}
    if earlier & {"and", "or", "both", "nor", "parents", ",", "did", "does", "why", "&"} or _is_the(token.doc, start):
        return None
    return Slip(start, token.i + 2, "the verb does not fit one person", "does not")


def _is_the(doc: "Doc", start: int) -> bool:
    """Tell "the Khans", a family."""
    return start > 0 and doc[start - 1].lower_ == "the"
