"""A present tense where "since" asks for another."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip

if TYPE_CHECKING:
    from spacy.tokens import Token

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


def present_since(token: "Token") -> Slip | None:
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
