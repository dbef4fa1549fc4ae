"""Fits the classifier that joins two units of the golden thread.

It learns from single pairs labelled as linked or not, and from whole advices, where the labels say only that a need,
outcome or provision is joined to something or to nothing, not to what.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from advice_audit.classify.features import Example
from advice_audit.classify.fit import Fitted, Recipe, fit
from advice_audit.classify.persist import save
from advice_audit.evaluation.matching import quotes_match
from advice_audit.language.thread import KnotKind
from advice_audit.training.corpus import unit_items
from advice_audit.training.criteria import Task, by_writer
from advice_audit.training.minis import Labelled

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RECIPE = Recipe(strength=0.5, vector_weight=0.0, cue_weight=2.0, use_words=False)
ROUNDS = 3
# kind of unit -> criterion that says it is joined to nothing, and the relations in which it could be (second: looked at across)
JOINED: tuple[tuple[str, str, tuple[tuple[KnotKind, KnotKind, bool], ...]], ...] = (
    ("need", "provision.needs", (("need", "provision", False), ("need", "elsewhere", False))),
    ("provision", "provision.needs", (("need", "provision", True),)),
    ("provision", "outcomes.provision", (("outcome", "provision", True),)),
    ("outcome", "outcomes.aspirations", (("outcome", "aspiration", False),)),
)


@dataclass(frozen=True, slots=True)
class Bag:
    """One unit of an advice with every pair it could be part of: at least one is a link, or none is."""

    pairs: tuple[Example, ...]
    sure: tuple[int, ...]
    alone: bool
    writer: str


def bags(labelled: Labelled, doc: "Doc") -> Iterator[Bag]:
    """Yield the bags of one labelled advice.

    Args:
        labelled: the advice with its findings.
        doc: the same, annotated.
    """
    from advice_audit.language.thread import link_example, references, thread

    whole = thread(doc)
    for kind, criterion, relations in JOINED:
        findings = [f.quote for f in labelled.findings if f.criterion == criterion and f.quote]
        for index, knot in enumerate(whole.of(cast(KnotKind, kind))):
            pairs: list[Example] = []
            sure: list[int] = []
            for one, other, across in relations:
                relation = f"{one}_{other}"
                joined = references(whole.of(one), whole.of(other), relation)
                for number, partner in enumerate(whole.of(one if across else other)):
                    ends = (partner, knot) if across else (knot, partner)
                    if ((number, index) if across else (index, number)) in joined:
                        sure.append(len(pairs))
                    pairs.append(link_example(ends[0].meaning, ends[1].meaning, relation))
            if pairs:
                alone = any(quotes_match(knot.quote.text, quote) for quote in findings)
                yield Bag(tuple(pairs), tuple(sure), alone, labelled.writer)


def unit_pairs(nlp: "Language", corpus: Path) -> Task:
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
        _add(task, link_example(*pair, item["relation"]), bool(item["linked"]), writer)
    return task


def _add(task: Task, example: Example, linked: bool, writer: str) -> None:
    task.examples.append(example)
    task.labels.append("yes" if linked else "no")
    task.writers.append(writer)


def link_task(pairs: Task, gathered: Sequence[Bag]) -> Task:
    """Return the task whose labels settle which pair of each bag is its link.

    A unit that was found to be joined to nothing gives only pairs that are no links. Of any other unit, the likeliest
    pair is taken for its link and the unlikelier half for none; then the classifier is fitted, and asked again.

    Args:
        pairs: pairs labelled one by one.
        gathered: bags of whole advices.
    """
    scores = [[_first_guess(e) for e in bag.pairs] for bag in gathered]
    task = pairs
    for _ in range(ROUNDS):
        task = Task("links", RECIPE, list(pairs.examples), list(pairs.labels), list(pairs.writers))
        for bag, guessed in zip(gathered, scores, strict=True):
            _settle(task, bag, guessed)
        model = task.fit().classifier
        scores = [[float(p) for p in model.probability(bag.pairs)] for bag in gathered]
    return task


def _first_guess(example: Example) -> float:
    cues = example.cues
    return cues["cosine"] + 2 * (cues["area"] + cues["focus"] + cues.get("covered", 0.0))


def _settle(task: Task, bag: Bag, scores: Sequence[float]) -> None:
    order = sorted(range(len(scores)), key=lambda i: scores[i], reverse=True)
    if bag.alone:
        links, others = [], order
    else:
        links = list(bag.sure) or order[:1]
        others = [i for i in order[len(order) - len(order) // 2 :] if i not in links]
    for index in links:
        _add(task, bag.pairs[index], True, bag.writer)
    for index in others:
        _add(task, bag.pairs[index], False, bag.writer)


def fit_links(
    nlp: "Language", advices: "Iterable[tuple[Labelled, Doc]]", corpus: Path, folder: Path
) -> tuple[Task, Fitted]:
    """Fit and save the classifier; return it with what it was fitted on.

    Args:
        nlp: the whole pipeline.
        advices: whole labelled advices with their annotated documents.
        corpus: folder of the sample advices.
        folder: where the classifier is saved.
    """
    gathered = [bag for labelled, doc in advices for bag in bags(labelled, doc)]
    task = link_task(unit_pairs(nlp, corpus), gathered)
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
