"""The needs of an advice as its checks see them: which there are, their words, and the cells that answer a question."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Span

from advice_audit.checks.patterns import filled, plain
from advice_audit.language.canonical import sentences_of, spans_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABEL = re.compile(r"^\W*([\w' ]{2,30}?)\s*[:–]\s*")
QUESTIONS = {
    "source": re.compile(
        r"\bwho (?:says|said|told|reports?|saw|noticed)|\bsources?\b|\bevidence\b|how (?:do )?(?:we|i|you) know|\b(?:said|seen|reported|told) by\b|"
        r"what (?:we|i|you)(?:'ve| have| were| was)? (?:heard|told|been told|found|saw|seen)|\bheard\b|\bwho told|what (?:people|others|the family|they) (?:say|said|told)|"
        r"where (?:this|it) comes from|\binformation from|\bbased on|whose (?:view|account|words)",
        re.I,
    ),
    "frequency": re.compile(r"how (?:often|much|many)|frequen|\bwhen\b|\bamount\b|number of times|\bextent\b", re.I),
    "impact": re.compile(
        r"\bimpact|\beffects?\b|what (?:it|this) (?:does|means|leads to)|\bso what\b|difference|\bresult|what happens|consequence|"
        r"\bmeans for\b|\bleads to\b|\bcosts?\b",
        re.I,
    ),
}
_OWNERS = re.compile(
    r"^\W*(?:mum|dad|mam|mother|father|parents?|carers?|family|gran|nan|grandparents?|foster carers?|aunt|uncle|child|young person|"
    r"social worker|worker|school|home|health)(?:'s)?(?: (?:view|views|says|said|report|reports|account|words))?\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Answers:
    """How the columns or labels of a need answer one question: `asked`, and the text of the `answer` where there is one."""

    asked: bool
    answer: str


def needs(doc: "Doc") -> list[Span]:
    """Return the needs of an advice, in order."""
    return spans_of(doc, "needs") if "needs" in doc.spans else []


def answers(unit: Span, question: str) -> Answers:
    """Return what a column or a label that asks a question holds.

    Args:
        unit: a need.
        question: `source`, `frequency` or `impact`.
    """
    asked, texts = False, []
    pattern = QUESTIONS[question]
    for cell, header in zip(unit._.cells, unit._.columns, strict=True):
        text = plain(words_of(cell))
        label = _LABEL.match(text)
        if header and pattern.search(header):
            asked = True
            texts += [text] if filled(cell) else []
        elif label is not None and len(unit._.cells) > 1 and pattern.search(label[1]):
            asked = True
            rest = text[label.end() :]
            texts += [rest] if re.search(r"\w", rest) else []
    return Answers(asked, " | ".join(texts))


def owned(unit: Span) -> bool:
    """Tell whether a column headed by a person ("Mum", "Parents' view") holds part of the need."""
    pairs = zip(unit._.cells, unit._.columns, strict=True)
    return any(header and _OWNERS.match(plain(header)) and filled(cell) for cell, header in pairs)


def sentences(unit: Span) -> list[Span]:
    """Return the sentences of a unit, cell by cell."""
    found = []
    for cell in unit._.cells:
        inside = [s for s in sentences_of(unit.doc) if cell.start <= s.start and s.end <= cell.end]
        found += inside or [cell]
    return found


def clauses(unit: Span) -> list[Span]:
    """Split a need at its sentences, and these at ", and", ";" and "and that"."""
    pieces = []
    for sentence in sentences(unit):
        start = sentence.start
        for token in sentence[1:]:
            joins = token.text == ";" or (
                token.lower_ == "and" and token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX")
            )
            if joins and token.i - start > 3 and sentence.end - token.i > 3:
                pieces.append(unit.doc[start : token.i])
                start = token.i
        pieces.append(unit.doc[start : sentence.end])
    return pieces
