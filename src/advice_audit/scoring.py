"""Findings become a verdict for each criterion, verdicts a score and a grade, with the reason for the grade.

Verdict rules: annotation guide, "Verdicts" and decisions 2 and 12. Grades are the four words of inspection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from advice_audit.checks.model import Checked
from advice_audit.results import Grade, Verdict
from advice_audit.rubric.model import Criterion, Rubric

SCORES: dict[Verdict, float | None] = {"met": 1.0, "partly_met": 0.5, "not_met": 0.0, "not_applicable": None}
MANY = 5
# Best first, as the contract lists them.
GRADES: tuple[Grade, ...] = get_args(Grade)
_WORDS = {grade: grade.replace("_", " ") for grade in GRADES}


@dataclass(frozen=True, slots=True)
class Graded:
    """The grade of one advice, why, and the weighted score behind it (0 to 1)."""

    grade: Grade
    score: float
    reason: str


def verdict(criterion: Criterion, checked: Checked) -> Verdict:
    """Return the verdict that a criterion's findings amount to."""
    if not checked.applies:
        return "not_applicable"
    if not checked.findings:
        return "met"
    absences = [f for f in checked.findings if f.quote is None]
    if absences and criterion.verdict != "any":
        return "partly_met" if all(f.partly for f in absences) else "not_met"
    number = len(checked.findings)
    whole = {
        "any": True,
        "count": number >= MANY,
        "share": number > 1 and number >= checked.units,
        "absence": False,
    }[criterion.verdict]
    return "not_met" if whole else "partly_met"


def grade(rubric: Rubric, verdicts: Mapping[str, Verdict]) -> Graded:
    """Return the grade for a set of verdicts: weighted score first, then the limiting rules.

    Args:
        rubric: weights, least scores and limits.
        verdicts: by criterion id; what does not apply neither helps nor harms.
    """
    score = weighted_score(rubric, verdicts)
    earned = _earned(rubric, score)
    caps = [limit for limit in rubric.grades.limits if _reached(verdicts.get(limit.criterion), limit.verdict)]
    worst = max(caps, key=lambda limit: GRADES.index(limit.grade), default=None)
    if worst is not None and GRADES.index(worst.grade) > GRADES.index(earned):
        reason = (
            f"The score of {score:.0%} would earn {_WORDS[earned]}, but {worst.reason}, "
            f"so the grade can be at most {_WORDS[worst.grade]}."
        )
        return Graded(worst.grade, score, reason)
    return Graded(earned, score, _why(verdicts, score, earned))


def weighted_score(rubric: Rubric, verdicts: Mapping[str, Verdict]) -> float:
    """Return the weighted mean of the verdicts that apply, 0 to 1; 1 where none applies."""
    total = weight = 0.0
    for criterion in rubric.criteria:
        value = SCORES[verdicts.get(criterion.id, "not_applicable")]
        if value is not None:
            total += value * criterion.weight
            weight += criterion.weight
    return total / weight if weight else 1.0


def passes(rubric: Rubric, given: Grade) -> bool:
    """Tell whether a grade meets the rubric's pass mark."""
    return GRADES.index(given) <= GRADES.index(rubric.grades.pass_grade)


def _earned(rubric: Rubric, score: float) -> Grade:
    for name in GRADES[:-1]:
        if score >= getattr(rubric.grades, name):
            return name
    return GRADES[-1]


def _reached(given: Verdict | None, limit: str) -> bool:
    return given == "not_met" or (given == "partly_met" and limit == "partly_met")


def _why(verdicts: Mapping[str, Verdict], score: float, earned: Grade) -> str:
    counts: dict[str, int] = {}
    for value in verdicts.values():
        counts[value] = counts.get(value, 0) + 1
    applying = sum(counts.values()) - counts.get("not_applicable", 0)
    parts = [f"{counts.get('met', 0)} of the {applying} criteria that apply are met"]
    for value, words in (("partly_met", "partly met"), ("not_met", "not met")):
        if counts.get(value):
            parts.append(f"{counts[value]} {words}")
    listed: Sequence[str] = parts
    return f"{', '.join(listed)}; the weighted score of {score:.0%} is {_WORDS[earned]}."
