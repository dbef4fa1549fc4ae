"""A missing "a" or "the", in whole sentences only: notes leave them out on purpose."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.grammar_slip import Slip
from advice_audit.language.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

_JOBS = (
    "teaching assistant|nurse|teacher|chef|mechanic|hairdresser|doctor|vet|footballer|builder|plumber|bus driver|taxi driver|"
    "lorry driver|singer|dancer|actor|artist|baker|gardener|firefighter|police officer|paramedic|youtuber|policeman|electrician"
)
_PLACES = (
    "library|cinema|dentist|doctor|supermarket|beach|playground|swimming pool|barber|mosque|leisure centre|youth club"
)
# (pattern, the article that is wanted before the group `at`)
_PATTERNS = (
    (r"\b(?:on|to|from) (?P<at>(?:first|second|third|fourth|ground|top|bottom) floor)\b(?! flats?| rooms?| bed| bath| toilet| access| window| acc)", "the"),
    (r"\b(?:on|over) (?P<at>(?:tele)?phone)\b(?! (?:calls?|contact|number|credit|bill|lines?|time|use)|-)", "the"),
    (r"\b(?:is|was|are|were|placed|put|been) on (?P<at>(?:CP|CIN|child protection|child in need|EHC|EHCP) plan)\b", "a"),
    (r"\b(?:of|in|on) (?P<at>(?:left|right) (?:side|arm|leg|hand|foot|eye|ear|ankle|wrist|knee))\b", "the"),
    (rf"\b(?:be|become|becomes|became) (?P<at>{_JOBS})\b(?=[.,;]| (?:one day|when|like|and|or|in|at)\b|$)", "a"),
    (rf"\b(?:go|goes|went|gone|walks?|walked|taken|trips?|bus) to (?P<at>{_PLACES})\b(?=[.,;]| (?:with|and|on|every|each|by|but|at|in)\b|$)", "the"),
    (r"\b(?:lives?|living|lived|moved|moves|house[sd]?) (?:in|to|into) (?P<at>(?:\w+[- ]bedroom(?:ed)?|small|large|rented|council|new|terraced|big) (?:house|flat|home|bungalow))\b", "a"),
)  # fmt: skip
_TABLE = Table({str(number): re.compile(pattern, re.I) for number, (pattern, _) in enumerate(_PATTERNS)})


def missing_articles(sentence: "Span", text: str) -> "Iterator[Slip]":
    """Yield the places in a whole sentence where an article is missing.

    Args:
        sentence: parsed.
        text: its text.
    """
    for number, pattern in _TABLE.possible(text):
        for match in pattern.finditer(text):
            span = sentence.char_span(*match.span("at"))
            if span is not None and _is_whole(sentence, text) and not _goes_on(span):
                article = _PATTERNS[int(number)][1]
                article = "an" if article == "a" and span.text[0].lower() in "aeiou" else article
                yield Slip(
                    span.start - 1,
                    span.end,
                    "a word is missing",
                    f"{span.doc[span.start - 1].text} {article} {span.text}",
                )


def _goes_on(span: "Span") -> bool:
    """Tell "on second floor duty" from "on second floor"."""
    return span.end < span.sent.end and span.doc[span.end].pos_ in ("NOUN", "PROPN")


def _is_whole(sentence: "Span", text: str) -> bool:
    """Tell a sentence with a subject and a full stop from a note."""
    subject = any(t.dep_.startswith("nsubj") and t.head.pos_ in ("VERB", "AUX", "NOUN", "ADJ") for t in sentence)
    return subject and text.rstrip().endswith(".") and ":" not in text
