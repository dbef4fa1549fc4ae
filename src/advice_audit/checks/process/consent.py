"""process.consent: those who must agree to what is shared have agreed.

What the standard asks:
    Consent from those with parental responsibility, or from the young person at 16 and over, to the
    information that is shared (Swindon practice standards 2022, "Social care advice"). One person with
    parental responsibility is enough under 16; at 16 and over a parent's agreement alone is not (annotation
    guide, decisions 11 and 14).

What a finding is:
    An absence: nothing in the advice says so.

What good looks like:
    "Mrs Haider has parental responsibility. She read this advice on 3 May 2024 and agreed that it may be shared."

Known limits:
    Who holds parental responsibility is taken as the advice states it.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.process.agreement import ADULT, cues, passages
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc

RECIPE = Recipe(strength=2.0, vector_weight=1.0, cue_weight=3.0)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return one candidate for the document: its sentences about agreement to sharing."""
    found = passages(doc)
    made = example(found or doc[0:1], cues(doc, found))
    whose = "Aged 16 or over" if _is_adult(doc) else "Under 16"
    return [Candidate(None, replace(made, words=f"{whose}: {made.words}"))]


def _is_adult(doc: "Doc") -> bool:
    age = doc._.facts.age if doc._.facts else None
    return age is not None and age >= ADULT


def check(doc: "Doc", context: Context) -> Checked:
    """Report an absence where no valid agreement is stated."""
    if not len(doc):
        return Checked()
    chance = probabilities(context.criterion.id, candidates(doc, context))[0]
    if chance < context.criterion.threshold:
        return Checked()
    if _is_adult(doc):
        message = f"Nothing says that the young person, who is {doc._.facts.age}, agreed to what is shared."
        suggestion = "Say when the young person read or heard this advice and that they agreed to it being shared."
    else:
        message = "Nothing says that someone with parental responsibility agreed to what is shared."
        suggestion = (
            "Say who holds parental responsibility, and on what day they agreed that this advice may be shared."
        )
    return Checked((context.finding(message, suggestion, confidence=chance),))
