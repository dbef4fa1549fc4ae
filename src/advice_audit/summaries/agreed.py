"""Each sampled advice as it stands after moderation, with its grade worked out anew.

Where two auditors differ and nobody has settled it, there is no verdict: the criterion is counted as to be settled,
and the grade is worked out without it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from advice_audit.results import Grade, Verdict
from advice_audit.rubric.model import Rubric
from advice_audit.scoring import grade
from advice_audit.summaries.tables import Tables

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


def standing(tables: Tables, audit_ids: Iterable[int], rubric: Rubric) -> dict[int, Advice]:
    """Return how each audit stands, by id."""
    return {int(number): _advice(tables, int(number), rubric) for number in audit_ids}


def _advice(tables: Tables, audit_id: int, rubric: Rubric) -> Advice:
    rows = tables.verdicts_of([audit_id])
    machine: dict[str, Verdict] = dict(zip(rows.criterion, rows.verdict, strict=True))
    people = {
        m.auditor: _judged(tables, m.id)
        for m in tables.moderations[tables.moderations.audit_id == audit_id].itertuples()
    }
    stands = tables.stands[audit_id]
    verdicts = {c: cast(Standing, stands.verdicts.get(c, "unsettled")) for c in machine}
    given = cast("Grade | None", tables.audits.loc[audit_id, "grade"])
    if not people:
        return Advice(audit_id, verdicts, machine, people, given, given)
    # What no check judges and no person decided stays out of the grade, as it does in the audit itself.
    unjudged = _unjudged(tables, audit_id) - {c for own in people.values() for c in own}
    return Advice(audit_id, verdicts, machine, people, _graded(rubric, verdicts, unjudged), given)


def _judged(tables: Tables, moderation_id: int) -> dict[str, Verdict]:
    rows = tables.judged[tables.judged.moderation_id == moderation_id]
    return dict(zip(rows.criterion, rows.verdict, strict=True))


def _unjudged(tables: Tables, audit_id: int) -> set[str]:
    rows = tables.verdicts_of([audit_id])
    found = set(tables.findings[tables.findings.audit_id == audit_id].criterion)
    asked = rows[rows.needs_person.astype(bool) & rows.verdict.isin(("partly_met", "not_met"))].criterion
    return set(asked) - found


def _graded(rubric: Rubric, verdicts: Mapping[str, Standing], without: set[str]) -> Grade:
    known: dict[str, Verdict] = {c: v for c, v in verdicts.items() if v != "unsettled" and c not in without}
    return grade(rubric, known).grade
