"""How each criterion moved over the year, what was learned, and what changed because of audits."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from advice_audit.reports.annual_model import Changed, CriterionTrend, Learning
from advice_audit.reports.term_model import TermVerdicts, VerdictCounts
from advice_audit.summaries.counts import census_verdicts
from advice_audit.summaries.grading import term_verdicts
from advice_audit.summaries.intervals import changed
from advice_audit.summaries.view import View
from advice_audit.summaries.wording import listed
from advice_audit.summaries.work import action_rows, reaudits_of
from advice_audit.terms import AuditTerm

Direction = Literal["better", "worse", "steady", "unclear"]
PERSISTENT = 3
"""Criteria that stayed weak, of which the report speaks."""
_ORDER = {"better": 0, "worse": 1}


def trends_of(view: View, terms: Sequence[AuditTerm]) -> tuple[CriterionTrend, ...]:
    """Return every criterion over the terms, earliest first."""
    census = {str(term): census_verdicts(view.tables, str(term)) for term in terms}
    rows = []
    for criterion in view.rubric.criteria:
        found = tuple(term_verdicts(view, term, criterion.id, census[str(term)]) for term in terms)
        direction, words = _trend(found)
        rows.append(
            CriterionTrend(
                id=criterion.id,
                title=criterion.title,
                group=criterion.group,
                terms=found,
                direction=direction,
                trend=words,
            )
        )
    return tuple(rows)


def _trend(found: Sequence[TermVerdicts]) -> tuple[Direction, str]:
    """Judge by all advices where the program audited them in more than one term, otherwise by the samples."""
    every = [one.census for one in found if one.census and one.census.judged]
    sure = len(every) > 1
    counts = every if sure else [one.sample for one in found if one.sample.judged]
    if len(counts) < 2:
        return "unclear", "one term only"
    first, last = counts[0], counts[-1]
    said = f"met by {listed([f'{c.met} of {c.judged}' for c in counts])}"
    if changed((first.met, first.judged), (last.met, last.judged)):
        return ("better" if _share(last) > _share(first) else "worse"), said
    return ("steady" if sure else "unclear"), said


def _share(counts: VerdictCounts) -> float:
    return counts.met / counts.judged


def learning_of(trends: Sequence[CriterionTrend]) -> tuple[Learning, ...]:
    """Return what got better, what got worse, and what stayed weakest throughout."""
    moved = sorted((t for t in trends if t.direction in _ORDER), key=lambda t: _ORDER[t.direction])
    said = [
        Learning(criterion=t.id, title=t.title, words=f"{'Better' if t.direction == 'better' else 'Worse'}: {t.trend}.")
        for t in moved
    ]
    still = [t for t in trends if t.direction not in _ORDER and _short(t) > 0]
    still.sort(key=lambda t: (-_short(t), t.id))
    return (
        *said,
        *(Learning(criterion=t.id, title=t.title, words=f"Still weak: {t.trend}.") for t in still[:PERSISTENT]),
    )


def _short(trend: CriterionTrend) -> float:
    """Return the least share that fell short in any term: what stayed weak was weak in each."""
    counts = [one.census or one.sample for one in trend.terms]
    return min((c.short / c.judged for c in counts if c.judged), default=0.0)


def changed_of(view: View, slugs: Sequence[str], trends: Sequence[CriterionTrend]) -> Changed:
    """Return the year's actions and their ends, the amended advices, and the criteria that got better."""
    rows = action_rows(view, slugs)
    states = Counter(row.state for row in rows)
    return Changed(
        actions=len(rows),
        done=states["done"],
        open=states["open"],
        overdue=states["overdue"],
        dropped=states["dropped"],
        rows=rows,
        reaudits=reaudits_of(view, slugs),
        improved=tuple(one for one in learning_of(trends) if one.words.startswith("Better")),
    )
