"""Names of services that have nothing of a service in them: "Compass", "Tree House", "Lanterns".

They are known by how they are used: somebody goes there, is seen by them or has a place with them, in the sections on
present help and on provision.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import text_of
from advice_audit.language.forenames import woman
from advice_audit.language.people_words import NOT_NAMES
from advice_audit.language.spelling import dictionary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

UNKNOWN = "unknown"
_SECTIONS = frozenset({"current_involvement", "provision_h1", "provision_h2"})
# A name that somebody goes to counts there too; one that only opens a line does not.
_TOLD_OF = frozenset({"reason", "chronology", "outcomes", "needs_met_elsewhere"})
_WORD = r"(?:[A-Z][\w’'&+-]*|[A-Z]{2,}|\d)"
_NAME = rf"(?P<name>(?:The )?{_WORD}(?: (?:(?:of|for|and|the|to|in|on) )?{_WORD}){{0,3}})"
_USED = re.compile(
    rf"\b(?i:go(?:es|ing)? to|went to|been (?:going )?to|comes? to|attend(?:s|ed|ing)?|join(?:s|ed)|(?:a )?place (?:for [A-Z][\w ]{{2,30}} )?(?:at|with|on)|sessions? (?:at|with|from|of)|"
    rf"works? with|working with|involved with|seen by|visits? from|help from|support(?:ed)? (?:by|from)|open (?:to|with)|known to|referr(?:ed|als?) to|in touch with|taken on by|picked up by|"
    rf"(?:hours?|evenings?|mornings?|days?|nights?) an? (?:day|week|fortnight|month|term|year) (?:with|at|from)|sessions left (?:at|with)|(?:someone|somebody|anyone) from|worker (?:at|from|with)|mentor (?:at|from|with)|started (?:at|with)|signed up (?:to|for|with)|(?:mornings?|evenings?|afternoons?|days?) at|booked (?:on ?to|on|into|in at|in with|for|with)|enrolled (?:at|on|with|in)|"
    rf"on the (?:waiting )?list (?:for|at)|(?:weeks?|months?|terms?|years?|spring|summer|autumn|winter|course|block|spell|spells) (?:of|at|with)|(?:hours?|sessions?|visits?|evenings?|mornings?|afternoons?|mondays?|tuesdays?|wednesdays?|"
    rf"thursdays?|fridays?|saturdays?|sundays?) from|(?:is|are|was|were|be|been) (?:at|with) (?=[A-Z][\w’']+ (?:every|each|on|once|twice|weekly|fortnightly|monthly)\b))\s(?:the )?{_NAME}",
)
_OPENS = re.compile(
    rf"^\W*{_NAME}(?=\s?[:,–(—]|\s-\s|$|\s(?:is|are|has|have|sees?|runs?|gives?|meets?|visits?|on|every|each|weekly|monthly|fortnightly|twice|once)\b)"
)
# Who does these things is a worker or a service, and an ordinary word is no worker's name: "Kite sees Aaron on Fridays".
_WORKS = re.compile(
    rf"(?:^|[.;]\s){_NAME}(?=\s(?:sees|(?:works|worked|has worked|has been working) with|(?:never )?rang|visits (?:on|every|each|once|weekly|him|her|the)|closed (?:its|his|her) (?:case|file))\b)"
)
# "Walks are slower": things, where a service of that name would be one.
_SEVERAL = re.compile(r"^\W*[A-Z][a-z]+s\s(?:are|have|were)\b")
_NOT = frozenset(
    "mum dad mam mrs mr ms miss dr nan gran grandma grandad auntie uncle parents both the a an he she they his her their it its this that none no yes "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january february march april may june "
    "july august september october november december christmas easter summer winter spring autumn school college nursery hospital gp council section "
    "plan review current home school's direct payment payments foster care since until from one two three four five six seven eight nine ten "
    "support service services team group club weekly visits visit respite short breaks social worker year reception h1 h2 provision what who when how "
    "personal adviser assistant equipment travel transport funding inclusion carer carers family i we you open closed allocated status desk police health housing nursery midwife grandma children staff nobody everyone".split()
)


_ELSEWHERE = frozenset(
    "school college academy university hospital surgery infirmary court church mosque temple england scotland wales ireland britain kingdom".split()
)


def going_names(doc: "Doc", known: "Sequence[Span]") -> "Iterator[Span]":
    """Yield every mention of a name that is used as a service's.

    Args:
        doc: with its blocks, sections and people.
        known: mentions of services found otherwise; their words are not looked at again.
    """
    taken = {i for span in known for i in range(span.start, span.end)}
    people = {i for span in doc.spans.get("people", ()) for i in range(span.start, span.end)}
    people |= {i for span in doc.ents if span.label_ == "PERSON" for i in range(span.start, span.end)}
    names = {name for name in _candidates(doc) if may_be_service(name)}
    if not names:
        return
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) + r")(?![\w-])"
    )
    headings = {
        i for b in doc.spans.get("blocks", ()) if b._.block.kind is BlockKind.HEADING for i in range(b.start, b.end)
    }
    for match in pattern.finditer(text_of(doc)):
        span = doc.char_span(*match.span(), label=UNKNOWN)
        if span is not None and not any(
            i in taken or i in people or i in headings for i in range(span.start, span.end)
        ):
            yield span


def _candidates(doc: "Doc") -> Iterator[str]:
    sections = [s for s in doc.spans.get("sections", ()) if s.label_ in _SECTIONS | _TOLD_OF]
    for block in doc.spans.get("blocks", ()):
        inside = next((s.label_ for s in sections if s.start <= block.start < s.end), None)
        if inside is None:
            continue
        text = block.text
        opens = inside in _SECTIONS and not _is_head(block) and _SEVERAL.match(text) is None
        opening = [_OPENS.match(text)] if opens else []
        works = (m for m in _WORKS.finditer(text) if _is_ordinary(m["name"]))
        matches = [*_USED.finditer(text), *works, *filter(None, opening)]
        yield from (match["name"].removesuffix("’s").removesuffix("'s") for match in matches)


def _is_ordinary(name: str) -> bool:
    """Tell words of the dictionary, none of them a forename, from a person's name."""
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", name)]
    return all(w in dictionary() and woman(w.capitalize()) is None for w in words)


def _is_head(block: "Span") -> bool:
    """Tell a column's head: "Serves"."""
    place = block._.block.place
    return place is not None and place.row == 0 and len(block) <= 2


def may_be_service(name: str) -> bool:
    """Tell a name from a word with a capital: it must hold a word that no form, calendar or family uses."""
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()]
    if any(w.lower() in _ELSEWHERE for w in words):
        return False
    telling = [w for w in words if w.lower() not in _NOT and w.lower() not in NOT_NAMES]
    # One word in capitals is an acronym first.
    return (
        bool(telling)
        and not (len(words) == 1 and name.isupper())
        and len(name) > 3
        and words[0].lower() not in _NOT - {"the", "one", "two"}
    )
