"""What a need says in turn: the trouble itself, and the statements that follow on from it."""

import re

from spacy.tokens import Span, Token

from advice_audit.checks.needs._units import QUESTIONS, sentences
from advice_audit.checks.patterns import plain
from advice_audit.language.canonical import spans_of

SHORTEST = 3
LONGEST_NAME = 9
WINDOW = 26
SHORT = 12
_OPENERS = frozenset(
    "each every no nobody none there on at in by since after before when whenever during from most all some neither both another what if once outside the his her their my".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEADS_ON = re.compile(r"^(?:so|leaving|meaning|causing|making|resulting|thereby|whereupon|until|till)$|^which$", re.I)
_TELLS = re.compile(
    r"\b(?:say|says|said|tells?|told|reports?|reported|states?|stated|records?|recorded|notes?|noted|observed|reckons?|counts?|counted|confirms?|confirmed|"
    r"describes?|described|explains?|explained|agrees?|agreed|seen|saw|watched|found|wrote|writes|according|account|reckoning|visits?|report|diary|log|book|put to|showed|shown|heard)\b",
    re.I,
)


_PLIGHT = re.compile(
    r"(?:tear|cr[yi]|sob|weep|wept|tired|exhaust|lonel|sad|angry|asham|afraid|fright|hungr|cold|hurt|sore|bruis|injur|lost|late|alone|upset|worr|miser|bored|dread|stop|miss|feel|felt|ill|sick|pain)"
)
_OTHERS = re.compile(
    r"\b(?:requires?|needs)\b[^.|]*\b(?:therap(?:y|ist)|hydrotherapy|physiotherapy|lessons|teaching|medication|assessment)\b|\breading age\b|\bdiagnos(?:is|ed)\b|"
    r"\b(?:educational psycholog\w+|paediatrician|consultant)\b|\bhas (?:\w+ )?epilepsy\b",
    re.I,
)


def name_ends(unit: Span) -> int:
    """Return where the words that only name the need end ("Getting lost.", the first cell of a row), in tokens."""
    cells = list(unit._.cells)
    if len(cells) > 1:
        first = next((c for c in cells if re.search(r"[A-Za-z]{3}", c.text)), cells[0])
        return int(first.start if len(first) > LONGEST_NAME and finite(first) else first.end)
    pieces = sentences(unit)
    if len(pieces) > 1 and len(pieces[0]) <= LONGEST_NAME and not finite(pieces[0]):
        return int(pieces[0].end)
    head = next((t for t in unit[:LONGEST_NAME] if t.text == ":"), None)
    return int(head.i + 1) if head is not None and not finite(unit.doc[unit.start : head.i]) else int(unit.start)


def finite(span: Span) -> bool:
    """Tell whether a verb in the span says of somebody that they do or did something."""
    return any(t.tag_ in _FINITE for t in span)


def statements(unit: Span) -> list[Span]:
    """Split what follows the need's name at its sentences, and these where a new clause or a consequence begins.

    A cell under a heading that asks who says so is left out.

    Args:
        unit: a need, with its cells and columns.
    """
    start = name_ends(unit)
    silent = [
        cell
        for cell, header in zip(unit._.cells, unit._.columns, strict=True)
        if header and QUESTIONS["source"].search(header) and not QUESTIONS["frequency"].search(header)
    ]
    found: list[Span] = []
    for sentence in sentences(unit):
        if sentence.start >= start and not any(c.start <= sentence.start < c.end for c in silent):
            found += _split(sentence)
    return found


def _split(sentence: Span) -> list[Span]:
    pieces, start = [], sentence.start
    for token in sentence[1:]:
        if token.i - start >= SHORTEST and sentence.end - token.i >= SHORTEST and _opens(token):
            pieces.append(sentence.doc[start : token.i])
            start = token.i
    pieces.append(sentence.doc[start : sentence.end])
    return pieces


def _opens(token: Token) -> bool:
    """Tell whether a word begins a statement of its own: ";", "and" before a verb's fellow, "so that", ", which"."""
    if token.text == ";":
        return True
    before = token.nbor(-1)
    if token.lower_ in ("and", "but") and before.text != ";":
        joins = token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX")
        return joins or (before.text == "," and _turns_to(token.doc[token.i + 1 : token.i + WINDOW]))
    return bool(_LEADS_ON.match(token.lower_)) and before.lower_ in (",", "and") and before.nbor(-1).text != ";"


def _turns_to(after: Span) -> bool:
    """Tell whether words after ", and" begin with somebody, something or some time, and then a verb says of it."""
    if not after or not (after[0].lower_ in _OPENERS or after[0].pos_ in ("PROPN", "PRON")):
        return False
    said = next((t for t in after if t.tag_ in _FINITE), None)
    return said is not None and not any(t.text in (".", ";") for t in after.doc[after.start : said.i])


def beyond(unit: Span) -> list[Span]:
    """Return the statements after the first that tells of the trouble, without those that only say who told of it.

    Args:
        unit: a need, with its cells and columns.
    """
    pieces = statements(unit)
    first = 1
    while first < len(pieces) and only_told(pieces[first - 1]):
        first += 1
    asked = _asked(unit)
    later = (p for n, p in enumerate(pieces) if n >= first or _inside(p, asked))
    return [p for p in later if not only_told(p) and not only_counted(p)]


def _asked(unit: Span) -> list[Span]:
    """Return the cells under a heading that asks what the need does."""
    pairs = zip(unit._.cells, unit._.columns, strict=True)
    return [cell for cell, header in pairs if header and QUESTIONS["impact"].search(header)]


def _inside(piece: Span, cells: list[Span]) -> bool:
    return any(cell.start <= piece.start < cell.end for cell in cells)


def only_counted(piece: Span) -> bool:
    """Tell whether a statement says no more than how often, how long or when ("Five nights in seven, until two or so")."""
    timed = {i for t in spans_of(piece.doc, "times") for i in range(t.start, t.end)}
    rest = [t for t in piece if t.i not in timed and t.pos_ in ("NOUN", "VERB", "ADJ", "PROPN") and not t.like_num]
    return len(rest) < 2 and not any(_PLIGHT.match(t.lower_) for t in rest)


def only_told(piece: Span) -> bool:
    """Tell whether a statement says no more than who saw it or wrote it down, or belongs to health or school."""
    if _OTHERS.search(piece.text):
        return True
    text = plain(piece.text)
    if not _TELLS.search(text) or " that " in text or len(text.split()) >= SHORT:
        return False
    return sum(t.tag_ in _FINITE for t in piece) <= 1
