"""Whether each need says how often it arises, or how much.

What the standard asks:
    Practice standards for social care advice, "Assessment of need: needs are clearly described": evidence of what the
    need looks like, with how often.

What a finding is:
    A need with nothing that could be counted: no number of times, no "most nights", no "whenever". "Often",
    "regularly" and "sometimes" alone do not count.

What good looks like:
    "She wakes three or four times on most nights and is up for about an hour."

Known limits:
    Any count in the need's paragraph or row is taken to be about the need.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context, Finding
from advice_audit.checks.needs._frequency_cues import PATTERNS, frequency_cues
from advice_audit.checks.needs._units import needs
from advice_audit.checks.patterns import unit_text
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe()


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every need, with the signs of how often or how much in it."""
    return [Candidate(unit._.quote, example(unit._.cells, frequency_cues(unit))) for unit in needs(doc)]


def check(doc: "Doc", context: Context) -> Checked:
    """Report each need that does not say how often or how much."""
    units = needs(doc)
    if not units:
        return NOT_APPLICABLE
    chances = probabilities(context.criterion.id, candidates(doc, context))
    findings = [
        _finding(context, unit, chance)
        for unit, chance in zip(units, chances, strict=True)
        if chance >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(units))


def _finding(context: Context, unit: "Span", chance: float) -> Finding:
    vague = PATTERNS["vague"].search(unit_text(unit))
    if vague is not None:
        word = vague[0].lower()
        message = f"'{word.capitalize()}' cannot be counted: a reader does not know whether this is once a month or six times a day."
        suggestion = f"Put a count in place of '{word}': 'on four nights in seven', 'about twice a week', 'every time they go to a shop'."
    else:
        message = "Nothing here says how often this happens, or how much help it takes."
        suggestion = "Add a count: 'on four nights in seven', 'about twice a week', 'for an hour each morning', 'every time they go to a shop'."
    return context.finding(
        message, suggestion, unit._.quote, confidence=chance, cues=(vague[0] if vague else "no count",)
    )
