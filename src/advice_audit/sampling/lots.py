"""The draw itself. It needs nothing but a list, a number and a seed, so that anybody can repeat it.

Every advice gets a lot: the SHA-256 of the seed, a line break and its name in the list. The lowest lots are chosen.
Lots do not depend on the order of the list or on this program; taking one advice out changes no other's.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advice_audit.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Lot:
    """One advice's lot: its name in the list, its service where known, and the number drawn for it (hexadecimal)."""

    name: str
    service: str | None
    number: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn: the chosen, then reserves in the order in which they are called."""

    chosen: tuple[Lot, ...]
    reserves: tuple[Lot, ...]


def lot_number(seed: int, name: str) -> str:
    """Return the lot of a name: 64 hexadecimal digits."""
    return hashlib.sha256(f"{seed}\n{name}".encode()).hexdigest()


def lots(names: Sequence[tuple[str, str | None]], seed: int) -> list[Lot]:
    """Return every (name, service) with its lot, lowest first."""
    return sorted((Lot(name, service, lot_number(seed, name)) for name, service in names), key=lambda lot: lot.number)


def draw(names: Sequence[tuple[str, str | None]], *, size: int, reserve: int, seed: int) -> Drawn:
    """Draw a simple random sample: the lowest lots.

    Args:
        names: every (name, service) that can be chosen.
        size: how many are chosen; all where there are fewer.
        reserve: how many more stand ready for those that cannot be read.
        seed: the number that decides.

    Raises:
        ConfigurationError: there is nothing to choose from, or the size is none.
    """
    _check(names, size, reserve)
    order = lots(names, seed)
    return Drawn(tuple(order[:size]), tuple(order[size : size + reserve]))


def draw_by_service(names: Sequence[tuple[str, str | None]], *, size: int, reserve: int, seed: int) -> Drawn:
    """Draw by service: each gives its share, at least one where the size allows, and within it the lowest lots win.

    Args and errors: as for `draw`. With more services than places, each service gives one at most, lowest lots first.
    """
    _check(names, size, reserve)
    order = lots(names, seed)
    places = shares(Counter(lot.service or "" for lot in order), size)
    taken: list[Lot] = []
    if places is None:
        taken = list(_one_each(order))[:size]
    else:
        for lot in order:
            if places[lot.service or ""] > 0:
                places[lot.service or ""] -= 1
                taken.append(lot)
    chosen = set(taken)
    rest = [lot for lot in order if lot not in chosen]
    return Drawn(tuple(taken), tuple(_reserves(rest, taken, reserve)))


def shares(counts: Counter[str], size: int) -> dict[str, int] | None:
    """Return how many places each service gets, by largest remainder after one for each; None with too few places."""
    total = sum(counts.values())
    size = min(size, total)
    if len(counts) > size:
        return None
    given = dict.fromkeys(counts, 1)
    while sum(given.values()) < size:
        # The service that is furthest below its share; of equals the larger, then by name.
        open_ = [name for name in counts if given[name] < counts[name]]
        best = max(open_, key=lambda name: (counts[name] * size / total - given[name], counts[name], name))
        given[best] += 1
    return given


def _one_each(order: Sequence[Lot]) -> Iterator[Lot]:
    seen: set[str | None] = set()
    for lot in order:
        if lot.service not in seen:
            seen.add(lot.service)
            yield lot


def _reserves(rest: Sequence[Lot], taken: Sequence[Lot], number: int) -> list[Lot]:
    """Return reserves so that every chosen service has one as long as it has any, then the lowest lots."""
    services = {one.service for one in taken}
    wanted = [lot for lot in _one_each(rest) if lot.service in services]
    first = set(wanted)
    others = [lot for lot in rest if lot not in first]
    return [*wanted, *others][:number]


def _check(names: Sequence[tuple[str, str | None]], size: int, reserve: int) -> None:
    if size < 1 or reserve < 0:
        raise ConfigurationError("bad-size", "a sample needs a size of 1 or more, and a reserve of 0 or more")
    if not names:
        raise ConfigurationError(
            "nothing-to-sample", "there is no advice to choose from: see what was left out and why"
        )
