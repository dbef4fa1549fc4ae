"""Whether each need says what it does to the child or the family.

What the standard asks:
    Practice standards for social care advice, "Assessment of need: needs are clearly described": the effect on child
    and family, and how parents manage.

What a finding is:
    A need with no word on its effect: nobody feels, loses, stops, pays, is hurt by or has to do anything because of it.

What good looks like:
    "… so her father sleeps in the next room in his clothes, and has given up his early shift."

Known limits:
    What the need looks like (hitting, crying) and what it does can be told in the same words; the check can take the
    first for the second.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.needs._impact_cues import impact_cues
from advice_audit.checks.needs._units import needs
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Chosen by left-out-writer F1 on whole advices.
RECIPE = Recipe(strength=3.0, vector_weight=2.0, cue_weight=1.5)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every need, with the signs of an effect in it."""
    return [Candidate(unit._.quote, example(unit._.cells, impact_cues(unit))) for unit in needs(doc)]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each need that does not say what it does to the child or the family."""
    judged = candidates(doc, context)
    if not judged:
        return NOT_APPLICABLE
    chances = probabilities(context.criterion.id, judged)
    findings = [
        context.finding(
            "This says what happens, and not what it does to the child or the family.",
            "Add what follows from it: who is tired, hurt, afraid or left out, what the family can no longer do, and how they manage: "
            "'… so that …', '… which means that …'.",
            one.quote,
            confidence=chance,
            cues=("no effect named",),
        )
        for one, chance in zip(judged, chances, strict=True)
        if chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(judged))
