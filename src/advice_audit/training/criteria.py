"""Fits the classifiers of the learned checks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from advice_audit.checks.learned import Candidate
from advice_audit.checks.model import Context, section_at
from advice_audit.checks.registry import find_check, module_name
from advice_audit.classify.features import Example
from advice_audit.classify.fit import DEFAULT, Fitted, Recipe, fit
from advice_audit.classify.signed import signed
from advice_audit.evaluation.gold import GoldFinding
from advice_audit.evaluation.matching import ABSENCES, closeness
from advice_audit.rubric.model import Rubric
from advice_audit.training.minis import Labelled

if TYPE_CHECKING:
    from spacy.tokens import Doc

Targets = Callable[[Sequence[GoldFinding]], dict[str, str]]


@dataclass
class Task:
    """Everything that one classifier is fitted on."""

    name: str
    recipe: Recipe
    examples: list[Example] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)

    def fit(self) -> Fitted:
        """Fit on everything."""
        return fit(self.name, self.examples, self.labels, self.writers, self.recipe)


def learned_modules(rubric: Rubric) -> dict[str, ModuleType]:
    """Return the check modules that have candidates to learn from, by criterion."""
    found = {}
    for criterion in rubric.criteria:
        if find_check(criterion.id) is not None:
            module = import_module(module_name(criterion.id))
            if hasattr(module, "candidates"):
                found[criterion.id] = module
    return found


def tasks(pairs: Iterable[tuple[Labelled, "Doc"]], rubric: Rubric, only: Sequence[str] = ()) -> list[Task]:
    """Gather the examples of every classifier from annotated, labelled documents.

    Args:
        pairs: labelled documents with their annotated `Doc`.
        rubric: names the criteria and their options.
        only: criteria to gather; all where empty.
    """
    modules = {k: m for k, m in learned_modules(rubric).items() if not only or k in only}
    gathered: dict[str, Task] = {}
    for labelled, doc in pairs:
        for criterion, module in modules.items():
            if criterion in labelled.covers:
                context = Context(rubric, rubric.criterion(criterion), dict(rubric.criterion(criterion).options))
                _add(gathered, criterion, module, labelled, module.candidates(doc, context))
    for task in gathered.values():
        task.examples = signed(task.name, task.examples)
    return list(gathered.values())


def _add(
    gathered: dict[str, Task], criterion: str, module: Any, labelled: Labelled, candidates: Sequence[Candidate]
) -> None:
    targets: Targets = getattr(module, "targets", lambda found: {criterion: "yes" if found else "no"})
    findings = [f for f in labelled.findings if f.criterion == criterion]
    for candidate, matched in zip(candidates, _matched(candidates, findings, criterion), strict=True):
        for name, label in targets(matched).items():
            task = gathered.setdefault(name, Task(name, getattr(module, "RECIPE", DEFAULT)))
            task.examples.append(candidate.example)
            task.labels.append(label)
            task.writers.append(labelled.writer)


def _matched(
    candidates: Sequence[Candidate], findings: Sequence[GoldFinding], criterion: str
) -> list[list[GoldFinding]]:
    """Return each candidate's findings. One that only shares words with several belongs to the closest alone."""
    if criterion in ABSENCES:
        return [list(findings) for _ in candidates]
    matched: list[list[GoldFinding]] = [[] for _ in candidates]
    for finding in findings:
        near = [_closeness(candidate, finding) for candidate in candidates]
        closest = max(near, default=0.0)
        for number, one in enumerate(near):
            if one and one == closest:
                matched[number].append(finding)
    return matched


def _closeness(candidate: Candidate, finding: GoldFinding) -> float:
    """Return how near a candidate is to a finding. The section and the length decide between "her" here and "her" there."""
    if candidate.quote is None or finding.quote is None:
        return float(candidate.quote is None and finding.quote is None)
    near = closeness(candidate.quote.text, finding.quote)
    if not near:
        return 0.0
    same_section = section_at(candidate.quote) == finding.section
    return near + 0.2 * same_section + 0.01 * min(len(candidate.quote), len(finding.quote.split()), 10)


def by_writer(task: Task, fitted: Fitted) -> dict[str, float]:
    """Return the share of examples right for each writer when left out."""
    right: dict[str, list[bool]] = defaultdict(list)
    guesses = fitted.held_out.argmax(axis=1)
    for guess, label, writer in zip(guesses, task.labels, task.writers, strict=True):
        right[writer].append(fitted.classifier.classes[int(guess)] == label)
    return {writer: round(sum(v) / len(v), 3) for writer, v in sorted(right.items())}
