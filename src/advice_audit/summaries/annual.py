"""The annual report, filled from the store: the year's three terms, all self-audits, feedback, what changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from advice_audit.moderation.agreeing import beside_each_other, beside_machine
from advice_audit.reports.annual_model import AnnualReport, TermYear
from advice_audit.reports.term_model import CriterionRow, TermVerdicts, VerdictCounts
from advice_audit.rubric.model import Rubric
from advice_audit.summaries.agreeing import ALL, agreed
from advice_audit.summaries.annual_words import annual_in_short, asks_of
from advice_audit.summaries.counts import added, census_verdicts
from advice_audit.summaries.grading import criteria_of, met_count, services_of, term_grades, term_verdicts
from advice_audit.summaries.learning import strengths_of, themes_of
from advice_audit.summaries.quotations import quotations_of
from advice_audit.summaries.self_audits import self_audits_of
from advice_audit.summaries.tables import Tables
from advice_audit.summaries.term import method_of
from advice_audit.summaries.timely import census_came, sample_came, total
from advice_audit.summaries.trends import changed_of, learning_of, trends_of
from advice_audit.summaries.view import View, about, make_view, period
from advice_audit.summaries.voices import feedback_of
from advice_audit.summaries.work import flags_of
from advice_audit.terms import AuditTerm

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def annual_report(
    session: "Session", terms: Sequence[AuditTerm], rubric: Rubric, *, today: date, by: str, identified: bool = False
) -> AnnualReport:
    """Return a year's report.

    Args:
        session: any session of the store.
        terms: the year's terms, earliest first.
        rubric: the rubric by which the advices were audited.
        today: the day of the report.
        by: who has it made.
        identified: name people and files in full.
    """
    slugs = [str(term) for term in terms]
    # Seen from after the year, so that every advice is named with its term.
    view = make_view(session, terms, rubric, terms[-1].shifted(1), today, identified=identified)
    rows = year_rows(view, terms)
    trends = trends_of(view, terms)
    urgent, closed = flags_of(view, slugs)
    moderated = [view.tables.sheets[number] for slug in slugs for number in view.samples[slug]]
    years = tuple(_term(view, term) for term in terms)
    every = [one.grades.census for one in years if one.grades.census]
    report = AnnualReport(
        about=about(view, by),
        year=year_name(terms),
        starts=terms[0].first,
        ends=terms[-1].last,
        urgent=urgent,
        flags_closed=closed,
        in_short=(),
        terms=years,
        grades=added(one.grades.sample for one in years),
        census_grades=added(every) if every else None,
        criteria=trends,
        strengths=strengths_of(view, rows, slugs, quotations_of(view, slugs)),
        themes=themes_of(view, rows, slugs),
        services=services_of(view, slugs),
        self_audits=self_audits_of(view, terms),
        learning=learning_of(trends),
        feedback=feedback_of(view, terms),
        changed=changed_of(view, slugs, trends),
        machine_person=agreed(None, ALL, beside_machine(moderated).whole),
        person_person=agreed(None, ALL, beside_each_other(moderated).whole),
        asks=(),
        method=_method(view, slugs),
    )
    return report.model_copy(update={"in_short": annual_in_short(report), "asks": asks_of(report)})


def year_name(terms: Sequence[AuditTerm]) -> str:
    """Return an academic year's name, such as `2025/26`."""
    return f"{terms[0].year}/{terms[-1].year % 100:02}"


def _term(view: View, term: AuditTerm) -> TermYear:
    slug = str(term)
    own = replace(view, term=term)
    weakest = themes_of(own, criteria_of(own, []), [slug], most=1)
    rows: Tables = view.tables
    census = rows.census(slug)
    return TermYear(
        period=period(term),
        population=view.population(slug),
        sampled=len(view.samples[slug]),
        moderated=sum(bool(advice.by_person) for advice in view.samples[slug].values()),
        census=len(census) if len(census) else None,
        grades=term_grades(view, term),
        timely=total(term.title, sample_came(view, slug).values()),
        timely_census=total(term.title, census_came(view, slug).values()) if len(census) else None,
        theme=weakest[0].title if weakest else None,
    )


def year_rows(view: View, terms: Sequence[AuditTerm]) -> tuple[CriterionRow, ...]:
    """Return every criterion counted over the whole year's samples and advices."""
    slugs = [str(term) for term in terms]
    census = {slug: census_verdicts(view.tables, slug) for slug in slugs}
    rows = []
    for criterion in view.rubric.criteria:
        found = [term_verdicts(view, term, criterion.id, census[str(term)]) for term in terms]
        sample = _sum([one.sample for one in found])
        whole = [one.census for one in found if one.census]
        now = TermVerdicts(term="year", name=year_name(terms), sample=sample, census=_sum(whole) if whole else None)
        met = met_count(view, slugs, sample)
        rows.append(
            CriterionRow(
                id=criterion.id, title=criterion.title, group=criterion.group, now=now, before=(), met=met, change=""
            )
        )
    return tuple(rows)


def _sum(many: Sequence[VerdictCounts]) -> VerdictCounts:
    names = VerdictCounts.model_fields
    return VerdictCounts(**{name: sum(getattr(one, name) for one in many) for name in names})


def _method(view: View, slugs: Sequence[str]) -> tuple[str, ...]:
    return (
        *method_of(view, slugs),
        "Counts over the year put the samples of three terms together. Each term gave about the same share of its "
        "advices, so the year is treated as one sample.",
        "A trend is called better or worse only where the first and the last term differ by more than chance often makes "
        "(Fisher's exact test at 5%): in all advices where the program audited them, otherwise in the samples.",
    )
