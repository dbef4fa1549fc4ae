"""Writes the moderation workbook: the machine's verdicts with their evidence, and cells for a person's own."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from advice_audit.moderation import workbook as form
from advice_audit.moderation.workbook import Criteria, Page
from advice_audit.reports.words import VERDICTS
from advice_audit.results import Verdict

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

TINTS: dict[Verdict, str] = {"met": "#E3F1E7", "partly_met": "#FBEED3", "not_met": "#FBE3DF"}
# What a cell says is text, whatever it begins with: advice may begin with "=".
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MISSED_ROWS = 60
LINE, HIGHEST, HIDDEN = 15.0, 400.0, 6
"""Points of a line and of the highest row; the width of the column that is hidden."""
HOW = (
    "This workbook holds the advices you are asked to look at, with what the machine found in each.",
    "1. Write your name below, if it is not there.",
    "2. On “Verdicts”, choose your verdict in every row: Agree, or another one and a word on why. Filter and sort as you like.",
    "3. On “Findings”, mark what is a false alarm and say why. What you leave empty counts as agreed.",
    "4. On “Missed”, write what the machine did not see: the words of the advice and what is wrong with them.",
    "5. On “Each advice”, write a comment. A safeguarding concern goes there too, and also to your safeguarding lead at once.",
    "6. Save, and send the workbook back to who sent it. Only the yellow cells are read.",
    "Please do not ask another auditor what they said before you have finished.",
)


def write_workbook(pages: Sequence[Page], criteria: Criteria, *, auditor: str, title: str, identify: bool) -> bytes:
    """Return the workbook.

    Args:
        pages: the advices, in the order of the sample.
        criteria: titles and questions.
        auditor: who is to fill it in.
        title: what it is about, such as `autumn term 2026`.
        identify: whether `pages` show names in full; the workbook says so, and is read back accordingly.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, SAFE)
    book.set_properties({"title": f"Moderation, {title}", "author": "advice-audit"})
    style = _styles(book)
    _start(book, style, auditor, title, form.FULL if identify else form.SHORT)
    for name, rows in (
        (form.OVERALL, list(_overall(pages))),
        (form.VERDICT, list(_verdicts(pages, criteria))),
        (form.FINDING, list(_findings(pages, criteria))),
    ):
        _table(book, style, name, rows)
    _missed(book, style, pages, criteria)
    book.close()
    return buffer.getvalue()


def _styles(book: "Workbook") -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11}
    border = {"border": 1, "border_color": "#C9D1D9"}
    return {
        "head": book.add_format({**cell, **border, "bold": True, "bg_color": "#1C2733", "font_color": "#FFFFFF"}),
        "read": book.add_format({**cell, **border}),
        "write": book.add_format({**cell, **border, "bg_color": "#FFF7D6", "num_format": "@"}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "text": book.add_format({**cell}),
        "bold": book.add_format({**cell, "bold": True}),
        "wanted": book.add_format({"bg_color": "#F6C9C4"}),
        "tints": {VERDICTS[verdict]: book.add_format({"bg_color": tint}) for verdict, tint in TINTS.items()},
    }


def _start(book: "Workbook", style: dict[str, Any], auditor: str, title: str, names: str) -> None:
    sheet = book.add_worksheet(form.START)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, f"Moderation, {title}", style["title"])
    for row, line in enumerate(HOW, start=2):
        sheet.write_string(row, 1, line, style["text"])
        sheet.set_row(row, _height([(line, 90)]))
    row = len(HOW) + 3
    sheet.write_string(row, 0, form.NAME, style["bold"])
    sheet.write_string(row, 1, auditor, style["write"])
    sheet.write_string(row + 1, 0, form.NAMES, style["text"])
    sheet.write_string(row + 1, 1, names, style["text"])
    sheet.hide_gridlines(2)
    _print(sheet, landscape=False)


def _overall(pages: Sequence[Page]) -> Iterator[list[str]]:
    for page in pages:
        why = page.shown(page.audit.rest.get("grade_reason"))
        comment = page.sheet.moderation.comment or ""
        yield [page.key("advice"), page.label, page.grade(), why, comment, page.concern or ""]


def _verdicts(pages: Sequence[Page], criteria: Criteria) -> Iterator[list[str]]:
    for page in pages:
        for machine in page.sheet.verdicts:
            own = page.sheet.judged.get(machine.criterion)
            said = "" if own is None else form.AGREE if own.agrees else form.verdict_words(own.verdict)
            yield [
                page.key(machine.criterion),
                page.label,
                criteria.title(machine.criterion),
                criteria.question(machine.criterion),
                form.verdict_words(machine.verdict),
                page.evidence(machine),
                said,
                (own.reason or "") if own else "",
            ]


def _findings(pages: Sequence[Page], criteria: Criteria) -> Iterator[list[str]]:
    for page in pages:
        for finding in page.sheet.findings:
            own = page.sheet.decided.get(finding.ordinal)
            said = "" if own is None else form.AGREE if own.decision == "agree" else form.FALSE_ALARM
            yield [
                page.key(f"finding {finding.ordinal}"),
                page.label,
                criteria.title(finding.criterion),
                page.words_of(finding),
                page.shown(finding.message),
                page.shown(finding.suggestion),
                said,
                (own.reason or "") if own else "",
            ]


INPUT = {form.COMMENT, form.CONCERN, form.YOURS, form.REASON, form.DECISION}
CHOICES = {form.YOURS: [form.AGREE, *VERDICTS.values()], form.DECISION: [form.AGREE, form.FALSE_ALARM]}


def _table(book: "Workbook", style: dict[str, Any], name: str, rows: Sequence[Sequence[str]]) -> None:
    sheet, columns = book.add_worksheet(name), form.COLUMNS[name]
    _head(sheet, style, columns)
    for number, row in enumerate(rows, start=1):
        sheet.set_row(number, _height(zip(row, (width for _, width in columns), strict=True)))
        for column, text in enumerate(row):
            writes = columns[column][0] in INPUT
            sheet.write_string(number, column, form.cut(text), style["write" if writes else "read"])
    last = max(len(rows), 1)
    for column, (heading, _) in enumerate(columns):
        if heading in CHOICES:
            _choose(sheet, (1, column, last, column), CHOICES[heading])
    if name == form.VERDICT:
        for words, colour in style["tints"].items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": colour}
            sheet.conditional_format(1, 4, last, 4, rule)
        wanted = '=AND($G2<>"",$G2<>"Agree",$G2<>$E2,$H2="")'
        sheet.conditional_format(1, 7, last, 7, {"type": "formula", "criteria": wanted, "format": style["wanted"]})
    if name == form.FINDING:
        wanted = '=AND($G2="False alarm",$H2="")'
        sheet.conditional_format(1, 7, last, 7, {"type": "formula", "criteria": wanted, "format": style["wanted"]})
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _height(cells: Iterable[tuple[str, int]]) -> float:
    """Return the height in points of a row whose longest cell wraps at its width; not every program finds it itself."""
    lines = (
        sum(max(1, -(-len(line) * 10 // (width * 11))) for line in text.split("\n"))
        for text, width in cells
        if width > HIDDEN
    )
    return float(min(LINE * max(lines, default=1) + 4, HIGHEST))


def _head(sheet: "Worksheet", style: dict[str, Any], columns: Sequence[tuple[str, int]]) -> None:
    for column, (heading, width) in enumerate(columns):
        hidden = {"hidden": True} if heading == form.KEY else {}
        sheet.set_column(column, column, width, None, hidden)
        sheet.write_string(0, column, heading, style["head"])
    sheet.freeze_panes(1, 3)
    sheet.repeat_rows(0)
    _print(sheet, landscape=True)


def _choose(sheet: "Worksheet", place: tuple[int, int, int, int], choices: Sequence[str]) -> None:
    sheet.data_validation(
        *place, {"validate": "list", "source": list(choices), "error_title": "Please choose from the list"}
    )


def _missed(book: "Workbook", style: dict[str, Any], pages: Sequence[Page], criteria: Criteria) -> None:
    sheet, columns = book.add_worksheet(form.MISSED), form.COLUMNS[form.MISSED]
    _head(sheet, style, columns)
    titles = {f.criterion: criteria.title(f.criterion) for page in pages for f in page.sheet.verdicts}
    lists = book.add_worksheet("Lists")
    for column, values in enumerate(([page.label for page in pages], list(titles.values()))):
        for row, value in enumerate(values):
            lists.write_string(row, column, value)
    lists.hide()
    written = [
        (page.label, criteria.title(row.criterion), row.quote or "", row.reason or "")
        for page in pages
        for row in page.sheet.added
    ]
    for number in range(1, MISSED_ROWS + 1):
        cells = written[number - 1] if number <= len(written) else ("",) * len(columns)
        for column, text in enumerate(cells):
            sheet.write_string(number, column, form.cut(text), style["write"])
    for column, many in ((0, len(pages)), (1, len(titles))):
        source = f"=Lists!${'AB'[column]}$1:${'AB'[column]}${max(many, 1)}"
        sheet.data_validation(1, column, MISSED_ROWS, column, {"validate": "list", "source": source})


def _print(sheet: "Worksheet", *, landscape: bool) -> None:
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")
