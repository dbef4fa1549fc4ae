"""The parts that a provision must state: provider, amount, dates; and what spoils them: blanks and vague words."""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.patterns import NOTHING, counts, plain, table, unit_text
from advice_audit.language.canonical import spans_of, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span

COLUMNS = table(
    provider=r"provider|provided by|by whom|from whom|delivered by|\bwho\b(?! (?:serves|helps))|run by|service\b",
    amount=r"amount|how (?:often|much)|hours|frequency|sessions|length|duration|quantity",
    dates=r"dates?\b|when|start|from\b|until|\bend\b|review|by\b",
)
BLANK = re.compile(
    r"\[(?![A-Z]{1,3}[:\s])[^\]:?]{2,45}\]|\b[Xx]{2,}\b|\?{2,}|_{3,}|\.{5,}|\b[Dd]{2}[/.][Mm]{2}|\bX hours\b|\bT\.?B\.?[CAD]\b|\btb[cad]\b|"
    r"\{\{?\s*\w+\s*\}?\}|\bto be (?:confirmed|agreed|arranged|decided|advised|named|notified|determined)\b|\bdates? to follow\b|\bnot yet (?:known|agreed|named)\b",
)
OWN_CELL = re.compile(r"\[(?![A-Z]{1,3}[:\s])[^\]:?]{2,45}\]|\b[Xx]{2,}\b|\?{2,}|_{3,}|\b[Dd]{2}[/.][Mm]{2}")
_NUMBER = (
    r"(?:\d+(?:[.,/]\d+)?|½|half|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"eighteen|twenty|thirty|forty|sixty|ninety|several)"
)
AMOUNT = re.compile(
    rf"\b{_NUMBER}(?:-|\s+(?:and a half\s+|or \w+\s+|\w+\s+)?)(?:hours?|hrs?|minutes?|mins?|days?|nights?|weekends?|sessions?|visits?|meetings?|weeks?|months?|"
    r"places?|lessons?|appointments?|outings?|trips?|mornings?|evenings?|afternoons?|stays?|modules?|calls?|times?)\b"
    r"|\b(?:weekly|fortnightly|monthly|daily|termly|yearly|annually|nightly|once|twice|full[- ]time|round the clock|every|each|one-off|alternate|alt)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,? (?:and |to |from |at )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun))|\bx ?\d|\b\d ?x\b|£\s?\d|\b\d+ ?(?:hrs?|mins?|x|h)\b|(?<!to[- ])\b(?:one|two|three|four|five|six)\b(?![- ]to[- ]one)"
    r"|\b(?:a|per) (?:week|month|year|fortnight|term|day)\b",
    re.I,
)
DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b(?:spring|summer|autumn|winter|easter|christmas|michaelmas)\b|\bmay (?:\d|19|20)|\bin may\b|\buntil\b|"
    r"\breview(?:s|ed|ing)?\b|\bbirthday\b|\bend of (?:the )?(?:school |summer |autumn |spring )?(?:term|year)|\bby the end\b|\bcurrent(?:ly)?\b|\bfor \w+ (?:weeks|months)\b|"
    r"\brunning\b|\bstarted\b|\bcontinues\b|\bchecked\b|\blooked at again\b",
    re.I,
)
PROVIDER = re.compile(
    r"\b(?:council|council's|local authority|la|authority(?:'s)?|county(?:'s)?|borough|team|service|services|hub|charity|agency|scheme|centre|trust|commissioned|"
    r"provided by|run by|delivered by|employed by|social worker|volunteers? from|funded by|paid for by|pays)\b"
    r"|^\W*(?:me|us)\b|\b(?:from|by|with) (?:me|us)\b|\bi (?:will|shall|am to|visit|see)\b|\bour\b",
    re.I,
)
_WORKER = re.compile(
    r"\b(?:worker|mentor|practitioner|adviser|advisor|coach|officer|therapist|counsellor|volunteer|carer|assistant)s?\b",
    re.I,
)
# Done, fitted or held once: that it is one is amount enough.
_ONE_OFF = re.compile(
    r"\b(?:fit(?:ted|ting)?|install\w*|built|laid|put in|widen\w*|ramps?|rails?|hoists?|stairlift|valve|latch|locks?|gates?|fence|alarms?|doorbell|"
    r"adaptations?|on loan|lent|supplied|assessment|grant|conference|referral|one-off|equipment|bed|chair|buggy|carer['’]s assessment)\b",
    re.I,
)
# Ways of saying "as required" that no list of phrases can hold.
OPEN_ENDED = re.compile(
    r"\bas (?:and when|(?:he|she|they|you|we|it) (?:need|require|want|wish|choose|like|feel|fancy|ask|can|is ready|are ready)\w*|(?:his|her|their) \w+ (?:grows?|allows?))\b"
    r"|\b(?:if|when|whenever|where|wherever|as) (?:\w+ )?(?:needed|required|necessary|possible|appropriate|wanted|available|wish\w*|fanc(?:y|ies)|is ready|needs? (?:it|them|this))\b"
    r"|\bsubject to\b|\bevery so often\b|\bnow and (?:then|again)\b|\bfrom time to time\b|\bfurther (?:access|support|help|activities|sessions)\b|\bmore if\b"
    r"|\bwhen one becomes\b|\bmay (?:also )?(?:be able|include|have)\b|\bother activities\b|\ba few\b|\bsome (?:sessions|hours|support|visits|help|time)\b|\bplenty\b",
    re.I,
)
_PROPER = re.compile(r"(?<![.!?:|]\s)(?<!^)\b[A-Z][\w'’&]+(?:\s+(?:for|and|of|the|&)?\s*[A-Z][\w'’&]+)*")


def missing_parts(unit: "Span", vague: "Sequence[str]", named: int) -> dict[str, float]:
    """Return cues for what a provision says of provider, amount and dates, and for blanks and vague words.

    Args:
        unit: the provision.
        vague: lower-case words and phrases that cannot be counted, from the rubric.
        named: how many services of the catalogue it names.
    """
    text = unit_text(unit)
    known = _headed(unit)
    labels = _time_labels(unit)
    cues: dict[str, float] = {}
    provider = known.get("provider", bool(named) or bool(PROVIDER.search(text)))
    amount = known.get("amount", False) or bool(AMOUNT.search(text)) or bool(labels & {"frequency", "count"})
    dates = bool(DATE.search(text)) or bool(labels & {"date", "deadline"})
    cues["no_provider"], cues["no_amount"], cues["no_dates"] = float(not provider), float(not amount), float(not dates)
    cues["missing"] = cues["no_provider"] + cues["no_amount"] + cues["no_dates"]
    cues["nothing_missing"] = float(not cues["missing"])
    cues["services"] = float(named > 0)
    cues["single_thing"] = float(re.match(r"\W*(?:an?|one|the)\b", text, re.I) is not None)
    one_off = _ONE_OFF.search(text) is not None
    cues["one_off"] = float(one_off)
    cues["no_amount, more than once"] = cues["no_amount"] * float(not one_off)
    opening = " ".join(text.split()[:5])
    cues["opens with worker"] = float(_WORKER.search(opening) is not None)
    cues["opens with known name"] = float(_known_name(unit))
    cues["no_provider, no worker"] = cues["no_provider"] * (1 - cues["opens with worker"])
    cues["worker"] = float(_WORKER.search(text) is not None)
    cues["person"] = float(
        any(unit.start <= p.start < unit.end and p.label_ != "child" for p in spans_of(unit.doc, "people"))
    )
    cues["proper_names"] = min(len(_PROPER.findall(text)), 3) / 3
    cues["date_words"] = min(len(DATE.findall(text)), 4) / 4
    cues["amount_words"] = min(len(AMOUNT.findall(text)), 4) / 4
    cues["real_frequency"] = float("frequency" in labels)
    cues["real_date"] = float(bool(labels & {"date", "deadline"}))
    blank = BLANK.search(text)
    cues["blank"] = float(blank is not None)
    cues["bracket"] = float(OWN_CELL.search(text) is not None)
    found = vague_words(text, vague)
    cues["open_ended"] = float(OPEN_ENDED.search(text) is not None)
    cues["vague"] = min(len(found), 3) / 3
    cues["any_vague"] = float(bool(found))
    cues["empty_cell"] = float(any(not filled for filled in known.values()))
    cues["length"] = min(len(text), 400) / 400
    return cues


def _known_name(unit: "Span") -> bool:
    """Tell a provision that opens with a name which the advice has explained before ("The Foundry: Monday ...")."""
    opening = re.match(r"\W*((?:The\s)?[A-Z][\w’']+(?:\s[A-Z][\w’']+)*)(?=[:,(]|\s[–-])", unit._.quote.text)
    if opening is None:
        return False
    return opening[1] in text_of(unit.doc)[: unit.start_char]


def vague_words(text: str, vague: "Sequence[str]") -> list[str]:
    """Return the vague words and phrases of the rubric's list that stand in a text."""
    open_ended = OPEN_ENDED.search(plain(text))
    lowered = f" {re.sub(r'[^a-z]+', ' ', plain(text).lower())} "
    listed = [w for w in vague if f" {w.replace('-', ' ')} " in lowered]
    return listed or ([open_ended[0]] if open_ended else [])


def _headed(unit: "Span") -> dict[str, bool]:
    """Return for each part that has a column of its own whether its cell is filled."""
    filled: dict[str, bool] = {}
    for cell, head in zip(unit._.cells, unit._.columns, strict=True):
        if head and cell is not unit._.quote and cell != unit._.quote:
            for part in counts(head, COLUMNS, most=1):
                filled[part] = filled.get(part, False) or not NOTHING.match(words_of(cell))
    return filled


def _time_labels(unit: "Span") -> set[str]:
    times = spans_of(unit.doc, "times")
    return {t.label_ for t in times if any(c.start <= t.start < c.end for c in unit._.cells)}


def blank_cell(unit: "Span") -> "Span":
    """Return the one cell that holds an unfilled placeholder, or else the words that state the provision."""
    blanks = [c for c in unit._.cells if OWN_CELL.search(words_of(c))]
    quote: Span = unit._.quote
    return blanks[0] if len(blanks) == 1 and not OWN_CELL.search(quote.text) else quote
