"""Whether each need has a paragraph of its own.

What the standard asks:
    Practice standards for social care advice, "Assessment of need: needs are clearly described": a new paragraph for
    each need.

What a finding is:
    One paragraph, bullet or row that runs two or more distinct needs together.

What good looks like:
    "Sleep: …" in one paragraph, "Going out: …" in the next. One need with its several effects is one need.

Known limits:
    Whether two troubles are two needs, or one and its effect, is at times a matter of view.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.needs._several_cues import several_cues
from advice_audit.checks.needs._units import needs
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Chosen by left-out-writer F1.
RECIPE = Recipe(strength=5.0, vector_weight=1.0, cue_weight=1.0)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every need, with the signs of a second one in it."""
    return [Candidate(unit._.quote, example(unit._.cells, several_cues(unit))) for unit in needs(doc)]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each paragraph that holds more than one need."""
    judged = candidates(doc, context)
    if not judged:
        return NOT_APPLICABLE
    chances = probabilities(context.criterion.id, judged)
    findings = [
        context.finding(
            "Two or more needs stand together here, so a reader cannot tell which evidence and which effect go with which.",
            "Give each need a paragraph (or row) of its own, with who says so, how often, and what it does.",
            one.quote,
            confidence=chance,
            cues=("more than one need",),
        )
        for one, chance in zip(judged, chances, strict=True)
        if chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(judged))
