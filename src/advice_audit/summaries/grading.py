"""Grades and criteria, term by term: the sample beside every advice, this term beside the last ones."""

from collections.abc import Iterable, Sequence

from advice_audit.reports.term_model import (
    Count,
    CriterionRow,
    GradeCounts,
    Grades,
    ServiceRow,
    TermGrades,
    TermVerdicts,
    VerdictCounts,
)
from advice_audit.results import Grade
from advice_audit.summaries.counts import census_grades, census_verdicts, grade_counts, sample_verdicts
from advice_audit.summaries.intervals import usual
from advice_audit.summaries.tables import CENSUS
from advice_audit.summaries.view import View
from advice_audit.summaries.wording import change_words, count_of
from advice_audit.terms import AuditTerm

NOT_SAID = "Service not given"


def term_grades(view: View, term: AuditTerm) -> TermGrades:
    """Return the grades of a term's sample and of every advice."""
    sample = grade_counts(a.grade for a in view.samples[str(term)].values())
    good = count_of(sample.good_or_better, sample.total, view.whole([str(term)], sample.total))
    census = census_grades(view.tables, str(term))
    return TermGrades(term=str(term), name=term.title, sample=sample, census=census, good_or_better=good)


def grades_of(view: View, before: Sequence[AuditTerm]) -> Grades:
    """Return this term's grades beside those of the terms before, latest first."""
    now = term_grades(view, view.term)
    earlier = tuple(term_grades(view, term) for term in before)
    machine = grade_counts(a.machine_grade for a in view.samples[str(view.term)].values())
    change = None
    audited = [term for term in earlier if term.sample.total]
    if audited and now.sample.total:
        last = audited[0]
        pair = (last.sample.good_or_better, last.sample.total)
        words = change_words((now.sample.good_or_better, now.sample.total), pair, last.name)
        change = f"{words} were good or better"
    return Grades(now=now, machine=machine, before=earlier, typical=_typical(machine, now.census), change=change)


def _typical(machine: GradeCounts, census: GradeCounts | None) -> str | None:
    """Say whether the sample looks like the whole, by the one judge that saw both: the program."""
    if census is None or not machine.total or census.total < machine.total:
        return None
    said = (
        f"by the program's own grades {machine.good_or_better} of the {machine.total} in the sample are good or better, "
        f"and {census.good_or_better} of all {census.total}"
    )
    if usual(machine.good_or_better, machine.total, census.good_or_better, census.total):
        return f"{said}: a sample that chance would often draw"
    return f"{said}: chance would seldom draw such a sample, so read it beside every advice"


def criteria_of(view: View, before: Sequence[AuditTerm]) -> tuple[CriterionRow, ...]:
    """Return every criterion of the rubric, this term against those before it."""
    terms = [view.term, *before]
    census = {str(term): census_verdicts(view.tables, str(term)) for term in terms}
    rows = []
    for criterion in view.rubric.criteria:
        found = [term_verdicts(view, term, criterion.id, census[str(term)]) for term in terms]
        now = found[0].sample
        met = met_count(view, [str(view.term)], now)
        earlier = next((one for one in found[1:] if one.sample.judged), None)
        pair = (earlier.sample.met, earlier.sample.judged) if earlier else None
        change = change_words((now.met, now.judged), pair, earlier.name if earlier else "")
        rows.append(
            CriterionRow(
                id=criterion.id,
                title=criterion.title,
                group=criterion.group,
                now=found[0],
                before=tuple(found[1:]),
                met=met,
                change=change,
            )
        )
    return tuple(rows)


def term_verdicts(view: View, term: AuditTerm, criterion: str, census: dict[str, VerdictCounts]) -> TermVerdicts:
    """Return one criterion's verdicts in one term."""
    sample = sample_verdicts(view.samples[str(term)], criterion)
    whole = census.get(criterion, VerdictCounts()) if census else None
    return TermVerdicts(term=str(term), name=term.title, sample=sample, census=whole)


def met_count(view: View, terms: Sequence[str], counts: VerdictCounts) -> Count:
    """Return how many of some samples meet a criterion, of those to which it applies."""
    return count_of(counts.met, counts.judged, view.whole(terms, counts.judged))


def short_count(view: View, terms: Sequence[str], counts: VerdictCounts) -> Count:
    """Return how many of some samples fall short of a criterion, of those to which it applies."""
    return count_of(counts.short, counts.judged, view.whole(terms, counts.judged))


def services_of(view: View, terms: Sequence[str], origin: str = CENSUS) -> tuple[ServiceRow, ...]:
    """Return the grades by service, in order of name, and the criterion that costs each service most.

    Args:
        view: the report's view.
        terms: whose samples and other audits count.
        origin: which audits stand beside the samples.
    """
    sample = Services(view)
    whole = Services(view)
    for term in terms:
        for number, advice in view.samples[term].items():
            sample.add(view.tables.audits.loc[number, "service"], advice.grade, advice.verdicts.items())
        for row in view.tables.census(term, origin).itertuples():
            whole.add(row.service, row.grade, view.tables.given.get(row.Index, ()))
    return sample.rows(whole)


class Services:
    """Grades by service, and what each criterion cost it: its weight, half of that where partly met."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.weights = {c.id: c.weight for c in view.rubric.criteria}
        self.grades: dict[str, list[Grade | None]] = {}
        self.cost: dict[str, dict[str, float]] = {}

    def add(self, service: str | None, grade: Grade | None, verdicts: Iterable[tuple[str, str]]) -> None:
        """Count one advice."""
        name = service_name(service)
        self.grades.setdefault(name, []).append(grade)
        cost = self.cost.setdefault(name, {})
        for criterion, given in verdicts:
            lost = _LOST.get(given, 0.0) * self.weights.get(criterion, 0.0)
            cost[criterion] = cost.get(criterion, 0.0) + lost

    def rows(self, whole: "Services | None" = None) -> tuple[ServiceRow, ...]:
        """Return one row a service, in order of name; `whole` stands beside, and says what costs most where it can."""
        beside = whole.grades if whole else {}
        return tuple(
            ServiceRow(
                service=name,
                sample=grade_counts(self.grades.get(name, ())),
                census=grade_counts(beside.get(name, ())) if beside else None,
                weakest=whole.weakest(name) if whole and name in beside else self.weakest(name),
            )
            for name in sorted({*self.grades, *beside}, key=lambda n: (n == NOT_SAID, n.casefold()))
        )

    def weakest(self, name: str) -> str | None:
        """Return the title of what cost a service most; the first of the rubric where two cost the same."""
        cost = self.cost[name]
        costly = [c for c in self.weights if cost.get(c, 0.0) > 0]
        return self.view.criterion_title(max(costly, key=lambda c: cost[c])) if costly else None


_LOST = {"not_met": 1.0, "partly_met": 0.5}


def service_name(service: object) -> str:
    """Return a service as it is listed: one name however it was spaced or capitalised at its start."""
    text = " ".join(str(service).split()) if isinstance(service, str) else ""
    return text[:1].upper() + text[1:] if text else NOT_SAID
