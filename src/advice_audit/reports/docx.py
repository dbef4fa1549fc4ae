"""The author's own file handed back: Word with comments in its margin, PDF with highlights. One file an advice."""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from advice_audit.errors import ConfigurationError, UnreadableDocument
from advice_audit.reports import words
from advice_audit.reports.interface import Audited, Output, Run
from advice_audit.reports.order import groups
from advice_audit.rubric.model import Rubric

_WRITERS = {"docx": "annotate_word", "docm": "annotate_word", "pdf": "annotate_pdf"}


def render(run: Run) -> list[Output]:
    """Return one annotated file for each advice that could be audited.

    Raises:
        ConfigurationError: `no-annotation`, where none of the files is of a kind that can carry notes.
        UnreadableDocument: none of them can be written; where some can, the others are named on standard error.
    """
    outputs: list[Output] = []
    failed: list[UnreadableDocument] = []
    for one in run.audited:
        if _writer(one) is None:
            continue
        try:
            outputs.append(_one(one, run.rubric))
        except UnreadableDocument as error:
            failed.append(error)
            print(f"advice-audit: {one.result.file}: {error.message} ({error.code})", file=sys.stderr)
    if failed and not outputs:
        raise failed[0]
    if not outputs and any(one.document for one in run.audited):
        raise ConfigurationError("no-annotation", "Only Word and PDF files can carry notes; use --format html.")
    return outputs


def _writer(one: Audited) -> str | None:
    return _WRITERS.get(one.document.format) if one.document else None


def _one(one: Audited, rubric: Rubric) -> Output:
    module = f"advice_audit.reports.{_writer(one)}"
    if find_spec(module) is None:
        raise ConfigurationError(
            "no-annotation", "This version cannot write notes into such a file; use --format html."
        )
    source = Path(one.result.file)
    with TemporaryDirectory() as folder:
        out = Path(folder) / _name(source)
        import_module(module).annotate(source, one.result.findings, out, summary(one, rubric))
        return Output(out.name, out.read_bytes())


def _name(source: PurePath) -> str:
    return f"{source.stem}-audited{source.suffix}"


def summary(one: Audited, rubric: Rubric) -> str:
    """Return the note that stands at the top of an annotated file: the grade, why, and what to change first."""
    result = one.result
    if result.grade is None:
        return ""
    lines = [f"{words.GRADES[result.grade]} ({result.score or 0:.0%}). {result.grade_reason or ''}".strip()]
    if (changes := result.changes) is not None:
        done = f"{len(changes.fixed)} put right, {len(changes.left)} left, {len(changes.new)} new"
        lines.append(f"Since {PurePath(changes.since).name}: {done}.")
    for number, group in enumerate(groups(result, rubric)[:3], start=1):
        lines.append(f"{number}. {group.criterion.title}: {group.findings[0].message} {group.findings[0].suggestion}")
    return "\n".join(lines)
