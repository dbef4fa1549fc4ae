"""Words of time: how often, how long, when, by when, how old, which school year. Writes `doc.spans["times"]`.

A span's `_.value` is normalised: frequency `{"per_week": 2.5}`, `{"hours_per_week": 2.0}`, `{"share": 0.75}` (of
occasions) or `{"count": 3}`; duration in days; age in years; school year as a number (0 is Reception, -1 Nursery);
date and deadline an ISO day ("2022-05-03") or, for a date of many days, "2022-06-01/2022-06-30". A deadline's day is
the last on which it can be met. What hangs on the advice's own date ("last month", "by the end of Year 6") has no value
until `resolve` is asked.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.language.canonical import text_of
from advice_audit.language.extensions import register


@Language.factory("advice_times", requires=["doc.spans"], assigns=["doc.spans"])
def make_times(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["times"]`."""
    register()
    return add_times


def add_times(doc: Doc) -> Doc:
    """Write the time expressions of a document, in order and without overlap."""
    # The patterns take longer to compile than the rest of the pipeline's loading; a load need not wait for them.
    from advice_audit.language.times_find import find_times

    spans: list[Span] = []
    for found in find_times(text_of(doc)):
        span = doc.char_span(found.start, found.end, label=found.label, alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            span._.value = found.value
            spans.append(span)
    doc.spans["times"] = spans
    return doc
