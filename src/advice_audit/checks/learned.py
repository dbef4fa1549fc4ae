"""What checks that ask a classifier share: candidates to judge, and their probabilities.

A learned check's module has `candidates(doc, context)` beside `check(doc, context)`. Training calls the first on
labelled advices and takes a candidate whose quote matches a labelled finding as a `yes`. Where one set of
candidates feeds several classifiers, or labels are not plain yes and no, the module also has
`targets(findings)`, which turns the matched findings of one candidate into `{classifier name: label}`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.classify.features import Example
from advice_audit.classify.persist import classifier
from advice_audit.classify.signed import signed

if TYPE_CHECKING:
    from spacy.tokens import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to judge.

    Args:
        quote: the words that a finding would quote; None where the finding would be an absence.
        example: what the classifier sees: its words, vector, and the cues that rules found.
    """

    quote: "Span | None"
    example: Example


def probabilities(name: str, candidates: Sequence[Candidate], label: str = "yes") -> list[float]:
    """Return for each candidate the probability that the named classifier gives to a label."""
    if not candidates:
        return []
    return [float(p) for p in classifier(name).probability(signed(name, [c.example for c in candidates]), label)]
