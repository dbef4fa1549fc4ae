"""Fits the classifier that joins two units of the golden thread, on pairs labelled as linked or not."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.classify.fit import Fitted, Recipe, fit
from advice_audit.classify.persist import save
from advice_audit.training.corpus import unit_items
from advice_audit.training.criteria import Task, by_writer

if TYPE_CHECKING:
    from spacy.language import Language

RECIPE = Recipe(strength=0.5, vector_weight=0.0, cue_weight=3.0, use_words=False)


def link_task(nlp: "Language", corpus: Path) -> Task:
    """Gather the labelled pairs of `<corpus>/units/links`.

    Args:
        nlp: the whole pipeline; pairs are read as bare texts.
        corpus: folder of the sample advices.
    """
    from advice_audit.language.link_cues import meaning
    from advice_audit.language.thread import link_example

    items = list(unit_items(corpus, "links"))
    ones = nlp.pipe([str(item["a"]) for _, item in items])
    others = nlp.pipe([str(item["b"]) for _, item in items])
    task = Task("links", RECIPE)
    for (writer, item), one, other in zip(items, ones, others, strict=True):
        helps = item["relation"].endswith("provision")
        pair = meaning([one[:]]), meaning([other[:]], is_help=helps)
        task.examples.append(link_example(*pair, item["relation"]))
        task.labels.append("yes" if item["linked"] else "no")
        task.writers.append(writer)
    return task


def fit_links(nlp: "Language", corpus: Path, folder: Path) -> tuple[Task, Fitted]:
    """Fit and save the classifier; return it with what it was fitted on.

    Args:
        nlp: the whole pipeline.
        corpus: folder of the sample advices.
        folder: where the classifier is saved.
    """
    task = link_task(nlp, corpus)
    fitted = fit(task.name, task.examples, task.labels, task.writers, task.recipe)
    save(fitted.classifier, folder, _card(task, fitted))
    return task, fitted


def _card(task: Task, fitted: Fitted) -> dict[str, Any]:
    return {
        "examples": len(task.labels),
        "labels": {label: task.labels.count(label) for label in ("no", "yes")},
        "writers": sorted(set(task.writers)),
        "right_when_left_out": by_writer(task, fitted),
    }
