"""What families and partners said, from a CSV file or workbook; no file and no line is taken in twice."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from advice_audit.errors import ConfigurationError
from advice_audit.register import Line, Register, read_register
from advice_audit.store.base import now
from advice_audit.store.cycle import Feedback
from advice_audit.store.events import record
from advice_audit.store.models import Import
from advice_audit.terms import term_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

KIND = "feedback"
_RECEIVED = ("received", "date", "date received", "when")
_SOURCE = ("source", "from", "who", "who from")
_TEXT = ("comment", "feedback", "text", "what they said", "comments")
_THEME = ("theme", "topic", "about")
_SERVICE = ("service", "team")
MOST = 5_000
"""Characters of one comment."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many comments were taken in, and how many were there already."""

    new: int
    known: int


def take_in(session: "Session", path: Path, *, by: str, at: datetime | None = None) -> Taken:
    """Take in a file of feedback, all of it or nothing.

    Columns: the date it was received, who it is from, the comment; theme and service where it has them.

    Raises:
        ConfigurationError: the file was taken in before, lacks a column, or a row is wrong; the message names the row.
    """
    register = read_register(path)
    earlier = session.get(Import, register.sha256)
    if earlier is not None:
        message = f"{path}: taken in already, on {earlier.at:%d/%m/%Y} by {earlier.by}; nothing was changed"
        raise ConfigurationError("already-imported", message)
    rows = _rows(register)
    session.add(Import(sha256=register.sha256, kind=KIND, name=path.name, at=at or now(), by=by))
    session.flush()
    query = select(Feedback.received, Feedback.source, Feedback.text)
    there = {(row.received, row.source, row.text) for row in session.execute(query)}
    new = {
        (row.received, row.source, row.text): row for row in rows if (row.received, row.source, row.text) not in there
    }
    for row in new.values():
        row.import_sha256 = register.sha256
        session.add(row)
    taken = Taken(len(new), len(rows) - len(new))
    record(session, by, "feedback-received", f"file {register.sha256[:12]}", when=at, new=taken.new, known=taken.known)
    session.flush()
    return taken


def _rows(register: Register) -> list[Feedback]:
    received, source, text = (_needed(register, names) for names in (_RECEIVED, _SOURCE, _TEXT))
    theme, service = register.column(*_THEME), register.column(*_SERVICE)
    return [_row(register, line, received, source, text, theme, service) for line in register.lines]


def _needed(register: Register, names: tuple[str, ...]) -> str:
    column = register.column(*names)
    if column is None:
        wanted = " or ".join(name.capitalize() for name in names[:2])
        message = f"{register.path}: no column called {wanted}; there are: {', '.join(register.headings)}"
        raise ConfigurationError("bad-register", message)
    return column


def _row(
    register: Register, line: Line, received: str, source: str, text: str, theme: str | None, service: str | None
) -> Feedback:
    day: date | None = register.day(line, received)
    if day is None:
        raise register.wrong(line, received, "it is empty; write the date, such as 09/10/2026")
    for column in (source, text):
        if not line.cells[column].strip():
            raise register.wrong(line, column, "it is empty")
    if len(line.cells[text]) > MOST:
        raise register.wrong(line, text, f"longer than {MOST} characters")
    return Feedback(
        received=day,
        term=str(term_of(day)),
        source=line.cells[source].strip().casefold(),
        theme=(line.cells[theme].strip() or None) if theme else None,
        service=(line.cells[service].strip() or None) if service else None,
        text=line.cells[text].strip(),
    )
