"""`advice-audit evaluate`: score the auditor against labelled advices."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from advice_audit.evaluation.score import Evaluation
    from advice_audit.rubric.model import Rubric


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Labelled advices (YAML), or folders of them.")],
    rubric: Annotated[str, typer.Option(help="A rubric's id, or the path of a rubric file.")] = "swindon-2022",
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Also write a page of every miss and false alarm.")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the set in the file of figures; the folder's name.")] = None,
    against: Annotated[Path | None, typer.Option(help="Saved figures to compare with; those that ship.")] = None,
    save: Annotated[Path | None, typer.Option(help="Save the figures in this file, under the set's name.")] = None,
) -> None:
    """Audit labelled advices and print precision, recall, F1 and verdict agreement, by criterion, writer and layout.

    The rendered file (.docx, .pdf or .txt) stands beside each YAML file, with the same name.
    """
    from advice_audit.evaluation.figures import figures, load_figures, save_figures
    from advice_audit.reports.evaluation import in_html, in_text
    from advice_audit.rubric.load import load_rubric

    evaluation = _evaluate(gold, load_rubric(rubric))
    measured = figures(evaluation)
    set_name = name or gold[0].resolve().stem
    before = load_figures(against or _shipped()).get(set_name)
    if json:
        typer.echo(measured.model_dump_json(indent=2))
    else:
        width, colour = shutil.get_terminal_size((100, 24)).columns, sys.stdout.isatty()
        typer.echo(in_text(measured, before, width=width, colour=colour), nl=False)
    if html is not None:
        _write(html, in_html(measured, evaluation.compared))
    if save is not None:
        save_figures(save, set_name, measured)


def _evaluate(paths: list[Path], rubric: "Rubric") -> "Evaluation":
    from advice_audit.audit import audit_many
    from advice_audit.cli.progress import track
    from advice_audit.errors import ConfigurationError
    from advice_audit.evaluation.gold import find_gold
    from advice_audit.evaluation.score import Evaluation, compare

    golds = find_gold(paths)
    if not golds:
        raise ConfigurationError("no-gold", f"{', '.join(map(str, paths))}: no labelled advice (YAML) found there")
    evaluation = Evaluation()
    audits = audit_many([one.rendered() for one in golds], rubric)
    for labelled, result in zip(golds, track(audits, len(golds), "Auditing"), strict=True):
        if result.error is not None:
            raise ConfigurationError("unreadable-gold", f"{result.file}: {result.error.message} ({result.error.code})")
        evaluation.compared.append(compare(labelled, result))
    return evaluation


def _shipped() -> Path:
    from advice_audit.resources import resource

    return resource("models") / "figures.json"


def _write(path: Path, content: bytes) -> None:
    from advice_audit.cli.files import write_outputs
    from advice_audit.reports.interface import Output

    write_outputs([Output("evaluation.html", content)], path)
    typer.echo(f"Report written to {path}", err=True)
