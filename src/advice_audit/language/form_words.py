"""The form's own words: prompts, guidance and reminders that it prints under a heading, before what the writer wrote.

"One row for each need.", "What will have changed, and by when?", "Practical help for a disabled child under 18." They are
nobody's views and no need, outcome or provision. A classifier tells them, from the first paragraph under a heading on, until
one is the writer's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from advice_audit.classify.features import Example
from advice_audit.classify.persist import classifier
from advice_audit.documents.model import BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from advice_audit.language.sections import Segment

NAME = "form_words"
MOST = 4
"""Paragraphs under a heading that may be the form's."""
LEAST = 0.6
SURE = 0.9
"""Asked of the last paragraph of a section: with it, the section would be empty."""
LONGEST = 60
_ASKED = re.compile(
    r"\b(?:you|your|yours|please|author|writer|practitioner completing|box|form|section|complete[d]?)\b", re.I
)
_ANY_CHILD = re.compile(
    r"\b(?:the|each|every|a|this|any) (?:child|young person|person|parents?|carers?|family)\b|\bchild(?:ren)?['’]?s?\b|\byoung (?:person|people)\b",
    re.I,
)
_LAW = re.compile(
    r"\b(?:section \d|act\b|regulations?|code of practice|statutory|under 18|18 or over|H1|H2|SMART)\b", re.I
)
_THIS_CHILD = re.compile(r"\b(?:he|she|him|his|her|hers|i|my|me|mum|dad|mam|nan|mr|mrs|ms|miss|dr)\b", re.I)
# "Dental care: not for this team.": whom a need was left to, or who said no, is told by the writer.
_LEFT = re.compile(
    r"\b(?:(?:declin|refus)ed|said no|(?:did|do|does)(?: not|n['’]t) (?:want|take|wish)|(?:was|were|is|are) offered\b.*\bnot?\b|(?:for|by|with) other (?:agencies|services|teams)|other (?:agencies|services|teams) to|"
    r"not for (?:this|our) (?:team|service)|in due course)\b",
    re.I,
)
_ASKING_WORD = re.compile(
    r"^\W*(?:what|who|whom|which|how|why|when|where|is|are|has|have|does|do|did|can|will)\b", re.I
)


def form_example(block: "Span", heading: str, number: int, left: int, item: bool = False) -> Example:
    """Return what the classifier sees of a paragraph under a heading.

    Args:
        block: the paragraph, item or cell.
        heading: the words of the heading.
        number: how many paragraphs stand between it and the heading.
        left: how many paragraphs follow it in the section, at most 3.
        item: whether it is an item of a list.
    """
    from advice_audit.language.vectors import sentence_vector

    tokens = [t for t in block if not t.is_space][:LONGEST]
    words = ["<name>" if t.ent_type_ == "PERSON" else "0" if t.like_num else t.lower_ for t in tokens]
    named = {word.lower() for word in re.findall(r"\w{4,}", heading)}
    place = {
        "words of the heading": min(sum(t.lower_ in named for t in tokens), 3) / 3,
        "first": float(number == 0),
        "alone": float(left == 0),
        "followed": min(left, 3) / 3,
        "item": float(item),
    }
    return Example(
        " ".join(words), sentence_vector(block), _words_cues(block.text, words) | _grammar_cues(tokens) | place
    )


def _words_cues(text: str, words: Sequence[str]) -> dict[str, float]:
    return {
        "asks": float(text.rstrip(" )]").endswith("?")),
        "begins as a question": float(bool(_ASKING_WORD.match(text))),
        "speaks to the writer": float(bool(_ASKED.search(text))),
        "any child": float(bool(_ANY_CHILD.search(text))),
        "this child": float(bool(_THIS_CHILD.search(text))),
        "law": float(bool(_LAW.search(text))),
        "quotes": float(any(w in '"“”' for w in words)),
        "short": float(len(words) < 12),
        "long": float(len(words) > 30),
        "brackets": float(text[:1] in "([" and text.rstrip()[-1:] in ")]"),
        "ends": float(text.rstrip()[-1:] in ".?!:"),
    }


def _grammar_cues(tokens: "Sequence[Token]") -> dict[str, float]:
    first = next((t for t in tokens if t.is_alpha), tokens[0])
    return {
        "commands": float(first.tag_ == "VB" or first.lower_ in _COMMANDS),
        "names": float(any(t.ent_type_ == "PERSON" for t in tokens) or any(t.pos_ == "PROPN" for t in tokens[1:])),
        "numbers": float(any(t.like_num for t in tokens)),
        "past": float(any(t.tag_ in ("VBD", "VBN") for t in tokens)),
        "no verb": float(not any(t.pos_ in ("VERB", "AUX") for t in tokens)),
    }


_COMMANDS = frozenset(
    "please describe list say give state explain include set tell record note use write summarise outline provide consider keep "
    "put leave show name identify specify add ask refer attach remember avoid do don't think detail indicate complete".split()
)


def form_blocks(parts: "Sequence[Segment]") -> "Iterator[Span]":
    """Yield the paragraphs that are the form's own, of every section."""
    asked = [
        (
            _example(part.heading, block, number, len(part.body)),
            block,
            number,
            SURE if number + 1 == len(part.body) else LEAST,
        )
        for part in parts
        if part.heading is not None
        for number, block in enumerate(_first(part.body))
    ]
    if not asked:
        return
    chances = classifier(NAME).probability([example for example, *_ in asked])
    before = False
    for (_, block, number, least), chance in zip(asked, chances, strict=True):
        before = chance >= least and (before or number == 0) and not _LEFT.search(block.text)
        if before:
            yield block


def _example(heading: "Span", block: "Span", number: int, size: int) -> Example:
    is_item = block._.block.kind is BlockKind.LIST_ITEM
    return form_example(block, heading.text, number, min(size - number - 1, 3), is_item)


def _first(body: "Sequence[Span]") -> "list[Span]":
    """Return the first paragraphs under a heading, up to a table: its first row are headers."""
    columns: dict[int, set[int]] = {}
    for place in (block._.block.place for block in body):
        if place is not None:
            columns.setdefault(place.table, set()).add(place.column)
    narrow = {table for table, own in columns.items() if len(own) == 1}
    before = takewhile(lambda b: b._.block.place is None or b._.block.place.table in narrow, body)
    return list(islice(before, MOST))
