"""privacy.other-children: no other child is named.

What the standard asks:
    Information about this child only: other children's names are never relevant (Swindon practice standards 2022,
    "Social care information: comprehensive, proportionate and relevant").

What a finding is:
    The name of a brother, sister, cousin, friend or any other child, anywhere, in the child's own quoted words too.
    Each name is reported where it first stands.

What good looks like:
    "Nell shares a room with her younger sister." "I play with [friend]."

Known limits:
    A child is known by how the text introduces them (kin and peer words, an age under 18, a companion of the child's),
    by what is done to them (bitten, hit, shared a room with), or by what they do (come to play, hide, lock a bedroom).
    Of a forename that nothing introduces a classifier judges by the words around it; it was taught on few such names.
    Adults, pets and people off the television are left alone where the text shows them for what they are.
"""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate, probabilities
from advice_audit.checks.model import Checked, Context, Finding
from advice_audit.checks.privacy._child_names import seems_child
from advice_audit.checks.privacy._names_met import forename_people, is_creature, may_be_forename, name_example
from advice_audit.checks.privacy.identity import names_carried_over
from advice_audit.classify.fit import Recipe
from advice_audit.language.canonical import spans_of
from advice_audit.language.facts import Person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

RECIPE = Recipe(strength=3.0, vector_weight=0.0, cue_weight=0.5)


def candidates(doc: "Doc", context: Context) -> list[Candidate]:
    """Return everybody whom the advice calls by a forename. Of one with a role, what is said later tells who has it."""
    return [_candidate(person, mentions) for person, mentions in forename_people(doc).items()]


def _candidate(person: Person, mentions: "list[Span]") -> Candidate:
    return Candidate(mentions[0], name_example(mentions[1:] if _is_known(person) and len(mentions) > 1 else mentions))


def check(doc: "Doc", context: Context) -> Checked:
    """Report each other child's name once."""
    seen: set[str] = set()
    findings: list[Finding] = []
    for mention in spans_of(doc, "people"):
        person: Person = mention._.person
        name = person.names[-1]
        sure = seems_child(doc, mention)
        if sure and name not in seen:
            seen.add(name)
            findings.append(_finding(context, mention, person, sure))
    carried_over = names_carried_over(doc, context.rubric)
    unknown = [
        _candidate(person, mentions)
        for person, mentions in forename_people(doc).items()
        if not _is_known(person)
        and person.names[-1] not in seen
        and may_be_forename(mentions[0])
        and not any(is_creature(mention) for mention in mentions)
    ]
    for candidate, chance in zip(unknown, probabilities(context.criterion.id, unknown), strict=True):
        if candidate.quote is None or carried_over.get(candidate.quote.text, 0.0) > chance:
            continue
        if chance >= context.criterion.threshold:
            findings.append(_finding(context, candidate.quote, candidate.quote._.person, chance))
    return Checked(tuple(sorted(findings, key=lambda f: f.start or 0)))


def _is_known(person: Person) -> bool:
    return person.kind != "person" or person.role is not None


def _finding(context: Context, mention: "Span", person: Person, sure: float) -> Finding:
    role = person.role if person.role and not person.role.startswith(("aged", "companion", "from", "in ")) else None
    who = (
        f"{mention.text} seems to be another child"
        + (f" ({role})" if role else "")
        + ": other children's names have no place here."
    )
    instead = f"the {role}" if role and len(role.split()) <= 3 else "a friend"
    suggestion = f"Leave the name out: write “{instead}”, in the child's own words “[{role or 'friend'}]”."
    return context.finding(who, suggestion, mention, confidence=sure, cues=(person.role or "",) if person.role else ())
