"""What a redraft did to an advice: findings put right, left, and new.

Findings are matched one to one. First by fingerprint (criterion, section kind, normalised quote); then absences by
their criterion; then, within a criterion, those whose words were lightly edited.
"""

from collections import defaultdict
from collections.abc import Callable

from advice_audit.results import AdviceResult, Changes, FindingResult, LeftFinding, VerdictChange

ALIKE = 75.0
"""From which similarity (0 to 100) edited words of the same section count as the same."""
SAME = 95.0
"""The same for words that now stand in another section: they must be nearly untouched."""

Pair = tuple[FindingResult, FindingResult]


def compare(old: AdviceResult, new: AdviceResult) -> Changes:
    """Compare two audits of one advice.

    Args:
        old: the earlier version's audit.
        new: the later one's, by the same rubric.

    Returns:
        What was put right (in the old order), what is left and what is new (in the new order).
    """
    before, now = list(old.findings), list(new.findings)
    pairs = [*_take(before, now, _identical), *_take(before, now, _absent), *_take(before, now, _similar)]
    place = {id(finding): number for number, finding in enumerate(new.findings)}
    pairs.sort(key=lambda pair: place[id(pair[1])])
    return Changes(
        since=old.file,
        sha256=old.sha256,
        grade=old.grade,
        score=old.score,
        fixed=before,
        left=[LeftFinding(before=was, now=finding) for was, finding in pairs],
        new=now,
        verdicts=_verdicts(old, new),
    )


def _take(
    before: list[FindingResult], now: list[FindingResult], likeness: Callable[[FindingResult, FindingResult], float]
) -> list[Pair]:
    """Take pairs that are alike out of both lists, the most alike first; a likeness of 0 is no pair."""
    by_criterion: dict[str, list[int]] = defaultdict(list)
    for second, finding in enumerate(now):
        by_criterion[finding.criterion].append(second)
    rated = [
        # Of equals the nearest in order: words that are repeated pair as they stand.
        (-rating, abs(first - second), first, second)
        for first, was in enumerate(before)
        for second in by_criterion[was.criterion]
        if (rating := likeness(was, now[second]))
    ]
    old_places: set[int] = set()
    new_places: set[int] = set()
    pairs: list[Pair] = []
    for _, _, first, second in sorted(rated):
        if first not in old_places and second not in new_places:
            old_places.add(first)
            new_places.add(second)
            pairs.append((before[first], now[second]))
    before[:] = [finding for number, finding in enumerate(before) if number not in old_places]
    now[:] = [finding for number, finding in enumerate(now) if number not in new_places]
    return pairs


def _identical(was: FindingResult, now: FindingResult) -> float:
    return float(was.quote is not None and was.fingerprint == now.fingerprint)


def _absent(was: FindingResult, now: FindingResult) -> float:
    """Whether both say that something is missing; the same sentence is the better pair."""
    if was.quote is not None or now.quote is not None:
        return 0.0
    return 2.0 if was.message == now.message else 1.0


def _similar(was: FindingResult, now: FindingResult) -> float:
    """How alike two quotes are, 0 where too little for the same words edited."""
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    if was.quote is None or now.quote is None:
        return 0.0
    enough = ALIKE if was.section == now.section else SAME
    return fuzz.ratio(was.quote, now.quote, processor=default_process, score_cutoff=enough)


def _verdicts(old: AdviceResult, new: AdviceResult) -> list[VerdictChange]:
    before = {criterion.id: criterion.verdict for criterion in old.criteria}
    return [
        VerdictChange(id=criterion.id, before=before[criterion.id], now=criterion.verdict)
        for criterion in new.criteria
        if before.get(criterion.id, criterion.verdict) != criterion.verdict
    ]
