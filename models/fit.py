"""Fit classifiers: `python models/fit.py [sections] [voices] [links] [CRITERION ...] [--corpus FOLDER]` (all of them where none is named)."""

import sys
import time
from pathlib import Path

from advice_audit.language.pipeline import load
from advice_audit.resources import resource
from advice_audit.training.links import fit_links
from advice_audit.training.run import (
    classifier_folder,
    corpus_folder,
    fit_criteria,
    fit_sections,
    labelled_pairs,
    report,
    training_golds,
)
from advice_audit.training.voices import train_voices

if __name__ == "__main__":
    names = [a for a in sys.argv[1:] if not a.startswith("-")]
    start = time.time()
    if "sections" in names or not names:
        print(fit_sections())
    if "voices" in names or not names:
        print(train_voices(load(), corpus_folder(), classifier_folder(), resource("models") / "cards" / "voices.md"))
    if "links" in names or not names:
        advices = labelled_pairs(training_golds(corpus_folder()), None)
        print(report(*fit_links(load(), advices, corpus_folder(), classifier_folder())))
    wanted = [n for n in names if n not in ("sections", "voices", "links")]
    if wanted or not names:
        for task, fitted in fit_criteria(wanted):
            print(report(task, fitted))
    print(f"{time.time() - start:.0f} s", Path.cwd().name)
