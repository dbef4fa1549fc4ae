"""The grade of an advice as it stands after moderation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from advice_audit.moderation.settle import finished, what_stands
from advice_audit.scoring import grade

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.moderation.judge import Sheet
    from advice_audit.results import Grade, Verdict
    from advice_audit.rubric.model import Rubric
    from advice_audit.store.models import Audit


def standing_grade(
    session: "Session", audit: "Audit", rubric: "Rubric | None", own: "Sequence[Sheet] | None" = None
) -> "Grade | None":
    """Return an audit's grade: by the verdicts that stand once somebody has moderated it, else the machine's.

    Verdicts that are still to be settled are left out of it.

    Args:
        session: any session.
        audit: which audit.
        rubric: its weights and limits; without it, or with another one than it was audited by, the machine's counts.
        own: its finished moderations, where they are read already.
    """
    given = cast("Grade | None", audit.grade)
    if rubric is None or rubric.id != audit.rubric_id:
        return given
    done = finished(session, audit.id) if own is None else own
    if not done:
        return given
    verdicts = what_stands(session, audit.id, done).verdicts
    return grade(rubric, {name: cast("Verdict", verdict) for name, verdict in verdicts.items()}).grade
