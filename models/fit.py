"""Fit classifiers: `python models/fit.py [sections] [voices] [thread] [CRITERION ...] [--corpus FOLDER]` (all of them where none is named)."""

import sys
import time
from pathlib import Path

from advice_audit.language.pipeline import load
from advice_audit.resources import resource
from advice_audit.training.run import (
    classifier_folder,
    corpus_folder,
    fit_criteria,
    fit_sections,
    fit_thread,
    report,
)
from advice_audit.training.voices import train_voices

if __name__ == "__main__":
    names = [a for a in sys.argv[1:] if not a.startswith("-")]
    start = time.time()
    if "sections" in names or not names:
        print(fit_sections())
    if "voices" in names or not names:
        print(train_voices(load(), corpus_folder(), classifier_folder(), resource("models") / "cards" / "voices.md"))
    if "thread" in names or not names:
        for task, fitted in fit_thread():
            print(report(task, fitted))
    wanted = [n for n in names if n not in ("sections", "voices", "thread")]
    if wanted or not names:
        for task, fitted in fit_criteria(wanted):
            print(report(task, fitted))
    print(f"{time.time() - start:.0f} s", Path.cwd().name)
