"""Writes the card of the voices classifier: data, figures and confusion matrix."""

from collections.abc import Mapping, Sequence
from pathlib import Path


def write_card(path: Path, truth: Sequence[str], guesses: Sequence[str], figures: Mapping[str, float]) -> None:
    """Write the card as Markdown.

    Args:
        path: of the file to write.
        truth, guesses: labels of the test writers' sentences, parallel.
        figures: from training.
    """
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    labels = sorted(set(truth) | set(guesses))
    matrix = confusion_matrix(truth, guesses, labels=labels)
    precision, recall, f1, support = precision_recall_fscore_support(truth, guesses, labels=labels, zero_division=0)
    lines = [
        "# Voices: who says what a sentence tells",
        "",
        "Made by `models/fit.py voices`; do not edit by hand.",
        "",
        "**Data.** Labelled runs of sentences in `corpus_samples/units/voices`, written by eight hands. Fitted on "
        f"{figures['sentences_fitted']:.0f} sentences by six of them; the figures below are of {figures['sentences_tested']:.0f} "
        "sentences by two writers whose work was never fitted on.",
        "",
        f"**Figures.** Macro F1 {figures['macro_f1']:.3f}, accuracy {figures['accuracy']:.3f} on the two unseen writers; "
        f"macro F1 {figures['macro_f1_left_out']:.3f} on the other six, each left out in turn.",
        "",
        "| label | precision | recall | F1 | sentences |",
        "|---|---|---|---|---|",
        *(
            f"| {label} | {p:.2f} | {r:.2f} | {f:.2f} | {n} |"
            for label, p, r, f, n in zip(labels, precision, recall, f1, support, strict=True)
        ),
        "",
        "## Confusion matrix (rows: labelled; columns: given; the two unseen writers)",
        "",
        "| | " + " | ".join(labels) + " |",
        "|---" * (len(labels) + 1) + "|",
        *(f"| {label} | " + " | ".join(str(n) for n in row) + " |" for label, row in zip(labels, matrix, strict=True)),
        "",
        "**Limits.** A sentence that goes on with somebody's view without a word of who says so is hard to tell from one "
        "that stands as fact; notes without verbs are harder than prose; two people who speak together are found best "
        "where they are joined in one subject.",
        "",
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
