"""People whom an advice calls by a forename only, and the words among which it names them."""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from advice_audit.checks.patterns import counts, plain, table
from advice_audit.language.canonical import kept, sentences_of, spans_of, text_of
from advice_audit.language.forenames import woman
from advice_audit.language.people_words import NOT_NAMES, PLACES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.classify.features import Example
    from advice_audit.language.facts import Person

SELF = "<self>"
AROUND = 7
MOST_PLACES = 4
OFTEN = 3
# Signs that say more together: a forename met once, in the child's own words.
_TOGETHER = (
    ("quoted", "forename"), ("quoted", "once"), ("quoted", "in child_views"), ("quoted", "dep nsubj"), ("forename", "once"),
    ("forename", "often"), ("forename", "in child_views"), ("once", "in child_views"), ("dep nsubj", "in child_views"),
    ("forename", "in family_views"), ("forename", "in current_involvement"),
)  # fmt: skip
_AFTER = table(
    tells=r"(?:says|said|reports?|reported|tells|told|describes|described|explained?s?|thinks|feels|felt|writes|wrote|recalls?|confirm\w+|added|adds|agree[sd]|reckons?|mention\w+|noted?s?|observed?s?|believes?|asked|asks)\b",
    helps=r"(?:visits?|visited|works?|worked|supports?|runs|ran|leads|led|teaches|taught|drives|drove|rang|phoned|called|helps|helped|has (?:seen|known|worked|visited|run)|manages|coaches|owns|keeps|brings|collects|takes (?:him|her|them)|and I\b|met|saw|showed|set up)\b",
    plays=r"(?:always |never |still |also |then |sometimes |just |only |even |now )?(?:comes?|came|plays?|played|shares?|shared|runs?|laugh\w*|shout\w*|climb\w*|hits?|bites?|bit|push\w*|swims?|swam|dance\w*|chase\w*|cries|cried|giggl\w+|cop(?:y|ies|ied)|hides?|hid|wins?|won|pull\w*|kick\w*|pinch\w*|punch\w*|tease\w*|bull\w+|lets?|started|moved|goes too|got)\b",
    young=r"(?:,? who(?:'s| is| was)? |'s |,? (?:is|was) (?:only |just )?|,? )?(?:aged |about )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b(?! (?:hours?|minutes?|times?|days?|weeks?|visits|sessions|nights|years of|pounds))",
    of=r"(?:from|of|at|in) (?:the |[A-Z])",
    school=r"(?:is |was |who is |who's |,? )?(?:in|at) (?:year|reception|nursery|(?:big |the )?(?:same )?(?:school|class|street|landing|flat))",
    owns=r"'s (?:lot|gang|crew|party|birthday|cot|pram|pushchair|toys|homework|bedroom|teddy|mum|mam|dad|mother|father|house|bed|room|school|class|hair|phone)\b",
)
_BEFORE = table(
    company=r"\b(?:with|and|like|beside|than|only|got|from|by|for|about|except|called|named|have)\s$",
    told_to=r"\b(?:told|to|by|asked|thank\w*|see|sees|meets?|rings?|help(?:ed)? (?:of|from)|worker|coach|leader|manager|teacher|nurse|visitor|mentor|sitter|assistant),?\s$",
    done_to=r"\b(?:hit|hits|bit|bites|bitten|hurt|hurts|pushed|punched|kicked|chased|followed|filmed|teased|called|copied|blamed|protects?|minds?|watches|looks after|carries|feeds|settles|worked on|misses|lost)\s$",
    kin=r"\b(?:brother|sister|cousin|twin|baby|friend|mate|pal|boy|girl|lad|lass|kid|child|neighbour|classmate|girlfriend|boyfriend|little one|eldest|youngest|son|daughter|grandson|niece|nephew)\b[^.;]{0,20}$",
    grown=r"\b(?:mum|dad|mother|father|nan|gran\w*|aunt\w*|uncle|mr|mrs|ms|miss|dr|worker|carer|partner|teacher|coach|manager|driver|officer|volunteer|assistant|neighbour|friend of (?:his|her|the) (?:mother|father|family))\b[^.;]{0,20}$",
    creature=r"\b(?:dog|cat|puppy|kitten|whippet|pony|horse|hamster|rabbit|guinea pig|budgie|parrot|tortoise|fish|hen|goat|lamb|donkey|snake|ferret|teddy|doll|toy|bear|character|film|song|programme|game|book|singer|team)\b[^.;]{0,30}$",
    calls=r"\b(?:called|named)\s$",
    place=r"\b(?:in|from|at|to|near|of|outside)\s$",
)  # fmt: skip


def forename_people(doc: "Doc") -> "dict[Person, list[Span]]":
    """Return everybody but this child whom the advice somewhere calls by one word, with the places where it does."""
    found: dict[Person, list[Span]] = {}
    for mention in spans_of(doc, "people"):
        person = mention._.person
        if person.kind != "child" and len(mention) == 1 and mention.text[:1].isupper() and mention.text in person.names:
            found.setdefault(person, []).append(mention)
    return found


def may_be_forename(mention: "Span") -> bool:
    """Tell a word that can be somebody's forename from a place, a condition or a plain word with a capital."""
    from advice_audit.language.spelling import dictionary

    name, doc = mention.text, mention.doc
    after = doc[mention.end].text if mention.end < len(doc) else ""
    if after == "&" or name.lower() in PLACES or name.lower() in NOT_NAMES or name in _in_full(doc):
        return False
    return woman(name) is not None or name.lower() not in dictionary()


def _in_full(doc: "Doc") -> frozenset[str]:
    """Return the words of names that the advice somewhere gives with a surname: no other child's is."""
    people = spans_of(doc, "people")
    return kept(doc, "full names", lambda: frozenset(w for p in people if len(p) > 1 for w in p.text.split()))


def name_example(mentions: "list[Span]") -> "Example":
    """Return what a classifier sees of a person: the words beside the first places of the name, and what they tell.

    Args:
        mentions: of one person by one word, in the order of the text.
    """
    import numpy as np

    from advice_audit.classify.features import Example

    some = mentions[:MOST_PLACES]
    cues = {name: value for mention in some for name, value in _place_cues(mention).items()}
    cues["forename"] = float(woman(mentions[0].text) is not None)
    cues["once"] = float(len(mentions) == 1)
    cues["often"] = float(len(mentions) > OFTEN)
    for one, other in _TOGETHER:
        cues[f"{one}, {other}"] = cues.get(one, 0.0) * cues.get(other, 0.0)
    text = " | ".join(_context(mention) for mention in some)
    return Example(text, np.zeros(1, dtype=np.float32), cues)


_IS_CREATURE = re.compile(
    r",?\s(?:(?:who|which|that)\s)?(?:(?:is|was)\s)?(?:a|an|the|his|her|their|my|our)\s(?:\w+\s){0,2}?(?:dog|cat|pupp|kitten|pony|horse|foal|"
    r"calf|cow|lamb|sheep|goat|hen|duck|hamster|rabbit|guinea pig|gerbil|rat|mouse|snake|tortoise|parrot|budgie|ferret|donkey|teddy|doll|"
    r"toy|spaniel|labrador|whippet|terrier|collie|greyhound)\w*\b",
    re.I,
)


def is_creature(mention: "Span") -> bool:
    """Tell whether the words after a name say that it is an animal's or a toy's: "Bryn, who is a lamb"."""
    return _IS_CREATURE.match(text_of(mention.doc)[mention.end_char :]) is not None


def _place_cues(mention: "Span") -> dict[str, float]:
    doc = mention.doc
    text = text_of(doc)
    sentence = _sentence(mention)
    start = sentence.start_char if sentence is not None else max(mention.start_char - 80, 0)
    end = sentence.end_char if sentence is not None else mention.end_char + 80
    before, after = plain(text[start : mention.start_char]), plain(text[mention.end_char : end])
    cues = {f"before {n}": v for n, v in counts(before[-60:], _BEFORE, most=1).items()}
    following = after.lstrip(" ,")[:40] if not after.startswith("'s") else after[:40]
    cues |= {f"after {n}": 1.0 for n, pattern in _AFTER.items() if pattern.match(following)}
    token = mention.root
    cues[f"dep {token.dep_}"] = 1.0
    if sentence is not None:
        cues[f"in {sentence.label_}"] = 1.0
    cues["quoted"] = float(before.count('"') % 2 == 1)
    return cues


def _sentence(mention: "Span") -> "Span | None":
    sentences = sentences_of(mention.doc)
    at = bisect_right(sentences, mention.start, key=_start) - 1
    return sentences[at] if at >= 0 and mention.start < sentences[at].end else None


def _start(sentence: "Span") -> int:
    return int(sentence.start)


def _context(mention: "Span") -> str:
    """Return the words around a place, other people masked, the name itself as `SELF`."""
    doc = mention.doc
    people = kept(
        doc, "people at", lambda: {i: f"<{s.label_}>" for s in spans_of(doc, "people") for i in range(s.start, s.end)}
    )
    sentence = _sentence(mention)
    low = max(mention.start - AROUND, sentence.start if sentence is not None else 0)
    high = min(mention.end + AROUND, sentence.end if sentence is not None else len(doc))
    words: list[str] = []
    for index in range(low, high):
        token = doc[index]
        word = SELF if token.text == mention.text else people.get(index) or ("0" if token.like_num else token.lower_)
        if not token.is_space and (not words or words[-1] != word):
            words.append(word)
    return " ".join(words)
