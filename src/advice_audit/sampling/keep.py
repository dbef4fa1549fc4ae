"""A sample in the store: drawn once, its advices audited, unreadable ones replaced in the order of the reserves."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from advice_audit.errors import ConfigurationError
from advice_audit.sampling.frame import Candidate, Frame
from advice_audit.sampling.lots import Drawn, draw, draw_by_service
from advice_audit.store.base import now
from advice_audit.store.cycle import Sample, SampleItem
from advice_audit.store.events import record
from advice_audit.terms import AuditTerm, next_audit, parse_term

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BY_SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked of a draw. `stratified` draws by service; `again` is why a term is drawn anew, if it is."""

    term: AuditTerm
    size: int
    reserve: int
    seed: int
    stratified: bool = False
    again: str | None = None


def draw_sample(session: "Session", plan: Plan, frame: Frame, *, by: str, at: datetime | None = None) -> Sample:
    """Draw a term's sample and keep it with everything that is needed to draw it again.

    The same plan on the same list gives back the sample that was kept; another one needs a reason, and both stay.

    Raises:
        ConfigurationError: the term has a sample already, or there is nothing to choose from.
    """
    earlier = samples_of(session, plan.term)
    names = [(one.name, one.service) for one in frame.candidates]
    same = next((s for s in earlier if _same(s, plan, [name for name, _ in names])), None)
    if same is not None:
        return same
    if earlier and not plan.again:
        message = (
            f"{plan.term}: a sample was drawn on {earlier[-1].drawn_at:%d/%m/%Y} with the seed {earlier[-1].seed}. "
            'To draw another, say why with --again "REASON"; both draws are kept.'
        )
        raise ConfigurationError("sample-exists", message)
    drawn = (draw_by_service if plan.stratified else draw)(names, size=plan.size, reserve=plan.reserve, seed=plan.seed)
    sample = _kept(session, plan, frame, drawn, by, at or now())
    data = {"seed": plan.seed, "size": plan.size, "population": frame.population, "draw": len(earlier) + 1}
    reason = {"reason": plan.again} if plan.again else {}
    record(session, by, "sample-drawn", f"sample {sample.id}", when=at, term=str(plan.term), **data, **reason)
    return sample


def _same(sample: Sample, plan: Plan, names: list[str]) -> bool:
    asked = (plan.seed, plan.size, BY_SERVICE if plan.stratified else None, names)
    return asked == (sample.seed, sample.size, sample.stratified_by, sample.frame)


def _kept(session: "Session", plan: Plan, frame: Frame, drawn: Drawn, by: str, moment: datetime) -> Sample:
    sample = Sample(
        term=str(plan.term),
        size=plan.size,
        seed=plan.seed,
        method=method(plan, frame),
        source=frame.source,
        stratified_by=BY_SERVICE if plan.stratified else None,
        completed_from=frame.first,
        completed_to=frame.last,
        population=frame.population,
        excluded=dict(frame.excluded),
        frame=[one.name for one in frame.candidates],
        drawn_at=moment,
        drawn_by=by,
    )
    session.add(sample)
    session.flush()
    known = {one.name: one for one in frame.candidates}
    chosen = [_item(sample.id, n, known[lot.name], "chosen") for n, lot in enumerate(drawn.chosen, start=1)]
    place = len(chosen) + 1
    session.add_all(chosen)
    session.add_all(
        _item(sample.id, n, known[lot.name], "reserve") for n, lot in enumerate(drawn.reserves, start=place)
    )
    session.flush()
    return sample


def _item(sample_id: int, position: int, one: Candidate, role: str) -> SampleItem:
    return SampleItem(
        sample_id=sample_id,
        position=position,
        name=one.name,
        path=one.path,
        sha256=one.sha256,
        service=one.service,
        completed=one.completed,
        role=role,
        state="waiting",
    )


def method(plan: Plan, frame: Frame) -> str:
    """Return in words how a sample is drawn."""
    number = min(plan.size, len(frame.candidates))
    lots = (
        f"Every advice on the list was given a lot: the SHA-256 of the seed, a line break and its name in the list. "
        f"The {number} lowest lots were chosen"
    )
    if plan.stratified:
        lots += (
            ", service by service: each service gives its share of the sample, and at least one advice where there are "
            "places enough"
        )
    chance = "Within its service every advice" if plan.stratified else "Every advice on the list"
    number = frame.undated
    undated = f" {number} whose date of completion was not known then stayed on the list." if number else ""
    return f"{lots}. {chance} had the same chance; nobody could choose.{undated}"


def samples_of(session: "Session", term: AuditTerm) -> list[Sample]:
    """Return a term's samples, in the order in which they were drawn. The last one counts."""
    return list(session.scalars(select(Sample).filter_by(term=str(term)).order_by(Sample.id)))


def items_of(session: "Session", sample_id: int) -> list[SampleItem]:
    """Return a sample's advices: the chosen in the order of their lots, then the reserves."""
    return list(session.scalars(select(SampleItem).filter_by(sample_id=sample_id).order_by(SampleItem.position)))


def waiting(session: "Session", sample_id: int) -> list[SampleItem]:
    """Return the chosen advices that nobody has audited yet."""
    return [one for one in items_of(session, sample_id) if one.role == "chosen" and one.state == "waiting"]


def attach_audit(session: "Session", item: SampleItem, audit_id: int) -> None:
    """Say that a chosen advice was audited."""
    from advice_audit.store.audits import get_audit

    audit = get_audit(session, audit_id)
    item.audit_id, item.state, item.sha256 = audit_id, "audited", audit.sha256
    item.service = item.service or audit.service
    item.completed = item.completed or audit.completed


def outside(sample: Sample, completed: date | None) -> bool:
    """Tell whether a day of completion is not one that the sample's term is about; unknown days are not outside."""
    if completed is None or sample.completed_from is None or sample.completed_to is None:
        return False
    return not sample.completed_from <= completed <= sample.completed_to


def replace_unreadable(session: "Session", item: SampleItem, why: str, *, by: str) -> SampleItem | None:
    """Say that a chosen advice cannot be used, and call the next reserve in its place: of its service where drawn so.

    Args:
        session: a writing session.
        item: a chosen advice.
        why: a sentence, such as the reader's reason, without any words of the advice.
        by: the person or job.

    Returns:
        The reserve that is now chosen, or None where there is none left.
    """
    sample = session.get_one(Sample, item.sample_id)
    item.state, item.note = "unreadable", why
    left = [one for one in items_of(session, sample.id) if one.role == "reserve" and one.state == "waiting"]
    if sample.stratified_by == BY_SERVICE:
        left.sort(key=lambda one: (one.service != item.service, one.position))
    reserve = left[0] if left else None
    if reserve is not None:
        reserve.role, reserve.replaces = "chosen", item.position
        item.state = "replaced"
    called = None if reserve is None else reserve.position
    record(session, by, "sample-replaced", f"sample {sample.id}", position=item.position, reserve=called)
    session.flush()
    return reserve


def sampled_lately(session: "Session", term: AuditTerm, terms: int) -> set[str]:
    """Return names, paths and hashes of advices that were audited in the samples of so many terms before this one."""
    wanted = [str(term.shifted(-number)) for number in range(1, terms + 1)]
    query = (
        select(SampleItem.name, SampleItem.path, SampleItem.sha256)
        .join(Sample, Sample.id == SampleItem.sample_id)
        .where(Sample.term.in_(wanted), SampleItem.state == "audited")
    )
    return {value for row in session.execute(query) for value in row if value}


@dataclass(frozen=True, slots=True)
class Due:
    """The next audit without a sample: its term, and the first day of its month."""

    term: AuditTerm
    month: date

    def words(self, today: date) -> str:
        """Return the reminder in a sentence."""
        if self.month <= today:
            return f"The {self.term.title} is to be audited this month, and no sample is drawn yet."
        weeks = (self.month - today).days // 7
        when = f"in {weeks} week{'' if weeks == 1 else 's'}" if weeks else "in a few days"
        return f"The next audit month is {self.month:%B %Y} ({self.term.title}), {when}."


def next_due(session: "Session", today: date) -> Due:
    """Return the first audit from this month on for which no sample is drawn."""
    term = next_audit(today)
    while samples_of(session, term):
        term = term.shifted(1)
    return Due(term, term.audit_month)


def last_sample(session: "Session", term: str | None = None) -> Sample:
    """Return the newest sample, of a term where one is named.

    Raises:
        ConfigurationError: there is none.
    """
    query = select(Sample).order_by(Sample.id.desc()).limit(1)
    if term is not None:
        query = query.filter_by(term=str(parse_term(term)))
    found = session.scalar(query)
    if found is None:
        raise ConfigurationError(
            "no-sample", "no sample is drawn yet; draw one with: advice-audit sample --term 2026-autumn"
        )
    return found
