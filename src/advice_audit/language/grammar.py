"""Slips of grammar and look-alike words that a dictionary cannot see. Few rules, each of high precision."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.language.alternatives import either_case
from advice_audit.language.canonical import lowers_of
from advice_audit.language.tables import Table

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: half-open token range in the sentence's `Doc`, what is wrong, and what was probably meant."""

    start: int
    end: int
    what: str
    instead: str


# Stands for the words found, written together.
JOINED = ""
# (pattern over the sentence's text, what is wrong, what was meant). A group named `at` narrows the quote.
_PHRASES: tuple[tuple[str, str, str], ...] = (
    (r"\b(?:should|could|would|must|might|may) of\b(?! course)", "“of” stands for “have”", "… have"),
    (r"\b(?P<at>their) (?:is|are|was|were|has been|have been|will be|seems?|would be)\b", "“their” means belonging to them", "there"),
    (r"\b(?:has|have|had|having|is|of|in|with|on|to|do|does|like|likes) (?P<at>there own)\b", "“there” is the place", "their own"),
    (r"\b(?P<at>they're|there) (?:mum|dad|mother|father|parents?|house|home|son|daughter|children|child|family)\b(?! is| was| are)",
     "the word for belonging to them is “their”", "their"),
    (r"\b(?P<at>it's) (?:own|self)\b", "“it's” is short for “it is”", "its"),
    (r"\b(?P<at>who's) (?:mum|dad|mother|father|parents?|needs?|house|home|name|views?|role)\b", "“who's” is short for “who is”", "whose"),
    (r"\b(?:to|can|could|will|would|must|should|may|might|and) (?P<at>loose) (?:his|her|their|its|the|control|temper|weight|it)\b", "“loose” is not tight", "lose"),
    (r"\b(?:more|less|fewer|better|worse|rather|other|older|younger|earlier|later|longer) (?P<at>then) (?!that\b|he\b|she\b|they\b|we\b|I\b|it\b|there\b)",
     "“then” is about time", "than"),
    (r"\b(?P<at>to) (?:much|many|often|long to|tired to|loud for|far to|young to|little to)\b(?! of (?:a|an|the) (?:extent|degree))",
     "the word for more than enough is “too”", "too"),
    (r"\b(?:has|have|had|having) (?P<at>lead) to\b", "the past form is “led”", "led"),
    (r"\b(?:has|have|had|not|been|is|was|were|be|being) (?:\w+ly )?(?P<at>effected)\b(?! (?:a|an|the)? ?(?:change|changes|repair|entry|reduction))",
     "“effected” means brought about", "affected"),
    (r"\b(?:an?|the|this|that|any|no|positive|negative|bad|good|big|real|adverse|knock-on) (?P<at>affects?) (?:on|of)\b", "the noun is “effect”", "effect"),
    (r"\b(?:has|have|had|been|was|were|is|are|be) (?:\w+ly )?(?P<at>excepted)\b", "“excepted” means left out", "accepted"),
    (r"\b(?:to|and|will|can|could|would|should|must|may|might|they|we|I|you) (?P<at>practice) (?:\w+ing|with|his|her|their|the|at|on|it|this|these|using|what|how|telephone|saying|money|cooking|reading|road)\b",
     "the verb is spelt with s in British English", "practise"),
    (r"\b(?:the|a|good|best|poor|common|of|some|more|enough|with|general|gp|social work|in) (?P<at>practise)\b(?! (?:his|her|their|the|with|this|it)\b)",
     "the noun is spelt with c in British English", "practice"),
    (r"\b(?P<at>practise) (?:managers?|leads?|nurses?|standards?|educators?|sessions?|runs?)\b", "the noun is spelt with c in British English", "practice"),
    (r"\b(?:to|will|can|would|could|should|must|did|I|we|they) (?P<at>advice)\b (?:that|the|him|her|them|on|about|mum|dad)\b", "the verb is spelt with s", "advise"),
    (r"\b(?:an|the|this|some|any|of|for|my|our|their|given|gave|seek|sought|take) (?P<at>advise)\b", "the noun is spelt with c", "advice"),
    (r"\b(?P<at>a) (?:hour|hours|honest|heir|adult|aunt|uncle|early|elderly|older|old|easy|evening|example|individual|important|issue|outcome|opportunity|area|offer|increase|incident|assessment|understanding|activity|annual|independent|eight|eleven|eighteen|emotional|online|open|autistic|education|effort|appointment|agreement|argument|electric|overnight|alarm|art|iPad|inclusive|anxious)\b",
     "before a vowel sound it is “an”", "an"),
    (r"\b(?P<at>an) (?:child|parent|worker|need|plan|school|week|year|review|group|home|boy|girl|carer|support|social|family|person|good|new|young|house|university|unit|useful|uniform|one)\b",
     "before a consonant sound it is “a”", "a"),
    (r"\b(?P<at>what ever|when ever|who ever|how ever much|every where|some where|any where|to gether|with out|in side the|more over)\b", "this is one word", JOINED),
    (r"\b(?P<at>alot|aswell|infact|incase|atleast|inspite|eachother)\b", "these are two words", "two words"),
    (r"\b(?P<at>(?:do|does|did|done|doing|has done|have done) (?:\w+ )?mistakes?)\b", "one makes a mistake", "made"),
    (r"\b(?P<at>(?P<word>the|a|an|to|of|and|in|is|with|for|his|her|their|was|he|she|they|at|on|be|has) (?P=word))\b(?! that)", "a word stands twice", "once"),
    (r"\b(?P<at>could care less|for all intensive purposes|on route|in tact|per say|one in the same)\b", "the phrase is written otherwise", "…"),
)  # fmt: skip
PHRASES = Table({str(number): either_case(pattern) for number, (pattern, _, _) in enumerate(_PHRASES)})
_SAME_PAST = frozenset(
    "put hit let set cut hurt shut cost quit spread burst read bet cast split beat bid thrust rid wet shed slit upset "
    "must can may might will shall could would should ought need dare used had did said went came bit lay found fell left felt lit fed led met kept held told drew ran sat got gave took made knew rang sang swam wore woke spoke broke chose drove ate hid slept".split()
)
_BARE_AFTER = frozenset(
    "let lets make makes made see saw seen sees watch watched hear heard hears help helped helps have had having do does did that lest "
    "should could would can will may might must shall to than if whether suggest recommend ask insist and or nor but".split()
)
_TIME = re.compile(
    r"(?:the (?:\w+ )?(?:summer|spring|autumn|winter|age|start|beginning|end) |(?:last |early |late |mid-?)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|birth|"
    r"that (?:time|day)|(?:19|20)\d\d|\d))",
    re.I,
)
_PERFECT = frozenset(
    "has have had 's ’s 've ’ve been was were none not n't n’t no nothing never once twice ago".split()
)
_BREAKS = frozenset(":;–—-(")


def slips(sentence: "Span") -> Iterator[Slip]:
    """Yield the slips of a sentence, in the order of the rules."""
    yield from _phrases(sentence)
    words = lowers_of(sentence.doc)
    for begins, rule in TOKEN_RULES:
        for index in range(sentence.start, sentence.end):
            if words[index] in begins and (found := rule(sentence.doc[index])) is not None:
                yield found


def _phrases(sentence: "Span") -> Iterator[Slip]:
    text = sentence.text.replace("’", "'")
    for number, pattern in PHRASES.possible(text):
        _, what, instead = _PHRASES[int(number)]
        for match in pattern.finditer(text):
            at = match.span("at") if "at" in pattern.groupindex else match.span()
            span = sentence.char_span(*at, alignment_mode="expand")
            if span is not None:
                yield Slip(span.start, span.end, what, instead or span.text.replace(" ", ""))


def _bare_verb(token: "Token") -> Slip | None:
    """Return the slip in "she like the night": a third person with the verb's base form."""
    if token.i + 1 >= len(token.doc):
        return None
    verb = token.nbor()
    before = {token.doc[i].lower_ for i in range(max(token.sent.start, token.i - 3), token.i)}
    if (
        verb.tag_ not in ("VB", "VBP")
        or verb.lower_ != verb.lemma_.lower()
        or verb.lower_ in _SAME_PAST
        or before & _BARE_AFTER
    ):
        return None
    if not verb.is_alpha or verb.pos_ not in ("VERB", "AUX") or token.dep_ not in ("nsubj", "nsubj:pass"):
        return None
    end = verb.i + 2 if verb.i + 1 < token.sent.end else verb.i + 1
    return Slip(token.i, end, "the verb does not fit “he”, “she” or “it”", f"{token.text} {_third(verb.lower_)}")


def _third(verb: str) -> str:
    if verb in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"


def _name_do(token: "Token") -> Slip | None:
    """Return the slip in "Mrs Coker do not want": one named person with a plural verb."""
    if token.i < 2 or token.nbor(-1).ent_type_ != "PERSON":
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
    if earlier & {"and", "or", "both", "nor", "parents", ",", "did", "does", "why", "&"}:
        return None
    return Slip(start, token.i + 2, "the verb does not fit one person", "does not")


def _present_since(token: "Token") -> Slip | None:
    """Return the slip in "I am her social worker since May": a present tense where "since" asks for "has been".

    Only "am", "is" and "are": notes put other verbs so without a slip ("bolts on most walks, three times since Easter").
    """
    doc, sentence = token.doc, token.sent
    if not _TIME.match(doc[token.i + 1 : min(token.i + 5, sentence.end)].text + " "):
        return None
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    group = [verb, *[c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")]]
    present = [t for t in group if t.lower_ in ("am", "is", "are", "’m", "'m", "’re", "'re")]
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    if not present or subject is None or subject.lower_ in ("it", "this", "that", "there"):
        return None
    if token.i < verb.i and token.i != sentence.start:
        return None
    start, end = min(subject.left_edge.i, token.i), max(token.i, verb.i)
    between = {t.lower_ for t in doc[start : end + 1]} | {t.lower_ for t in group}
    tenses = {t.tag_ for t in doc[start : end + 1]}
    if between & (_PERFECT | _BREAKS) or tenses & {"VBD", "VBN", "MD"} or end - start > 14:
        return None
    return Slip(start, end + 2, "with “since” the verb is “has …” or “have been …”", "has been … since")


def _practise(token: "Token") -> Slip | None:
    """Return the slip in "weekly practise in a shop": the verb's spelling for the noun."""
    if token.pos_ != "NOUN" or token.i == token.sent.start:
        return None
    if token.nbor(-1).pos_ not in ("ADJ", "DET", "NUM", "NOUN") or token.nbor(-1).dep_.startswith("nsubj"):
        return None
    return Slip(token.i, token.i + 1, "the noun is spelt with c in British English", "practice")


# The words at which each rule looks.
TOKEN_RULES: tuple[tuple[frozenset[str], Callable[["Token"], Slip | None]], ...] = (
    (frozenset({"he", "she", "it"}), _bare_verb),
    (frozenset({"do", "have", "don't"}), _name_do),
    (frozenset({"since"}), _present_since),
    (frozenset({"practise"}), _practise),
)
