"""What families and stakeholders said, by source and theme, in some of their own words."""

from collections import Counter
from collections.abc import Sequence

from advice_audit.reports.annual_model import Feedback, FeedbackTheme
from advice_audit.reports.term_model import Quotation
from advice_audit.reports.words import british_date, shorten
from advice_audit.summaries.view import View
from advice_audit.terms import AuditTerm

NO_THEME = "Without a theme"
EACH, LONGEST = 3, 260


def feedback_of(view: View, terms: Sequence[AuditTerm]) -> Feedback:
    """Return the feedback received in some terms, the most frequent theme first."""
    rows = view.tables.feedback.sort_values(["received", "id"])
    themes = rows.theme.map(lambda theme: _capital(theme) if isinstance(theme, str) and theme.strip() else NO_THEME)
    sources = rows.source.map(_capital)
    counted = Counter(themes)
    return Feedback(
        number=len(rows),
        by_source=_ranked(Counter(sources)),
        by_term=tuple((term.title, int((rows.term == str(term)).sum())) for term in terms),
        themes=tuple(
            FeedbackTheme(
                theme=theme,
                number=number,
                by_source=_ranked(Counter(sources[themes == theme])),
                quotations=tuple(
                    Quotation(
                        text=shorten(view.names.text(row.text), LONGEST),
                        label=f"{_capital(row.source)}, {british_date(row.received)}",
                    )
                    for row in rows[themes == theme].head(EACH).itertuples()
                ),
            )
            for theme, number in sorted(counted.items(), key=lambda pair: (pair[0] == NO_THEME, -pair[1], pair[0]))
        ),
    )


def _capital(text: str) -> str:
    line = " ".join(text.replace("_", " ").split())
    return line[:1].upper() + line[1:]


def _ranked(counts: "Counter[str]") -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
