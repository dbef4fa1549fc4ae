"""Whether the needs keep to life at home and in the community.

What the standard asks:
    Practice standards for social care advice, "Assessment of need: limited to social and care needs at home and in the
    community": no health or learning needs in their own right, and no requirements of those services.

What a finding is:
    A sentence among the needs that gives a diagnosis, a symptom or a level of learning for its own sake, or that
    requires a health or education service.

What good looks like:
    "Because of her epilepsy Nell is never left alone in the bath, which takes a parent away from her sister for half
    an hour each evening." A report that a referral was made is no finding.

Known limits:
    Rare conditions that the pipeline's vectors do not know may pass.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.needs._remit_cues import PATTERNS, remit_cues
from advice_audit.checks.needs._units import needs, sentences
from advice_audit.checks.patterns import filled, plain
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe()


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every sentence and cell of the needs, with the signs of health and learning in it."""
    return [Candidate(s, example(s, remit_cues(s))) for unit in needs(doc) for s in sentences(unit) if filled(s)]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each sentence that specifies a health or learning need, or requires a service for one."""
    units = needs(doc)
    if not units:
        return NOT_APPLICABLE
    judged = candidates(doc, context)
    findings = [
        _finding(context, one.quote, chance)
        for one, chance in zip(judged, probabilities(context.criterion.id, judged), strict=True)
        if one.quote is not None and chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(units))


def _finding(context: Context, sentence: "Span", chance: float) -> Finding:
    text = plain(words_of(sentence))
    required = PATTERNS["require_service"].search(text) or PATTERNS["service_required"].search(text)
    if required is not None:
        message = (
            f"'{required[0].strip()}' asks for a health or education service, which social care advice cannot require."
        )
        suggestion = "Leave this to health or education. If a referral was made, say so and when; keep here what the need does at home."
    else:
        message = (
            "This gives a health or learning need in its own right, rather than what it means at home or out and about."
        )
        suggestion = "Say what follows from it at home: 'Because of this, someone has to … each night, and …'; leave the diagnosis or level to section B or C."
    words = required or PATTERNS["condition"].search(text) or PATTERNS["learning"].search(text)
    return context.finding(message, suggestion, sentence, confidence=chance, cues=(words[0],) if words else ())
