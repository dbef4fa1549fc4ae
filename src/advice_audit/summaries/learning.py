"""What is done well, what must improve, and what the next term should work on."""

from collections.abc import Iterator, Mapping, Sequence

from advice_audit.reports.term_model import (
    CriterionRow,
    Example,
    NextTheme,
    Quotation,
    Strength,
    Theme,
    VerdictCounts,
)
from advice_audit.reports.words import shorten
from advice_audit.rubric.model import Criterion
from advice_audit.summaries.grading import met_count, short_count
from advice_audit.summaries.view import View
from advice_audit.summaries.wording import listed

STRENGTHS, THEMES, EXAMPLES = 4, 5, 3
LONGEST = 180
"""Characters of a quotation: enough to learn from, too few to tell a child's story."""


def strengths_of(
    view: View, rows: Sequence[CriterionRow], terms: Sequence[str], quotations: Mapping[str, Sequence[Quotation]]
) -> tuple[Strength, ...]:
    """Return criteria that two advices in three meet, or more; those most often met and best shown first.

    Args:
        view: the report's view.
        rows: every criterion, counted over the terms.
        terms: whose samples count.
        quotations: words that show it, by criterion.
    """
    criteria = {c.id: c for c in view.rubric.criteria}
    well = [row for row in rows if row.now.sample.judged > 1 and 3 * row.now.sample.met >= 2 * row.now.sample.judged]

    def order(row: CriterionRow) -> tuple[float, float, str]:
        # Words to learn from are worth as much as one advice more.
        share = (row.now.sample.met + bool(quotations.get(row.id))) / row.now.sample.judged
        return (-share, -criteria[row.id].weight, row.id)

    return tuple(
        Strength(
            criterion=row.id,
            title=row.title,
            met=met_count(view, terms, row.now.sample),
            why=criteria[row.id].why,
            quotations=tuple(quotations.get(row.id, ())),
        )
        for row in sorted(well, key=order)[:STRENGTHS]
    )


def cost(criterion: Criterion, counts: VerdictCounts) -> float:
    """Return what a criterion costs the advices it applies to: its weight times the share that falls short."""
    if not counts.judged:
        return 0.0
    return criterion.weight * (counts.not_met + counts.partly_met / 2) / counts.judged


def themes_of(view: View, rows: Sequence[CriterionRow], terms: Sequence[str], most: int = THEMES) -> tuple[Theme, ...]:
    """Return what must improve, the costliest first, with examples from different advices."""
    criteria = {c.id: c for c in view.rubric.criteria}
    weak = [row for row in rows if row.now.sample.short]
    weak.sort(key=lambda row: (-cost(criteria[row.id], row.now.sample), -_whole(criteria[row.id], row), row.id))
    return tuple(_theme(view, criteria[row.id], row, terms) for row in weak[:most])


def _whole(criterion: Criterion, row: CriterionRow) -> float:
    return cost(criterion, row.now.census) if row.now.census else 0.0


def _theme(view: View, criterion: Criterion, row: CriterionRow, terms: Sequence[str]) -> Theme:
    found = list(short_findings(view, terms, criterion.id))
    return Theme(
        criterion=criterion.id,
        title=criterion.title,
        short=short_count(view, terms, row.now.sample),
        census=row.now.census,
        findings=len(found),
        why=criterion.why,
        examples=tuple(_varied(found)),
        instead=criterion.instead,
        good_example=criterion.example,
    )


def short_findings(view: View, terms: Sequence[str], criterion: str) -> Iterator[Example]:
    """Yield a criterion's findings that stand in some terms' samples: the surest first, then those people added."""
    tables = view.tables
    for audit_id, advice in ((n, a) for term in terms for n, a in view.samples[term].items()):
        if advice.verdicts.get(criterion) not in ("partly_met", "not_met", "unsettled"):
            continue
        stands = tables.stands[audit_id]
        rows = tables.findings[(tables.findings.audit_id == audit_id) & (tables.findings.criterion == criterion)]
        surest = rows[rows.ordinal.isin(stands.findings)].sort_values(
            ["confidence", "ordinal"], ascending=[False, True]
        )
        for row in surest.itertuples():
            yield _example(view, audit_id, criterion, row.quote, row.message, row.suggestion)
        for own in stands.added:
            if own.criterion == criterion:
                yield _example(view, audit_id, criterion, own.quote, own.reason or "Added by an auditor.", "")


def _example(view: View, audit_id: int, criterion: str, quote: str | None, message: str, suggestion: str) -> Example:
    mask = view.names.text
    general = next((c.instead for c in view.rubric.criteria if c.id == criterion), None)
    return Example(
        label=view.label(audit_id),
        # Where the quotation is a name, its initial teaches nobody anything.
        quotation=shorten(mask(quote), LONGEST) if quote and not criterion.startswith("privacy.") else None,
        message=mask(message),
        # What the rubric says of every case stands once, under the examples.
        suggestion="" if suggestion == general else mask(suggestion),
    )


def _varied(found: Sequence[Example]) -> list[Example]:
    """Return a few examples: those with words to show first, and one from each advice before a second from any."""
    chosen: list[Example] = []
    for again in (False, True):
        for example in sorted(found, key=lambda e: e.quotation is None):
            fresh = again or example.label not in {e.label for e in chosen}
            if fresh and len(chosen) < EXAMPLES and _said(example) not in {_said(e) for e in chosen}:
                chosen.append(example)
    return chosen


def _said(example: Example) -> tuple[str, str]:
    return (example.quotation or "", example.message)


def next_theme_of(view: View, rows: Sequence[CriterionRow], wanted: str | None = None) -> NextTheme | None:
    """Return what the next term should work on: what costs the sample and every advice most, or what was asked for.

    Args:
        view: the report's view.
        rows: every criterion of this term.
        wanted: id of a criterion that the DSCO chose.
    """
    criteria = {c.id: c for c in view.rubric.criteria}
    known = {row.id: row for row in rows}
    if wanted is None:
        weak = [row for row in rows if row.now.sample.short or (row.now.census and row.now.census.short)]
        if not weak:
            return None
        wanted = max(weak, key=lambda r: cost(criteria[r.id], r.now.sample) + _whole(criteria[r.id], r)).id
        chosen = "It costs the advices most"
    else:
        chosen = "The DSCO chose it"
    criterion, row = criteria[wanted], known[wanted]
    return NextTheme(
        criterion=wanted,
        title=criterion.title,
        why=f"{chosen}: it falls short in {listed(_where(row))}. {criterion.why}",
        instead=criterion.instead,
        next_term=view.term.shifted(1).title,
    )


def _where(row: CriterionRow) -> list[str]:
    said = [f"{row.now.sample.short} of the {row.now.sample.judged} of the sample it applies to"]
    if row.now.census and row.now.census.judged:
        said.append(f"{row.now.census.short} of {row.now.census.judged} of every advice")
    last = next((term for term in row.before if term.sample.judged), None)
    if last is not None:
        said.append(f"{last.sample.short} of {last.sample.judged} in the {last.name}")
    return said
