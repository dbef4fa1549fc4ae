"""What `train` does: gather, fit, save."""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.classify import persist
from advice_audit.classify.fit import Fitted
from advice_audit.classify.persist import save
from advice_audit.documents import open_document
from advice_audit.evaluation.gold import GoldAdvice, find_gold
from advice_audit.golden_thread import CRITERIA
from advice_audit.language.pipeline import COMPONENTS, annotate, load
from advice_audit.resources import resource
from advice_audit.rubric.load import load_rubric
from advice_audit.training.cases import COVERS as CASES
from advice_audit.training.cases import is_case
from advice_audit.training.corpus import TEST_WRITERS
from advice_audit.training.criteria import Task, by_writer, tasks
from advice_audit.training.form_words import form_task
from advice_audit.training.held_out import HeldOut, HeldOutPlaces, held_out_signs
from advice_audit.training.links import alone_task, concern_task, link_task
from advice_audit.training.minis import Labelled, minis

if TYPE_CHECKING:
    from spacy.tokens import Doc


def corpus_folder() -> Path:
    """Return the labelled sample advices of a checkout."""
    return resource("corpus_samples")


def classifier_folder() -> Path:
    """Return where classifiers are saved."""
    folder = resource("models") / "classifiers"
    folder.mkdir(exist_ok=True)
    return folder


def training_golds(corpus: Path, moderated: Sequence[Path] = ()) -> list[GoldAdvice]:
    """Return the labelled advices that may be fitted on: all but the test writers', and moderated audits.

    Raises:
        ConfigurationError: one of them is not a labelled advice.
    """
    return [g for g in find_gold([corpus, *moderated]) if g.writer not in TEST_WRITERS]


def labelled_pairs(
    golds: Sequence[GoldAdvice], corpus: Path | None, only: Sequence[str] = ()
) -> "Iterator[tuple[Labelled, Doc]]":
    """Yield labelled documents with their annotated `Doc`: whole advices, then unit sets where a corpus is given.

    Args:
        golds: whole advices, with their rendered files.
        corpus: folder that holds the unit sets.
        only: criteria; what is labelled for none of them is left out. Everything where empty.
    """
    nlp = load()
    whole = [
        Labelled(open_document(g.rendered()), g.gold.findings, g.writer, frozenset(g.gold.verdicts)) for g in golds
    ]
    everything = whole + (list(minis(corpus)) if corpus is not None else [])
    if only:
        everything = [one for one in everything if one.covers.intersection(only)]
    yield from zip(everything, annotate(nlp, [one.document for one in everything]), strict=True)


def fit_sections() -> dict[str, float]:
    """Fit the sections component and what tells a form's own words; return their figures on left-out writers."""
    import spacy

    from advice_audit.language.extensions import register
    from advice_audit.training.sections import train_sections

    register()
    # The trained components only: the sections component itself is what is being fitted.
    nlp = spacy.load(resource("models/advice_en"), exclude=list(COMPONENTS))
    golds = training_golds(corpus_folder())
    found = train_sections(nlp, golds, corpus_folder(), classifier_folder())
    task = form_task(nlp, golds, corpus_folder())
    fitted = task.fit()
    save(fitted.classifier, classifier_folder(), card(task, fitted))
    return {**found, task.name: figures(task, fitted)["f1"]}


def thread_held_out(pairs: "Sequence[tuple[Labelled, Doc]]", corpus: Path) -> dict[str, persist.Part]:
    """Fit what the golden thread rests on; return it, and the encoder, as they answer on left-out writers.

    What is worked out of the documents' threads with the shipped classifiers is thrown away. A document whose units the
    encoder was not taught on is read with the shipped one.
    """
    _fresh(pairs)
    encoder: dict[str, persist.Part] = {persist.SPACE: HeldOutPlaces(), persist.SIGNS: held_out_signs()}
    return encoder | {task.name: HeldOut(task, fitted) for task, fitted in _thread(pairs, corpus, encoder)}


def fit_thread() -> Iterator[tuple[Task, Fitted]]:
    """Fit and save what the golden thread rests on besides its encoder: `concern`, `links.alone` and `links`."""
    corpus = corpus_folder()
    pairs = list(labelled_pairs(training_golds(corpus), corpus, (*CRITERIA, *CASES)))
    places = HeldOutPlaces()
    for task, fitted in _thread(pairs, corpus, {persist.SPACE: places, persist.SIGNS: held_out_signs()}):
        save(fitted.classifier, classifier_folder(), card(task, fitted))
        yield task, fitted
    if places.unknown:
        message = f"{places.unknown} units have no place kept: teach the encoder again (models/training/encoder.py)"
        warnings.warn(message, stacklevel=1)


def _thread(
    pairs: "Sequence[tuple[Labelled, Doc]]", corpus: Path, encoder: Mapping[str, persist.Part]
) -> Iterator[tuple[Task, Fitted]]:
    """Fit each part of the thread on what the part below it says of a writer never seen.

    Cases teach only what two units say of each other. They are too short and tidy to tell how many of the remarks and of the
    pairs of a whole advice are concerns and links: with them in, both were told worse on left-out writers.
    """
    advices = [(labelled, doc) for labelled, doc in pairs if not is_case(labelled)]
    below = dict(encoder)
    parts: tuple[Callable[[], Task], ...] = (
        lambda: concern_task(advices, corpus),
        lambda: alone_task(_fresh(pairs), corpus),
        lambda: link_task(_fresh(advices), corpus),
    )
    for gather in parts:
        with persist.instead(below):
            task = gather()
        fitted = task.fit()
        below[task.name] = HeldOut(task, fitted)
        yield task, fitted
    _fresh(pairs)


def _fresh(pairs: "Sequence[tuple[Labelled, Doc]]") -> "Sequence[tuple[Labelled, Doc]]":
    """Forget the threads that were worked out before."""
    for _, doc in pairs:
        doc.user_data.pop("thread", None)
    return pairs


def fit_criteria(only: Sequence[str] = (), moderated: Sequence[Path] = ()) -> Iterator[tuple[Task, Fitted]]:
    """Fit and save the classifiers of some criteria (all where empty), yielding each with its task.

    Args:
        only: ids of criteria.
        moderated: folders of moderated audits that were exported as labelled advices; they are fitted on too.
    """
    corpus = corpus_folder()
    of_thread = not only or not CRITERIA.isdisjoint(only)
    pairs = list(
        labelled_pairs(training_golds(corpus, moderated), corpus, (*only, *CASES) if only and of_thread else only)
    )
    # What rests on the thread must learn from links as they come out for a writer never seen.
    below = thread_held_out(pairs, corpus) if of_thread else {persist.SIGNS: held_out_signs()}
    with persist.instead(below):
        gathered = tasks(pairs, load_rubric("swindon-2022"), only)
    for task in gathered:
        if len(set(task.labels)) < 2 or len(set(task.writers)) < 2:
            continue
        fitted = task.fit()
        save(fitted.classifier, classifier_folder(), card(task, fitted))
        yield task, fitted


def card(task: Task, fitted: Fitted) -> dict[str, Any]:
    """Return what the classifier's card says besides its file's facts."""
    return {
        "examples": len(task.labels),
        "labels": {label: task.labels.count(label) for label in sorted(set(task.labels))},
        "writers": sorted(set(task.writers)),
        "right_when_left_out": by_writer(task, fitted),
        "left_out": figures(task, fitted),
        **curves(task, fitted),
    }


def curves(task: Task, fitted: Fitted) -> dict[str, list[list[float]]]:
    """Return what a yes/no task's card draws, on left-out writers: its reliability, and F1 at each threshold.

    `reliability` has rows of mean probability, share that were yes, and number of examples, one a tenth of the scale;
    `by_threshold` rows of threshold, precision, recall and F1.
    """
    import numpy as np
    from sklearn.metrics import precision_recall_fscore_support

    if fitted.classifier.classes != ("no", "yes"):
        return {}
    chance, yes = fitted.held_out[:, 1], np.asarray(task.labels) == "yes"
    tenths = np.minimum((chance * 10).astype(int), 9)
    reliability = [
        [
            round(float(chance[tenths == t].mean()), 3),
            round(float(yes[tenths == t].mean()), 3),
            int((tenths == t).sum()),
        ]
        for t in sorted(set(tenths))
    ]
    steps = [round(0.1 + 0.05 * step, 2) for step in range(17)]
    scores = [precision_recall_fscore_support(yes, chance >= t, average="binary", zero_division=0.0)[:3] for t in steps]
    return {
        "reliability": reliability,
        "by_threshold": [[t, *(round(float(x), 3) for x in row)] for t, row in zip(steps, scores, strict=True)],
    }


def figures(task: Task, fitted: Fitted) -> dict[str, float]:
    """Return F1 of `yes`, area under the curve and Brier score on left-out writers (yes/no tasks), or accuracy."""
    import numpy as np
    from sklearn.metrics import brier_score_loss, f1_score, roc_auc_score

    truth = np.asarray(task.labels)
    if fitted.classifier.classes != ("no", "yes"):
        guesses = np.asarray(fitted.classifier.classes)[fitted.held_out.argmax(axis=1)]
        return {"accuracy": float((guesses == truth).mean())}
    chance, yes = fitted.held_out[:, 1], truth == "yes"
    return {
        "f1": round(float(f1_score(yes, chance >= 0.5)), 3),
        "auc": round(float(roc_auc_score(yes, chance)), 3),
        "brier": round(float(brier_score_loss(yes, chance)), 4),
    }


def report(task: Task, fitted: Fitted) -> str:
    """Return one line about a fitted classifier."""
    return f"{task.name}: {len(task.labels)} examples, {task.labels.count('yes')} yes, left out {figures(task, fitted)}"
