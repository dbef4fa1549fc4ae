"""The matters of a passage on needs met by others: one paragraph often holds a clinic, a dentist and a group that was declined.

Each is judged alone, so that the clinic of one need does not answer for the refusal of another.
"""

import itertools
import re
from typing import TYPE_CHECKING

from advice_audit.checks.patterns import plain, table
from advice_audit.language.canonical import spans_of
from advice_audit.language.remarks import is_remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

_IS_NOT = r"(?:is|are|was|were|am|being|seems?|'s|'re)(?: not|n't)|(?:is|are|was|were) no longer|not"
REFUSED = (
    r"\b(?:declin\w+|turned (?:\w+ ){0,4}down|turned down|refus\w+|(?:said|says|say|given|was|is|answer\w*|course|offered|thanks?)[ ,:]+no\b|no,? thank|"
    r"(?:did|do|does|would|has|have|had|will|could)(?: not|n't) (?:\w+ )?(?:want|wish|like|take|accept|need|hear of|entertain|consider|go\b|come|attend|pursue|agree|feel (?:\w+ ){0,3}need)|"
    r"not to (?:go|have|take|attend|accept|pursue|proceed)|(?:prefer|prefers|preferred|rather|sooner) (?:not|to wait|to manage|to leave)|"
    r"no time for|decided against|chose(?:n)? (?:not|against)|opted (?:out|not)|want(?:s|ed)? (?:none|nothing|no)\b|"
    rf"(?:{_IS_NOT}) (?:\w+ )?(?:interested|keen|wanted|taken (?:up|on|forward)|accepted|welcome[d]?|pursued|minded|willing|ready for|for (?:him|her|them)\b)|"
    r"(?:won't|will not|wouldn't|would not|would|will) have (?:any |a |an |the |none|it\b|nothing|anyone|anybody|them\b)(?:of it\b)?|would have none|no interest in|no wish (?:for|to)|not (?:yet )?taken up|passed on (?:it|this|that|the offer)|"
    r"said (?:it|this|that) (?:was|is)(?: not|n't) for|no\.|\bno$|let (?:it|the (?:offer|place)) (?:go|lapse|drop)|did(?: not|n't) (?:follow|get) (?:it )?(?:up|back)|asked us not|against (?:it|the idea)\b|objected|withdr[ae]w)"
)
OFFERED = r"\b(?:offered\b|(?:an|the|our|my|one|this) offer\b|told about|told of|invited|suggest(?:ed|ion)|information about|place on|referral to|(?:was|were|been|is) put to|raised with|discussed with|mentioned to|explained to|asked (?:about|if|whether)|approached about|proposed|shown)"
# "The question of his letters is in hand": met by nobody who is named.
HANDLED = (
    r"\b(?:(?:is|are|'s|'re|was|were|will be|is to be|are to be|being|been|be) (?:\w+ )?(?:in hand|dealt with|picked up|looked (?:at|into|after)|addressed|sorted(?: out)?|taken (?:up|forward|on|care of)|"
    r"handled|seen to|attended to|followed up|explored|considered|met|covered|resolved|progressed|under (?:way|review|discussion|consideration))|in (?:the )?hands?\b|under (?:way|review|discussion)|"
    r"(?:somebody|someone|others?|another \w+|other \w+) (?:else )?(?:is|are|will|has|have|can|deals?|takes?|looks?|sees?)|not (?:one )?for (?:us|this (?:team|service))|(?:outside|beyond) (?:the |our |its )?(?:scope|remit) of|(?:is|are)(?: not|n't) (?:for|ours|a matter for))\b"
)
_LABEL = re.compile(r"^\W*(?:[\w'’/-]+ ){0,7}[\w'’/-]+(?: \([^)]*\))?:(?=\s|$)")
_CARRIES_ON = re.compile(
    r"^\W*(?:(?:for (?:this|that|these|those|the same) reasons?|we|i|you|there|therefore|accordingly|hence|nor|where|which|so|but|and|as|then|also|instead|meanwhile|until|for (?:now|the present)|since|because|this|that|these|those|it|its|"
    r"he|she|they|his|her|their|both|neither|no|nothing|none|declined|refused|turned|said)\b)",
    re.I,
)
# "He does not want any help with this" speaks of what stands before.
_BACK = re.compile(
    r"\b(?:with|to|for|of|about|in|on) (?:this|that|these|those|it|them|either|any of (?:this|it))\b(?= *[.,;:]|$)",
    re.I,
)
# "Nothing more is wanted from the council on this" closes a matter: the need before it is met, and nobody refused help.
_NOTHING_MORE = re.compile(
    r"\b(?:nothing (?:more |else |further |here |new )?(?:is |was |to be )?(?:\w+ )?(?:wanted|asked|needed|required|offered|provided|add|do)|"
    r"no (?:council |new |other |further )?(?:service|help|support|part|role|request)|want(?:s|ed)? nothing (?:more|else|further|from)|no more (?:is|was))\b",
    re.I,
)
_BY = re.compile(
    r"\bby (?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?:[A-Z][\w'’-]+|him|her|them|both|his|the)(?: [A-Z][\w'’-]+| parents?| family| mother| father| mum| dad| young person)*"
)
_DAY = re.compile(
    r"\b(?:on |in |last |this )?(?:\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[A-Z][a-z]{2,8})(?:[ ./-]\d{2,4})?|(?:early |late )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|"
    r"(?:spring|summer|autumn|winter|week|month|year|visit|occasion|time)s?|\d{1,2}/\d{2,4})\b"
)
# "The need for a home of her own lies outside ..." after what was said of her medicine.
_NEXT_NEED = re.compile(
    r"^\W*(?:the|his|her|their|any|a) (?:need|question|matter|issue|request|wish)s? (?:for|of|to|about|as to)\b", re.I
)
# "Not for this plan." and "Health's, not ours." close a matter.
_CLOSES = re.compile(
    r"\b(?:not|no|nothing|none|nobody|so|ours?|us|hers|theirs|health'?’?s?|next|due|booked|thanks?|\d+)\b", re.I
)
# What was refused, up to the next clause: "refused | to see anyone about her smoking".
_OBJECT = re.compile(
    r"^[^,;:.|]*?(?=[,;:.|]|\b(?:and|but|as|since|because|so|while|when|until|for now|at present|at the moment|instead|yet|preferring|saying|who|whose|which|with|given|for)\b|$)"
)
_WORDS = table(refused=REFUSED, offered=OFFERED, handled=HANDLED)


def matters(block: "Span") -> "Iterator[Span]":
    """Yield the matters of a paragraph in order; together they are all of its sentences.

    A matter begins with a label ("Teeth:"), a topic of a word or two, or a sentence that offers or refuses help and does
    not go on from the one before ("She said no").
    """
    inside = [s for s in spans_of(block.doc, "sentences") if block.start <= s.start and s.end <= block.end]
    if len(inside) < 2:
        yield block
        return
    begin = inside[0].start
    for before, sentence in itertools.pairwise(inside):
        if _begins(before, sentence):
            yield block.doc[begin : sentence.start]
            begin = sentence.start
    yield block.doc[begin : inside[-1].end]


def _begins(before: "Span", sentence: "Span") -> bool:
    text = plain(sentence.text)
    if is_remark(sentence.text.strip()):
        return True
    if _is_topic(before):
        return False
    if _LABEL.match(text):
        return True
    if _CARRIES_ON.match(text) or _BACK.search(text) or _NOTHING_MORE.search(text):
        return False
    if _is_topic(sentence):
        return True
    if _NEXT_NEED.match(text):
        return True
    if _WORDS["offered"].search(plain(before.text)) and not refusal(plain(before.text)):
        return False
    return bool(refusal(text) or _WORDS["offered"].search(text))


def _is_topic(sentence: "Span") -> bool:
    """Tell "Nights." and "Her own care:" from a sentence."""
    words = [t for t in sentence if t.is_alpha]
    if sentence.text.rstrip().endswith(":"):
        return True
    if not 0 < len(words) <= 6 or "," in sentence.text or _CLOSES.search(sentence.text):
        return False
    root = sentence.root
    named = root.pos_ in ("NOUN", "PROPN") or (root.tag_ == "VBG" and root.i <= words[0].i + 1)
    return named and not any(c.dep_.startswith(("nsubj", "cop", "aux")) for c in root.children)


def refusal(text: str) -> "re.Match[str] | None":
    """Return where a sentence refuses help; None where it only says that nothing more is wanted."""
    found = _WORDS["refused"].search(text)
    if found is not None and _NOTHING_MORE.search(text) and not re.search(r"declin|refus|turn|offer", text, re.I):
        return None
    return found


def after_refusal(text: str, found: "re.Match[str]") -> str:
    """Return what is said after a refusal, without by whom, when and of what: what is left says how the need is met."""
    rest = _DAY.sub(" ", _BY.sub(" ", text[found.end() :]))
    return _OBJECT.sub("", rest, count=1).strip(" .,;:|")
