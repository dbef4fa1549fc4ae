"""The figures: precision, recall and F1 by criterion, writer and layout; verdict agreement; traps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from advice_audit.evaluation.gold import GoldAdvice, GoldFinding, GoldTrap
from advice_audit.evaluation.matching import pair, traps_hit
from advice_audit.results import AdviceResult, FindingResult, Verdict

RANK: dict[str, int] = {"not_met": 0, "partly_met": 1, "met": 2}


@dataclass(frozen=True, slots=True)
class Counts:
    """Findings that matched, false alarms and misses."""

    matched: int = 0
    false_alarms: int = 0
    misses: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.matched + other.matched, self.false_alarms + other.false_alarms, self.misses + other.misses)

    @property
    def labelled(self) -> int:
        """Return how many findings the labels have."""
        return self.matched + self.misses

    @property
    def precision(self) -> float | None:
        """Return the share of predictions that are right; None where there are none."""
        total = self.matched + self.false_alarms
        return self.matched / total if total else None

    @property
    def recall(self) -> float | None:
        """Return the share of labels that were found; None where there are none."""
        return self.matched / self.labelled if self.labelled else None

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of the two; None where there is neither label nor prediction."""
        total = 2 * self.matched + self.false_alarms + self.misses
        return 2 * self.matched / total if total else None


@dataclass(frozen=True)
class Compared:
    """One advice beside its labels."""

    gold: GoldAdvice
    result: AdviceResult
    matched: tuple[tuple[FindingResult, GoldFinding], ...]
    false_alarms: tuple[FindingResult, ...]
    misses: tuple[GoldFinding, ...]
    traps_hit: tuple[GoldTrap, ...]

    def counts(self, criterion: str) -> Counts:
        """Return the counts of one criterion."""
        return Counts(
            sum(f.criterion == criterion for f, _ in self.matched),
            sum(f.criterion == criterion for f in self.false_alarms),
            sum(f.criterion == criterion for f in self.misses),
        )


def compare(gold: GoldAdvice, result: AdviceResult) -> Compared:
    """Set an audit beside the labels of the same advice, as the annotation guide says."""
    pairing = pair(result.findings, gold.gold.findings)
    return Compared(
        gold,
        result,
        tuple((result.findings[p], gold.gold.findings[g]) for p, g in pairing.matched),
        tuple(result.findings[p] for p in pairing.false_alarms),
        tuple(gold.gold.findings[g] for g in pairing.misses),
        tuple(traps_hit(result.findings, gold.gold.traps)),
    )


@dataclass
class Evaluation:
    """All advices compared."""

    compared: list[Compared] = field(default_factory=list)

    def criteria(self) -> list[str]:
        """Return the criteria that the labels know, in their order."""
        seen: dict[str, None] = {}
        for one in self.compared:
            seen.update(dict.fromkeys(one.gold.gold.verdicts))
        return list(seen)

    def counts(self, criterion: str, compared: Iterable[Compared] | None = None) -> Counts:
        """Return the counts of one criterion over all advices, or over some."""
        return sum((c.counts(criterion) for c in (compared or self.compared)), Counts())

    def micro(self, criteria: Sequence[str] | None = None, compared: Iterable[Compared] | None = None) -> Counts:
        """Return the counts over several criteria (all where None)."""
        some = list(compared or self.compared)
        return sum((self.counts(c, some) for c in (criteria or self.criteria())), Counts())

    def macro_f1(self, least: int = 3) -> float:
        """Return the mean F1 over criteria with at least so many labelled findings."""
        figures = [c.f1 or 0.0 for c in map(self.counts, self.criteria()) if c.labelled >= least]
        return sum(figures) / len(figures) if figures else 0.0

    def by_writer(self) -> dict[str, list[Compared]]:
        """Return the advices of each writer."""
        writers: dict[str, list[Compared]] = {}
        for one in self.compared:
            writers.setdefault(one.gold.writer, []).append(one)
        return writers

    def verdict_pairs(self, criterion: str | None = None) -> list[tuple[Verdict, Verdict]]:
        """Return (labelled, given) verdicts, of one criterion or of all."""
        pairs = []
        for one in self.compared:
            given = {c.id: c.verdict for c in one.result.criteria}
            for name, label in one.gold.gold.verdicts.items():
                if criterion in (None, name) and name in given:
                    pairs.append((label, given[name]))
        return pairs

    def traps(self) -> tuple[int, int]:
        """Return how many traps were hit, and how many there are."""
        return sum(len(c.traps_hit) for c in self.compared), sum(len(c.gold.gold.traps) for c in self.compared)


def weighted_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return the quadratic weighted kappa of verdicts; pairs with `not_applicable` are left out.

    Returns:
        None where fewer than two pairs remain or all verdicts are the same.
    """
    from sklearn.metrics import cohen_kappa_score

    ranked = [(RANK[a], RANK[b]) for a, b in pairs if a in RANK and b in RANK]
    if len(ranked) < 2 or len({value for one in ranked for value in one}) < 2:
        return None
    return float(cohen_kappa_score(*zip(*ranked, strict=True), labels=[0, 1, 2], weights="quadratic"))
