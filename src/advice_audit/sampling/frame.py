"""Who can be chosen: every advice of a folder, a register or the store, and who is left out, with the reason."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.errors import ConfigurationError
from advice_audit.register import Line, Register, read_register

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

STORE = "store"
OUTSIDE = "completed outside the period"
TWICE = "the same file under another name"
RECENT = "sampled in one of the last {} terms"
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
_FILE = ("path", "file", "file name", "filename", "document", "advice", "reference", "ref", "id")
_SERVICE = ("service", "team")
_MOST = 500
"""Values in one question to the store."""
_COMPLETED = ("completed", "date completed", "completion date", "date of advice", "date")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One advice that could be chosen. `name` is its name in the list, by which lots are drawn; `path` where it is."""

    name: str
    path: str
    service: str | None = None
    completed: date | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The list to draw from.

    `listed` is how many the source has, `population` how many of them the term is about (completed in the period,
    each counted once), `candidates` those of the population that may be chosen, `excluded` counts by reason those that
    may not, `undated` the candidates without a date, `source` where the list comes from, in words. `first` and `last`
    are the days of completion that the term is about.
    """

    source: str
    first: date
    last: date
    listed: int
    population: int
    candidates: tuple[Candidate, ...]
    excluded: dict[str, int]
    undated: int


def from_folder(folder: Path) -> tuple[str, list[Candidate]]:
    """Return a folder's advices. The service is the name of the first folder within it, where there is one.

    Raises:
        ConfigurationError: there is no such folder, or no advice in it.
    """
    from advice_audit.documents.find import find_advices

    found = []
    for path in find_advices([folder]):
        name = path.relative_to(folder)
        service = name.parts[0] if len(name.parts) > 1 else None
        found.append(Candidate(name.as_posix(), str(path.resolve()), service, None, _digest(path)))
    return f"the folder {folder}", found


def from_register(path: Path) -> tuple[str, list[Candidate]]:
    """Return the advices of a register. Columns: a file or reference, and where it has them service and completed.

    Raises:
        ConfigurationError: it cannot be read, has no such column, or a row is wrong; the message names row and column.
    """
    register = read_register(path)
    file = register.column(*_FILE)
    if file is None:
        named = ", ".join(register.headings)
        raise ConfigurationError(
            "bad-register", f"{path}: no column called File, Path or Reference; there are: {named}"
        )
    return f"the register {path.name}", list(_listed(register, file))


def _listed(register: Register, file: str) -> Iterator[Candidate]:
    service, completed = register.column(*_SERVICE), register.column(*_COMPLETED)
    seen: dict[str, int] = {}
    for line in register.lines:
        name = line.cells[file].strip().replace("\\", "/")
        if not name:
            raise register.wrong(line, file, "it is empty: every row needs a file or reference")
        if name in seen:
            raise register.wrong(line, file, f"the same as in row {seen[name]}")
        seen[name] = line.number
        yield _candidate(register, line, name, service, completed)


def _candidate(register: Register, line: Line, name: str, service: str | None, completed: str | None) -> Candidate:
    place = Path(name)
    path = place if place.is_absolute() else register.path.resolve().parent / place
    return Candidate(
        name,
        str(path),
        (line.cells[service].strip() or None) if service else None,
        register.day(line, completed) if completed else None,
        _digest(path) if path.is_file() else None,
    )


def from_store(session: "Session") -> tuple[str, list[Candidate]]:
    """Return every advice that scheduled jobs have put in the store, by its newest audit.

    Raises:
        ConfigurationError: there is none.
    """
    from sqlalchemy import select

    from advice_audit.store.models import Audit

    query = select(Audit.path, Audit.service, Audit.completed, Audit.sha256).filter_by(origin="batch", current=True)
    rows = session.execute(query.order_by(Audit.id)).all()
    if not rows:
        message = "the store has no advices yet; say where they are with --from FOLDER or --from REGISTER.csv"
        raise ConfigurationError("nothing-to-sample", message)
    return "the store", [Candidate(r.path, r.path, r.service, r.completed, r.sha256) for r in rows]


def with_known_facts(session: "Session", candidates: Iterable[Candidate]) -> list[Candidate]:
    """Fill in from the store what a list does not say: service and day of completion of files audited before."""
    every = list(candidates)
    lacking = {one.sha256 for one in every if one.sha256 and not (one.service and one.completed)}
    known = _facts_of(session, sorted(lacking))
    filled = []
    for one in every:
        service, completed = known.get(one.sha256 or "", (None, None))
        filled.append(replace(one, service=one.service or service, completed=one.completed or completed))
    return filled


def _facts_of(session: "Session", hashes: Sequence[str]) -> dict[str, tuple[str | None, date | None]]:
    """Return service and day of completion by hash, as the newest audit of each has them."""
    from sqlalchemy import select

    from advice_audit.store.models import Audit

    query = select(Audit.sha256, Audit.service, Audit.completed).where(Audit.status == "audited").order_by(Audit.id)
    parts = (hashes[start : start + _MOST] for start in range(0, len(hashes), _MOST))
    rows = (row for part in parts for row in session.execute(query.where(Audit.sha256.in_(part))))
    return {row.sha256: (row.service, row.completed) for row in rows}


def build_frame(
    source: str,
    candidates: Iterable[Candidate],
    *,
    first: date,
    last: date,
    recent: Collection[str] = (),
    recent_terms: int = 0,
) -> Frame:
    """Leave out who cannot be chosen, and count why.

    Args:
        source: where the list comes from, in words.
        candidates: the whole list.
        first: earliest day of completion; an advice without a date stays in.
        last: latest day of completion.
        recent: paths and hashes of advices sampled lately.
        recent_terms: in how many terms, for the words of the reason.
    """
    every = sorted(candidates, key=lambda one: one.name)
    excluded: Counter[str] = Counter()
    kept: list[Candidate] = []
    seen: set[str] = set()
    for one in every:
        if reason := _reason(one, first, last, seen, recent, recent_terms):
            excluded[reason] += 1
        else:
            kept.append(one)
        if one.sha256:
            seen.add(one.sha256)
    undated = sum(one.completed is None for one in kept)
    population = len(every) - excluded[OUTSIDE] - excluded[TWICE]
    period = f"{source}: advices completed from {_british(first)} to {_british(last)}"
    return Frame(period, first, last, len(every), population, tuple(kept), dict(excluded), undated)


def _british(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _reason(
    one: Candidate, first: date, last: date, seen: set[str], recent: Collection[str], recent_terms: int
) -> str | None:
    if one.completed is not None and not first <= one.completed <= last:
        return OUTSIDE
    if one.sha256 in seen:
        return TWICE
    if one.path in recent or one.name in recent or (one.sha256 is not None and one.sha256 in recent):
        return RECENT.format(recent_terms)
    return None


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        # The draw must not depend on who may read what; an unreadable advice is replaced afterwards.
        return None
