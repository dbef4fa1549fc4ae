"""Signs of how often or how much: what can be counted, and the vague words that cannot."""

from spacy.tokens import Span

from advice_audit.checks.needs._units import answers
from advice_audit.checks.patterns import counts, plain, table, unit_text
from advice_audit.language.canonical import spans_of, text_of

_N = (
    r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|ninety|hundred|half|several|a dozen|a couple of|a few)"
)
_COUNT = _N.replace("an?|", "").replace("half|several|", "").replace("|a couple of|a few", "")
_UNIT = r"(?:times?|occasions?|nights?|days?|mornings?|evenings?|afternoons?|weekends?|weeks?|months?|hours?|hrs?|minutes?|mins?|years?|terms?|visits?|trips?|journeys?|meals?|outings?|incidents?|walks?|sundays?|saturdays?)"
PATTERNS = table(
    every=r"\b(?:every|each|any)\b(?! (?:other'?s?\b(?! (?:day|night|week|month|weekend))|one|body|parent|of (?:them|his|her)))(?: \w+)? ?\w+",
    whenever=r"\b(?:whenever|every time|each time|any time|as soon as|the (?:moment|minute) (?:that )?|always when|wherever)\b",
    adverb=r"\b(?:daily|nightly|weekly|fortnightly|monthly|hourly|termly|yearly|annually|p\.?w\.?|per (?:day|night|week|month|hour|term|year))\b",
    times=rf"\b(?:once|twice|thrice|{_COUNT} (?:or {_COUNT} |to {_COUNT} |and {_COUNT} )?(?:more )?(?:separate |different )?(?:times|occasions)|x ?\d+|\d+ ?x)\b",
    a_week=rf"\b{_N} (?:\w+ )?(?:an?|per|each|every|in the|in a|of the|in any|the) (?:\w+ )?(?:day|night|week|month|year|hour|morning|evening|term|visit|trip|meal|weekend|fortnight)\b|\ba (?:day|night|week|month|fortnight)\b",
    out_of=rf"\b{_COUNT} (?:\w+ )?(?:out )?(?:of|in|from) (?:the )?(?:last |past |every |his |her |our |their |my |previous )?{_COUNT}\b|\b\d+ ?/ ?\d+\b",
    most=r"\b(?:most|nearly all|almost all|nearly every|almost every|half (?:of )?(?:the|his|her|all)|all but (?:one|two)|more (?:days|nights) than not|all) (?:of (?:the|his|her|our) )?(?:\w+ )?"
    r"(?:days?|nights?|mornings?|evenings?|afternoons?|weekends?|weeks?|meals?|trips?|journeys?|outings?|time|visits?|walks?|occasions?|mondays|fridays|saturdays|sundays|lessons)\b",
    all_day=r"\b(?:all (?:day|night|morning|evening|weekend|the time)|day and night|round the clock|24/7|at all times|constant(?:ly)?|continu(?:al|ous)(?:ly)?|non-?stop|throughout the (?:day|night))\b",
    plural_day=r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:at|on|in|of) (?:the )?(?:weekends?|weekdays|school (?:days|nights|mornings)|evenings|mornings|nights|holidays|an evening|a morning|a night)\b|\b(?:on|by) (?:the |a )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    since=r"\b(?:not|no|never|nobody|none|n't|nothing|neither|without|last|only)\b[^.|]{0,70}\b(?:since|in (?:over |more than |nearly |almost )?(?:\w+ ){1,2}(?:weeks?|months?|years?)|for (?:over |more than |nearly |almost )?(?:\w+ ){1,2}(?:weeks|months|years)|"
    r"this (?:week|month|year|term|summer|winter|spring)|before|all (?:year|term|summer|month|week))\b|\bsince\b[^.|]{0,60}\b(?:not|no|never|nobody|once|twice)\b",
    count_period=rf"\b{_COUNT}\b[^.|]{{0,50}}\b(?:since|in (?:the )?(?:last|past|january|february|march|april|may|june|july|august|september|october|november|december|one|two|three|four|five|six|\d+)|this (?:week|month|year|term)|last (?:week|month|year|term)|"
    r"between|over (?:the|christmas|easter)|during|so far|within)\b",
    amount=rf"\b{_N}(?:-| )?(?:\w+ )?{_UNIT}\b",
    until=r"\b(?:until|till|til|up to|past|from|by|at) (?:about |around |nearly )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon|dawn)",
    from_to=r"\bfrom (?:about |around |the |early )?(?:\w+ ){0,2}?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|noon|midday|tea(?: ?time)?|breakfast|lunch(?: ?time)?|dinner(?: ?time)?|supper|bed(?: ?time)?|dusk|dark|dawn|school|home time|midnight|"
    r"waking|getting up|\d)\b[^.|;]{0,30}?\b(?:to|until|till|through to) (?:about |around |the |after )?(?:\w+ ){0,2}?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|noon|midday|tea|breakfast|lunch|dinner|supper|bed|bedtime|dusk|dark|dawn|school|"
    r"midnight|night|evening|sleep|\d)",
    number=r"(?<![\w/.-])\d+(?![\w/.-])",
    vague=r"\b(?:often|regular(?:ly)?|sometimes|frequent(?:ly)?|occasional(?:ly)?|at times|from time to time|now and (?:then|again)|on and off|intermittent(?:ly)?|usually|generally|rarely|seldom|a lot|quite a bit|"
    r"tends? to|can be|on occasion|ongoing|repeated(?:ly)?|commonly|increasingly)\b",
    never=r"\b(?:never|always|nobody|no one|none|nothing|not once|no (?:\w+ )?(?:friends?|club|visits?|contact))\b",
    rate=r"\b(?:nights?|days?|weeks?|times?|hours?|minutes?|months?) (?:in|out of|of|a|per|on end|running|in a row)\b|\b(?:per cent|%)",
    money=r"£\s?\d",
    share=r"\b(?:half|a third|a quarter|two thirds|three quarters|one in \w+|majority)\b",
)
_ONLY_VAGUE = table(
    vague_cell=r"^\W*(?:often|regular(?:ly)?|sometimes|frequent(?:ly)?|occasional(?:ly)?|at times|from time to time|now and (?:then|again)|on and off|varies|variable|intermittent|ongoing)\W*$"
)


_FIRM = ("every", "whenever", "adverb", "times", "a_week", "out_of", "most", "rate", "from_to", "column_filled")
_NUMBER = table(number=PATTERNS["number"].pattern)


def _undated(unit: Span) -> str:
    """Return the words of a need without its dates, whose numbers count nothing."""
    text = text_of(unit.doc)
    dates = [t for t in spans_of(unit.doc, "times") if t.label_ in ("date", "deadline", "age")]
    parts = []
    for cell in unit._.cells:
        at = cell.start_char
        for date in (d for d in dates if cell.start <= d.start < cell.end):
            parts.append(text[at : date.start_char])
            at = max(at, date.end_char)
        parts.append(text[at : cell.end_char])
    return plain(" ".join(parts))


def frequency_cues(unit: Span) -> dict[str, float]:
    """Return the signs of frequency or amount in a need.

    Args:
        unit: a need, with its cells and columns.
    """
    text = unit_text(unit)
    cues = counts(text, PATTERNS) | {"number": 0.0} | counts(_undated(unit), _NUMBER)
    inside = [t for t in spans_of(unit.doc, "times") if unit.start <= t.start < unit.end]
    for label in ("frequency", "duration", "date", "deadline", "age"):
        if number := sum(t.label_ == label for t in inside):
            cues[f"time_{label}"] = min(float(number), 2.0)
    asked = answers(unit, "frequency")
    cues["column_filled"] = float(bool(asked.answer))
    cues["column_empty"] = float(asked.asked and not asked.answer)
    cues |= counts(asked.answer, _ONLY_VAGUE)
    countable = sum(min(cues.get(k, 0.0), 1.0) for k in _COUNTABLE)
    cues["countable"] = min(countable, 3.0)
    cues["firm"] = float(any(cues.get(k) for k in _FIRM))
    cues["none"] = float(countable == 0)
    cues["vague_alone"] = float(countable == 0 and "vague" in cues)
    cues["short"] = float(len(unit) < 12)
    return cues


_COUNTABLE = (
    "from_to",
    "time_frequency",
    "every",
    "whenever",
    "adverb",
    "times",
    "a_week",
    "out_of",
    "most",
    "all_day",
    "since",
    "count_period",
    "rate",
)
