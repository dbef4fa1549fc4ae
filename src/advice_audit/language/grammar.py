"""Slips of grammar and look-alike words that a dictionary cannot see. Few rules, each of high precision."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from advice_audit.language.canonical import lowers_of
from advice_audit.language.grammar_agreement import FOR_MANY, FOR_ONE, plural_verb, singular_verb
from advice_audit.language.grammar_phrases import PHRASES, RULES
from advice_audit.language.grammar_articles import missing_articles
from advice_audit.language.grammar_persons import KIN, one_person, two_people
from advice_audit.language.grammar_slip import Slip
from advice_audit.language.grammar_small import COUNTS, FEW_WORDS, article, doubled, several_of_one, short_form
from advice_audit.language.grammar_tags import it_is, its, owners, past_habit, than, their, to_not_too, where
from advice_audit.language.grammar_verbs import (
    BEING,
    DOING,
    HAVING,
    MANY,
    MODALS,
    after_be,
    after_do,
    after_have,
    after_modal,
    after_to,
    been_alone,
    many_with_one,
    nothing_is,
)
from advice_audit.language.grammar_words import SAME_PAST

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_BARE_AFTER = frozenset(
    "let lets make makes made see saw seen sees watch watched hear heard hears help helped helps have had having do does did that lest "
    "should could would can will may might must shall to than if whether suggest recommend ask insist and or nor but whatever whichever however more".split()
)
_TOLD = frozenset("says said say reports reported report tells told tell explains explained feels felt thinks knows states stated".split())
_WHOM = frozenset("him her his their them the how me my us our your you everyone everybody all both not".split())
_TIME = re.compile(
    r"(?:the (?:\w+ )?(?:summer|spring|autumn|winter|age|start|beginning|end)\b|(?:last |early |late |mid-?)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|birth|"
    r"that (?:time|day)|(?:19|20)\d\d|\d))",
    re.I,
)
_PERFECT = frozenset(
    "has have had 's ’s 've ’ve been was were none not n't n’t no nothing never once twice ago".split()
)
_PRESENT = frozenset("am is are ’m 'm ’re 're goes comes attends lives live works visits".split())
_BREAKS = frozenset(":;–—-(")


def slips(sentence: "Span") -> Iterator[Slip]:
    """Yield the slips of a sentence, in the order of the rules."""
    yield from _phrases(sentence)
    words = lowers_of(sentence.doc)
    for begins, rule in TOKEN_RULES:
        for index in range(sentence.start, sentence.end):
            if words[index] in begins and (found := rule(sentence.doc[index])) is not None:
                yield found
    for token in sentence:
        if token.ent_type_ == "PERSON" or token.lower_ in KIN:
            if (found := one_person(token)) is not None:
                yield found
    for index in range(sentence.start, sentence.end):
        if words[index].endswith(("n't", "n’t")) and (found := short_form(sentence.doc[index])) is not None:
            yield found


def _phrases(sentence: "Span") -> Iterator[Slip]:
    text = sentence.text.replace("’", "'")
    for number, pattern in PHRASES.possible(text):
        _, what, instead = RULES[int(number)]
        for match in pattern.finditer(text):
            at = match.span("at") if "at" in pattern.groupindex else match.span()
            span = sentence.char_span(*at, alignment_mode="expand")
            if span is not None:
                meant = instead(text[slice(*at)]) if callable(instead) else instead
                yield Slip(span.start, span.end, what, meant or span.text.replace(" ", ""))
    yield from missing_articles(sentence, text)


def _bare_verb(token: "Token") -> Slip | None:
    """Return the slip in "she like the night": a third person with the verb's base form."""
    if token.i + 1 >= len(token.doc):
        return None
    verb = token.nbor()
    before = {token.doc[i].lower_ for i in range(max(token.sent.start, token.i - 3), token.i)}
    if _told(token):
        before.discard("that")
    if (
        verb.tag_ not in ("VB", "VBP")
        or verb.lower_ != verb.lemma_.lower()
        or (verb.lower_.endswith("s") and not verb.lower_.endswith("ss"))
        or verb.lower_ == "use"
        or verb.lower_ in SAME_PAST
        or before & _BARE_AFTER
    ):
        return None
    if not verb.is_alpha or (verb.pos_ not in ("VERB", "AUX") and verb.lower_ != "like") or token.dep_ not in ("nsubj", "nsubj:pass"):
        return None
    end = verb.i + 2 if verb.i + 1 < token.sent.end else verb.i + 1
    return Slip(token.i, end, "the verb does not fit “he”, “she” or “it”", f"{token.text} {_third(verb.lower_)}")


def _told(token: "Token") -> bool:
    """Tell "says that she like" from "asked that she like", where the base form is right."""
    if token.i - token.sent.start < 2 or token.nbor(-1).lower_ != "that":
        return False
    return token.nbor(-2).lower_ in _TOLD or token.nbor(-2).lower_ in ("me", "us") and token.nbor(-3).lower_ in _TOLD


def _third(verb: str) -> str:
    if verb in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"


def _name_do(token: "Token") -> Slip | None:
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


def _present_since(token: "Token") -> Slip | None:
    """Return the slip in "I am her social worker since May": a present tense where "since" asks for "has been".

    Few verbs only: notes put others so without a slip ("bolts on most walks, three times since Easter").
    """
    doc, sentence = token.doc, token.sent
    if not _TIME.match(doc[token.i + 1 : min(token.i + 5, sentence.end)].text + " "):
        return None
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    group = [verb, *[c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")]]
    present = [t for t in group if t.lower_ in _PRESENT]
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


_OF_A_NOUN = frozenset(
    "weekly daily regular more much some little good road walking travel extra further supervised constant safe".split()
)


def _effects(token: "Token") -> Slip | None:
    """Return the slip in "the lifting effects his back": the noun's spelling for the verb."""
    if not token.sent.start < token.i < token.sent.end - 1:
        return None
    before, after = token.nbor(-1), token.nbor()
    whom = after.pos_ == "PROPN" or after.lower_ in _WHOM
    names_it = before.pos_ in ("NOUN", "PROPN", "PRON") or before.tag_ == "VBG"
    if not names_it or before.lower_ in ("side", "after", "his", "her", "its", "their", "which"):
        return None
    return Slip(token.i, token.i + 1, "“to effect” is to bring about", "affects") if whom else None


def _practise(token: "Token") -> Slip | None:
    """Return the slip in "weekly practise in a shop": the verb's spelling for the noun."""
    if token.pos_ != "NOUN" or token.i == token.sent.start:
        return None
    if token.nbor(-1).lower_ not in _OF_A_NOUN:
        return None
    return Slip(token.i, token.i + 1, "the noun is spelt with c in British English", "practice")


# The words at which each rule looks.
TOKEN_RULES: tuple[tuple[frozenset[str], Callable[["Token"], Slip | None]], ...] = (
    (frozenset({"he", "she", "it"}), _bare_verb),
    (frozenset({"do", "have", "don't"}), _name_do),
    (frozenset({"since"}), _present_since),
    (frozenset({"practise"}), _practise),
    (frozenset({"effects"}), _effects),
    (frozenset(FOR_ONE), plural_verb),
    (frozenset(FOR_MANY), singular_verb),
    (frozenset({"there"}), their),
    (frozenset({"were"}), where),
    (frozenset({"it", "they", "who"}), its),
    (frozenset({"its"}), it_is),
    (frozenset({"then"}), than),
    (frozenset({"the", "his", "her", "their", "my", "our", "your"}), owners),
    (frozenset({"to"}), to_not_too),
    (frozenset({"use"}), past_habit),
    (MODALS, after_modal),
    (DOING, after_do),
    (HAVING, after_have),
    (BEING, after_be),
    (frozenset({"to"}), after_to),
    (MANY, many_with_one),
    (frozenset({"been"}), been_alone),
    (frozenset({"he", "she", "they", "we", "it"}), nothing_is),
    (frozenset({"a", "an"}), article),
    (FEW_WORDS, doubled),
    (COUNTS, several_of_one),
    (frozenset({"and"}), two_people),
)

