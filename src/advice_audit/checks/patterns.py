"""Cues from patterns: named regular expressions over a unit's words, counted for a classifier."""

import re

from spacy.tokens import Span

from advice_audit.language.canonical import kept, text_of, words_of
from advice_audit.language.tables import Table, table

__all__ = ["NOTHING", "Table", "counts", "filled", "plain", "table", "unit_text"]

# A cell that stands for nothing: a dash, "TBC", "unknown", "to be monitored", "see above".
NOTHING = re.compile(
    r"^\W*(?:n/?a|none|nil|nil recorded|t\.?b\.?[cd]\.?|unknown|not known|not (?:yet )?(?:known|agreed|recorded|stated|sure|applicable)|various|yes|no|"
    r"high|medium|low|significant|ongoing|discussed|noted|see above|as above|(?:to be|for|will be) (?:\w+ )?(?:monitored|discussed|confirmed|agreed|"
    r"looked at|explored|reviewed|considered|decided|determined|assessed|completed)\b.{0,25}|\?+|x+|\.+)?\W*$",
    re.I,
)


def counts(text: str, patterns: Table, most: int = 2) -> dict[str, float]:
    """Return how often each pattern is found, at most `most` times; patterns not found are left out."""
    found: dict[str, float] = {}
    for name, pattern in patterns.possible(text):
        number = 0
        for _ in pattern.finditer(text):
            number += 1
            if number == most:
                break
        if number:
            found[name] = float(number)
    return found


def plain(text: str) -> str:
    """Return a text with straight apostrophes and quotation marks, so that patterns need only one form."""
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def unit_text(unit: Span) -> str:
    """Return the words of a unit, its cells parted by " | "."""
    text = text_of(unit.doc)
    key = ("unit text", unit.start, unit.end, unit.label)
    return kept(unit.doc, key, lambda: plain(" | ".join(text[c.start_char : c.end_char] for c in unit._.cells)))


def filled(cell: Span) -> bool:
    """Tell a cell that says something from an empty one or a placeholder."""
    return NOTHING.match(words_of(cell)) is None
