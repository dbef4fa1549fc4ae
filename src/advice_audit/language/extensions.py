"""Every `._.` attribute of the pipeline, in one table.

Spans groups written to `doc.spans` (offsets are those of the canonical text):

| key | one span for each | label | written by |
|---|---|---|---|
| `blocks` | block of the document | its `BlockKind` | blocks |
| `sections` | section, heading line included | section kind | sections |
| `sentences` | sentence of running text (headings and the form's own words left out) | kind of its section | blocks |
| `people` | mention of a person | `child`, `carer`, `professional`, `other_child`, `relative`, `person` | people |
| `services` | mention of a service | its id in the rubric's catalogue, or `unknown` | services |
| `times` | time expression | `frequency`, `duration`, `deadline`, `date`, `age`, `school_year` | times |
| `voices` | sentence, as in `sentences` | whose voice it is (see `language/voices.py`) | voices |
| `needs`, `outcomes`, `provisions` | unit | `need`, `outcome`, `h1`, `h2` | units |
"""

from typing import Any

from spacy.tokens import Doc, Span

# name -> (owner, default, meaning)
DOC: dict[str, tuple[Any, str]] = {
    "document": (None, "the `Document` that was read; None for a bare text"),
    "facts": (None, "`Facts`: child, dates, purpose, age on completion"),
    "people": (None, "`Roster`: who is who in this advice"),
}
SPAN: dict[str, tuple[Any, str]] = {
    "block": (None, "the `Block` a block span stands for"),
    "of_form": (False, "whether a block is the form's own words: a prompt under a heading"),
    "heading": (None, "text of the section's heading, or None"),
    "section": ("other", "kind of the section that a sentence or unit stands in"),
    "person": (None, "name or role that a mention or a voice belongs to"),
    "confidence": (1.0, "probability between 0 and 1 that the label is right"),
    "value": (None, "normalised value of a time expression"),
    "cells": ((), "spans of a unit: its paragraph, or every cell of its row, in order"),
    "columns": ((), "header of each of `cells`, lower case, empty where there is none"),
    "quote": (None, "the words to quote for the unit: the cell or first sentence that states it"),
    "cue": (None, "span of the words that decided the label"),
}


def register() -> None:
    """Register all extensions; safe to call again."""
    for name, (default, _) in DOC.items():
        Doc.set_extension(name, default=default, force=True)
    for name, (default, _) in SPAN.items():
        Span.set_extension(name, default=default, force=True)
