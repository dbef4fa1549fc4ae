"""How far program and auditors agree, and two auditors with each other; what moderation changed."""

from collections.abc import Sequence
from typing import cast, get_args

from advice_audit.agreement import agreement
from advice_audit.reports.term_model import Agreed, Agreement, Difference
from advice_audit.results import Verdict
from advice_audit.summaries.agreed import Advice
from advice_audit.summaries.drawing import auditors_of
from advice_audit.summaries.view import View

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Pair = tuple[str, Verdict, Verdict]
"""Criterion, and the verdicts of two who judged it in one advice."""
ALL = "All criteria together"


def agreement_of(view: View) -> Agreement:
    """Return how far this term's judges agree, with each other and with the program."""
    advices = list(view.samples[str(view.term)].values())
    machine, people = machine_pairs(advices), people_pairs(advices)
    done = auditors_of(view)
    ids = [advice.audit_id for advice in advices]
    return Agreement(
        machine_person=agreed(None, ALL, machine),
        person_person=agreed(None, ALL, people),
        by_criterion=tuple(
            agreed(c.id, c.title, theirs)
            for c in view.rubric.criteria
            if (theirs := [p for p in machine if p[0] == c.id])
        ),
        differences=tuple(row for advice in advices for row in _differences(view, advice)),
        moderated=sum(bool(advice.by_person) for advice in advices),
        twice=sum(len(advice.by_person) > 1 for advice in advices),
        changed=sum(one.changed for one in done),
        dismissed=sum(one.dismissed for one in done),
        added=sum(one.added for one in done),
        answers=int(view.tables.answers.audit_id.isin(ids).sum()),
    )


def machine_pairs(advices: Sequence[Advice]) -> list[Pair]:
    """Return the program's verdict beside each auditor's, for every criterion that an auditor judged."""
    return [
        (criterion, advice.machine[criterion], given)
        for advice in advices
        for own in advice.by_person.values()
        for criterion, given in own.items()
        if criterion in advice.machine
    ]


def people_pairs(advices: Sequence[Advice]) -> list[Pair]:
    """Return the first two auditors' verdicts, for every criterion that both judged."""
    pairs: list[Pair] = []
    for advice in advices:
        if len(advice.by_person) > 1:
            first, second, *_ = advice.by_person.values()
            pairs += [(c, given, second[c]) for c, given in first.items() if c in second]
    return pairs


def agreed(criterion: str | None, title: str, pairs: Sequence[Pair]) -> Agreed:
    """Return how far pairs of verdicts agree."""
    found = agreement([pair[1:] for pair in pairs], VERDICTS)
    low, high = found.ac1_interval or (None, None)
    return Agreed(
        criterion=criterion,
        title=title,
        pairs=found.units,
        same=found.agreed,
        percent=round(100 * found.share, 1) if found.share is not None else None,
        ac1=found.ac1,
        low=low,
        high=high,
    )


def _differences(view: View, advice: Advice) -> list[Difference]:
    if len(advice.by_person) < 2:
        return []
    settled = view.tables.settled[view.tables.settled.audit_id == advice.audit_id].set_index("criterion")
    rows = []
    for criterion, machine in advice.machine.items():
        given = [(name, own.get(criterion, machine)) for name, own in advice.by_person.items()]
        if len({verdict for _, verdict in given}) < 2:
            continue
        done = criterion in settled.index
        rows.append(
            Difference(
                label=view.label(advice.audit_id),
                criterion=criterion,
                title=view.criterion_title(criterion),
                verdicts=tuple((view.names.person(name), verdict) for name, verdict in given),
                settled=cast(Verdict, settled.loc[criterion, "verdict"]) if done else None,
                reason=view.names.text(settled.loc[criterion, "reason"]) if done else None,
            )
        )
    return rows
