"""Fits the classifier that tells a form's own words from the writer's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.classify.fit import Recipe
from advice_audit.evaluation.gold import GoldAdvice, GoldSection
from advice_audit.language.form_words import MOST, NAME, form_example
from advice_audit.training.corpus import unit_items
from advice_audit.training.criteria import Task

if TYPE_CHECKING:
    from spacy.language import Language

RECIPE = Recipe(strength=2.0, vector_weight=1.0, cue_weight=1.0)
PROMPTED = frozenset({"ma", "pa"})
"""Writers whose forms print prompts, which are not marked in their advices."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph under a heading: how many stand before it and after it, whether it is an item of a list, and the form's, and whose it is."""

    text: str
    heading: str
    number: int
    left: int
    item: bool
    of_form: bool
    writer: str


def lines(golds: Sequence[GoldAdvice], corpus: Path) -> Iterator[Line]:
    """Yield the first paragraphs under every heading, of whole advices and of the sets `units/prompts`."""
    for gold in golds:
        for section in gold.sections if gold.writer not in PROMPTED else ():
            yield from _lines(list(_paragraphs(section)), section.heading or "", 0, gold.writer)
    for writer, item in unit_items(corpus, "prompts"):
        body = [(text, False) for text in (*item["prompt"], *item["text"])]
        yield from _lines(body, item["heading"], len(item["prompt"]), writer)


def _lines(body: Sequence[tuple[str, bool]], heading: str, of_form: int, writer: str) -> Iterator[Line]:
    for number, (text, item) in enumerate(body[:MOST]):
        yield Line(text, heading, number, min(len(body) - number - 1, 3), item, number < of_form, writer)


def _paragraphs(section: GoldSection) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs and items of a section up to its first table, and whether each is an item."""
    for part in section.body:
        if "table" in part:
            return
        yield from ((str(text), False) for text in ([part["p"]] if "p" in part else ()))
        yield from ((str(text), True) for text in part.get("bullets", ()))


def form_task(nlp: "Language", golds: Sequence[GoldAdvice], corpus: Path) -> Task:
    """Return the task of telling the form's own words."""
    task = Task(NAME, RECIPE)
    found = list(lines(golds, corpus))
    for line, doc in zip(found, nlp.pipe([line.text for line in found]), strict=True):
        task.examples.append(form_example(doc[:], line.heading, line.number, line.left, line.item))
        task.labels.append("yes" if line.of_form else "no")
        task.writers.append(line.writer)
    return task
