"""An outcome that leads to nothing the child or family hopes for.

What the standard asks:
    Swindon practice standards 2022, "Outcomes": they enable the child to move towards long-term aspirations.

What a finding is:
    An outcome that serves no aspiration in the document, of the child or of the family.

What good looks like:
    Aspiration: "He wants to go to town without his mother." Outcome: "By July he takes the number 7 to town and back
    once a week."

Known limits:
    Hopes and outcomes are joined by meaning, and a broad hope ("to be happy at home") can be joined to almost anything.
    Where the link is a matter of judgement the check leans towards saying nothing.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.thread_cues import joined
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.language.thread import Thread

RECIPE = Recipe(strength=0.5, vector_weight=1.0, cue_weight=1.0, use_words=False)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every outcome, to be judged as serving an aspiration or none."""
    from advice_audit.language.thread import thread

    whole = thread(doc)
    return [
        Candidate(knot.quote, example(knot.spans, _cues(whole, index)))
        for index, knot in enumerate(whole.of("outcome"))
    ]


def _cues(whole: "Thread", index: int) -> dict[str, float]:
    knot = whole.of("outcome")[index]
    cues = {f"hope {name}": value for name, value in joined(whole, "outcome", "aspiration", index).items()}
    cues |= {f"need {name}": value for name, value in joined(whole, "need", "outcome", index, across=True).items()}
    cues["no area"] = float(not knot.meaning.areas)
    cues["length"] = min(len(knot.quote), 40) / 40
    cues |= {f"about {area}": 1.0 for area in knot.meaning.focus}
    return cues


def check(doc: "Doc", context: Context) -> Checked:
    """Find outcomes that nobody in the document hopes for."""
    made = candidates(doc, context)
    if not made:
        return NOT_APPLICABLE
    findings = [
        context.finding(_MESSAGE, _SUGGESTION, candidate.quote, confidence=chance)
        for candidate, chance in zip(made, probabilities("outcomes.aspirations", made), strict=True)
        if chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(made))


_MESSAGE = "Nothing in the aspirations of the child or the family leads to this outcome."
_SUGGESTION = "Join it to something the child or family hopes for, or record the hope behind it in the aspirations; otherwise ask whose outcome it is."
