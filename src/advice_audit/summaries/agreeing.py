"""How far program and auditors agree, and two auditors with each other; what moderation changed."""

from typing import TYPE_CHECKING, cast

from advice_audit.moderation.agreeing import beside_each_other, beside_machine
from advice_audit.reports.term_model import Agreed, Agreement, Difference
from advice_audit.results import Verdict
from advice_audit.summaries.agreed import Advice
from advice_audit.summaries.drawing import auditors_of
from advice_audit.summaries.view import View

if TYPE_CHECKING:
    from advice_audit.agreement import Agreement as Measured

ALL = "All criteria together"


def agreement_of(view: View) -> Agreement:
    """Return how far this term's judges agree, with each other and with the program."""
    advices = list(view.samples[str(view.term)].values())
    ids = [advice.audit_id for advice in advices]
    moderated = [view.tables.sheets[number] for number in ids]
    machine = beside_machine(moderated)
    done = auditors_of(view)
    return Agreement(
        machine_person=agreed(None, ALL, machine.whole),
        person_person=agreed(None, ALL, beside_each_other(moderated).whole),
        by_criterion=tuple(
            agreed(c.id, c.title, machine.criteria[c.id]) for c in view.rubric.criteria if c.id in machine.criteria
        ),
        differences=tuple(row for advice in advices for row in _differences(view, advice)),
        moderated=sum(bool(advice.by_person) for advice in advices),
        twice=sum(len(advice.by_person) > 1 for advice in advices),
        changed=sum(one.changed for one in done),
        dismissed=sum(one.dismissed for one in done),
        added=sum(one.added for one in done),
        open=sum(len(view.tables.stands[number].open) for number in ids),
        answers=int(view.tables.answers.audit_id.isin(ids).sum()),
    )


def agreed(criterion: str | None, title: str, found: "Measured") -> Agreed:
    """Return how far two judges agree, as the report has it."""
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
