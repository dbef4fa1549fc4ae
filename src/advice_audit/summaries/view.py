"""What every part of a report is given: the tables, the rubric, the day, and how people are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from advice_audit.reports.term_model import About, Period
from advice_audit.results import Grade
from advice_audit.rubric.model import Rubric
from advice_audit.summaries.agreed import Advice, standing
from advice_audit.summaries.masking import Names, names_for
from advice_audit.summaries.tables import Tables, load_tables
from advice_audit.terms import AuditTerm, parse_term

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BELOW_GOOD: tuple[Grade, ...] = ("requires_improvement", "inadequate")


@dataclass(frozen=True, slots=True)
class View:
    """One report's sight of the store. `samples` are each term's audited advices as they stand, by audit id."""

    session: "Session"
    tables: Tables
    rubric: Rubric
    today: date
    names: Names
    samples: Mapping[str, Mapping[int, Advice]]
    term: AuditTerm

    def population(self, term: str) -> int | None:
        """Return how many advices a term's sample was drawn from; None where no sample was drawn."""
        rows = self.tables.samples[self.tables.samples.term == term]
        return len(rows.frame.iloc[0]) or None if len(rows) else None

    def whole(self, terms: Sequence[str], judged: int) -> int | None:
        """Return how many advices a count speaks for: unknown where some of the samples could not be judged."""
        numbers = [self.population(term) for term in terms if self.samples[term]]
        if judged != sum(len(self.samples[term]) for term in terms) or not all(numbers):
            return None
        return sum(number for number in numbers if number) or None

    def label(self, audit_id: Any, path: str | None = None) -> str:
        """Return how an advice is named: by its number in the sample, with the term where it is not this one's."""
        rows = self.tables.sampled[self.tables.sampled.audit_id == audit_id]
        if not len(rows) and path is not None:
            rows = self.tables.sampled[self.tables.sampled.path == path]
        if not len(rows):
            return self.names.file(path) or "An advice outside the samples"
        row = rows.iloc[-1]
        return str(row.label) if row.term == str(self.term) else f"{row.label}, {parse_term(row.term).title}"

    def criterion_title(self, criterion: str | None) -> str:
        """Return a criterion's title; its id where this rubric does not hold it."""
        return next((c.title for c in self.rubric.criteria if c.id == criterion), criterion or "")


def make_view(
    session: "Session", terms: Sequence[AuditTerm], rubric: Rubric, term: AuditTerm, today: date, *, identified: bool
) -> View:
    """Return the view that all parts of a report share.

    Args:
        session: any session of the store.
        terms: which terms to read.
        rubric: by which the advices were audited.
        term: from which term it is seen: its advices are named without it.
        today: the day of the report.
        identified: name people and files in full.
    """
    tables = load_tables(session, [str(t) for t in terms], rubric.id)
    samples = {t: standing(session, tables, tables.sample(t).audit_id, rubric) for t in tables.terms}
    names = names_for(rubric, tables.people, identified=identified)
    return View(session, tables, rubric, today, names, samples, term)


def about(view: View, by: str) -> About:
    """Return whose report it is, made when and by whom."""
    return About(
        council=view.rubric.council,
        rubric=view.rubric.id,
        rubric_title=view.rubric.title,
        rubric_version=view.rubric.version,
        based_on=view.rubric.based_on,
        made_on=view.today,
        made_by=view.names.person(by),
        identified=view.names.identified,
    )


def period(term: AuditTerm) -> Period:
    """Return a term's name and bounds."""
    month = f"{term.audit_month:%B %Y}"
    return Period(term=str(term), name=term.title, starts=term.first, ends=term.last, audit_month=month)
