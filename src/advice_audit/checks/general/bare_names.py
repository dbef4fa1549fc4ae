"""Bare names of services that look like a person's or a place's: "goes to Windle Lane for one weekend in the month".

They are known by what stands round them: somebody goes there at set times, is offered it, or a line of provision opens
with the name and says for whom.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import spans_of, text_of
from advice_audit.language.forenames import MEN, WOMEN
from advice_audit.language.service_names import UNKNOWN, may_be_service

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_SECTIONS = frozenset(
    {"reason", "chronology", "current_involvement", "needs_met_elsewhere", "outcomes", "provision_h1", "provision_h2"}
)
_WORD = r"[A-Z][\w’'&+-]*"
_NAME = rf"(?P<name>(?:The )?{_WORD}(?: (?:(?:of|for|and|the|on|2|4) )?{_WORD}){{0,2}})"
_WHEN = (
    r"(?=,? (?:every|each|for (?:one|two|three|four|a|an|six|ten)|once|twice|weekly|fortnightly|monthly|at weekends|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|"
    r"(?:one|two|three|four) (?:\w+ )?(?:evenings?|mornings?|afternoons?|weekends?|nights?|days?|hours?|times?)|which the (?:council|county|borough)))"
)
_GOES = re.compile(
    rf"\b(?:go(?:es|ing)? to|went to|attend(?:s|ed|ing)?|stay(?:s|ed|ing)? (?:at|with)|to be at|is at|spends? \w+ \w+ at) {_NAME}{_WHEN}"
)
_OFFERED = re.compile(
    rf"\b(?:offered|has been given|referral to|referred to|sign(?:ed)? up for|starts?|began|finished|completed) {_NAME}(?=,| (?:on|in|from|last|this|sessions?|weeks?)\b)"
)
_OPENS = re.compile(
    rf"^\W*{_NAME} (?:for {_WORD}(?: and {_WORD})?,|(?:one|two|three|four|six|eight|ten|twelve|\d+) (?:\w+ )?(?:sessions?|evenings?|mornings?|weeks?|hours?)\b)"
)
# Weaker signs, which a person's name could show too.
_BY_WORKER = re.compile(
    rf"(?<![.!?:|] )(?<!^){_NAME} (?:(?:key |support |outreach )?workers?|mentors?|volunteers?|practitioners?|staff|sessions?|place|waiting list|referral|appointments?)\b"
)
_BY_TIME = re.compile(rf"\b(?:at|from|with|via|through) {_NAME}{_WHEN}")
# A school, a hospital, a place of worship, a shop: no service of the council's, and a parent knows what it is.
_PLACES = re.compile(
    r"\bSt\b|\bSaint\b|-speaking|\b(?:Hall|School|College|Academy|University|Primary|Secondary|Infants?|Juniors?|Nursery|Hospital|Infirmary|Surgery|Clinic|Court|Church|Mosque|Temple|Synagogue|"
    r"Park|Street|Road|Avenue|Beach|Library|Station|Scouts|Cubs|Beavers|Brownies|Guides|Rainbows|Reception|Year|Key Stage|Tesco|Asda|Aldi|Lidl|Sainsbury\S*|Greggs|"
    r"City|United|Town|Rovers|England|Wales|Scotland|Ireland|Spain|Poland|Pakistan|India|London|Swindon|Wiltshire|Mass|Mosque|Christmas|Easter|Ramadan|Eid)\b"
)


def bare_names(doc: "Doc") -> "Iterator[Span]":
    """Yield the first mention of each bare name of a service that no other rule has seen."""
    names = {name for name in _used(doc) if _may_be(name)}
    taken = {i for s in spans_of(doc, "services") for i in range(s.start, s.end)}
    for block in spans_of(doc, "blocks"):
        if block._.block.kind is BlockKind.HEADING:
            taken.update(range(block.start, block.end))
    for name in sorted(names):
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text_of(doc)):
            span = doc.char_span(*match.span(), label=UNKNOWN)
            if span is not None and taken.isdisjoint(range(span.start, span.end)):
                yield span


def _used(doc: "Doc") -> Iterator[str]:
    """Yield the names that stand where a service's does, in the sections on help."""
    sections = [s for s in spans_of(doc, "sections") if s.label_ in _SECTIONS]
    people = {i for s in spans_of(doc, "people") for i in range(s.start_char, s.end_char)}
    for block in spans_of(doc, "blocks"):
        kind = next((s.label_ for s in sections if s.start <= block.start < s.end), None)
        if kind is None or block._.block.kind is BlockKind.HEADING:
            continue
        patterns = (_GOES, _OFFERED, _OPENS) if kind.startswith("provision") else (_GOES, _OFFERED)
        for pattern in patterns:
            yield from (m["name"] for m in pattern.finditer(block.text))
        for pattern in (_BY_WORKER, _BY_TIME):
            found = ((m["name"], block.start_char + m.start("name")) for m in pattern.finditer(block.text))
            yield from (name for name, at in found if at not in people)


def _may_be(name: str) -> bool:
    """Tell a service's name from a person's, a school's, a shop's and a place's."""
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", name)]
    return may_be_service(name) and not _PLACES.search(name) and not any(w in WOMEN or w in MEN for w in words)
