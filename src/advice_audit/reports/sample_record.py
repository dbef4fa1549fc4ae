"""The record of a sample on one page, in HTML and in plain text."""

from textwrap import fill, wrap

from advice_audit.reports.html import environment
from advice_audit.reports.sample_model import Chosen, SampleRecord
from advice_audit.reports.words import british_date

LOT = 12
"""Hexadecimal digits of a lot that are printed: enough to tell any two apart and to check one."""
WITHHELD = "name withheld"


def in_html(record: SampleRecord) -> bytes:
    """Return the record as one self-contained page that prints on one sheet."""
    page = environment().get_template("sample.html.j2").render(record=record, LOT=LOT, WITHHELD=WITHHELD)
    return str(page).encode()


def in_text(record: SampleRecord, *, width: int = 100) -> str:
    """Return the record as plain text.

    Args:
        record: what to print.
        width: in characters; prose is wrapped at it.
    """
    width = max(60, min(width, 100))
    title = f"Sample for the {record.title}"
    lines = [title, "=" * len(title), "", *_facts(record, width), "", "How it was drawn", fill(record.method, width)]
    lines += ["", f"Chosen ({len(record.chosen)})", *map(_row, record.chosen)]
    if record.reserves:
        lines += ["", f"In reserve, in this order ({len(record.reserves)})", *map(_row, record.reserves)]
    if record.earlier:
        lines += ["", "Earlier draws for this term"]
        for old in record.earlier:
            reason = f" Given up: {old.reason}" if old.reason else ""
            lines.append(f"  {british_date(old.drawn_at.date())}, by {old.drawn_by}, seed {old.seed}.{reason}")
    lines += ["", "To draw it again", f"  {record.repeat}", f"  SHA-256 of the list: {record.list_hash}"]
    return "\n".join([*lines, "", *wrap(record.reminder, width), ""])


def _facts(record: SampleRecord, width: int) -> list[str]:
    rows = [
        ("Drawn", f"{british_date(record.drawn_at.date())}, by {record.drawn_by}"),
        ("From", record.source),
        ("Listed", str(record.listed)),
        *((f"  left out: {reason}", str(number)) for reason, number in record.excluded),
        ("Could be chosen", str(record.eligible)),
        ("Population of the term", str(record.population)),
        ("Asked for", f"{record.size}, by service" if record.stratified_by else str(record.size)),
        ("Seed", str(record.seed)),
    ]
    left = max(len(name) for name, _ in rows) + 2
    shown = []
    for name, value in rows:
        first, *more = wrap(value, max(30, width - left)) or [""]
        shown += [f"{name:<{left}}{first}", *(" " * left + line for line in more)]
    return shown


def _row(one: Chosen) -> str:
    parts = [one.file or WITHHELD, one.service or "", british_date(one.completed), one.became]
    return f"  {one.position:>2}  {one.lot[:LOT]}  " + " · ".join(part for part in parts if part)
