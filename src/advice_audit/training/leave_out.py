"""Honest figures for every writer: each writer's advices judged by classifiers fitted without that writer."""

from collections.abc import Iterator, Sequence

from advice_audit.audit import audit_doc
from advice_audit.classify import persist
from advice_audit.evaluation.gold import GoldAdvice
from advice_audit.results import AdviceResult
from advice_audit.rubric.model import Rubric
from advice_audit.training.criteria import tasks
from advice_audit.training.run import corpus_folder, labelled_pairs, training_golds


def audits_without(golds: Sequence[GoldAdvice], rubric: Rubric) -> Iterator[tuple[GoldAdvice, AdviceResult]]:
    """Yield each advice with the audit by criteria classifiers that never saw its writer.

    The classifiers of the language components (sections, voices) stay as they ship.
    """
    corpus = corpus_folder()
    pairs = list(labelled_pairs(training_golds(corpus), corpus))
    gathered = [t for t in tasks(pairs, rubric) if len(set(t.labels)) > 1]
    docs = {one.document.path: doc for one, doc in pairs}
    for writer in sorted({g.writer for g in golds}):
        fitted = {t.name: t.fit(without=writer).classifier for t in gathered}
        with persist.instead(fitted):
            for gold in golds:
                if gold.writer == writer:
                    path = gold.rendered()
                    yield gold, audit_doc(docs[path], rubric, str(path))
