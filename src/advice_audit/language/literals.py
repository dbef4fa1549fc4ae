"""What a regular expression cannot do without: literals of which every match holds at least one.

A text without any of them needs no search. Read off the parsed expression, so nobody has to keep a list beside it.
"""

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

LIMIT = 200
"""Most literals that are kept for one part of an expression."""
_ENOUGH = 4
_FEW = 8
_FOLDED = "ſıİ"
_GROUPS = {"SUBPATTERN": 3, "ATOMIC_GROUP": None}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")

Literals = frozenset[str]
Part = tuple[Literals | None, Literals | None]
"""All strings that a part can match, where they are few; else literals of which each of its matches holds one."""


def required(pattern: "re.Pattern[str]") -> Literals | None:
    """Return lower-case literals one of which stands in every match; None where there are none to be told.

    Args:
        pattern: any expression of `re`. Letters that only case folding joins (`ſ` with `s`) are not thought of.
    """
    # NOTE: private, but the only parser of these expressions; without it no search is spared.
    try:
        tree = import_module("re._parser").parse(pattern.pattern, pattern.flags & (re.I | re.X))
    except ImportError:  # pragma: no cover
        return None
    found = _best(_sequence(list(tree)))
    return None if found is None else frozenset(a for a in found if not any(b != a and b in a for b in found))


def _best(candidates: Iterable[Literals | None]) -> Literals | None:
    """Return the most telling: the longest at its shortest, then the fewest."""
    useful = [c for c in candidates if c and min(map(len, c))]
    return max(useful, key=lambda c: (min(*map(len, c), _ENOUGH), -len(c)), default=None)


def _sequence(items: Sequence[tuple[Any, Any]]) -> Part:
    together: Literals = frozenset({""})
    candidates: list[Literals | None] = []
    whole = True
    for operator, argument in items:
        exact, needed = _item(str(operator), argument)
        if exact is not None and len(together) * len(exact) <= LIMIT:
            together = frozenset(a + b for a in together for b in exact)
            continue
        whole = False
        candidates += [together, needed]
        together = exact if exact is not None else frozenset({""})
    return (together, None) if whole else (None, _best([*candidates, together]))


def _item(operator: str, argument: Any) -> Part:
    if operator == "LITERAL":
        return frozenset({chr(argument).lower()}), None
    if operator == "IN" and len(argument) <= _FEW and all(str(kind) == "LITERAL" for kind, _ in argument):
        return frozenset(chr(code).lower() for _, code in argument if chr(code) not in _FOLDED), None
    if operator in _GROUPS:
        place = _GROUPS[operator]
        return _sequence(list(argument if place is None else argument[place]))
    if operator in _NO_WIDTH:
        return frozenset({""}), None
    if operator == "BRANCH":
        return _branch([_sequence(list(branch)) for branch in argument[1]])
    if operator in _REPEATS:
        return _repeat(*argument)
    return None, None


def _branch(parts: Sequence[Part]) -> Part:
    exact = [e for e, _ in parts if e is not None]
    if len(exact) == len(parts) and len(every := frozenset().union(*exact)) <= LIMIT:
        return every, None
    needed = [b for part in parts if (b := _best(part)) is not None]
    return None, frozenset().union(*needed) if len(needed) == len(parts) else None


def _repeat(least: int, most: int, inside: Sequence[tuple[Any, Any]]) -> Part:
    exact, needed = _sequence(list(inside))
    if (least, most) == (0, 1):
        return (None if exact is None else exact | {""}), None
    if least == 0:
        return None, None
    return (exact, needed) if least == most == 1 else (None, _best((exact, needed)))
