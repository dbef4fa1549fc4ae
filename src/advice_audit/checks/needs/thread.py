"""A worry that somebody raised and the assessment of need never takes up.

What the standard asks:
    Swindon practice standards 2022, "Assessment of need": what the child, the family and those who work with them say
    leads on to strengths and needs.

What a finding is:
    The sentence, in the views, the aspirations or current involvement, that raises a social or care concern which
    appears neither among the strengths and needs nor among the needs that others meet.

What good looks like:
    Views: "She worries that he skips meals." Needs: "Eating. Ms Cole reports that he misses dinner four days in seven."
    A plain wish ("my own fishing tackle") is no concern, nor is a liking.

Known limits:
    Whether a remark is a worry or merely a remark is often a matter of judgement, and a worry can be taken up in words
    that share nothing with it. Read the sentence beside the needs before acting on it.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context
from advice_audit.checks.thread_cues import joined_alone, odds
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe
from advice_audit.language.concerns import concern_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.language.thread import Thread

# A remark that is less likely than this to be a worry at all is none that was dropped.
LEAST_WORRY = 0.25
RECIPE = Recipe(strength=3.0, vector_weight=2.0, cue_weight=1.0)
_USED = (
    "alone",
    "no_partners",
    "top_focus",
    "top_area",
    "top_focus_of_other",
    "top_overlap",
    "top_covered",
    "top_met",
    "top_cosine",
)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return the sentences that may raise a concern, each to be judged as dropped or not."""
    from advice_audit.language.thread import thread

    whole = thread(doc)
    return [
        Candidate(knot.quote, example(knot.quote, _cues(whole, index)))
        for index, knot in enumerate(whole.of("concern"))
    ]


def _cues(whole: "Thread", index: int) -> dict[str, float]:
    knot = whole.of("concern")[index]
    cues = concern_cues(knot.quote.text)
    cues[f"in {knot.quote.label_}"] = 1.0
    cues["concern"] = odds(knot.sure)
    best = -1.0
    for kind in ("need", "strength", "elsewhere"):
        found = joined_alone(whole, "concern", kind, index)
        cues.update({f"{kind} {name}": found[name] for name in _USED if name in found})
        best = max(best, found.get("alone", -1.0))
    cues["taken up"] = best
    cues["dropped worry"] = (1 - best) / 2 * knot.sure
    for area in knot.meaning.areas:
        cues[f"area {area}"] = 0.4
    return cues


def check(doc: "Doc", context: Context) -> Checked:
    """Find concerns that are raised and dropped."""
    made = candidates(doc, context)
    findings = [
        context.finding(_MESSAGE, _SUGGESTION, candidate.quote, confidence=chance)
        for candidate, chance in zip(made, probabilities("needs.thread", made), strict=True)
        if chance >= context.criterion.threshold and candidate.example.cues["concern"] >= odds(LEAST_WORRY)
    ]
    return Checked(tuple(findings), units=max(len(made), 2))


_MESSAGE = "This worry is raised here and not taken up: neither the strengths and needs nor the needs met by others mention it."
_SUGGESTION = (
    "Ask about it, and give it a paragraph among the needs (or say why it is no need, or who else is dealing with it)."
)
