"""Fits the two classifiers of the sections component and the usual order of an advice."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe, fit
from advice_audit.classify.persist import save
from advice_audit.evaluation.gold import GoldAdvice, GoldSection
from advice_audit.language.blocks import add_blocks
from advice_audit.language.sections import CONTINUES, START, content_example, heading_example
from advice_audit.training.corpus import unit_items

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

HEADING = Recipe(strength=8.0, vector_weight=2.5)
CONTENT = Recipe(strength=8.0, vector_weight=1.0, cue_weight=0.5)
TOPICS = 12


@dataclass(frozen=True, slots=True)
class Sample:
    """A heading with what stands under it, its kind and its writer."""

    heading: str
    content: str
    kind: str
    writer: str


def body_text(section: GoldSection) -> str:
    """Return the words under a labelled heading, one paragraph, bullet or cell a line."""
    lines: list[str] = []
    for part in section.body:
        for kind, value in part.items():
            if kind == "p":
                lines.append(str(value))
            elif kind == "bullets":
                lines += [str(v) for v in value]
            else:
                lines += [str(cell) for row in value for cell in row if cell]
    return "\n".join(" ".join(line.split()) for line in lines)


def samples(golds: Iterable[GoldAdvice], corpus: Path) -> list[Sample]:
    """Return every labelled section, heading of the unit set, and topic label that continues a section."""
    found = [
        Sample(section.heading or "", body_text(section), section.kind, gold.writer)
        for gold in golds
        for section in gold.sections
    ]
    for gold in golds:
        # As many as an advice has sections: more would make every unusual heading look like a topic.
        topics = sorted(set(_topics(gold)), key=lambda topic: (len(topic) % 7, topic))[:TOPICS]
        found += [Sample(topic, "", CONTINUES, gold.writer) for topic in topics]
    for writer, item in unit_items(corpus, "headings"):
        found.append(Sample(item["heading"], item.get("first") or "", item["kind"], writer))
    return found


def _topics(gold: GoldAdvice) -> Iterable[str]:
    """Yield topic labels: the short first "sentence" of a need, and the first cells of tables."""
    for section in gold.sections:
        for line in body_text(section).split("\n"):
            label, stop, rest = line.partition(". ")
            if stop and rest and section.kind in ("needs", "needs_met_elsewhere") and 1 <= len(label.split()) <= 5:
                yield label
        for part in section.body:
            for row in part.get("table", [])[1:]:
                if section.kind not in ("child_views", "family_views") and row[0] and len(str(row[0]).split()) <= 6:
                    yield str(row[0])


def examples(nlp: "Language", found: Sequence[Sample]) -> tuple[list[Example], list[Example]]:
    """Return the heading example and the content example of every sample."""
    headings = [heading_example(doc[:]) for doc in nlp.pipe([s.heading for s in found])]
    contents = [content_example(_blocks(doc)) for doc in nlp.pipe([s.content or " " for s in found])]
    return headings, contents


def _blocks(doc: "Doc") -> list[Any]:
    return list(add_blocks(doc).spans["blocks"])


def order(golds: Iterable[GoldAdvice], kinds: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return how often each kind comes first, and follows each, smoothed."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: dict.fromkeys(kinds, 0.3))
    for gold in golds:
        path = [START, *(s.kind for s in gold.sections)]
        for before, after in itertools.pairwise(path):
            counts[before][after] += 1
    return {k: {a: n / sum(counts[k].values()) for a, n in counts[k].items()} for k in (START, *kinds)}


def train_sections(nlp: "Language", golds: Sequence[GoldAdvice], corpus: Path, folder: Path) -> dict[str, float]:
    """Fit and save both classifiers; return their accuracy on left-out writers."""
    import numpy as np

    found = samples(golds, corpus)
    headings, contents = examples(nlp, found)
    figures = {}
    for name, data, recipe, keep in (
        ("sections.heading", headings, HEADING, range(len(found))),
        ("sections.content", contents, CONTENT, [i for i, s in enumerate(found) if s.kind != CONTINUES and s.content]),
    ):
        labels = [found[i].kind for i in keep]
        result = fit(name, [data[i] for i in keep], labels, [found[i].writer for i in keep], recipe)
        guess = np.asarray(result.classifier.classes)[result.held_out.argmax(axis=1)]
        figures[name] = float((guess == np.asarray(labels)).mean())
        kinds = [k for k in result.classifier.classes if k != CONTINUES]
        card = {"accuracy_left_out_writers": figures[name], "examples": len(labels), "order": order(golds, kinds)}
        save(result.classifier, folder, card)
    return figures
