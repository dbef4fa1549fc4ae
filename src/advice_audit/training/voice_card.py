"""Writes the card of the voices classifier: data, decision rules, figures and confusion matrices."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Judged = tuple[str, Sequence[str], Sequence[str]]

_RULES = """## How the sentences are labelled

One sentence has one label. Where more than one would do, the first of these that fits:

1. `child_own_words`: any words of the child in quotation marks, or a text in the child's own first person.
2. `several`: two people or more hold the same view, or each half of it: "Mum and the nursery both say", "Mum, and her own
   mother", two professionals. A couple of parents, or "both parents", is one `carer`.
3. Whoever the main clause says it comes from: `child_reported` (says, wants, agrees to, thinks), `carer` (a parent, a carer,
   a relative, in the third person or writing for themselves), `professional` (the writer's "I saw" and "in my view" too),
   `document` (a report, a letter, a record, an entry on file).
4. `child_observed`: what the child did with face, hands or body that tells a view, without words.
5. A sentence without a sign of its own that plainly goes on with the view before it has that speaker (decision 7 of the
   annotation guide): how often it happens, what was broken, what they tried.
6. `nobody`: it stands as fact or as the writer's unsigned judgement ("He is a happy boy", "She would benefit from ..."), and
   plain records of dates, services and calls, even between two sentences that somebody says.
"""


def write_card(path: Path, judged: Sequence[Judged], figures: Mapping[str, float]) -> None:
    """Write the card as Markdown.

    Args:
        path: of the file to write.
        judged: what was judged, its true labels and the labels given; the unseen writers first.
        figures: from training.
    """
    lines = [
        "# Voices: who says what a sentence tells",
        "",
        "Made by `models/fit.py voices`; do not edit by hand.",
        "",
        "**Data.** Labelled runs of sentences in `corpus_samples/units/voices`, by writers of unlike styles: formal, chatty, in "
        "notes, in dialect, in letters to the child, by families themselves, and sentences of the sample advices. Fitted on "
        f"{figures['sentences_fitted']:.0f} sentences by {figures['writers_fitted']:.0f} of them; tested on "
        f"{figures['sentences_tested']:.0f} sentences by four writers whose work was never fitted on and whose mistakes were "
        "never read. The totals of the first two were looked at while the signs were made; the two others were written when "
        "that was done.",
        "",
        f"**Figures.** On the four unseen writers: macro F1 {figures['macro_f1']:.3f}, accuracy {figures['accuracy']:.3f}; "
        f"{figures['macro_f1_own_sentences']:.3f} where the pipeline cuts the sentences too. Of the four, the first two "
        f"({figures['sentences_of_first_test_writers']:.0f} sentences): {figures['macro_f1_first_test_writers']:.3f}; the two that "
        f"came later ({figures['sentences_of_fresh_test_writers']:.0f}): {figures['macro_f1_fresh_test_writers']:.3f}. "
        "On the others, left out in turn: "
        f"macro F1 {figures['macro_f1_left_out']:.3f}, accuracy {figures['accuracy_left_out']:.3f}.",
        "",
    ]
    for name, truth, guesses in judged:
        lines += _table(name, truth, guesses)
    lines += [
        _RULES,
        "**Limits.** A sentence that goes on with somebody's view without a word of who says so is hard to tell from one "
        "that stands as fact: most mistakes are between `nobody` and one of the others. Notes without verbs are harder than "
        "prose. Where one sentence holds two voices only the first is told.",
        "",
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def _table(name: str, truth: Sequence[str], guesses: Sequence[str]) -> Iterator[str]:
    from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

    labels = sorted(set(truth) | set(guesses))
    precision, recall, f1, support = precision_recall_fscore_support(truth, guesses, labels=labels, zero_division=0)
    yield from (f"## The {name}", "", "| label | precision | recall | F1 | sentences |", "|---|---|---|---|---|")
    for label, p, r, f, n in zip(labels, precision, recall, f1, support, strict=True):
        yield f"| {label} | {p:.2f} | {r:.2f} | {f:.2f} | {n} |"
    yield from ("", "Confusion matrix (rows: labelled; columns: given).", "", "| | " + " | ".join(labels) + " |")
    yield "|---" * (len(labels) + 1) + "|"
    for label, row in zip(labels, confusion_matrix(truth, guesses, labels=labels), strict=True):
        yield f"| {label} | " + " | ".join(str(n) for n in row) + " |"
    yield ""
