"""Reads a moderation workbook that comes back.

Rows are known by their hidden keys, so they may be sorted, filtered or left out. A row whose words no longer belong to
its key, and whatever else is wrong, is named by sheet and cell, and nothing is taken in unless all of it is right.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.errors import ConfigurationError
from advice_audit.moderation import workbook as form
from advice_audit.moderation.workbook import Criteria, Page
from advice_audit.register import open_workbook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_PROBLEMS = 15


@dataclass
class Said:
    """What one person said of one advice. Findings by the machine's ordinal; missed ones as (criterion, words, why)."""

    verdicts: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    findings: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    missed: list[tuple[str, str | None, str]] = field(default_factory=list)
    comment: str | None = None
    concern: str | None = None


@dataclass(frozen=True)
class Row:
    """One row of a sheet, its cells by heading, with the place of each."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    letters: Mapping[str, str]

    def at(self, heading: str) -> str:
        """Return where a cell stands, such as `Verdicts!G14`."""
        return f"{self.sheet}!{self.letters[heading]}{self.number}"


def open_back(path: Path) -> "Workbook":
    """Open a workbook that came back.

    Raises:
        ConfigurationError: it is no workbook, or not one of ours.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigurationError("no-file", f"{path}: cannot be read ({error.strerror})") from error
    book = open_workbook(path, content)
    for name in (form.START, *form.COLUMNS):
        if name not in book.sheetnames:
            raise ConfigurationError(
                "bad-workbook", f"{path}: this is not a moderation workbook: it has no sheet “{name}”"
            )
    return book


def start_of(book: "Workbook", question: str) -> str | None:
    """Return what stands beside a question on the first sheet, such as the person's name, or None."""
    for row in book[form.START].iter_rows(values_only=True, max_row=60):
        cells = [_text(cell) for cell in row]
        if question in cells[:-1]:
            return cells[cells.index(question) + 1] or None
    return None


def read_back(path: Path, book: "Workbook", pages: Sequence[Page], criteria: Criteria) -> dict[int, Said]:
    """Return what the person said, by audit.

    Args:
        path: for messages.
        book: from `open_back`.
        pages: the advices that it may be about, as they were sent out.
        criteria: titles of the criteria.

    Raises:
        ConfigurationError: something in it is wrong; the message names every such cell.
    """
    reader = _Reader(pages, criteria)
    reader.overall(_rows(path, book, form.OVERALL))
    reader.verdicts(_rows(path, book, form.VERDICT))
    reader.findings(_rows(path, book, form.FINDING))
    reader.missed(_rows(path, book, form.MISSED))
    if reader.problems:
        shown = reader.problems[:MOST_PROBLEMS]
        more = len(reader.problems) - len(shown)
        tail = f"\n  and {more} more" if more else ""
        listed = "\n  ".join(shown)
        raise ConfigurationError("bad-workbook", f"{path}: nothing was taken in. Please put right:\n  {listed}{tail}")
    return reader.said


def _rows(path: Path, book: "Workbook", name: str) -> Iterator[Row]:
    sheet: Worksheet = book[name]
    headings: dict[str, int] = {}
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [_text(cell) for cell in cells]
        if not headings:
            headings = _headings(path, name, texts)
        elif any(texts):
            letters = {heading: _letter(column) for heading, column in headings.items()}
            yield Row(name, number, {heading: texts[column] for heading, column in headings.items()}, letters)


def _headings(path: Path, name: str, texts: Sequence[str]) -> dict[str, int]:
    found = {}
    for heading, _ in form.COLUMNS[name]:
        if heading not in texts:
            raise ConfigurationError(
                "bad-workbook", f"{path}: {name}!1: the column “{heading}” is missing from the first row"
            )
        found[heading] = texts.index(heading)
    return found


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column + 1))


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


class _Reader:
    """Collects what is said and what is wrong, sheet by sheet."""

    def __init__(self, pages: Sequence[Page], criteria: Criteria) -> None:
        self.criteria = criteria
        self.pages = pages
        self.problems: list[str] = []
        self.said = {page.audit.id: Said() for page in pages}
        self._seen: dict[str, str] = {}
        self._keys: dict[str, tuple[Page, str]] = {}
        for page in pages:
            self._keys[page.key("advice")] = page, "advice"
            self._keys.update({page.key(row.criterion): (page, row.criterion) for row in page.sheet.verdicts})
            self._keys.update({page.key(f"finding {f.ordinal}"): (page, str(f.ordinal)) for f in page.sheet.findings})

    def wrong(self, row: Row, heading: str, why: str) -> None:
        self.problems.append(f"{row.at(heading)}: {why}")

    def known(self, row: Row, expected: Mapping[str, str]) -> tuple[Page, str] | None:
        """Return whose row it is, once its key is known and its words still belong to it."""
        key = row.cells[form.KEY]
        if key not in self._keys:
            why = "the row's hidden key is gone or of another workbook; put the row back as it was sent"
            self.wrong(row, form.KEY, why)
            return None
        if key in self._seen:
            self.wrong(row, form.KEY, f"the same row stands twice, also at {self._seen[key]}")
            return None
        self._seen[key] = row.at(form.KEY)
        page, part = self._keys[key]
        for heading, words in ({form.ADVICE: page.label} | dict(expected)).items():
            if form.plain(row.cells[heading]) != form.plain(words):
                self.wrong(row, heading, "changed, or sorted without the rest of its row; put it back as it was sent")
                return None
        return page, part

    def overall(self, rows: Iterator[Row]) -> None:
        for row in rows:
            if found := self.known(row, {}):
                said = self.said[found[0].audit.id]
                said.comment = row.cells[form.COMMENT] or None
                said.concern = row.cells[form.CONCERN] or None

    def verdicts(self, rows: Iterator[Row]) -> None:
        for row in rows:
            key = self._keys.get(row.cells[form.KEY])
            machine = next((v for v in key[0].sheet.verdicts if v.criterion == key[1]), None) if key else None
            expected = {}
            if machine is not None:
                title, words = self.criteria.title(machine.criterion), form.verdict_words(machine.verdict)
                expected = {form.CRITERION: title, form.MACHINE: words}
            found = self.known(row, expected)
            if found is None or machine is None:
                continue
            self._verdict(row, found[0], machine.criterion, machine.verdict)

    def _verdict(self, row: Row, page: Page, criterion: str, machine: str) -> None:
        said, reason = row.cells[form.YOURS], row.cells[form.REASON] or None
        if not said:
            if reason:
                self.wrong(row, form.YOURS, "there is a reason but no verdict; choose one")
            return
        verdict = machine if form.plain(said) == form.plain(form.AGREE) else form.verdict_of(said)
        if verdict is None:
            self.wrong(row, form.YOURS, "not a verdict; choose one from the list")
        elif verdict != machine and reason is None:
            self.wrong(row, form.REASON, "say why you changed the verdict")
        else:
            self.said[page.audit.id].verdicts[criterion] = verdict, reason

    def findings(self, rows: Iterator[Row]) -> None:
        for row in rows:
            key = self._keys.get(row.cells[form.KEY])
            machine = next((f for f in key[0].sheet.findings if str(f.ordinal) == key[1]), None) if key else None
            expected = {}
            if key is not None and machine is not None:
                title = self.criteria.title(machine.criterion)
                expected = {form.CRITERION: title, form.WORDS: key[0].words_of(machine)}
            found = self.known(row, expected)
            if found is None or machine is None:
                continue
            self._finding(row, found[0], machine.ordinal)

    def _finding(self, row: Row, page: Page, ordinal: int) -> None:
        said, reason = form.plain(row.cells[form.DECISION]), row.cells[form.REASON] or None
        if not row.cells[form.DECISION]:
            if reason:
                self.wrong(row, form.DECISION, "there is a reason but no decision; choose one")
            return
        if said not in (form.plain(form.AGREE), form.plain(form.FALSE_ALARM)):
            self.wrong(row, form.DECISION, "not a decision; choose Agree or False alarm")
        elif said == form.plain(form.FALSE_ALARM) and reason is None:
            self.wrong(row, form.REASON, "say why it is a false alarm")
        else:
            decision = "agree" if said == form.plain(form.AGREE) else "dismiss"
            self.said[page.audit.id].findings[ordinal] = decision, reason

    def missed(self, rows: Iterator[Row]) -> None:
        for row in rows:
            page = next((p for p in self.pages if form.plain(p.label) == form.plain(row.cells[form.ADVICE])), None)
            if page is None:
                self.wrong(row, form.ADVICE, "choose the advice from the list")
                continue
            wanted = form.plain(row.cells[form.CRITERION])
            names = {v.criterion: self.criteria.title(v.criterion) for v in page.sheet.verdicts}
            criterion = next((c for c, t in names.items() if wanted in (form.plain(c), form.plain(t))), None)
            if criterion is None:
                self.wrong(row, form.CRITERION, "choose the criterion from the list")
            elif not row.cells[form.WRONG]:
                self.wrong(row, form.WRONG, "say what is wrong")
            else:
                entry = (criterion, row.cells[form.WORDS] or None, row.cells[form.WRONG])
                self.said[page.audit.id].missed.append(entry)
