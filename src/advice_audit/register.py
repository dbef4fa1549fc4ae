"""Lists that councils keep: a CSV file or the first sheet of an Excel workbook, with a row of headings."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.errors import ConfigurationError, UnreadableDocument

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST = 25_000_000
MOST_ROWS = 200_000
_DAY = re.compile(r"(\d{1,2})[./ -](\d{1,2}|[A-Za-z]{3,9})[./ -](\d{4}|\d{2})(?:\D.*)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `number` is the row's number as the spreadsheet shows it; `cells` are by the heading's own words."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Register:
    """A list as read. `headings` are in order; `sha256` is of the file's bytes."""

    path: Path
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    sha256: str

    def column(self, *names: str) -> str | None:
        """Return the first heading that is one of these names (case, spaces and signs do not matter), or None."""
        known = {_plain(heading): heading for heading in reversed(self.headings)}
        return next((known[_plain(name)] for name in names if _plain(name) in known), None)

    def day(self, line: Line, column: str) -> date | None:
        """Return a cell as a day, None where it is empty. Dates are read the British way.

        Raises:
            ConfigurationError: it is no date; the message names row and column, not what is written there.
        """
        text = line.cells[column].strip()
        if not text:
            return None
        found = as_day(text)
        if found is None:
            raise self.wrong(line, column, "this is not a date; write it as 09/10/2026")
        return found

    def wrong(self, line: Line, column: str, why: str) -> ConfigurationError:
        """Return the error for one cell."""
        return ConfigurationError("bad-register", f"{self.path}: row {line.number}, column {column}: {why}")


def read_register(path: Path) -> Register:
    """Read a list.

    Raises:
        ConfigurationError: it is not a CSV file or workbook that can be read, is too large, or has no headings.
    """
    import hashlib

    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError("no-file", f"{path}: cannot be read ({error.strerror})") from error
    if len(content) > LARGEST:
        raise ConfigurationError("too-large", f"{path}: larger than {LARGEST // 1_000_000} MB; split the list")
    rows = _workbook(path, content) if content[:2] == b"PK" else _csv(path, content)
    numbered = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not numbered:
        raise ConfigurationError("bad-register", f"{path}: there is nothing in it")
    headings = [cell.strip() for cell in numbered[0][1]]
    lines = tuple(
        Line(number, dict(zip(headings, [*row, *[""] * len(headings)], strict=False))) for number, row in numbered[1:]
    )
    return Register(path, tuple(h for h in headings if h), lines, hashlib.sha256(content).hexdigest())


def _csv(path: Path, content: bytes) -> list[list[str]]:
    # Excel on Windows still writes its own code page.
    text = _decoded(content)
    if "\0" in text:
        raise ConfigurationError("bad-register", f"{path}: this is neither a CSV file nor an Excel workbook (.xlsx)")
    first = text.split("\n", 1)[0]
    divider = max(",;\t", key=first.count)
    try:
        rows = [
            row
            for row, _ in zip(
                csv.reader(text.splitlines(keepends=True), delimiter=divider), range(MOST_ROWS), strict=False
            )
        ]
    except csv.Error as error:
        raise ConfigurationError("bad-register", f"{path}: cannot be read as CSV") from error
    return rows


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _workbook(path: Path, content: bytes) -> list[list[str]]:
    book = open_workbook(path, content)
    rows: Iterable[tuple[object, ...]] = book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS)
    return [[_shown(cell) for cell in row] for row in rows]


def open_workbook(path: Path, content: bytes) -> "Workbook":
    """Open an Excel workbook from its bytes, with the values that its formulas had.

    Raises:
        ConfigurationError: it is none, is locked by a password, or unpacks to far more than any real one.
    """
    import io
    from xml.etree.ElementTree import ParseError
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    from advice_audit.documents.guard import check_zip

    try:
        check_zip(content)
        return load_workbook(io.BytesIO(content), data_only=True)
    except UnreadableDocument as error:
        raise ConfigurationError("bad-workbook", f"{path}: {error.message}") from error
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError, IndexError, ParseError) as error:
        raise ConfigurationError("bad-workbook", f"{path}: cannot be read as an Excel workbook") from error


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def as_day(text: str) -> date | None:
    """Read a day written as `2026-10-09`, `09/10/2026`, `9.10.26` or `9 October 2026`; None where it is none."""
    try:
        if found := _ISO.fullmatch(text.strip()):
            return date(*map(int, found.groups()))
        if found := _DAY.fullmatch(text.strip()):
            day, month, year = found.groups()
            number = int(month) if month.isdigit() else _month(month)
            return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    except ValueError:
        return None
    return None


def _month(name: str) -> int:
    return datetime.strptime(name[:3].title(), "%b").month


def _plain(name: str) -> str:
    return "".join(re.findall(r"[a-z0-9]+", name.casefold()))
