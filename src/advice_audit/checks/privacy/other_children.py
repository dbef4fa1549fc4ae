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
    A child is known by how the text introduces them (kin and peer words, an age under 18, a companion of the child's).
    A forename that nothing introduces is reported only in the views of the child or family, and only where it does what
    children do (comes to play, shares, runs).
    Adults, pets and people off the television are left alone where the text shows them for what they are.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.model import Checked, Context, Finding
from advice_audit.language.canonical import spans_of, text_of
from advice_audit.language.facts import Person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

VIEWS = frozenset({"child_views", "child_aspirations", "family_views"})
# What only a grown-up or a person at a distance does in an advice.
_ADULT_ACT = re.compile(
    r"\s(?:says|said|reports?|reported|told|tells|describes|described|explained|thinks|feels|visits|visited|"
    r"works|worked|helps|"
    r"takes|drives|supports|runs|leads|teaches|taught|has (?:seen|known|worked|visited)|and I\b|rang|"
    r"phoned|wrote|recalls|confirmed)\b"
)
_CHILD_ACT = re.compile(
    r"\s(?:(?:always|never|still|also|then|sometimes)\s)?(?:c[oa]mes?|plays?|played|shares?|shared|pours?|poured|r[ua]ns?|laughs?|laughed|shouts?|shouted|"
    r"climbs?|climbed|hits?|bites?|pushes|pushed|swims?|swam|dances?|danced|chases?|chased|cries|cried|giggles?|giggled|copies|copied|"
    r"gets? to|got to|goes (?:to )?(?:football|swimming|school|nursery|boxing|dance)|carries me|hides?|hid|wins?|won)\b"
)
_WITH_ADULT = re.compile(
    r"\b(?:told|to|by|said to|with|asked|meets?|sees?|visit(?:s|ed)? (?:from|by)|thanks? to|reports? to)\s$", re.I
)


def check(doc: "Doc", context: Context) -> Checked:
    """Report each other child's name once."""
    seen: set[str] = set()
    findings: list[Finding] = []
    for mention in spans_of(doc, "people"):
        person: Person = mention._.person
        name = person.names[-1]
        sure = _sure(doc, mention, person)
        if sure and name not in seen:
            seen.add(name)
            findings.append(_finding(context, mention, person, sure))
    return Checked(tuple(findings))


def _sure(doc: "Doc", mention: "Span", person: Person) -> float:
    """Return how sure it is that a mention names another child; 0 where there is no reason to think so."""
    if person.kind == "other_child":
        return float(mention._.confidence)
    if person.kind != "person" or person.role or " " in person.names[0]:
        return 0.0
    if _section(mention) not in VIEWS or text_of(doc).count(person.names[0]) > 3:
        return 0.0
    after, before = (
        text_of(doc)[mention.end_char : mention.end_char + 25],
        text_of(doc)[max(mention.start_char - 25, 0) : mention.start_char],
    )
    if _ADULT_ACT.match(after) or _WITH_ADULT.search(before):
        return 0.0
    return 0.6 if _CHILD_ACT.match(after) else 0.0


def _section(mention: "Span") -> str | None:
    for sentence in spans_of(mention.doc, "sentences"):
        if sentence.start <= mention.start < sentence.end:
            return str(sentence.label_)
    return None


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
