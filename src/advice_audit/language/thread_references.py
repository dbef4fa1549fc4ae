"""References in so many words: "this serves outcome two", "(outcome 3)", "need 1"."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from advice_audit.language.canonical import words_of

if TYPE_CHECKING:
    from spacy.tokens import Span

WORDS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
WORDS |= {w: i for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
ROMAN = {w: i for i, w in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}
_NUMBER = r"(?:\d{1,2}|" + "|".join([*WORDS, *sorted(ROMAN, key=len, reverse=True)]) + r")"
_LIST = rf"{_NUMBER}(?:\s*(?:,|and|&|/|to|-|–|, and)\s*(?:outcomes?\s+)?{_NUMBER})*"
# NOTE: "needs one to one help" is no reference, so needs are referred to by figures only.
_FIGURES = r"\d{1,2}(?:\s*(?:,|and|&|/)\s*\d{1,2})*"
_OUTCOME = re.compile(rf"\boutcomes?(?:\s+(?:no\.?|number))?\s*:?\s*({_LIST})\b|\b(\w+)\s+outcome\b", re.I)
_NEED = re.compile(
    rf"\bneeds?(?:\s+(?:no\.?|number))?\s*:?\s*({_FIGURES})\b|\b(first|second|third|fourth|fifth|sixth)\s+need\b", re.I
)
_BRACKET = re.compile(r"\(((?:[EO]?\d{1,2})(?:\s*(?:,|and|&)\s*[EO]?\d{1,2})*)\)\W*$")
_COUNT = r"(?:two|three|four|five|six|seven|eight|\d)"
_AIMS = r"(outcome|result|change|goal|aim|target|need)s"
_ALL = re.compile(
    rf"\b(?:all|both|each|every one) (?:of )?(?:the |these |those |her |his |their |our )?(?:{_COUNT} )?{_AIMS}\b"
    rf"|\b(?:the|these|those|her|his|their|our) {_COUNT} (?:\w+ )?{_AIMS}\b",
    re.I,
)
_FIRST = re.compile(
    rf"\bfirst ({_COUNT}) (?:of (?:the|these) )?(?:outcomes|results|changes|goals|aims|targets)\b", re.I
)
_FOR = re.compile(r"(?:for|serves|meets|helps with|links? to|which|e|o)\W*$", re.I)
_OUTCOMES = {"outcome", "result", "change", "goal", "aim", "target"}
ALL = 0
"""Stands for every need or outcome: "all three outcomes"."""
_LABEL = re.compile(r"^\W*(?:outcome|need|o|e|n)?\s*\.?\s*(\d{1,2}|[ivx]{1,4}|[a-h])\s*[.):–-]", re.I)


def numbers_of(quotes: Sequence["Span"]) -> list[int]:
    """Return the number each unit goes by: the one it is labelled with, or its place in the list from 1."""
    labelled = [_label(q.text) for q in quotes]
    if quotes and all(labelled) and len(set(labelled)) == len(labelled):
        return [int(n or 0) for n in labelled]
    return list(range(1, len(quotes) + 1))


def _label(text: str) -> int | None:
    match = _LABEL.match(text)
    return _value(match[1]) if match else None


def _value(word: str) -> int | None:
    word = word.lower().lstrip("eo") if word[:1] in "EO" and word[1:].isdigit() else word.lower()
    if word.isdigit():
        return int(word)
    if word in WORDS:
        return WORDS[word]
    if word in ROMAN:
        return ROMAN[word]
    return ord(word) - ord("a") + 1 if len(word) == 1 and word in "abcdefgh" else None


def referred_outcomes(spans: Iterable["Span"]) -> set[int]:
    """Return the numbers of the outcomes that a provision says it serves."""
    return _referred(spans, _OUTCOME, brackets=True)


def referred_needs(spans: Iterable["Span"]) -> set[int]:
    """Return the numbers of the needs that an outcome or provision says it meets."""
    return _referred(spans, _NEED, brackets=False)


def _referred(spans: Iterable["Span"], pattern: re.Pattern[str], brackets: bool) -> set[int]:
    found: set[int] = set()
    for text in map(words_of, spans):
        aims = {(match[1] or match[2]).lower() for match in _ALL.finditer(text)}
        if aims & ({"need"} if pattern is _NEED else _OUTCOMES):
            found.add(ALL)
        if pattern is _OUTCOME and (first := _FIRST.search(text)):
            found |= set(range(1, (_value(first[1]) or 0) + 1))
        for match in pattern.finditer(text):
            found |= _all(match[1] or match[2] or "", whole=match[1] is not None)
        if brackets and (bracket := _BRACKET.search(text)):
            found |= _all(bracket[1], whole=True)
    return found


def _all(text: str, whole: bool) -> set[int]:
    words = re.findall(r"\w+", text)
    if not whole:
        words = [w for w in words if w.lower() in WORDS]
    return {n for w in words if (n := _value(w)) is not None}


def column_numbers(spans: Sequence["Span"], columns: Sequence[str], word: str) -> set[int]:
    """Return the numbers that stand in a column headed "outcome", "which need" or the like.

    Args:
        spans, columns: the cells of a row and their headers, in step.
        word: `outcome` or `need`.
    """
    cells = (s.text for s, head in zip(spans, columns, strict=False) if word in head or _FOR.match(head))
    found: set[int] = set()
    for text in cells:
        if re.match(r"\W*all\b", text, re.I):
            found.add(ALL)
        elif len(text) <= 12:
            found |= {n for w in re.findall(r"\b(?:\d{1,2}|[A-H])\b", text) if (n := _value(w)) is not None}
    return found
