"""How near two units are in meaning: the cues by which the golden thread joins them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from advice_audit.language.canonical import kept, lowers_of, spans_of, tokens_of
from advice_audit.language.life_areas import areas, helped

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span, Token

_LABEL = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?([A-Z][\w’'-]*(?:,? [\w’'-]+){0,5})(?:[.:]| [-–—]) \w")
_NAME = re.compile(r"(?<![.!?:|“\"] )(?<!^)\b[A-Z][a-z’'-]{2,}(?!\w)")
_PURPOSE = re.compile(r",? so that\b|,? which (?:means|leaves)\b|, so\b|\. (?=[A-Z])")
# Words of the trade that stand in any need or provision and join nothing.
EVERYWHERE = frozenset(
    "child young person parent parents mother father mum dad carer report reports reported say says said tell told support help "
    "need needs provision service worker council authority local team week weekly month monthly day hour hours year session "
    "sessions review reviewed start outcome family home time want like make go get take able use work date amount provider "
    "confirm agree please provide offer visit give see know think find".split()
)
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a unit is about.

    Args:
        vector: of the whole unit, of length one.
        words: content lemmas and how much each weighs (the rarer, the more).
        rows: unit vectors of the same words, one a row.
        areas: of life, from `life_areas.areas`.
        focus: the same of the words that name the topic: a title, a short cell, or the first clause.
        helped: areas that the help named here is usually for; empty unless it is a provision.
        names: surnames, first names and names of places, the child's own left out.
        services: of the catalogue, by id; of the rest, by name.
    """

    vector: "NDArray[Any]"
    words: dict[str, float]
    rows: "NDArray[Any]"
    areas: dict[str, float]
    focus: dict[str, float]
    helped: dict[str, float]
    names: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()


def meaning(spans: "Iterable[Span]", quote: "Span | None" = None, is_help: bool = False) -> Meaning:
    """Return the meaning of some spans of one document taken together.

    Args:
        spans: at least one; names of people, times and punctuation in them count for nothing.
        quote: the words that state the unit; the first span where there are none.
        is_help: whether the unit is a provision.
    """
    from advice_audit.language.vectors import unit_vector, word_rows

    parts = list(spans)
    doc = parts[0].doc
    vectors = word_rows(doc)
    lowers, counted, lemmas = lowers_of(doc), _counted(doc), _lemmas(doc)
    tokens = [i for part in parts for i in range(part.start, part.end) if counted[i]]
    words: dict[str, int] = {}
    for i in tokens:
        if lemmas[i]:
            words.setdefault(lemmas[i], int(vectors.at[i]))
    rows = list(words.values())
    return Meaning(
        unit_vector(vectors.total(tokens)),
        dict(zip(words, vectors.weight[rows].tolist(), strict=True)),
        vectors.unit[rows],
        areas(" ".join(lowers[i] for i in tokens)),
        areas(topic_words(quote if quote is not None else parts[0])),
        helped(" | ".join(p.text for p in parts)) if is_help else {},
        frozenset(n for p in parts for n in _NAME.findall(p.text)) - _childs(doc),
        _services(parts),
    )


def _childs(doc: "Doc") -> frozenset[str]:
    child = doc._.facts.child if doc._.facts else None
    return frozenset(child.split()) if child else frozenset()


def _services(parts: "list[Span]") -> frozenset[str]:
    spans = spans_of(parts[0].doc, "services")
    inside = [s for s in spans if any(p.start <= s.start < p.end for p in parts)]
    return frozenset(s.text.lower() if s.label_ == "unknown" else s.label_ for s in inside)


def topic_words(quote: "Span") -> str:
    """Return the words that name a unit's topic: its label ("Sleep."), or its first clause without its purpose."""
    text = quote.text
    label = _LABEL.match(text)
    if label:
        return label[1]
    return _PURPOSE.split(text)[0]


def _counted(doc: "Doc") -> list[bool]:
    """Return which tokens count: neither white space nor punctuation, nor part of a name or a time."""

    def make() -> list[bool]:
        child = _childs(doc)
        names = [doc.vocab.strings[name] for name in child if name in doc.vocab.strings]
        flags = doc.to_array([IS_SPACE, IS_PUNCT]).any(axis=1) | np.isin(doc.to_array(ORTH), names)
        for span in (*spans_of(doc, "people"), *spans_of(doc, "times")):
            if span.label_ != "frequency":
                flags[span.start : span.end] = True
        return [not flag for flag in flags.tolist()]

    import numpy as np
    from spacy.attrs import IS_PUNCT, IS_SPACE, ORTH

    return kept(doc, "counted tokens", make)


def _lemmas(doc: "Doc") -> list[str]:
    """Return the lemmas of the words that say what a unit is about; empty for every other token."""
    from advice_audit.language.vectors import word_rows

    def lemma(token: "Token") -> str:
        if not at[token.i] or token.pos_ not in CONTENT or token.is_stop:
            return ""
        lowered = token.lemma_.lower()
        return "" if lowered in EVERYWHERE else lowered

    at = word_rows(doc).at.tolist()
    return kept(doc, "topic lemmas", lambda: [lemma(token) for token in tokens_of(doc)])
