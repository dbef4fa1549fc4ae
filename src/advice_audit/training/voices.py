"""Fits and evaluates the classifier of voices."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe, fit
from advice_audit.classify.model import Classifier
from advice_audit.classify.persist import save
from advice_audit.documents.model import Document
from advice_audit.language.voice_cues import Reading, read
from advice_audit.training.corpus import unit_items
from advice_audit.training.minis import mini_document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# NOTE: never fitted on, so that the figures in the card are of writers unseen.
TEST_WRITERS = frozenset({"s7", "s8", "s19", "s20"})
# The two that were looked at, as totals, while the signs were first made.
FIRST_TEST_WRITERS = frozenset({"s7", "s8"})
RECIPE = Recipe(strength=3.0, vector_weight=2.0, cue_weight=0.6)
HEADINGS = {
    "child_views": "The child's views", "child_aspirations": "The child's aspirations", "family_views": "Views of the family",
    "family_aspirations": "Aspirations of the family", "needs": "Social and care needs", "strengths": "Strengths",
    "current_involvement": "Current involvement", "chronology": "Record of previous involvement",
    "methodology": "How this advice was prepared", "details": "Details", "reason": "Reason for this advice",
    "outcomes": "Outcomes", "provision_h1": "Section H1", "provision_h2": "Section H2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled run of sentences as a tiny advice. `ranges` are (start, end, label) in characters."""

    document: Document
    kind: str
    ranges: tuple[tuple[int, int, str], ...]
    writer: str


def items(corpus: Path) -> Iterator[Item]:
    """Yield the labelled runs of the unit set."""
    for writer, item in unit_items(corpus, "voices"):
        yield make_item(item, writer)


def make_item(item: dict[str, Any], writer: str) -> Item:
    """Make the tiny advice of one run: who is who on the form's front, then the run as a paragraph or as bullets."""
    texts = [" ".join(s["text"].split()) for s in item["sentences"]]
    people = item.get("people") or {}
    front = [
        f"{label}: {', '.join(people[key])}"
        for key, label in (("carers", "Parents and carers"), ("professionals", "Professionals involved"))
        if people.get(key)
    ]
    bullets = sum(t[:1] in "•-–*+" for t in texts) * 2 > len(texts)
    body = ("\n" if bullets else " ").join(texts)
    sections = [("Details", "\n".join(front))] if front else []
    document = mini_document([*sections, (HEADINGS[item["section"]], body)], child=item.get("child") or "Sam")
    at = document.text.index(texts[0])
    ranges = []
    for text, sentence in zip(texts, item["sentences"], strict=True):
        ranges.append((at, at + len(text), sentence["voice"]))
        at += len(text) + 1
    return Item(document, item["section"], tuple(ranges), writer)


@dataclass
class Data:
    """Sentences with their labels: parallel lists."""

    examples: list[Example]
    labels: list[str]
    writers: list[str]
    texts: list[str]

    def of(self, writers: Collection[str]) -> "Data":
        """Return the part that some writers wrote."""
        keep = [i for i, w in enumerate(self.writers) if w in writers]
        return Data(
            [self.examples[i] for i in keep],
            [self.labels[i] for i in keep],
            [self.writers[i] for i in keep],
            [self.texts[i] for i in keep],
        )

    def add(self, run: Item, found: Sequence[Reading], at: Sequence[int], text: str) -> None:
        """Add a run, whose labelled sentences are judged by the readings at the given places."""
        for (start, end, label), index in zip(run.ranges, at, strict=True):
            self.examples.append(found[index].seen())
            self.labels.append(label)
            self.writers.append(run.writer)
            self.texts.append(text[start:end])


def gather(nlp: "Language", corpus: Path) -> tuple[Data, Data]:
    """Read every run twice: cut into sentences as it was labelled, and as the pipeline itself cuts it.

    The first is for fitting and for judging this component alone; in the second a labelled sentence is judged by the
    pipeline's sentence that shares most characters with it, as in use.
    """
    from advice_audit.language.pipeline import annotate

    labelled, in_use = Data([], [], [], []), Data([], [], [], [])
    runs = list(items(corpus))
    for run, doc in zip(runs, annotate(nlp, [r.document for r in runs]), strict=True):
        found = read(_in_section(doc, run))
        in_use.add(run, found, _shared(doc, run), doc.text)
        found = read(_as_labelled(doc, run))
        labelled.add(run, found, range(len(found) - len(run.ranges), len(found)), doc.text)
    return labelled, in_use


def _in_section(doc: "Doc", run: Item) -> "Doc":
    """Give the run's sentences the section that the labels say, whatever the sections component made of a fragment."""
    from spacy.tokens import Span

    first = run.ranges[0][0]
    doc.spans["sentences"] = [
        Span(doc, s.start, s.end, label=run.kind if s.start_char >= first else s.label_) for s in doc.spans["sentences"]
    ]
    return doc


def _as_labelled(doc: "Doc", run: Item) -> "Doc":
    """Cut the run where its labels do."""
    before = [s for s in doc.spans["sentences"] if s.start_char < run.ranges[0][0]]
    cut = [doc.char_span(start, end, label=run.kind, alignment_mode="expand") for start, end, _ in run.ranges]
    doc.spans["sentences"] = [*before, *(s for s in cut if s is not None)]
    return doc


def _shared(doc: "Doc", run: Item) -> list[int]:
    """Return for each labelled sentence the index of the pipeline's sentence that shares most characters with it."""
    spans = list(doc.spans["sentences"])
    return [
        max(range(len(spans)), key=lambda i: min(spans[i].end_char, end) - max(spans[i].start_char, start))
        for start, end, _ in run.ranges
    ]


def train_voices(nlp: "Language", corpus: Path, folder: Path, card: Path | None = None) -> dict[str, float]:
    """Fit on all writers but the test ones, save, and return figures; write the card where a path is given."""
    labelled, in_use = gather(nlp, corpus)
    inside, outside = labelled.of(set(labelled.writers) - TEST_WRITERS), labelled.of(TEST_WRITERS)
    fitted = fit("voices", inside.examples, inside.labels, inside.writers, RECIPE)
    left_out = [fitted.classifier.classes[int(i)] for i in fitted.held_out.argmax(axis=1)]
    guesses = predict(fitted.classifier, outside.examples)
    as_used = predict(fitted.classifier, in_use.of(TEST_WRITERS).examples)
    first, fresh = (outside.of(writers) for writers in (FIRST_TEST_WRITERS, TEST_WRITERS - FIRST_TEST_WRITERS))
    figures = {
        **scores(outside.labels, guesses),
        "macro_f1_first_test_writers": scores(first.labels, predict(fitted.classifier, first.examples))["macro_f1"],
        "sentences_of_first_test_writers": len(first.labels),
        "macro_f1_fresh_test_writers": scores(fresh.labels, predict(fitted.classifier, fresh.examples))["macro_f1"],
        "sentences_of_fresh_test_writers": len(fresh.labels),
        "macro_f1_own_sentences": scores(outside.labels, as_used)["macro_f1"],
        "macro_f1_left_out": scores(inside.labels, left_out)["macro_f1"],
        "accuracy_left_out": scores(inside.labels, left_out)["accuracy"],
        "sentences_fitted": len(inside.labels),
        "sentences_tested": len(outside.labels),
        "writers_fitted": len(set(inside.writers)),
    }
    save(fitted.classifier, folder, {"figures": figures, "test_writers": sorted(TEST_WRITERS)})
    if card is not None:
        from advice_audit.training.voice_card import write_card

        write_card(
            card,
            [
                ("four unseen writers", outside.labels, guesses),
                ("other writers, each left out", inside.labels, left_out),
            ],
            figures,
        )
    return figures


def predict(classifier: Classifier, examples: Sequence[Example]) -> list[str]:
    """Return the likeliest label of each example."""
    return [classifier.classes[int(i)] for i in classifier.probabilities(examples).argmax(axis=1)]


def scores(truth: Sequence[str], guesses: Sequence[str]) -> dict[str, float]:
    """Return accuracy and macro F1, each rounded to three places."""
    from sklearn.metrics import accuracy_score, f1_score

    return {
        "accuracy": round(float(accuracy_score(truth, guesses)), 3),
        "macro_f1": round(float(f1_score(truth, guesses, average="macro")), 3),
    }
