"""Each sampled advice as it stands after moderation, with its grade worked out anew.

Where two auditors differ and nobody has settled it, there is no verdict: the criterion is counted as to be settled,
and the grade is worked out without it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from advice_audit.moderation.standing import standing_grade
from advice_audit.results import Grade, Verdict
from advice_audit.rubric.model import Rubric
from advice_audit.store.audits import get_audit
from advice_audit.summaries.tables import Tables

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Standing = Verdict | Literal["unsettled"]


@dataclass(frozen=True, slots=True)
class Advice:
    """One audited advice of a sample as it stands: verdict of each criterion, grade, and who looked at it.

    `machine` are the machine's verdicts, `by_person` each auditor's own, in the order in which they began.
    """

    audit_id: int
    verdicts: Mapping[str, Standing]
    machine: Mapping[str, Verdict]
    by_person: Mapping[str, Mapping[str, Verdict]]
    grade: Grade | None
    machine_grade: Grade | None


def standing(session: "Session", tables: Tables, audit_ids: Iterable[int], rubric: Rubric) -> dict[int, Advice]:
    """Return how each audit stands, by id."""
    return {int(number): _advice(session, tables, int(number), rubric) for number in audit_ids}


def _advice(session: "Session", tables: Tables, audit_id: int, rubric: Rubric) -> Advice:
    machine = {criterion: cast(Verdict, verdict) for criterion, verdict in tables.given.get(audit_id, ())}
    people = {
        m.auditor: _judged(tables, m.id)
        for m in tables.moderations[tables.moderations.audit_id == audit_id].itertuples()
    }
    stands = tables.stands[audit_id].verdicts
    audit = get_audit(session, audit_id)
    return Advice(
        audit_id,
        {c: cast(Standing, stands.get(c, "unsettled")) for c in machine},
        machine,
        people,
        standing_grade(session, audit, rubric, tables.sheets[audit_id]),
        cast("Grade | None", audit.grade),
    )


def _judged(tables: Tables, moderation_id: int) -> dict[str, Verdict]:
    rows = tables.judged[tables.judged.moderation_id == moderation_id]
    return dict(zip(rows.criterion, rows.verdict, strict=True))
