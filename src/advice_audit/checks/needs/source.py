"""Whether each need says who stands behind it.

What the standard asks:
    Practice standards for social care advice, "Assessment of need: needs are clearly described": the source of the
    evidence is plain, and a parent's account is reported as one.

What a finding is:
    A need stated as fact: nobody in its own paragraph or row reports, sees, records or assesses it.

What good looks like:
    "Mr Adeola reports that Nell runs towards roads when a dog barks; I saw this once, on 18 March."

Known limits:
    A source named only in the methodology does not count. A name beside a need ("Mum drives him") can be taken for one.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.needs._source_cues import source_cues
from advice_audit.checks.needs._units import needs
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# Chosen by left-out-writer F1 on whole advices.
RECIPE = Recipe(vector_weight=1.0, cue_weight=1.0)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every need, with the signs of a source in it."""
    return [Candidate(unit._.quote, example(unit._.cells, source_cues(unit))) for unit in needs(doc)]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each need that nobody is said to report, see or record."""
    judged = candidates(doc, context)
    if not judged:
        return NOT_APPLICABLE
    chances = probabilities(context.criterion.id, judged)
    findings = [
        context.finding(
            "This need stands as a fact: nothing here says who reported it, saw it or wrote it down.",
            _suggestion(one.quote),
            one.quote,
            confidence=chance,
            cues=("no source in this need",),
        )
        for one, chance in zip(judged, chances, strict=True)
        if chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(judged))


_LABEL = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?[^.:\n]{2,40}[.:\n]\s+(?=\w)")
_OPENING = 7


def _names(quote: "Span") -> set[str]:
    """Return the words that keep their capital: the tagger may not know a name, the roster does."""
    known = {word for person in quote.doc._.people.people for name in person.names for word in name.split()}
    return known | {t.text for t in quote if t.pos_ == "PROPN"}


def _statement(quote: "Span") -> "Span":
    """Return the words of a quote that stand in its last cell: a label in a cell before is no part of the sentence."""
    last = next((b for b in spans_of(quote.doc, "blocks") if b.start <= quote.end - 1 < b.end), quote)
    return quote.doc[max(quote.start, last.start) : quote.end]


def _suggestion(quote: "Span | None") -> str:
    """Suggest how these very words could begin with their source, and where else one may come from."""
    words = _LABEL.sub("", _statement(quote).text).split() if quote is not None else []
    names = _names(quote) if quote is not None else set()
    # "His mother's strain" is a heading: nobody can report that.
    says = quote is not None and any(t.pos_ in ("VERB", "AUX") for t in quote)
    if len(words) < 3 or not words[0][0].isalpha() or not says:
        return "Say who told you and when, or what you saw: 'Parents report that …', 'I saw on my visit of … that …'."
    if words[0] not in names and words[0] != "I":
        words[0] = words[0][0].lower() + words[0][1:]
    opening = " ".join(words[:_OPENING]).rstrip(".,;:")
    return (
        f"Say who told you and when, if it was so: “Parents report that {opening} …”; or what you saw, "
        "“I saw on my visit of … that …”; or whose report says it and of what day."
    )
