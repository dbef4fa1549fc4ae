"""A need with no provision, or provision with no need.

What the standard asks:
    Swindon practice standards 2022, "Ongoing social care provision": it relates to, and is in proportion to, the needs
    described; each need in section D has provision or a place where it is met.

What a finding is:
    A need for which neither H1, H2 nor the needs met by others give anything; or a provision for which no need is
    described.

What good looks like:
    Need: "Sleep. Ms Cole reports that …" Provision: "Six sessions on sleep with a parenting worker." Or, among needs
    met by others: "Sleep: the health visitor's clinic."

Known limits:
    Needs and provision are joined by meaning. A general service can meet several needs that its entry does not name,
    so that a need can seem to have nothing; and a need that shares its subject with a provision can seem to be met.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.provision._units import provisions
from advice_audit.checks.thread_cues import joined, provision_candidates, through
from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.language.thread import Knot, Thread

RECIPE = Recipe(strength=0.7, vector_weight=0.0, cue_weight=1.0, use_words=False)
_ELSEWHERE = ("best_odds", "margin", "no_partners", "top_area", "top_covered", "top_focus")
_OUTCOME = ("best_odds", "margin", "no_partners", "chosen", "top_area")


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every need and every provision, each to be judged as joined to the other kind or not."""
    from advice_audit.language.thread import thread

    whole = thread(doc)
    made = []
    for index, knot in enumerate(whole.of("need")):
        cues = {f"need: {name}": value for name, value in _need_cues(whole, index).items()}
        made.append(Candidate(knot.quote, _bare(knot, {**cues, "is need": 1.0})))
    for candidate in provision_candidates(doc, context):
        cues = {f"provision: {name}": value for name, value in candidate.example.cues.items()}
        made.append(Candidate(candidate.quote, Example("", candidate.example.vector, cues)))
    return made


def _bare(knot: "Knot", cues: dict[str, float]) -> Example:
    return Example("", knot.meaning.vector, cues)


def _need_cues(whole: "Thread", index: int) -> dict[str, float]:
    cues = {f"provision {n}": v for n, v in joined(whole, "need", "provision", index).items()}
    elsewhere = joined(whole, "need", "elsewhere", index)
    outcome = joined(whole, "need", "outcome", index)
    cues |= {f"elsewhere {n}": elsewhere[n] for n in _ELSEWHERE if n in elsewhere}
    cues |= {f"outcome {n}": outcome[n] for n in _OUTCOME if n in outcome}
    cues["through"] = through(whole, "need", "outcome", "provision", index)
    return cues


def check(doc: "Doc", context: Context) -> Checked:
    """Find needs that nothing meets and provision that meets nothing."""
    made = candidates(doc, context)
    if not provisions(doc) or not made:
        return NOT_APPLICABLE
    findings = []
    for candidate, chance in zip(made, probabilities("provision.needs", made), strict=True):
        if chance >= context.criterion.threshold:
            message, suggestion = _NEED if "is need" in candidate.example.cues else _PROVISION
            findings.append(context.finding(message, suggestion, candidate.quote, confidence=chance))
    return Checked(tuple(findings), units=len(made))


_NEED = (
    "Nothing in H1 or H2 meets this need, and nothing says where else it will be met.",
    "Name the provision that meets it, or say under needs met by others who meets it and how.",
)
_PROVISION = (
    "No need in section D says why this provision is there.",
    "Describe the need that it meets (who says so, how often, what it does to the child or family), or leave the provision out.",
)
