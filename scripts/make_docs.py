"""Writes what is generated: docs/criteria.md from the checks' docstrings, and the figures in the README.

Run by `python3 run.py docs`; `--check` only says whether anything would change.
"""

import argparse
import ast
import inspect
import json
import re
import sys
from pathlib import Path

from advice_audit.reports.words import group_name
from advice_audit.rubric.load import load_rubric
from advice_audit.rubric.model import Criterion

ROOT = Path(__file__).resolve().parents[1]
CRITERIA = ROOT / "docs" / "criteria.md"
README = ROOT / "README.md"
FIGURES = ROOT / "models" / "figures.json"
HEADINGS = ("What the standard asks", "What a finding is", "What good looks like", "Known limits")
START, END = "<!-- figures: start -->", "<!-- figures: end -->"


def check_file(criterion_id: str) -> Path:
    """Return where the check of a criterion stands."""
    group, _, name = criterion_id.partition(".")
    return ROOT / "src" / "advice_audit" / "checks" / group / f"{name.replace('-', '_')}.py"


def docstring(path: Path) -> str | None:
    """Return a module's docstring without importing it."""
    if not path.exists():
        return None
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def parts(text: str) -> dict[str, str]:
    """Split a check's docstring at its fixed headings."""
    found: dict[str, str] = {}
    pattern = re.compile(rf"^({'|'.join(HEADINGS)})(?::[ \t]*|[ \t]*\n[-=]+[ \t]*$)", re.MULTILINE)
    marks = list(pattern.finditer(text))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        body = text[mark.end() : following.start() if following else len(text)]
        found[mark[1]] = inspect.cleandoc(body.strip("\n")).strip()
    return found


def criteria_page() -> str:
    """Return the page about every criterion."""
    rubric = load_rubric("swindon-2022")
    lines = [
        "# The criteria",
        "",
        f"What `advice-audit` looks for with the rubric `{rubric.id}`, criterion by criterion. This page is written "
        "by `python3 run.py docs` from the rubric and from the checks themselves.",
    ]
    group = ""
    for criterion in rubric.criteria:
        if criterion.group != group:
            group = criterion.group
            lines += ["", f"## {group_name(group)}"]
        lines += _criterion(criterion)
    return "\n".join(lines) + "\n"


def _criterion(criterion: Criterion) -> list[str]:
    lines = ["", f"### {criterion.title}", "", f"`{criterion.id}`. {criterion.question}", ""]
    said = parts(docstring(check_file(criterion.id)) or "")
    for heading in HEADINGS:
        if said.get(heading):
            lines += [f"**{heading}.** {said[heading]}", ""]
    return [*lines, f"**Why it matters.** {criterion.why}", "", f"**What to write instead.** {criterion.instead}"]


def figures_table() -> str:
    """Return the README's table of measured figures, or a line that there are none yet."""
    if not FIGURES.exists():
        return "No figures have been measured yet."
    lines = [
        "| set | advices | writers | precision | recall | F1 (95% interval) | mean F1 | verdict kappa | traps hit |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, one in json.loads(FIGURES.read_text(encoding="utf-8")).items():
        micro, span = one["micro"], one["f1_interval"]
        interval = f" ({span[0]:.2f} to {span[1]:.2f})" if span else ""
        cells = [name, one["advices"], len(one["writers"]), _two(micro["precision"]), _two(micro["recall"])]
        cells += [_two(micro["f1"]) + interval, _two(one["macro_f1"]), _two(one["kappa"])]
        lines.append("| " + " | ".join(map(str, [*cells, f"{one['traps_hit']} of {one['traps']}"])) + " |")
    return "\n".join(lines)


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def readme() -> str:
    """Return the README with its figures up to date."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(START)
    _, after = rest.split(END)
    return f"{before}{START}\n{figures_table()}\n{END}{after}"


def main() -> None:
    """Write both, or only compare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    stale = []
    for path, text in ((CRITERIA, criteria_page()), (README, readme())):
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.relative_to(ROOT).as_posix())
            if not options.check:
                path.write_text(text, encoding="utf-8")
    if options.check and stale:
        sys.exit(f"Out of date: {', '.join(stale)}; run `python3 run.py docs`")


if __name__ == "__main__":
    main()
