"""When a predicted finding is the labelled one: the annotation guide's "Scoring a tool"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from advice_audit.evaluation.gold import GoldFinding, GoldTrap

# NOTE: for these the unit is the document, so one finding counts and its quote is ignored.
ABSENCES = frozenset(
    {
        "involvement.reason",
        "involvement.effectiveness",
        "views.child-voice",
        "views.aspirations",
        "views.adulthood",
        "process.timeliness",
        "process.consent",
        "process.oversight",
    }
)
_WORD = re.compile(r"\w+")


class Quoted(Protocol):
    """Anything with a criterion and perhaps a quote."""

    @property
    def criterion(self) -> str:
        """Id of the criterion."""

    @property
    def quote(self) -> str | None:
        """The words quoted, or None."""


def words(text: str) -> list[str]:
    """Return the lower-case words of a text: case, punctuation and kinds of quotation mark don't count."""
    return _WORD.findall(text.lower().replace("’", "").replace("'", "").replace("‘", ""))


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    width = len(short)
    return any(list(long[i : i + width]) == list(short) for i in range(len(long) - width + 1))


def quotes_match(one: str | None, other: str | None) -> bool:
    """Tell whether two quotes mean the same words: both absent, one within the other, or half shared."""
    if one is None or other is None:
        return one is None and other is None
    return closeness(one, other) > 0.0


def closeness(one: str, other: str) -> float:
    """Return how surely two quotes mean the same words: 1 for one within the other, the share of words from a half up, or 0."""
    short, long = sorted((words(one), words(other)), key=len)
    if not short:
        return 0.0
    if _within(short, long):
        return 1.0
    shared = (Counter(short) & Counter(long)).total()
    return shared / len(short) if len(short) >= 4 and shared * 2 >= len(short) else 0.0


@dataclass(frozen=True)
class Pairing:
    """Which predictions met which labels, as indexes."""

    matched: tuple[tuple[int, int], ...]
    false_alarms: tuple[int, ...]
    misses: tuple[int, ...]


def pair(predicted: Sequence[Quoted], gold: Sequence[GoldFinding]) -> Pairing:
    """Match predictions to labels, each used once at most. Absences by criterion are collapsed first."""
    predicted_at, gold_at = _collapse(predicted), _collapse(gold)
    from numpy import zeros
    from scipy.optimize import linear_sum_assignment

    # Best assignment, not first come: a whole-paragraph quote could otherwise take the label of a nearer one.
    score = zeros((len(predicted_at), len(gold_at)))
    for row, p in enumerate(predicted_at):
        for column, g in enumerate(gold_at):
            if predicted[p].criterion == gold[g].criterion and (
                gold[g].criterion in ABSENCES or quotes_match(predicted[p].quote, gold[g].quote)
            ):
                score[row, column] = 1.0
    rows, columns = linear_sum_assignment(score, maximize=True)
    matched = tuple((predicted_at[r], gold_at[c]) for r, c in zip(rows, columns, strict=True) if score[r, c])
    hit, found = {p for p, _ in matched}, {g for _, g in matched}
    return Pairing(
        matched,
        tuple(p for p in predicted_at if p not in hit),
        tuple(g for g in gold_at if g not in found),
    )


def _collapse(findings: Sequence[Quoted]) -> list[int]:
    seen: set[str] = set()
    kept = []
    for index, finding in enumerate(findings):
        if finding.criterion in ABSENCES:
            if finding.criterion in seen:
                continue
            seen.add(finding.criterion)
        kept.append(index)
    return kept


def traps_hit(findings: Iterable[Quoted], traps: Sequence[GoldTrap]) -> list[GoldTrap]:
    """Return the traps that a finding of their criterion overlaps."""
    listed = [f for f in findings if f.quote is not None]
    return [t for t in traps if any(f.criterion == t.criterion and quotes_match(f.quote, t.quote) for f in listed)]
