"""Many named regular expressions over one text, of which only those are tried that could match it."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from advice_audit.language.literals import required

_FOLDED = re.compile("[ſıİ\u212a]")
"""Letters that `re.I` takes for s, i and k, and lower-casing does not."""
_GRAM = 4


class Table(dict[str, "re.Pattern[str]"]):
    """Named patterns. `possible` leaves out those of which a text holds no word that they need."""

    def possible(self, text: str) -> "Iterator[tuple[str, re.Pattern[str]]]":
        """Yield the patterns that may match somewhere in a text, in the table's order."""
        if _FOLDED.search(text):
            yield from self.items()
            return
        lowered, grams = _grams(text)
        grams_of, short, always = self._needs
        on = set(always)
        for gram in grams_of.keys() & grams:
            on.update(name for literal, name in grams_of[gram] if name not in on and literal in lowered)
        on.update(name for literal, name in short if name not in on and literal in lowered)
        if on:
            yield from ((name, pattern) for name, pattern in self.items() if name in on)

    @cached_property
    def _needs(self) -> tuple[Mapping[str, list[tuple[str, str]]], list[tuple[str, str]], frozenset[str]]:
        """Literals by a gram of theirs with the pattern that needs them; shorter ones; patterns that need none."""
        grams: dict[str, list[tuple[str, str]]] = {}
        short: list[tuple[str, str]] = []
        always = set()
        for name, pattern in self.items():
            literals = required(pattern)
            if literals is None:
                always.add(name)
            for literal in literals or ():
                if len(literal) < _GRAM:
                    short.append((literal, name))
                else:
                    grams.setdefault(_rarest(literal), []).append((literal, name))
        return grams, short, frozenset(always)


@lru_cache(maxsize=256)
def _grams(text: str) -> tuple[str, frozenset[str]]:
    """Return a text in small letters and every run of four characters in it; checks ask of one text many times."""
    lowered = text.lower()
    return lowered, frozenset([lowered[i : i + _GRAM] for i in range(len(lowered) - _GRAM + 1)])


# Runs that most sentences hold say little; the letters that English uses least, most.
_COMMON = "etaoinsrhldcumfpgwybvkxjqz' -"


def _rarest(literal: str) -> str:
    runs = (literal[i : i + _GRAM] for i in range(len(literal) - _GRAM + 1))
    return max(runs, key=lambda run: sum(_COMMON.find(c) if c not in " " else 0 for c in run))


def table(**patterns: str) -> Table:
    """Compile named patterns; letter case does not matter unless a pattern opens with `(?-i:`."""
    return Table({name: re.compile(pattern, re.I) for name, pattern in patterns.items()})
