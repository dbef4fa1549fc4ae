"""Names that are another child's, by how they are introduced or, where nobody introduces them, by what they do."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.canonical import spans_of, text_of
from advice_audit.language.people_words import PLACES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.facts import Person

_VIEWS = frozenset({"child_views", "child_aspirations", "family_views"})
_OFTEN = 3
# What only a grown-up or a person at a distance does in an advice.
_ADULT_ACT = re.compile(
    r"\s(?:says|said|reports?|reported|told|tells|describes|described|explained|thinks|feels|visits|visited|"
    r"works|worked|helps|"
    r"takes|drives|supports|runs|leads|teaches|taught|has (?:seen|known|worked|visited)|and I\b|rang|"
    r"phoned|wrote|recalls|confirmed)\b"
)
_OFTEN_BEFORE = r"\s(?:(?:always|never|still|also|then|sometimes|just|only|even|now)\s)?"
_CHILD_ACT = re.compile(
    rf"{_OFTEN_BEFORE}(?:c[oa]mes?|plays?|played|shares?|shared|pours?|poured|r[ua]ns?|laughs?|laughed|shouts?|shouted|"
    r"climbs?|climbed|hits?|bites?|pushes|pushed|swims?|swam|dances?|danced|chases?|chased|cries|cried|giggles?|giggled|copies|copied|"
    r"gets? to|got to|goes (?:to )?(?:football|swimming|school|nursery|boxing|dance)|carries me|hides?|hid|wins?|won|"
    r"(?:will not|won['’]t|does not|doesn['’]t|did not|didn['’]t|never) (?:let|share|play|talk|speak|leave|stop|wait)|lets? (?:me|him|her|you)|"
    r"(?:plaits?|pulls?|brushes|braids?|does|did) my (?:hair|nails)|(?:nicks?|nicked|took|takes|breaks?|broke) (?:my|his|her|your)|"
    r"(?:calls?|called|kicks?|kicked|pinches|slaps|punches|punched|teases?|bullies|follows|beats?|ignores?) (?:me|him|her|you|us)|picks on)\b"
)
# Said of the child to the child: nobody who is paid to help says so.
_SAYS_OF_CHILD = re.compile(
    r"\s(?:says|said) (?:that )?(?:I['’]m|I am|I (?:talk|smell|walk|look)|(?:she|he) (?:talks|smells|walks|looks|is (?:weird|thick|stupid|fat|dumb|slow)))\b"
)
_AS_CHILDREN_DO = re.compile(
    rf"{_OFTEN_BEFORE}(?:hides? (?:in|under|behind|from)|cries|copies|flinches|locks (?:her|his) (?:bed)?room|sleeps (?:in|on) (?:her|his|their) (?:mother|mum|dad|nan|parents)|"
    r"(?:is|was|gets?|has been) (?:told|asked|left|made) to (?:mind|watch|look after)|(?:is|was|gets?|got|has been) (?:hit|bitten|kicked|woken|scratched|teased)|"
    r"(?:now )?eats (?:her|his) (?:tea|dinner|meals) (?:upstairs|in)|(?:won['’]t|will not|will no longer|can['’]t|cannot) (?:share|play|bring friends|have friends|sleep in)|"
    r"stays (?:out|in (?:her|his) room)|wears? (?:ear defenders|headphones)|does (?:her|his) homework)\b"
)
_OWNED_BY_CHILD = re.compile(
    r"['’]s (?:lot|gang|crew|birthday party|party|cot|pram|pushchair|toys|homework|bedroom|teddy|mum|mam|mummy)\b"
)
_WITH_ADULT = re.compile(
    r"\b(?:told|to|by|said to|with|asked|meets?|sees?|visit(?:s|ed)? (?:from|by)|thanks? to|reports? to)\s$", re.I
)

# "Her mother is in Iași, her sister in Turin": nobody lives in a child.
_IN_A_PLACE = re.compile(
    r"\b(?:is|are|was|were|lives?|lived|living|stays?|staying|born|mother|father|sister|brother|family) in\s$"
)


def seems_child(doc: "Doc", mention: "Span") -> float:
    """Return how sure it is that a mention names another child; 0 where there is no reason to think so."""
    person: Person = mention._.person
    if person.names[-1].lower() in PLACES:
        return 0.0
    if _IN_A_PLACE.search(text_of(doc)[max(mention.start_char - 20, 0) : mention.start_char]):
        return 0.0
    if person.kind == "other_child":
        return float(mention._.confidence)
    if person.kind != "person" or person.role or " " in person.names[0]:
        return 0.0
    text = text_of(doc)
    if text.count(person.names[0]) > _OFTEN:
        return 0.0
    after = text[mention.end_char : mention.end_char + 40]
    if _AS_CHILDREN_DO.match(after):
        return 0.6
    if _section(mention) not in _VIEWS:
        return 0.0
    if _SAYS_OF_CHILD.match(after):
        return 0.6
    if _ADULT_ACT.match(after) or _WITH_ADULT.search(text[max(mention.start_char - 25, 0) : mention.start_char]):
        return 0.0
    return 0.6 if _CHILD_ACT.match(after) or _OWNED_BY_CHILD.match(after) else 0.0


def _section(mention: "Span") -> str | None:
    for sentence in spans_of(mention.doc, "sentences"):
        if sentence.start <= mention.start < sentence.end:
            return str(sentence.label_)
    return None
