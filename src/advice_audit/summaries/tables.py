"""The store as pandas tables: only the terms a report is about, and only what it counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from advice_audit.moderation.judge import Sheet
    from advice_audit.moderation.settle import Stands

CENSUS = "batch"
SELF = "self"
Pair = tuple[str, str]
"""A criterion and the verdict on it."""
_COLUMNS = (
    "id", "sha256", "path", "origin", "current", "term", "status", "audited_at", "audited_by", "grade", "purpose",
    "completed", "requested", "meeting", "service",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of some terms.

    `audits` is indexed by audit id and has those of the samples, of the scheduled job and of managers; `given` are the
    machine's verdicts on each of them, by audit id and in order of criterion; `people` are the names found in them.
    `sheets` are the finished moderations of sampled audits, `stands` what stands after them.
    `sampled` are the items of each term's sample, one row each, with `term`; the others are as in the store. Findings
    are only those of samples and self-audits.
    """

    terms: tuple[str, ...]
    audits: "pd.DataFrame"
    given: Mapping[int, tuple[Pair, ...]]
    people: frozenset[str]
    findings: "pd.DataFrame"
    samples: "pd.DataFrame"
    sampled: "pd.DataFrame"
    moderations: "pd.DataFrame"
    judged: "pd.DataFrame"
    decided: "pd.DataFrame"
    settled: "pd.DataFrame"
    stands: Mapping[int, "Stands"]
    sheets: Mapping[int, Sequence["Sheet"]]
    answers: "pd.DataFrame"
    flags: "pd.DataFrame"
    actions: "pd.DataFrame"
    feedback: "pd.DataFrame"

    def census(self, term: str, origin: str = CENSUS) -> "pd.DataFrame":
        """Return a term's audits of one origin that could be read: the scheduled job's, or managers'.

        A file that stands in two places is one advice, as it is when a sample is drawn.
        """
        rows = self.audits
        mine = rows[(rows.term == term) & (rows.origin == origin) & rows.current & (rows.status == "audited")]
        return mine.drop_duplicates("sha256", keep="last")

    def sample(self, term: str) -> "pd.DataFrame":
        """Return the items of a term's sample that were audited, in order, with `label`."""
        rows = self.sampled
        return rows[(rows.term == term) & (rows.state == "audited") & rows.audit_id.notna()]

    def counted(self, audit_ids: Iterable[int]) -> "Counter[Pair]":
        """Count the machine's verdicts on some audits."""
        found: Counter[Pair] = Counter()
        for number in audit_ids:
            found.update(self.given.get(number, ()))
        return found


def load_tables(session: "Session", terms: Sequence[str], rubric_id: str | None = None) -> Tables:
    """Read what reports on these terms need.

    Args:
        session: any session of the store.
        terms: which terms.
        rubric_id: count only audits by this rubric, where the scheduled job used several.
    """
    from sqlalchemy import select

    from advice_audit.moderation.settle import finished_of, what_stands
    from advice_audit.store import cycle, models

    samples = _read(session, select(cycle.Sample).where(cycle.Sample.term.in_(terms)).order_by(cycle.Sample.id))
    # A sample that was drawn anew takes the place of the one before.
    samples = samples.drop_duplicates("term", keep="last").set_index("id", drop=False).rename_axis(None)
    items = select(cycle.SampleItem).where(cycle.SampleItem.sample_id.in_(samples.id.tolist()))
    sampled = _read(session, items.order_by(cycle.SampleItem.sample_id, cycle.SampleItem.position))
    sampled["term"] = sampled.sample_id.map(samples.term)
    sampled["label"] = [f"Advice {position}" for position in sampled.position]
    ids = [int(number) for number in sampled.audit_id.dropna()]
    wanted = _wanted(terms, ids, sampled.path.tolist(), rubric_id)
    audits = _audits(session, wanted)
    looked_at = [*ids, *audits[audits.origin.isin((SELF, "sample"))].index.tolist()]
    theirs = select(cycle.Moderation).where(cycle.Moderation.audit_id.in_(ids), cycle.Moderation.finished.is_not(None))
    moderations = _read(session, theirs.order_by(cycle.Moderation.began, cycle.Moderation.id))
    done = moderations.id.tolist()
    sheets = finished_of(session, ids)
    return Tables(
        terms=tuple(terms),
        audits=audits,
        given=_given(session, wanted),
        people=_people(session, wanted),
        findings=_of(session, models.Finding, "audit_id", looked_at),
        samples=samples,
        sampled=sampled,
        moderations=moderations,
        judged=_of(session, cycle.ModerationVerdict, "moderation_id", done),
        decided=_of(session, cycle.ModerationFinding, "moderation_id", done),
        settled=_of(session, cycle.Settled, "audit_id", ids),
        stands={n: what_stands(session, n, sheets[n]) for n in ids if _audited(audits, n)},
        sheets=sheets,
        answers=_of(session, cycle.Answer, "audit_id", ids),
        flags=_read(session, select(cycle.Flag).order_by(cycle.Flag.at, cycle.Flag.id)),
        actions=_read(session, select(cycle.Action).order_by(cycle.Action.due, cycle.Action.id)),
        feedback=_of(session, cycle.Feedback, "term", list(terms)),
    )


def _audited(audits: "pd.DataFrame", number: int) -> bool:
    return bool(audits.loc[number, "status"] == "audited")


def _wanted(
    terms: Sequence[str], ids: Sequence[int], paths: Sequence[str], rubric_id: str | None
) -> "ColumnElement[bool]":
    """Return which audits are read."""
    from sqlalchemy import and_, or_

    from advice_audit.store.models import Audit

    in_term = and_(Audit.current, Audit.term.in_(terms), Audit.origin.in_((CENSUS, SELF)))
    if rubric_id is not None:
        in_term = and_(in_term, Audit.rubric_id == rubric_id)
    again = and_(Audit.origin.in_(("sample", SELF)), Audit.path.in_(list(paths)))
    return or_(in_term, again, Audit.id.in_(list(ids)))


def _audits(session: "Session", wanted: "ColumnElement[bool]") -> "pd.DataFrame":
    from sqlalchemy import select

    from advice_audit.store.models import Audit

    columns = [Audit.__table__.c[name] for name in _COLUMNS]
    query = select(*columns).where(wanted).order_by(Audit.id)
    return _frame(session, query).set_index("id", drop=False).rename_axis(None)


def _given(session: "Session", wanted: "ColumnElement[bool]") -> dict[int, tuple[Pair, ...]]:
    """Read verdicts, one row an audit: a row a verdict takes three times as long."""
    from sqlalchemy import func, select

    from advice_audit.store.models import Audit, CriterionVerdict

    each = func.aggregate_strings(CriterionVerdict.criterion + " " + CriterionVerdict.verdict, "\n")
    mine = select(each).where(CriterionVerdict.audit_id == Audit.id).scalar_subquery()
    rows = session.execute(select(Audit.id, mine).where(wanted))
    return {number: tuple(_pair(line) for line in sorted(lines.split("\n"))) for number, lines in rows if lines}


@lru_cache(4096)
def _pair(line: str) -> Pair:
    criterion, _, verdict = line.rpartition(" ")
    return criterion, verdict


def _people(session: "Session", wanted: "ColumnElement[bool]") -> frozenset[str]:
    from sqlalchemy import select

    from advice_audit.store.models import Audit

    rows = session.scalars(select(Audit.people).where(wanted))
    return frozenset(name for names in rows for name in names or ())


_MOST = 500
"""Values in one question; SQLite allows 32,766 in a statement, older ones 999."""


def _of(session: "Session", table: Any, column: str, values: Sequence[Any]) -> "pd.DataFrame":
    import pandas as pd
    from sqlalchemy import select

    wanted = list(dict.fromkeys(values))
    parts = [wanted[start : start + _MOST] for start in range(0, len(wanted), _MOST)] or [[]]
    keys = list(table.__table__.primary_key.columns)
    frames = [_read(session, select(table).where(getattr(table, column).in_(p)).order_by(*keys)) for p in parts]
    return pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]


def _read(session: "Session", query: "Select[Any]") -> "pd.DataFrame":
    (entity,) = (description["entity"] for description in query.column_descriptions)
    return _frame(session, query.with_only_columns(*entity.__table__.columns))


def _frame(session: "Session", query: "Select[Any]") -> "pd.DataFrame":
    import pandas as pd

    found = session.execute(query)
    # As objects: a column of numbers with gaps must not turn into fractions, nor a date into something else.
    return pd.DataFrame([tuple(row) for row in found], columns=list(found.keys()), dtype=object)
