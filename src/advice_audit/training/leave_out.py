"""Honest figures for the writers that are fitted on: each advice judged as if its writer had never been seen."""

from collections.abc import Iterator, Sequence

from advice_audit.audit import audit_doc
from advice_audit.classify import persist
from advice_audit.evaluation.gold import GoldAdvice
from advice_audit.results import AdviceResult
from advice_audit.rubric.model import Rubric
from advice_audit.training.criteria import tasks
from advice_audit.training.held_out import HeldOut
from advice_audit.training.run import corpus_folder, labelled_pairs, thread_held_out, training_golds


def audits_without(golds: Sequence[GoldAdvice], rubric: Rubric) -> Iterator[tuple[GoldAdvice, AdviceResult]]:
    """Yield each advice with its audit by classifiers of criteria and of the thread that never saw its writer.

    The classifiers of the other language components (sections, voices) stay as they ship.
    """
    corpus = corpus_folder()
    pairs = list(labelled_pairs(training_golds(corpus), corpus))
    docs = {one.document.path: doc for one, doc in pairs}
    with persist.instead(thread_held_out(pairs, corpus)):
        gathered = [task for task in tasks(pairs, rubric) if len(set(task.labels)) > 1]
        with persist.instead({task.name: HeldOut(task, task.fit()) for task in gathered}):
            for gold in golds:
                path = gold.rendered()
                yield gold, audit_doc(docs[path], rubric, str(path))
