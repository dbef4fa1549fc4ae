"""What managers' own audits say."""

from collections import Counter
from collections.abc import Sequence

from advice_audit.reports.annual_model import SelfAudits
from advice_audit.reports.term_model import Theme, VerdictCounts
from advice_audit.summaries.counts import census_verdicts, grade_counts
from advice_audit.summaries.grading import Services
from advice_audit.summaries.learning import cost
from advice_audit.summaries.tables import SELF
from advice_audit.summaries.view import View
from advice_audit.summaries.wording import count_of
from advice_audit.terms import AuditTerm

WEAKEST = 3


def self_audits_of(view: View, terms: Sequence[AuditTerm]) -> SelfAudits:
    """Return the self-audits of some terms: grades, services, who sent them, and what falls short most."""
    found = {term: view.tables.census(str(term), SELF) for term in terms}
    services = Services(view)
    sent: Counter[str] = Counter()
    for rows in found.values():
        for row in rows.itertuples():
            services.add(row.service, row.grade, view.tables.given.get(row.Index, ()))
            sent[view.names.person(row.audited_by)] += 1
    grades = [grade for rows in found.values() for grade in rows.grade]
    return SelfAudits(
        number=len(grades),
        grades=grade_counts(grades),
        by_term=tuple((term.title, grade_counts(rows.grade)) for term, rows in found.items()),
        by_service=services.rows(),
        sent_by=tuple(sorted(sent.items(), key=lambda pair: (-pair[1], pair[0]))),
        weakest=_weakest(view, terms),
    )


def _weakest(view: View, terms: Sequence[AuditTerm]) -> tuple[Theme, ...]:
    total: dict[str, Counter[str]] = {}
    for term in terms:
        for criterion, counts in census_verdicts(view.tables, str(term), SELF).items():
            total.setdefault(criterion, Counter()).update(counts.model_dump())
    counted = {c.id: VerdictCounts(**total.get(c.id, Counter())) for c in view.rubric.criteria}
    weak = [c for c in view.rubric.criteria if counted[c.id].short]
    weak.sort(key=lambda c: (-cost(c, counted[c.id]), c.id))
    return tuple(
        Theme(
            criterion=c.id,
            title=c.title,
            short=count_of(counted[c.id].short, counted[c.id].judged, counted[c.id].judged),
            census=None,
            findings=0,
            why=c.why,
            examples=(),
            instead=c.instead,
            good_example=c.example,
        )
        for c in weak[:WEAKEST]
    )
