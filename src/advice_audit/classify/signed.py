"""What the encoder reads in an example, put beside the cues that rules found."""

from collections.abc import Sequence
from dataclasses import replace

from advice_audit.classify.features import Example
from advice_audit.classify.persist import signs

SIGN = "read"
# Penalties on weights weigh a cue by its size; odds go up to ten or so.
SIZE = 0.3


def signed(name: str, examples: Sequence[Example]) -> list[Example]:
    """Return the examples of a classifier with the odds that the encoder reads for it, where it was taught to.

    Args:
        name: of the classifier.
        examples: with their words.
    """
    reader = signs()
    if name not in reader.names or not examples:
        return list(examples)
    odds = reader.odds(name, [e.words for e in examples])
    return [replace(e, cues={**e.cues, SIGN: SIZE * float(o)}) for e, o in zip(examples, odds, strict=True)]
