"""Fits and evaluates the classifier of voices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe, fit
from advice_audit.classify.model import Classifier
from advice_audit.classify.persist import save
from advice_audit.documents.model import Document
from advice_audit.language.voice_cues import Reading, readings
from advice_audit.training.corpus import unit_items
from advice_audit.training.minis import mini_document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# NOTE: never fitted on, so that the figures in the card are of writers unseen.
TEST_WRITERS = frozenset({"s7", "s8"})
RECIPE = Recipe(strength=3.0, vector_weight=2.0, cue_weight=0.6)
HEADINGS = {
    "child_views": "The child's views", "child_aspirations": "The child's aspirations", "family_views": "Views of the family",
    "family_aspirations": "Aspirations of the family", "needs": "Social and care needs", "strengths": "Strengths",
    "current_involvement": "Current involvement", "chronology": "Record of previous involvement",
    "methodology": "How this advice was prepared", "details": "Details", "reason": "Reason for this advice",
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
    """Sentences with their labels: parallel lists. `run` is the number of the sentence's item and label."""

    examples: list[Example]
    labels: list[str]
    writers: list[str]
    readings: list[Reading]
    texts: list[str]


def gather(nlp: "Language", corpus: Path) -> Data:
    """Read every run and align the pipeline's sentences with the labelled ones."""
    from advice_audit.language.pipeline import annotate

    data = Data([], [], [], [], [])
    runs = list(items(corpus))
    for run, doc in zip(runs, annotate(nlp, [r.document for r in runs]), strict=True):
        _as_labelled(doc, run.kind, run.ranges[0][0])
        for (start, end, label), index in _aligned(doc, run):
            reading = readings(doc)[index]
            data.examples.append(reading.seen())
            data.labels.append(label)
            data.writers.append(run.writer)
            data.readings.append(reading)
            data.texts.append(doc.text[start:end])
    return data


def _as_labelled(doc: "Doc", kind: str, start: int) -> None:
    """Give the run's sentences the section that the labels say, whatever the sections component made of a fragment."""
    from spacy.tokens import Span

    doc.spans["sentences"] = [
        Span(doc, s.start, s.end, label=kind if s.start_char >= start else s.label_) for s in doc.spans["sentences"]
    ]
    doc.user_data.pop("voice_readings", None)


def _aligned(doc: "Doc", run: Item) -> Iterator[tuple[tuple[int, int, str], int]]:
    """Pair each labelled sentence with the pipeline's sentence that shares most characters with it."""
    spans = list(doc.spans["sentences"])
    for one in run.ranges:
        shared = [min(s.end_char, one[1]) - max(s.start_char, one[0]) for s in spans]
        yield one, max(range(len(spans)), key=shared.__getitem__)


def train_voices(nlp: "Language", corpus: Path, folder: Path, card: Path | None = None) -> dict[str, float]:
    """Fit on all writers but the test ones, save, and return figures; write the card where a path is given."""
    data = gather(nlp, corpus)
    inside = [i for i, w in enumerate(data.writers) if w not in TEST_WRITERS]
    outside = [i for i, w in enumerate(data.writers) if w in TEST_WRITERS]
    pick: Any = lambda values, keep: [values[i] for i in keep]  # noqa: E731
    fitted = fit("voices", pick(data.examples, inside), pick(data.labels, inside), pick(data.writers, inside), RECIPE)
    guesses = predict(fitted.classifier, pick(data.examples, outside))
    truth = pick(data.labels, outside)
    figures = {**scores(truth, guesses), "sentences_fitted": len(inside), "sentences_tested": len(outside)}
    left_out = [fitted.classifier.classes[int(i)] for i in fitted.held_out.argmax(axis=1)]
    figures["macro_f1_left_out"] = scores(pick(data.labels, inside), left_out)["macro_f1"]
    save(fitted.classifier, folder, {"figures": figures, "test_writers": sorted(TEST_WRITERS)})
    if card is not None:
        from advice_audit.training.voice_card import write_card

        write_card(card, truth, guesses, figures)
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
