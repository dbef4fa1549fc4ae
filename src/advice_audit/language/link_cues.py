"""How near two units are in meaning: the cues by which the golden thread joins them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from advice_audit.language.area_cues import area_table, areas_of_both
from advice_audit.language.life_areas import areas, helped

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Span

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
    import numpy as np

    from advice_audit.language.vectors import TokenVectors

    parts = list(spans)
    doc = parts[0].doc
    table = cast(TokenVectors, doc.vocab.vectors)
    hidden = _hidden(doc)
    total = np.zeros(table.vectors_length, dtype=np.float32)
    words: dict[str, float] = {}
    rows: list[Any] = []
    kept: list[str] = []
    for part in parts:
        for token in part:
            if token.is_space or token.is_punct or token.i in hidden:
                continue
            kept.append(token.lower_)
            row = table.weighted(token.lower_)
            if row is None:
                continue
            total += row
            lemma = token.lemma_.lower()
            if token.pos_ in CONTENT and lemma not in words and lemma not in EVERYWHERE and not token.is_stop:
                size = float(np.linalg.norm(row))
                words[lemma] = size
                rows.append(row / (size or 1.0))
    norm = float(np.linalg.norm(total))
    return Meaning(
        total / norm if norm else total,
        words,
        np.vstack(rows) if rows else np.zeros((0, table.vectors_length), dtype=np.float32),
        areas(" ".join(kept)),
        areas(topic_words(quote if quote is not None else parts[0])),
        helped(" | ".join(p.text for p in parts)) if is_help else {},
        frozenset(n for p in parts for n in _NAME.findall(p.text)) - _childs(doc),
        _services(parts),
    )


def _childs(doc: Any) -> frozenset[str]:
    child = doc._.facts.child if doc._.facts else None
    return frozenset(child.split()) if child else frozenset()


def _services(parts: "list[Span]") -> frozenset[str]:
    spans = parts[0].doc.spans.get("services", ())
    inside = [s for s in spans if any(p.start <= s.start < p.end for p in parts)]
    return frozenset(s.text.lower() if s.label_ == "unknown" else s.label_ for s in inside)


def topic_words(quote: "Span") -> str:
    """Return the words that name a unit's topic: its label ("Sleep."), or its first clause without its purpose."""
    text = quote.text
    label = _LABEL.match(text)
    if label:
        return label[1]
    return _PURPOSE.split(text)[0]


def _hidden(doc: Any) -> frozenset[int]:
    cached = doc.user_data.get("thread_hidden")
    if cached is None:
        spans = [s for group in ("people", "times") if group in doc.spans for s in doc.spans[group]]
        child = doc._.facts.child if doc._.facts else None
        names = set(child.split()) if child else set()
        cached = frozenset(i for s in spans if s.label_ != "frequency" for i in range(s.start, s.end)) | {
            t.i for t in doc if t.text in names
        }
        doc.user_data["thread_hidden"] = cached
    return cast("frozenset[int]", cached)


def pair_cues(one: Meaning, other: Meaning) -> dict[str, float]:
    """Return named cues, each from about 0 to 1, of how near two meanings are."""
    return pair_table([one], [other])[0][0]


def pair_table(ones: Sequence[Meaning], others: Sequence[Meaning]) -> list[list[dict[str, float]]]:
    """Return the cues of `pair_cues` for every pair: a row for each of the first, a column for each of the second."""
    if not ones or not others:
        return [[] for _ in ones]
    table = area_table(ones, others)
    return [
        [
            {name: float(values[i, j]) for name, values in table.items()}
            | areas_of_both(one.areas, other.areas)
            | _named(one, other)
            | _words(one, other)
            for j, other in enumerate(others)
        ]
        for i, one in enumerate(ones)
    ]


def _named(one: Meaning, other: Meaning) -> dict[str, float]:
    """Return whether the two name the same person or place, or the same service."""
    cues = {"same_name": 1.0} if one.names & other.names else {}
    return cues | ({"same_service": 1.0} if one.services & other.services else {})


def _words(one: Meaning, other: Meaning) -> dict[str, float]:
    """Return how near the words of the two are, by the same lemmas and by their vectors."""
    import numpy as np

    shared = [weight for lemma, weight in one.words.items() if lemma in other.words]
    mine, theirs = np.fromiter(one.words.values(), float), np.fromiter(other.words.values(), float)
    all_mine, all_theirs = float(mine.sum()), float(theirs.sum())
    least = min(all_mine, all_theirs)
    cues = {
        "cosine": float(one.vector @ other.vector),
        "overlap": sum(shared) / least if least else 0.0,
        "shared_words": min(len(shared), 3) / 3,
    }
    if least:
        near = one.rows @ other.rows.T
        cues["covered"] = float(near.max(axis=1) @ mine) / all_mine
        cues["covers"] = float(near.max(axis=0) @ theirs) / all_theirs
        flat = near.ravel()
        if len(flat) > 3:
            flat = np.partition(flat, -3)[-3:]
        cues["nearest"] = float(flat.max())
        cues["nearest_three"] = float(flat.sum()) / len(flat)
    return cues
