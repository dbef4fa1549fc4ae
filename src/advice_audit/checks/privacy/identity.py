"""privacy.identity: it is this child's advice throughout.

What the standard asks:
    What is shared is this child's own (Swindon practice standards 2022, "Social care information: comprehensive,
    proportionate and relevant"). Text carried over from another child's advice shows in a wrong name, pronoun or date
    of birth.

What a finding is:
    A name that stands where this child's should and belongs to nobody in the advice; a pronoun of the other gender with
    nobody near it to whom it could belong; a date of birth other than this child's.

What good looks like:
    One name, one set of pronouns and one date of birth from the first page to the last.

Known limits:
    A wrong pronoun in a sentence, or just after one, that has somebody of that gender in it is often taken for that
    person's own. Of several wrong pronouns in one sentence the likeliest is reported. A child who is called "they" is
    not checked for pronouns.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context, Finding
from advice_audit.checks.privacy._wrong_births import wrong_births
from advice_audit.checks.privacy._wrong_names import wrong_names
from advice_audit.checks.privacy._wrong_pronouns import wrong_pronouns
from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import kept, spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from advice_audit.language.facts import Facts
    from advice_audit.rubric.model import Rubric

RECIPE = Recipe(strength=0.5, vector_weight=0.0, cue_weight=1.0, use_words=False)
BY_RULE = 0.6


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return every name that nothing introduces and every pronoun of the other gender."""
    import numpy as np

    facts: Facts | None = doc._.facts
    if facts is None or facts.child is None:
        return []
    nothing = np.zeros(1, dtype=np.float32)
    names = list(wrong_names(doc, facts))
    strangers = [span.text for span, cues in names if cues["name in slot"]]
    found = [*names, *wrong_pronouns(doc, facts, strangers)]
    return [Candidate(span, Example("", nothing, cues)) for span, cues in found]


def check(doc: "Doc", context: Context) -> Checked:
    """Report names, pronouns and dates of birth of some other child."""
    facts: Facts | None = doc._.facts
    if facts is None or facts.child is None:
        return Checked()
    first = facts.child.split()[0]
    likely = [(c, p) for c, p in _judged(doc, context.rubric) if p >= context.criterion.threshold]
    findings = [_finding(context, candidate, first, chance) for candidate, chance in _one_a_sentence(doc, likely)]
    for span in wrong_births(doc, facts):
        message = f"Another date of birth for {first} than the one on the form."
        findings.append(context.finding(message, "Check both dates and keep the right one.", span, confidence=0.9))
    return Checked(tuple(sorted(findings, key=lambda f: f.start or 0)))


def names_carried_over(doc: "Doc", rubric: "Rubric") -> dict[str, float]:
    """Return the names that may stand where this child's should, each with how likely it is: those are no other child's.

    Args:
        doc: annotated document.
        rubric: whose criterion says how sure is enough.
    """
    asked = next((c for c in rubric.criteria if c.id == "privacy.identity"), None)
    if asked is None or doc._.facts is None or doc._.facts.child is None:
        return {}
    named = [(c.quote, p) for c, p in _judged(doc, rubric) if "name" in c.example.cues and p >= asked.threshold]
    return {span.text: chance for span, chance in named if span is not None}


def _judged(doc: "Doc", rubric: "Rubric") -> "list[tuple[Candidate, float]]":
    """Return every name and pronoun asked about, with the chance that it is another child's."""

    def judge() -> list[tuple[Candidate, float]]:
        made = candidates(doc, Context(rubric, rubric.criterion("privacy.identity"), {}))
        # "Visits to Darcey and his parents": a stranger whose parents they are stands for this child.
        return [
            (c, max(p, BY_RULE) if c.example.cues.get("name with own people") else p)
            for c, p in zip(made, probabilities("privacy.identity", made), strict=True)
        ]

    return kept(doc, ("identity judged", rubric.id), judge)


def _one_a_sentence(doc: "Doc", likely: "list[tuple[Candidate, float]]") -> "list[tuple[Candidate, float]]":
    """Return every name, and of the pronouns of one sentence the likeliest: one slip drags the others along."""
    best: dict[object, tuple[Candidate, float]] = {}
    for candidate, chance in likely:
        span = candidate.quote
        assert span is not None
        at = next((s.start for s in spans_of(doc, "sentences") if s.start <= span.start < s.end), span.start)
        key = ("name", span.start) if "name" in candidate.example.cues else at
        if key not in best or chance > best[key][1]:
            best[key] = (candidate, chance)
    return list(best.values())


def _finding(context: Context, candidate: Candidate, first: str, chance: float) -> Finding:
    span = candidate.quote
    assert span is not None
    if "name" in candidate.example.cues:
        message = f"“{span.text}” stands where {first}'s name should, and nobody of that name is in this advice."
        suggestion = f"Put {first}'s name, and read the whole passage again for more from another advice."
    else:
        message = f"“{span.text}” does not fit {first}, and nobody else near it is meant."
        suggestion = f"Write it with the pronouns that the rest of the advice uses for {first}, or say who is meant."
    return context.finding(message, suggestion, span, confidence=chance)
