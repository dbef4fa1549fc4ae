"""Finds the people of an advice: how each is introduced says who they are.

Everyone is told from their introduction ("his sister, Lacey", "Mr Baptiste, SENCO", "a boy called Marlon", "dog Pickle"),
wherever it stands; other mentions of the same name follow it. A forename that nobody introduces is a `person`.
"""

# A pattern is read as one line.

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.language.canonical import text_of
from advice_audit.language.details import UPPER, as_name
from advice_audit.language.facts import Facts, Person, PersonKind
from advice_audit.language.forenames import woman
from advice_audit.language.people_words import (
    ANIMALS,
    CAP,
    CARERS,
    MINORS,
    NOT_NAMES,
    ORGANISATION,
    PLACES,
    RELATIVES,
    ROLES,
    TITLE,
    name_pattern,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

ADULT = 18
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at characters `start` to `end`; `confidence` is how sure the kind is."""

    start: int
    end: int
    person: Person
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a text says of a name once: its kind, in which words, and how far that is to be trusted."""

    name: str
    kind: PersonKind | None
    role: str
    weight: float


_AND = r"(?:(?:,\s|\sand\s|\s[&+/]\s|,\sand\s)(?P<M>{N}))?(?:(?:,\s|\sand\s|\s[&+/]\s|,\sand\s)(?P<O>{N}))?"
_NUM = r"(?:\d+|[a-z]+(?:-[a-z]+)?)"
_POSSESSIVE = r"(?:his|her|their|my|our|a|an|the|one|another|whose|[\w’']+['’]s)"
# A word between a name and a role that is part of the role: "Jo, family support worker", not "Jo told the social worker".
_OF_ROLE = (
    r"(?!(?:and|or|but|with|without|own|from|to|by|at|in|on|of|for|as|when|if|who|that|then|there|not|she|he|her|his|their|tells?|told|sa(?:id|ys?)|s[ae]es?|saw|met|meets?|rang|rings?|ask(?:s|ed)?|"
    r"carr(?:y|ies|ied)|has|had|have|was|were|knows?|knew|thinks?|visit(?:s|ed)|call(?:s|ed)|join(?:s|ed)|likes?|wants?|takes?|took|gave|gives?|left|leaves?|does|did|lost|thanked|trusts?)\b)[a-z-]+"
)
_INTRODUCTIONS: tuple[tuple["re.Pattern[str]", PersonKind | None, float], ...] = (
    # Not a person at all.
    (name_pattern(rf"\b(?P<R>{ANIMALS})(?:,?\s(?:is\s|are\s|that is\s|who is\s|which is\s)?(?:called|named)\s|,\s|\s|\s\(){{Q}}(?P<N>{{N}}){_AND}".replace("{Q}", "")), None, 3.0),
    (name_pattern(rf"(?P<N>{{N}}),?\s\(?(?:is\s)?(?:his|her|their|the|my|our|a|an)\s(?:[a-z]+\s){{0,2}}(?P<R>{ANIMALS})\b"), None, 3.0),
    (name_pattern(r"(?P<N>{N})\s(?:the\s)?(?P<R>tank engine|street|road|avenue|lane|close|house|school|primary|academy|college|centre|court|park|hospital|clinic|church|club|team|hall|surgery|unit|way|farm|lodge|ward|council|pony|dog|cat|rabbit)\b"), None, 2.5),
    # Adults by role.
    (name_pattern(rf"(?:\b{TITLE}\s)?(?P<N>{{F}}|{{N}}|[A-Z]\.\s{{N}}),?\s\(?(?:an?\s|the\s|his\s|her\s|their\s|our\s|my\s|who is (?:an?|the|his|her|their)\s|who works as (?:an?|the)\s|is (?:an?|the|his|her|their)\s|\(?agency\)?\s)?(?:(?-i:[A-Z][\w&’'-]+\s){{0,4}})(?:{_OF_ROLE}(?:['’]s)?\s){{0,2}}?(?P<R>{ROLES})\b"), "professional", 2.0),
    (name_pattern(rf"\b(?P<R>{ROLES}),?\s(?:\(|called\s|named\s|is\s|at\s(?-i:[A-Z][\w’']+,?\s){{1,3}})?(?:{TITLE}\s)?(?P<N>{{F}}|{{N}}|[A-Z]\.\s{{N}})(?=[\s,.;:)’'](?!\s?{MINORS}))"), "professional", 1.9),
    (name_pattern(r"(?P<N>{F}|{N})\s(?:\(|from\s(?:the\s)?(?:council|SMASH|STEP|SPECTRA|SWIFT|CAMHS|(?-i:[A-Z]{3,})|(?-i:[A-Z][\w’']+\s){0,3}(?:(?-i:Team|Service|Hub|Carers|Club|Futures|School|Trust|House|Project))))(?P<R>)"), "professional", 1.2),
    # Carers and grown-up relatives.
    (name_pattern(rf"\b(?:{_POSSESSIVE}\s)?(?:[a-z-]+\s)?(?P<R>{CARERS}|{RELATIVES})(?:,\s|\s|\s\(|:\s)(?:{TITLE}\s)?(?P<N>{{F}}|{{N}}){_AND}"), "carer", 1.8),
    (name_pattern(rf"(?:{TITLE}\s)?(?P<N>{{F}}|{{N}})(?:{_AND})?,?\s?(?:\(|,\s|who is\s|is\s)(?:(?:his|her|their|the|a|[A-Z]\w+['’]s)\s)?(?:[a-z-]+\s){{0,2}}?(?P<R>{CARERS}|{RELATIVES})\b"), "carer", 1.8),
    (name_pattern(r"\b(?:mum|mother|dad|father|parent|gran|nan|carer)['’]s\s(?:best\s|old\s|close\s)?(?P<R>friend|mate|sister|brother|cousin|partner|boyfriend|girlfriend|husband|wife),?\s(?P<N>{F}|{N})(?=[\s,.;:)’'])(?<!['’]s)"), "relative", 1.8),
    (name_pattern(r"\b[A-Z]\w+['’]s\s(?:best\s|old\s|close\s)?(?P<R>friend|mate|sister|brother|cousin|partner|boyfriend|girlfriend|husband|wife),?\s(?P<N>{F}|{N})(?=[\s,.;:)’'])(?<!['’]s)"), "relative", 1.4),
    (name_pattern(rf"(?:^|\n)(?P<R>parents?|mothers?|fathers?|mums?|dads?|(?:foster )?carers?|guardians?)\n(?:{TITLE}\s)?(?P<N>{{F}}|{{N}}){_AND}"), "carer", 1.7),
    (name_pattern(rf"{TITLE}\s(?P<N>{{F}}|{{N}})(?:\sand\s|\s[&+]\s){TITLE}\s(?P<M>{{F}}|{{N}}),\s\(?(?:(?:his|her|their|the|who are (?:his|her|their))\s)?(?P<R>(?:adoptive |foster )?(?:parents|carers)|adopters|grandparents|guardians)\b"), "carer", 2.1),
    (name_pattern(r"(?P<N>{F}|{N})(?:\sand\s|\s[&+]\s)(?P<M>{F}|{N}),?\s\(?(?:his|her|their|the)\s(?:adoptive\s|foster\s)?(?P<R>mum and dad|dad and mum|parents|mother and father|dads|mums|carers|grandparents|nan and grandad|aunt and uncle|guardians)\b"), "carer", 1.8),
    (name_pattern(r"\b(?P<R>(?:adoptive |foster )?(?:dads|mums|parents|carers))(?:,?:?|\sare|\swere)\s(?P<N>{F}|{N})(?:\sand\s|\s[&+]\s)(?P<M>{F}|{N})"), "carer", 1.8),
    # Other children.
    (name_pattern(rf"\b(?:{_POSSESSIVE}\s)?(?P<R>{MINORS})(?:,?\s(?:is\s|was\s|are\s|who is\s|who are\s)?(?:[a-z]+\s){{0,2}}?(?:called|named)\s|,\s|\s|\s\(|:\s|\sis\s|\sare\s){{Q}}(?P<N>{{F}}|{{N}}){_AND}".replace("{Q}", "")), "other_child", 1.7),
    (name_pattern(r"\b(?P<R>boy|girl|lad|child|friend|mate|pal|cousin|baby|pupil|kid)\b[^.,;:()\n]{1,40}?\s(?:called|named)\s(?P<N>{F}|{N})"), "other_child", 3.5),
    (name_pattern(rf"(?P<N>{{N}}){_AND}(?:,\s|\s\(|,?\s(?:who\s)?(?:is|was|are)\s){_POSSESSIVE}\s(?:[a-z-]+\s){{0,2}}?(?P<R>{MINORS})\b"), "other_child", 1.7),
    (name_pattern(rf"(?P<N>{{N}})\s\((?:[a-z]+\s)?(?P<R>{MINORS})\b"), "other_child", 1.7),
    (name_pattern(r"\b(?P<R>(?-i:little|baby|wee))\s(?P<N>{N})(?=[\s,.;:)’'])"), "other_child", 1.2),
    (name_pattern(r"(?P<N>{N})\s(?P<R>(?:from|in)\s(?:(?:his|her|their|my)\s)(?:old\s|new\s|last\s)?(?:school|class|year|form|tutor group|football|drama|nursery|playgroup|group|football team|street|estate|corridor|bus))\b"), "other_child", 1.3),
    (name_pattern(r"(?P<N>{N})['’]s\b[^.;!?\n]{0,40}?,\s(?:he|she)['’]s\s(?:my|his|her)\s(?:[a-z]+\s){0,2}?(?P<R>brother|sister|cousin|friend|mate|best friend)\b"), "other_child", 1.7),
    (name_pattern(r"(?P<N>{F}|{N})\s(?P<R>(?:from )?(?:next door|down the road|over the road|across the road|up the road|upstairs|downstairs|the floor (?:below|above)|the (?:flat|house) (?:below|above|opposite|next door)|across the (?:landing|street|close)|two doors (?:down|away|along)|(?:the|my|his|her) (?:street|estate|close|block|bus|playground|swings)))\b"), "other_child", 1.3),
    # What is done to, or borne from, a brother, sister or classmate; a grown-up of that name is introduced elsewhere.
    (name_pattern(rf"\b(?P<R>(?:hit|hits|hitting|bit|bites|bitten|biting|kick(?:s|ed|ing)?|scratch(?:es|ed|ing)?|pinch(?:es|ed|ing)?|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|thump(?:s|ed|ing)?|push(?:es|ed|ing)?|shov(?:es|ed|ing)))\s(?P<N>{{N}})(?=[,.;)]|\s(?:with|on|in|over|and|when|because|so|once|twice|off|again|for|last|at)\b)(?!\s(?:for|at|on)\s{MINORS}s?\b)"), "other_child", 1.0),
    (name_pattern(r"\b(?P<R>(?:jealous|frightened|scared|afraid|the sound|sight) of|goes for|fights? with|fighting with|rows? with|argues? with|squabbles? with|shar(?:es?|ing) (?:a|his|her|the) (?:bed)?room with|(?:bed)?room (?:he|she) shares with|teases?|bull(?:ies|ied) by|picked on by|invited (?:to|by)|sleepovers? (?:at|with))\s(?P<N>{N})(?=[,.;)’']|\s(?:eating|crying|chewing|singing|coming|going|with|and|when|because|so|over|at|in|on|most|every|who|about|once|twice)\b)"), "other_child", 1.0),
    (name_pattern(rf"(?:^|\n|[.]\s)(?:his|her|their|the)\s(?:[a-z]+\s){{0,2}}?(?P<R>brothers?|sisters?|siblings|cousins?|friends?)[.:]\s(?:{TITLE}\s)?[^.\n]{{0,45}}?\b(?:that|says|finds|for|with|and|on|to)\s(?P<N>{{N}})\b(?!\s(?:reports?|says|said|reckons|told|tells|finds|thinks))"), "other_child", 1.1),
)  # fmt: skip
_SURE = 1.35
_NAME_FIRST = ("(?P<N>", "(?:(?:Mr|", "(?:\\b(?:Mr|")
_MAY_BE_NAME = re.compile(rf"[{UPPER}]|[^\W\d_](?=\.)")
_INSIDE_NAME = re.compile(rf"(?:^|[^.?!:\n]\s){CAP}\s$")
_AGE_AFTER = name_pattern(
    r"(?P<N>{N})(?:,?\s(?:who\s)?(?:is|was|are)\s(?:now\s|only\s|just\s)?|,\s(?:aged\s)?|\s\((?:[a-z]+(?:\s[a-z]+)?,\s)?(?:aged\s)?)(?P<A>\d{1,2}|[a-z]+(?:-[a-z]+)?)(?=\s?[,;:)](?!\d)|\s?\.(?!\d)|\s(?:and(?!\s(?:a|one)\s)|years|but|yrs)\b|$)"
)
# How children speak of one another; no adult's part is named with these.
_COMPANIONS = name_pattern(
    r"(?:\bme\sand\s(?P<N>{N})(?=[\s,.;:!?])|(?<![\w.] )\b(?P<N2>{N})\sand\sme\b|"
    r"\b(?:chill(?:s|ed|ing)?|hang(?:s|ing)? (?:out|about|around)|hung (?:out|about|around)|play(?:s|ed|ing)?(?:\s[a-z]+)?|skat(?:e|es|ed|ing)|mess(?:es|ed|ing)? about|"
    r"game[sd]?|gaming|knock(?:s|ed|ing)? about|make friends|friends|best friends|sit(?:s|ting)?|sat|walk(?:s|ed|ing)? (?:home|in|to school))\swith\s(?P<N3>{N})(?=[\s,.;:!?’'”\"])|"
    r"(?P<N4>{N})(?=\s(?:carries me|goes football|is my (?:best )?(?:friend|mate)|was my (?:best )?(?:friend|mate)|sits next to me|plays with me|never shares|won['’]t share)))"
)
_PLURAL = re.compile(r"(?:brothers|sisters|siblings|cousins|friends|mates|boys|girls|lads|peers|pupils)$")
_TITLED = re.compile(rf"\b(?P<T>{TITLE})(?: (?:and|&) (?P<U>{TITLE}))? (?P<N>{CAP}(?: (?!and\b){CAP})?)")
_SIBLINGS = re.compile(
    r"\b(?:siblings?|brothers?(?:\s(?:and|/)\s?sisters?)?|other children)\b[^:\n]{0,30}:\s(?P<L>[^\n]{2,160})", re.I
)


def find_people(doc: "Doc", child: tuple[str, ...], facts: Facts) -> list[Mention]:
    """Find everyone.

    Args:
        doc: the text; `PERSON` entities are used where the pipeline gives them.
        child: the forms of the child's name.
        facts: for the child's surname and the author.
    """
    text = text_of(doc)
    introduced = _settled(text, child, facts)
    people = _people(introduced, child)
    mentions = list(_titled(text, child, introduced)) + list(_named(text, people))
    mentions += _children(text, child)
    mentions += _unknown(doc, text, people, child)
    return _longest(mentions)


def _settled(text: str, child: tuple[str, ...], facts: Facts) -> dict[str, Introduction]:
    """Return the best introduction of every name that has one."""
    votes: dict[str, dict[PersonKind | None, float]] = {}
    roles: dict[tuple[str, PersonKind | None], str] = {}
    own = {w for form in child for w in form.split()}
    for one in _introductions(text):
        words = one.name.lower().split()
        if (
            words[0].rstrip(".") in NOT_NAMES
            or words[0] in PLACES
            or not ORGANISATION.isdisjoint(words)
            or one.name in own
            or one.name in child
        ):
            continue
        kinds = votes.setdefault(one.name, {})
        kinds[one.kind] = max(kinds.get(one.kind, 0.0), one.weight) + (0.2 if one.kind in kinds else 0.0)
        roles.setdefault((one.name, one.kind), one.role)
    if facts.author and facts.author not in child:
        votes.setdefault(facts.author, {})["professional"] = 3.0
    settled = {}
    for name, kinds in votes.items():
        kind = max(kinds, key=lambda k: kinds[k])
        settled[name] = Introduction(name, kind, roles.get((name, kind), ""), kinds[kind])
    for name, age in _ages(text):
        if name in settled and age >= ADULT and settled[name].kind == "other_child":
            settled[name] = Introduction(name, "relative", settled[name].role, 2.0)
        elif (
            name not in own
            and age < ADULT
            and name.lower() not in NOT_NAMES
            and (name not in settled or settled[name].weight < 1.3)
        ):
            settled[name] = Introduction(name, "other_child", f"aged {age}", 1.6)
    return settled


def _introductions(text: str) -> Iterator[Introduction]:
    names = [match.start() for match in _MAY_BE_NAME.finditer(text)]
    for pattern, kind, weight in _INTRODUCTIONS:
        for match in _matches(pattern, text, names):
            groups = match.groupdict()
            role = (groups.get("R") or "").lower()
            if _is_nobody(text, match, kind, weight):
                continue
            if (
                role.startswith("sister")
                and groups["R"][0].isupper()
                and kind == "other_child"
                and match[0].startswith("Sister ")
            ):
                continue
            for key in ("N", "M", "O"):
                name = groups.get(key)
                if (
                    role.endswith("s")
                    and kind == "other_child"
                    and not groups.get("M")
                    and re.fullmatch(MINORS, role, re.I)
                    and key == "N"
                    and _PLURAL.search(role)
                ):
                    continue
                together = kind == "carer" and (role.endswith("s") or " and " in role)
                if name and (key == "N" or together or kind == "other_child" or kind is None):
                    yield Introduction(re.sub(r"['’]s$", "", as_name(name)), _fixed(kind, role), role, weight)
    for match in _SIBLINGS.finditer(text):
        for name in re.findall(CAP, match["L"]):
            yield Introduction(name, "other_child", "sibling", 1.4)


def _is_nobody(text: str, match: "re.Match[str]", kind: PersonKind | None, weight: float) -> bool:
    """Tell what only looks like an introduction: a word that begins a line, a month, part of a longer name."""
    start = match.start("N")
    if weight < _SURE and _only_begins(text, start, match["N"]):
        return True
    if kind is None and match["R"].lower() == "home" and not re.search(r"called|named", match[0]):
        return True  # "Foster home, Bernice and Trevor"
    inside = _INSIDE_NAME.search(text[max(start - 25, 0) : start]) is not None and text[match.start()] == text[start]
    return inside or _is_month(text, start, match["N"])


def _is_month(text: str, start: int, name: str) -> bool:
    """Tell the month of a day: "6 Feb next door's toddler came in"."""
    return name[:3].lower() in _MONTHS and text[max(start - 2, 0) : start].strip(" ")[-1:].isdigit()


def _only_begins(text: str, start: int, name: str) -> bool:
    """Tell an everyday word that has its capital from beginning a line: "Noise next door"."""
    from advice_audit.language.spelling import dictionary

    before = text[max(start - 3, 0) : start].rstrip(" ")
    return name.lower() in dictionary() and name not in dictionary() and (not before or before[-1] in "\n.:;|–-(•")


def _heads(text: str, start: int) -> bool:
    """Tell a word that begins a line, or that follows another with a capital: "Weekly, one hour", "Saturday Stables, 10"."""
    before = text[max(start - 25, 0) : start]
    return not before.rstrip(" ") or before.rstrip(" ")[-1] in "\n.:;|–-(•" or bool(re.search(rf"{CAP}\s$", before))


def _is_word(name: str) -> bool:
    """Tell an everyday word that is no known forename."""
    from advice_audit.language.spelling import dictionary

    return name.lower() in dictionary() and woman(name) is None


def _is_plural(name: str) -> bool:
    """Tell a club's or team's name that is a word in the plural: "Mum, me and Stars"."""
    return name.endswith("s") and _is_word(name) and _is_word(name[:-1])


def _matches(pattern: "re.Pattern[str]", text: str, names: list[int]) -> "Iterator[re.Match[str]]":
    """Yield what `finditer` does; a pattern that begins with a name is tried only where one may begin."""
    if not pattern.pattern.startswith(_NAME_FIRST):
        yield from pattern.finditer(text)
        return
    end = 0
    for start in names:
        if start >= end and (match := pattern.match(text, start)) is not None:
            end = match.end()
            yield match


def _fixed(kind: PersonKind | None, role: str) -> PersonKind | None:
    """Return `relative` for an uncle or a partner, who stands among the carers' words."""
    return "relative" if kind == "carer" and re.fullmatch(RELATIVES, role, re.I) else kind


def _ages(text: str) -> Iterator[tuple[str, int]]:
    from advice_audit.language.times_words import number

    for match in _AGE_AFTER.finditer(text):
        figure = number(match["A"])
        if match[0][len(match["N"])] == "," and _is_word(match["N"]) and _heads(text, match.start("N")):
            continue
        if figure is not None and 0 < figure < 100:
            yield match["N"], int(figure)


def _people(introduced: dict[str, Introduction], child: tuple[str, ...]) -> dict[str, tuple[Person, float]]:
    """Map each form of a name to who it is; a full name also answers to its forename."""
    people: dict[str, tuple[Person, float]] = {}
    for name, one in sorted(introduced.items(), key=lambda item: -len(item[0])):
        if one.kind is None:
            continue
        first = name.split()[0]
        names = (name,) if " " not in name or first.endswith(".") else (name, first)
        person = Person(one.kind, names, one.role or None)
        sure = min(0.6 + 0.18 * one.weight, 0.97)
        for form in names:
            known = people.get(form)
            if known is None or (
                form == name and known[1] < sure and " " not in form and known[0].kind not in ("professional", "carer")
            ):
                people[form] = (person, sure)
    return {form: value for form, value in people.items() if form not in child}


def _titled(text: str, child: tuple[str, ...], introduced: dict[str, Introduction]) -> Iterator[Mention]:
    surname = child[0].split()[-1] if child and " " in child[0] else None
    for match in _TITLED.finditer(text):
        name = match["N"]
        last = name.split()[-1]
        related = surname is not None and last[:5] == surname[:5]
        told = introduced.get(name) or introduced.get(last)
        kind: PersonKind = "carer" if related or match["U"] else "professional"
        if told is not None and told.kind in ("carer", "relative", "professional"):
            kind = told.kind
        elif not related and not match["U"] and match["T"].rstrip(".") not in ("Dr", "Prof", "Nurse", "Professor"):
            kind = "person"
        yield Mention(match.start(), match.end(), Person(kind, (match[0], name), told.role if told else None), 0.9)


def _named(text: str, people: dict[str, tuple[Person, float]]) -> Iterator[Mention]:
    if not people:
        return
    forms = sorted(people, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(f) for f in forms) + r")(?![\w-])")
    for match in pattern.finditer(text):
        person, sure = people[match[0]]
        yield Mention(match.start(), match.end(), person, sure)


def _children(text: str, child: tuple[str, ...]) -> Iterator[Mention]:
    if not child:
        return
    person = Person("child", child)
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(f) for f in child) + r")(?![\w-])", re.I if len(child[-1]) > 3 else 0
    )
    for match in pattern.finditer(text):
        if match[0][0].isupper():
            yield Mention(match.start(), match.end(), person)


def _unknown(
    doc: "Doc", text: str, people: dict[str, tuple[Person, float]], child: tuple[str, ...]
) -> Iterator[Mention]:
    """Yield the persons that the pipeline recognises and nobody introduces."""
    own = {w.lower() for form in child for w in form.split()}
    recognised = {w for e in doc.ents if e.label_ == "PERSON" for w in e.text.split()}
    for match in _COMPANIONS.finditer(text):
        name = re.sub(r"['’]s$", "", match[match.lastgroup or 0])
        if (
            name not in people
            and name.lower() not in own
            and name.lower() not in NOT_NAMES
            and (name in recognised or not _is_plural(name))
        ):
            yield Mention(
                place := match.start(match.lastgroup or 0),
                place + len(name),
                Person("other_child", (name,), "companion"),
                0.7,
            )
    for entity in doc.ents:
        name = re.sub(r"['’]s?$", "", entity.text).strip()
        words = name.split()
        if entity.label_ != "PERSON" or not words or name in people or "\n" in name:
            continue
        if any(w.lower() in own or w.lower() in NOT_NAMES for w in words) or not words[0][0].isupper():
            continue
        yield Mention(entity.start_char, entity.start_char + len(name), Person("person", (name,)), 0.5)


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Keep the longest of mentions that overlap; of equals the first."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for one in sorted(mentions, key=lambda m: (m.start - m.end, m.person.kind != "child")):
        if not taken.intersection(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            kept.append(one)
    return sorted(kept, key=lambda m: m.start)
