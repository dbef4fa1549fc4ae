"""Areas of daily life that needs, outcomes and provision are about, found by the everyday words for them.

The golden thread joins units by meaning. Two units about the same area of life are likely to belong together even
when they share no word: "she is up four times a night" and "a course on settling and bedtime routines".

Notation of the words: they are separated by white space; a trailing `*` takes any ending; `+` joins the words of a phrase,
in which `_` stands for any one word; `~` marks words that stand in times, places and names of services too, so that one of
them alone says little. Hyphens, capitals and the possessive `'s` make no difference.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from advice_audit.language import life_areas_home, life_areas_world
from advice_audit.language.life_areas_help import HELPS, NEAR

AREAS: dict[str, str] = {**life_areas_home.WORDS, **life_areas_world.WORDS}
_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)?")
_POSSESSIVE = re.compile(r"\s?'s?(?=\W|$)")
SHORTEST = 3
WEAK, WEAK_MORE, MORE = 0.4, 0.2, 0.5


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of an area: the pattern of each word, and whether they say little."""

    area: str
    words: tuple[str, ...]
    weak: bool

    def begins(self, words: Sequence[str]) -> bool:
        """Tell whether these words follow the first one."""
        rest = self.words[1:]
        return len(words) >= len(rest) and all(_like(w, p) for w, p in zip(words, rest, strict=False))


def _like(word: str, pattern: str) -> bool:
    return pattern == "_" or (word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern)


@cache
def _entries() -> dict[str, list[Entry]]:
    """Return the entries by the pattern of their first word."""
    found: dict[str, list[Entry]] = {}
    for area, words in AREAS.items():
        for written in dict.fromkeys(words.split()):
            phrase = tuple(_plain(written.lstrip("~").replace("+", " ")).replace("-", " ").split())
            found.setdefault(phrase[0], []).append(Entry(area, phrase, written.startswith("~")))
    return found


@cache
def _starting(word: str) -> tuple[Entry, ...]:
    entries = _entries()
    stems = (word[:end] + "*" for end in range(SHORTEST, len(word) + 1))
    return tuple(entry for key in (word, *stems) for entry in entries.get(key, ()))


def _plain(text: str) -> str:
    return _POSSESSIVE.sub("", text.replace("’", "'")).lower()


@lru_cache(maxsize=2048)
def areas(text: str) -> dict[str, float]:
    """Return how strongly a text is about each area of life: 1 for one word of it, more for several different ones.

    Args:
        text: a sentence, a need, an outcome or a provision.
    """
    words = _WORD.findall(_plain(text))
    strong: dict[str, set[Entry]] = {}
    weak: dict[str, set[Entry]] = {}
    for at, word in enumerate(words):
        for entry in _starting(word):
            if len(entry.words) == 1 or entry.begins(words[at + 1 : at + len(entry.words)]):
                (weak if entry.weak else strong).setdefault(entry.area, set()).add(entry)
    return {
        area: _strength(len(strong.get(area, ())), len(weak.get(area, ())))
        for area in AREAS
        if area in strong or area in weak
    }


def _strength(strong: int, weak: int) -> float:
    return 1 + MORE * (strong - 1) + WEAK_MORE * weak if strong else WEAK + WEAK_MORE * (weak - 1)


@cache
def _helps() -> tuple[tuple[re.Pattern[str], dict[str, float]], ...]:
    return tuple((re.compile(rf"\b(?:{words})", re.I), _weights(served)) for words, served in HELPS)


def _weights(served: str) -> dict[str, float]:
    parts = (part.partition(":") for part in served.split())
    return {area: float(weight or 1) for area, _, weight in parts}


@lru_cache(maxsize=2048)
def helped(text: str) -> dict[str, float]:
    """Return the areas of life that the kinds of help named in a provision are usually for, with how surely.

    Args:
        text: of a provision.
    """
    plain = text.replace("’", "'")
    found: dict[str, float] = {}
    for pattern, served in _helps():
        if pattern.search(plain):
            for area, weight in served.items():
                found[area] = max(found.get(area, 0.0), weight)
    return found


def shared(one: dict[str, float], other: dict[str, float]) -> tuple[float, float]:
    """Return how far two texts are about the same areas, and about related ones; both from 0.

    Args:
        one, other: from `areas`.
    """
    total = (sum(one.values()) * sum(other.values())) ** 0.5
    if not total:
        return 0.0, 0.0
    same = sum((weight * other[area]) ** 0.5 for area, weight in one.items() if area in other)
    near = max((_near(a, b) for a in one for b in other if a != b), default=0.0)
    return float(same / total), float(near)


def _near(one: str, other: str) -> float:
    return NEAR.get((one, other)) or NEAR.get((other, one), 0.0)
