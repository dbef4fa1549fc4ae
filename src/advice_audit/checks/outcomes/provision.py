"""Provision that serves no outcome.

What the standard asks:
    Swindon practice standards 2022, "Outcomes": there is an outcome for any current or planned provision.

What a finding is:
    A provision in H1 or H2 with no outcome that it serves.

What good looks like:
    Provision: "Family worker, weekly, on bedtimes." Outcome: "By June Ben sleeps in his own bed on five nights in seven."
    A provision may also name its outcome ("for outcome 2").

Known limits:
    Broad help (foster care, social work visits) is joined to outcomes on little evidence, and rightly seldom marked.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.thread_cues import provision_candidates
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc

RECIPE = Recipe(strength=1.0, vector_weight=0.0, cue_weight=1.0, use_words=False)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every provision, to be judged as serving an outcome or none."""
    return provision_candidates(doc, context)


def check(doc: "Doc", context: Context) -> Checked:
    """Find provision that no outcome asks for."""
    made = candidates(doc, context)
    if not made:
        return NOT_APPLICABLE
    findings = [
        context.finding(_MESSAGE, _SUGGESTION, candidate.quote, confidence=chance)
        for candidate, chance in zip(made, probabilities("outcomes.provision", made), strict=True)
        if chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(made))


_MESSAGE = "No outcome says what this provision is to change."
_SUGGESTION = "Write the outcome it is for (what will be different for the child, and by when), or say which of the outcomes it serves."
