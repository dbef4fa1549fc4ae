"""Whether each outcome is a change, rather than a service or a wish.

What the standard asks:
    Practice standards for social care advice, "Outcomes: they describe what needs to change and the difference it makes".

What a finding is:
    An outcome that names a service or an activity to be delivered, or a wish for the far future. "Will improve" is weak,
    and a matter for `outcomes.smart`. Keeping a good thing counts as a change.

What good looks like:
    "By July 2025 Nell will play alongside one other child for twenty minutes at the Saturday group, so that she has
    someone to ask to her birthday."

Known limits:
    An outcome that both names a service and says what will be different is passed.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.outcomes._letters import PATTERNS, letter_cues
from advice_audit.checks.patterns import plain
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe()
_TAIL = re.compile(r"\s(?:a|an|the|his|her|their)$", re.I)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every outcome, with its signs of a service, a wish and a change."""
    return [Candidate(unit._.quote, example(unit._.cells, letter_cues(unit))) for unit in spans_of(doc, "outcomes")]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each outcome that names a service, an activity or a far wish."""
    judged = candidates(doc, context)
    if not judged:
        return NOT_APPLICABLE
    findings = [
        _finding(context, one.quote, chance)
        for one, chance in zip(judged, probabilities(context.criterion.id, judged), strict=True)
        if one.quote is not None and chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(judged))


def _finding(context: Context, span: "Span", chance: float) -> Finding:
    text = plain(span.text)
    service, dream = PATTERNS["attend"].search(text), PATTERNS["dream"].search(text)
    if dream is not None and service is None:
        return context.finding(
            "This is a hope for the future, rather than something that will be different within the life of this plan.",
            "Keep the hope under aspirations, and put here the next step towards it that could be reached by a date: "
            "what the child will do then that they cannot do now.",
            span,
            confidence=chance,
            cues=(dream[0],),
        )
    words = f"'{_TAIL.sub('', service[0].strip())}'" if service is not None else "This"
    return context.finding(
        f"{words} names what will be provided, and not what will be different because of it.",
        "Ask 'so that what?' and write the answer here: what the child or family will do, enjoy or no longer struggle with. "
        "Keep the service itself for H1 or H2.",
        span,
        confidence=chance,
        cues=(service[0],) if service is not None else (),
    )
