"""What to change first: findings in order of what they cost the child, repeats together."""

from dataclasses import dataclass
from typing import get_args

from advice_audit.results import AdviceResult, CriterionResult, FindingResult, Verdict
from advice_audit.rubric.model import Criterion, Rubric


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one criterion in one advice.

    `cost` is the criterion's weight, times what the verdict took off, times the surest finding's confidence;
    `limits` is set where the verdict alone caps the grade. `findings` come surest first.
    """

    criterion: Criterion
    verdict: Verdict
    cost: float
    limits: bool
    findings: tuple[FindingResult, ...]


def groups(result: AdviceResult, rubric: Rubric) -> list[Group]:
    """Return the criteria with findings, the costliest first; one that caps the grade comes before all others."""
    verdicts = {c.id: c for c in result.criteria}
    found = []
    for criterion in rubric.criteria:
        findings = [f for f in result.findings if f.criterion == criterion.id]
        if findings and criterion.id in verdicts:
            found.append(_group(criterion, verdicts[criterion.id], findings, rubric))
    return sorted(found, key=lambda group: (not group.limits, -group.cost, -len(group.findings)))


def _group(criterion: Criterion, judged: CriterionResult, findings: list[FindingResult], rubric: Rubric) -> Group:
    surest = sorted(findings, key=lambda f: -f.confidence)
    lost = 1.0 - (judged.score if judged.score is not None else 1.0)
    limits = [limit for limit in rubric.grades.limits if limit.criterion == criterion.id]
    return Group(
        criterion,
        judged.verdict,
        round(criterion.weight * lost * surest[0].confidence, 4),
        any(_limits(limit.verdict, judged.verdict) for limit in limits),
        tuple(surest),
    )


def _limits(least: str, given: Verdict) -> bool:
    return given == "not_met" or (given == "partly_met" and least == "partly_met")


def distinct(findings: tuple[FindingResult, ...]) -> list[tuple[FindingResult, int]]:
    """Return findings that say the same of the same words once, each with how often it stands in the advice."""
    seen: dict[tuple[str, str | None], list[FindingResult]] = {}
    for finding in findings:
        words = " ".join(finding.quote.lower().split()) if finding.quote else None
        seen.setdefault((finding.message, words), []).append(finding)
    return [(same[0], len(same)) for same in seen.values()]


def unjudged(result: AdviceResult) -> frozenset[str]:
    """Return the criteria that nothing but a person judges yet: they fall short by no finding, only by default.

    The grade leaves them out, so reports count them apart.
    """
    found = {finding.criterion for finding in result.findings}
    return frozenset(
        c.id for c in result.criteria if c.needs_person and c.id not in found and c.verdict in ("partly_met", "not_met")
    )


def counts(result: AdviceResult) -> dict[Verdict, int]:
    """Return how often each verdict was given, best first, leaving out what was not judged."""
    left = unjudged(result)
    every: tuple[Verdict, ...] = get_args(Verdict)
    return {verdict: sum(c.verdict == verdict and c.id not in left for c in result.criteria) for verdict in every}
