"""Counts of verdicts and grades, of samples as they stand and of every advice as the machine gave them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from advice_audit.reports.term_model import GradeCounts, VerdictCounts
from advice_audit.summaries.agreed import Advice
from advice_audit.summaries.tables import CENSUS, Tables


def grade_counts(grades: Iterable[str | None]) -> GradeCounts:
    """Count grades; an advice without one is left out."""
    return GradeCounts(**Counter(grade for grade in grades if grade))


def verdict_counts(verdicts: Iterable[str]) -> VerdictCounts:
    """Count verdicts."""
    return VerdictCounts(**Counter(verdicts))


def sample_verdicts(advices: Mapping[int, Advice], criterion: str) -> VerdictCounts:
    """Count the verdicts on one criterion in a sample as it stands."""
    return verdict_counts(a.verdicts[criterion] for a in advices.values() if criterion in a.verdicts)


def census_verdicts(tables: Tables, term: str, origin: str = CENSUS) -> dict[str, VerdictCounts]:
    """Count the machine's verdicts on every advice of a term, by criterion; empty where it had none."""
    found: dict[str, dict[str, int]] = {}
    for (criterion, verdict), number in tables.counted(tables.census(term, origin).index).items():
        found.setdefault(criterion, {})[verdict] = number
    return {criterion: VerdictCounts(**found[criterion]) for criterion in sorted(found)}


def census_grades(tables: Tables, term: str, origin: str = CENSUS) -> GradeCounts | None:
    """Count the grades of every advice of a term; None where there is none."""
    rows = tables.census(term, origin)
    return grade_counts(rows.grade) if len(rows) else None


def added(many: Iterable[GradeCounts]) -> GradeCounts:
    """Return several counts of grades as one."""
    total: Counter[str] = Counter()
    for one in many:
        total.update(one.model_dump())
    return GradeCounts(**total)
