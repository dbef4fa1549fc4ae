"""Health or education provision that stands in H1 or H2.

What the standard asks:
    Swindon practice standards 2022, "Ongoing social care provision": provision is limited to what the local authority
    leads or commissions. Therapy, nursing, teaching and school support belong to sections F and G of the plan.

What a finding is:
    A provision in H1 or H2 that the health service, a school or a college makes: therapy, CAMHS, a teaching assistant,
    a club that the school runs, money for schooling.

What good looks like:
    "A family worker from the council's Family Service, one hour a week." A service that the council provides or
    commissions is right wherever it is held: a mentor on school premises, a course at the fire station.

Known limits:
    A service that nobody is named for ("therapy for anxiety") is judged by its words alone. A provider whose name
    says nothing of its kind can be taken for the council's.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import NOT_APPLICABLE, Checked, Context
from advice_audit.checks.provision._units import kind_cues, provisions, services_in
from advice_audit.classify.features import example
from advice_audit.classify.fit import Recipe

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe(strength=3.0, vector_weight=2.0, cue_weight=0.7)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every provision, to be judged as within the council's remit or not."""
    return [Candidate(u._.quote, example(u._.cells, kind_cues(u, context))) for u in provisions(doc)]


def out_of_remit(doc: "Doc", context: Context) -> "dict[tuple[int, int], float]":
    """Return for each provision (by start and end token) the probability that it is health's or education's."""
    cached: dict[tuple[int, int], float] | None = doc.user_data.get("out_of_remit")
    if cached is None:
        chances = probabilities("provision.remit", candidates(doc, context))
        cached = {(u.start, u.end): p for u, p in zip(provisions(doc), chances, strict=True)}
        doc.user_data["out_of_remit"] = cached
    return cached


def check(doc: "Doc", context: Context) -> Checked:
    """Find provision that is not social care's to make."""
    units = provisions(doc)
    if not units:
        return NOT_APPLICABLE
    doc.user_data.pop("out_of_remit", None)
    chances = out_of_remit(doc, context)
    findings = [
        context.finding(_message(u, context), _SUGGESTION, u._.quote, confidence=chance)
        for u in units
        if (chance := chances[u.start, u.end]) >= context.criterion.threshold
    ]
    return Checked(tuple(findings), units=len(units))


_SUGGESTION = (
    "Take it out of H1 and H2. If the need depends on it, say under needs met by others who provides it; "
    "health and school provision is written in its own sections by those who assess it."
)


def _message(unit: "Span", context: Context) -> str:
    others = [s for s in services_in(unit, context.rubric) if s.remit != "social"]
    if not others:
        return "This reads as health or education provision, and these sections are for what social care provides or pays for."
    kind = "health" if others[0].remit == "health" else "education"
    return f"{others[0].name[:1].upper()}{others[0].name[1:]} is {kind} provision, and these sections are for what social care provides or pays for."
