"""Patterns for how often (frequency) and how long (duration), each with a function to its figure.

"Often", "regularly", "sometimes" and their kind are left out on purpose: they say nothing that can be counted.
"""

# A pattern is read as one line.

import re
from collections.abc import Callable
from typing import Any

from advice_audit.language.times_words import (
    APPROX,
    COUNTED,
    DAYS,
    LENGTH,
    NUMBER,
    PART,
    PERIOD,
    VAGUE,
    days_in,
    number,
    per_week,
    whole,
)

Value = dict[str, float] | float | None
Make = Callable[["re.Match[str]"], Any]
Pattern = tuple[str, str, "re.Pattern[str]", Make]

_COUNT = (
    rf"(?:{APPROX}(?:on\s)?(?:once or twice|once|twice|thrice|{VAGUE}\s(?:separate\s)?(?:times|occasions)|"
    r"x\s?\d+|\d+\s?x\b|\d+\s?x))"
)
_EACH = r"(?:a|an|the|each|every|per|any|one|in a|in an|in the|in each|in every|of a|of the|during the|during each|on each|on every|on a|through the)"
_DAYS_NOUN = (
    rf"(?:(?:school|week)?[\s-]?(?:day|night|morning|evening|afternoon|weekend|week|month|lunchtime)s?|(?:{DAYS})s?(?:\s{PART})?|"
    r"sessions?|visits?|times|occasions|meetings|lessons|meals|journeys|trips|weekends?|stays?|appointments)"
)
_EVENT = (
    r"(?:meal(?:time)?|visit|session|lesson|journey|trip|outing|walk|bath|shower|appointment|bedtime|handover|transition|"
    r"feed|stay|club|contact|game|match|holiday|break|playtime|party|shift|drive|dose|crossing|change|car (?:ride|journey)|"
    r"bus (?:ride|journey)|nappy|phone call|call|wash|activity|group|wake|attempt|request|goodbye|test|exam|snack|hour|"
    r"half[\s-]hour|turn|occasion|drop[\s-]off|pick[\s-]up|home time|swim|haircut|injection|seizure|shopping trip|fall|row|night out)"
)
_ADVERB = r"(?:daily|nightly|weekly|fortnightly|monthly|quarterly|(?:half[\s-])?termly|yearly|annually|hourly|pw\b|p/w|p\.w\.|(?-i:pa\b|p\.a\.)|per annum)"
_ADVERBS = {
    "daily": 7.0, "nightly": 7.0, "weekly": 1.0, "pw": 1.0, "fortnightly": 0.5, "monthly": 12 / 52,
    "quarterly": 4 / 52, "termly": 3 / 52, "yearly": 1 / 52, "annually": 1 / 52, "pa": 1 / 52, "perannum": 1 / 52,
    "halftermly": 6 / 52,
}  # fmt: skip


def _times(count: str) -> float | None:
    text = re.sub(rf"^{APPROX}", "", count.strip(), flags=re.I).lower()
    text = re.sub(r"^on\s", "", text)
    known = {"once or twice": 1.5, "once": 1.0, "twice": 2.0, "thrice": 3.0}
    if text in known:
        return known[text]
    if match := re.search(r"x\s?(\d+)|(\d+)\s?x", text):
        return float(match[1] or match[2])
    return number(re.sub(r"\s(?:separate\s)?(?:times|occasions)$", "", text))


def _adverb(word: str) -> float | None:
    return _ADVERBS.get(re.sub(r"[\s./-]", "", word.lower()))


def _weekly(count: float | None, rate: float | None, every: float | None = 1.0) -> dict[str, float] | None:
    if count is None or rate is None or not every:
        return None
    return {"per_week": round(count * rate / every, 2)}


def _hours(amount: str, unit: str, rate: float | None) -> dict[str, float] | None:
    text = amount.lower().strip()
    text = re.sub(rf"^{APPROX}", "", text)
    figure = {"an": 1.0, "a": 1.0, "half an": 0.5, "a quarter of an": 0.25}.get(text) or number(text)
    if figure is None or rate is None:
        return None
    return {"hours_per_week": round(figure * (1 if unit.lower().startswith("h") else 1 / 60) * rate, 2)}


def _share(m: "re.Match[str]") -> dict[str, float] | None:
    part, whole = number(m["n"]), number(m["of"]) if m["of"].lower() not in ("the week", "a week") else 7.0
    if part is None or not whole or part > whole:
        return None
    noun = (m["noun"] or m["noun2"] or "").lower()
    rate = per_week(noun) if noun else None
    if rate in (7.0, 5.0):
        return {"per_week": round(part / whole * rate, 2)}
    if noun.startswith("week") and not noun.startswith("weekd"):
        return {"per_week": round(part / whole, 2)}
    return {"share": round(part / whole, 2)}


def _every(m: "re.Match[str]") -> dict[str, float] | None:
    gap = (m["gap"] or "").lower().strip()
    step = {"": 1.0, "other": 2.0, "second": 2.0, "third": 3.0, "fourth": 4.0, "alternate": 2.0, "single": 1.0}.get(gap)
    rate = per_week(m["period"])
    value = _weekly(1.0, rate, step if step is not None else number(gap))
    if value and re.match(r"(?:nearly|almost|practically|virtually|just about|most)\b", m[0], re.I) and rate:
        value["per_week"] = round(value["per_week"] * 6 / 7, 2)
    return value


def _most(m: "re.Match[str]") -> dict[str, float] | None:
    rate = per_week(m["period"])
    share = {"most": 5 / 7, "all": 1.0, "half": 0.5}.get(m["how"].lower().split()[-1], 6 / 7)
    if m["how"].lower() in ("nearly all", "almost all"):
        share = 6 / 7
    if rate == 5.0:
        share = {"most": 0.8}.get(m["how"].lower(), share)
    return {"per_week": round(share * rate, 2)} if rate else None


def _listed_days(m: "re.Match[str]") -> dict[str, float]:
    return {"per_week": float(len(re.findall(DAYS, m[0], re.I)))}


def _fixed(value: Value) -> Make:
    return lambda _: value


def _length(m: "re.Match[str]") -> float | None:
    figure, size = number(m["n"]), days_in(m["unit"])
    if figure is None or size is None:
        return None
    if m["half"]:
        figure += 0.5
    return round(figure * size, 2)


def _one_length(m: "re.Match[str]") -> float | None:
    size = days_in(m["unit"])
    factor = {"half an": 0.5, "half a": 0.5, "a quarter of an": 0.25, "three quarters of an": 0.75}.get(
        m["a"].lower(), 1
    )
    if size is None:
        return None
    return round(size * factor + (size / 2 if m["half"] else 0), 2)


_UNIT_NOT = r"(?!s?[\s-]+(?:old|of age|ago|olds)\b)"
EVERY = "every each nearly almost practically virtually just"
SHARES = "most nearly almost all half more rather slightly well less fewer over under about a two three for much at"
ADVERBS = "daily nightly weekly fortnightly monthly quarterly half termly yearly annually hourly pw p pa per"
DAY_NAMES = DAYS.replace("|", " ") + " " + DAYS.replace("|", "s ") + "s"
# The words that an expression can begin with, the pattern's label, the pattern, and how to its figure.
_SOURCES: list[tuple[str, str, str, Make]] = [
    # --- counts in a period -------------------------------------------------------------------------------------
    (COUNTED, "frequency", rf"(?P<c>{_COUNT})[\s,]*(?:{_EACH}\s|/\s?)(?:single\s)?(?P<p>{PERIOD})\b",
     lambda m: _weekly(_times(m["c"]), per_week(m["p"]))),
    (COUNTED, "frequency", rf"(?P<c>{_COUNT})[\s-]*(?P<p>{_ADVERB})", lambda m: _weekly(_times(m["c"]), _adverb(m["p"]))),
    (COUNTED, "frequency", rf"(?P<c>{_COUNT})\s(?:in\s)?(?:every|each)\s(?P<e>{NUMBER})\s(?P<p>{PERIOD})\b",
     lambda m: _weekly(_times(m["c"]), per_week(m["p"]), number(m["e"]))),
    (COUNTED, "frequency", rf"{APPROX}(?P<c>{VAGUE})\s(?:or more\s)?(?:times\s)?(?P<p>{_ADVERB})",
     lambda m: _weekly(number(m["c"]), _adverb(m["p"]))),
    (COUNTED, "frequency", rf"{APPROX}(?P<n>{VAGUE})\s(?:\w+\s)?(?P<noun>{_DAYS_NOUN})(?:\sor\s(?:so|more))?[\s,]*(?:{_EACH}\s|/\s?)(?P<p>{PERIOD})\b",
     lambda m: _weekly(number(m["n"]), per_week(m["p"]))),
    (COUNTED, "frequency", rf"{APPROX}(?P<n>{VAGUE})\s(?P<noun>{_DAYS_NOUN}|visits)\s(?P<p>{_ADVERB})",
     lambda m: _weekly(number(m["n"]), _adverb(m["p"]))),
    (COUNTED, "frequency", rf"{APPROX}(?P<n>{NUMBER}|an|half\san|a quarter of an)[\s-]*(?P<u>hours?|hrs?|h|minutes?|mins?)(?:\s(?:of\s)?[\w-]+){{0,2}}?[\s,]*(?:(?:{_EACH}|in each|in every|for each)\s|/\s?)(?P<p>{PERIOD})\b",
     lambda m: _hours(m["n"], m["u"], per_week(m["p"]))),
    (COUNTED, "frequency", rf"{APPROX}(?P<n>{NUMBER}|an|half\san)[\s-]*(?P<u>hours?|hrs?|h|minutes?|mins?)\s?(?P<p>{_ADVERB})",
     lambda m: _hours(m["n"], m["u"], _adverb(m["p"]))),
    (COUNTED, "frequency", rf"{APPROX}(?P<n>{NUMBER})(?<!score \d)(?<!score \d\d)(?<!score of \d)\s(?P<noun>{_DAYS_NOUN})?\s?(?:out of|in every|in|of|from)\s(?:the\s|every\s|his\s|her\s)?(?:last\s|past\s)?(?P<of>{NUMBER}|the week|a week)\b(?!\son the|\smarks|\spoints)(?:\s(?P<noun2>{_DAYS_NOUN}))?",
     _share),
    ("hour half", "frequency", rf"(?:hour|half[\s-]hour)\s(?:a|per|each)\s(?P<p>{PERIOD})\b", lambda m: None),
    # --- shares -------------------------------------------------------------------------------------------------
    (SHARES, "frequency", rf"(?:on\s)?(?P<how>most|nearly all|almost all|half)\s(?:of\s)?(?:the\s|his\s|her\s|their\s)?(?:school\s)?(?P<period>(?:school\s)?(?:week)?(?:days?|nights?|mornings?|evenings?|afternoons?)|weekends?|weeks|bedtimes|mealtimes|months|(?:{DAYS})s)\b(?!\slong)",
     _most),
    (SHARES, "frequency", r"(?:on\s)?more (?:nights|days|evenings|mornings|afternoons) than not", _fixed({"per_week": 4.0})),
    (SHARES, "frequency", r"more (?:weeks|weekends|often|times|visits) than not", _fixed({"share": 0.6})),
    (SHARES, "frequency", rf"(?:rather\s|slightly\s|well\s)?(?:more|less|fewer|over|under) than (?:half|a third|a quarter)\s(?:of\s)?(?:all\s|the\s|his\s|her\s)?{_DAYS_NOUN}", _fixed(None)),
    (COUNTED, "frequency", rf"{APPROX}(?:half|a third|a quarter|two thirds|three quarters)\s(?:of\s)(?:all\s|the\s|his\s|her\s)?{_DAYS_NOUN}", _fixed(None)),
    (SHARES, "frequency", r"(?:for\s)?(?:nearly |almost )?(?:all|most|half|much) of the time|(?:nearly |almost )?(?:all|half) the time|at all times", _fixed(None)),
    # --- every and each -----------------------------------------------------------------------------------------
    (EVERY, "frequency", rf"(?:(?:nearly|almost|practically|virtually|just about)\s)?(?:each and every|every|each)\s(?:(?P<gap>single|other|second|third|fourth|alternate|{NUMBER})\s)?(?P<period>{PERIOD})\b(?:\s(?:{PART})\b)?",
     _every),
    (EVERY, "frequency", r"(?:(?:nearly|almost|practically|virtually|just about|on)\s)*(?:every|each) (?:and every )?(?:single )?(?:time|occasion)\b(?:\s(?:that\s)?(?:he|she|they|we|i|you|someone|somebody|anyone|it|there|the|his|her|their|mum|dad|a|an|[A-Z]\w+)\b[^.,;:()\n]{0,70})?", _fixed(None)),
    ("whenever whensoever", "frequency", r"when(?:so)?ever\s[^.,;:()\n]{3,70}", _fixed(None)),
    (EVERY, "frequency", rf"(?:(?:at|on|before|after|during|in|for|from|with|to)\s)?(?:almost |nearly )?(?:every|each)\s(?:single\s|other\s|second\s|{NUMBER}\s)?(?:[a-z]+\s)?{_EVENT}s?\b(?:\s(?:out|home|there|to\s\w+))?", _fixed(None)),
    (EVERY, "frequency", rf"(?:every|each)\s(?:few|{NUMBER})\s(?:minutes|mins|hours|hrs|days|nights|weeks|wks|months|years|terms)\b", lambda m: _every_units(m)),
    (EVERY, "frequency", r"every (?:half[\s-]hour|hour|minute|few minutes|so many \w+)", _fixed(None)),
    # --- adverbs ------------------------------------------------------------------------------------------------
    (COUNTED + " bi half", "frequency", rf"\b(?P<n>{NUMBER}|half|bi)[\s-](?P<p>hourly|daily|weekly|monthly|termly|yearly)\b(?:\sintervals)?", lambda m: _interval(m)),
    (ADVERBS, "frequency", rf"\b{_ADVERB}(?!\s(?:living|life|lives|routines?|activit|tasks?|basis of|skills|reviews? of the plan))(?:\sbasis)?", lambda m: _weekly(1.0, _adverb(m[0].split()[0] if "term" not in m[0].lower() else m[0]))),
    ("morning night day", "frequency", r"(?:morning,? (?:noon )?and (?:evening|night)|(?:night|day) and (?:morning|night))\b", lambda m: {"per_week": 14.0}),
    ("night day seven 0", "frequency", r"(?:night after night|day after day|day in,? day out|night in,? night out|seven days a week|7 days a week)", _fixed({"per_week": 7.0})),
    ("week", "frequency", r"week after week|week in,? week out", _fixed({"per_week": 1.0})),
    ("0 twenty round around day", "frequency", r"24/7|(?:24|twenty[\s-]four) hours a day|(?:a)?round[\s-]the[\s-]clock|day-to-day basis", _fixed(None)),
    # --- days of the week, school days, parts of the day ----------------------------------------------------------
    ("alternate alternating", "frequency", rf"(?:on\s|every\s|each\s)?(?:alternate|alternating)\s(?P<p>{PERIOD})", lambda m: _weekly(1.0, per_week(m["p"]), 2.0)),
    (DAY_NAMES, "frequency", rf"(?:on\s)?(?:(?:{DAYS})(?:s|\s(?:mornings|afternoons|evenings|nights|lunchtimes))(?:,\s|\sand\s|,\sand\s|\s?&\s?|\sor\s)?)+(?:\s?{PART})?", _listed_days),
    (DAY_NAMES, "frequency", rf"(?:on\s)?(?:(?:{DAYS})(?:,\s|\sand\s|,\sand\s|\s?&\s?))+(?:{DAYS})s(?:\s{PART})?", _listed_days),
    ("mon monday mondays mons", "frequency", r"\bmon(?:day)?s?\s?(?:to|-|–|until|through)\s?fri(?:day)?s?\b", _fixed({"per_week": 5.0})),
    ("on at over during in schooldays weekdays", "frequency", rf"(?:on|at|over|during|in)\s(?:the\s)?(?:school[\s-]?(?:days|nights|mornings|evenings)|week[\s-]?(?:days|nights|ends|day (?:evenings|mornings|afternoons)))(?:\s{PART})?|\bschooldays\b|\bweekdays\b", lambda m: {"per_week": 1.0 if "end" in m[0].lower() else 5.0}),
    ("at over", "frequency", r"(?:at|over) the weekend(?!\s(?:of|before|after))(?:,? both days)?", lambda m: {"per_week": 2.0 if "both" in m[0] else 1.0}),
    ("in during of at through overnight", "frequency", r"(?:in|during) the (?:mornings|evenings|afternoons|nights|daytime|school holidays|holidays)(?!\sof)|of an evening|of a (?:morning|night|weekend)|(?:at|during) (?:mealtimes|bedtimes|playtimes|lunchtimes|breaktimes|break times|teatimes|bath times|nights)|(?:during|in|through) (?:the )?(?:school )?term[\s-]time|overnight(?=\s(?:and|by)\b)", _fixed(None)),
    ("the on in", "frequency", rf"(?:on\s|in\s)?(?:the\s)(?:first|second|third|fourth|last)\s(?:{DAYS}|week|weekend)\s(?:of|in)\s(?:each|every|the)\s(?P<p>month|term)", lambda m: _weekly(1.0, per_week(m["p"]))),
    # --- bare counts --------------------------------------------------------------------------------------------
    (COUNTED, "count", rf"(?P<c>{APPROX}(?:on\s)?(?:twice|thrice|{VAGUE}\s(?:separate\s|different\s)?(?:times|occasions)))\b(?!\s(?:as|the|more|his|her|their|its|bigger|older|that|a\b|an\b|each|per|out\b))", lambda m: {"count": _times(m["c"]) or 0.0}),
    ("only just at more but never", "count", r"(?:(?:only|just|at least|more than|but|never more than)\s)once\b(?!\s(?:again|more|he|she|they|it|the|i)\b)", _fixed({"count": 1.0})),
    ("once", "once", r"\bonce(?=,?\s(?:since|this|last|in\s(?:the|\d|january|february|march|april|may|june|july|august|september|october|november|december)|during|over)\b)(?!\sin a)", _fixed({"count": 1.0})),
    (COUNTED, "happening", rf"(?P<c>{NUMBER})\s(?:such\s)?(?:[a-z-]+\s){{0,2}}[a-z]+s(?=,?\s(?:since|in the (?:last|past)|between|during the (?:last|past))\b)", lambda m: {"count": number(m["c"]) or 0.0}),
    # --- durations ------------------------------------------------------------------------------------------------
    (COUNTED, "duration", rf"(?P<n>{NUMBER})[\s-]?(?:full\s|whole\s|school\s|consecutive\s|further\s|more\s)?(?P<unit>{LENGTH})\b{_UNIT_NOT}(?P<half>\sand a half)?", _length),
    ("a an half three", "duration", r"(?<!\bonce )(?<!\btwice )\b(?P<a>an?|half an?|a quarter of an|three quarters of an|a whole|a full)\s(?P<unit>hour|fortnight)\b(?!\s(?:ago|old))(?P<half>\sand a half)?", _one_length),
    ("a about nearly almost over half", "duration", r"(?:(?<=\bfor )|(?<=\bwas )|(?<=\bis )|(?<=\bof )|(?<=\bor ))(?P<a>a|about a|nearly a|almost a|over a|half a|a whole|a full)\s(?P<unit>week|month|term|year|day|night|weekend)\b(?!\s(?:ago|old|or so ago))(?P<half>\sand a half)?", _one_length),
    ("lasted lasts last took takes after within nearly almost over", "duration", r"(?:lasted|lasts|last|took|takes|after|within|nearly|almost|over)\s(?P<a>a|half a|a whole|a full)\s(?P<unit>week|month|term|year|day|night|weekend)\b(?!\s(?:ago|old))(?P<half>\sand a half)?", _one_length),
    ("all the half most much", "duration", r"(?:all|the whole|the entire|half the|most of the|much of the|the rest of the)\s(?P<p>day|night|morning|afternoon|evening|weekend|week|time at home)\b(?:\slong)?", lambda m: 1.0 if re.match(r"(?:all|the whole) day", m[0], re.I) else None),
    ("throughout all right through", "duration", r"(?:throughout|all through|right through|through)\s(?:the|each|every)\s(?:day|night|week|year|morning|afternoon|evening|school day)", _fixed(None)),
    ("until for indefinitely", "duration", r"until further notice|for the foreseeable future|indefinitely", _fixed(None)),
]  # fmt: skip


def _every_units(m: "re.Match[str]") -> dict[str, float] | None:
    words = m[0].split()
    return _weekly(1.0, per_week(words[-1]), number(" ".join(words[1:-1])) or 3.0)


def _interval(m: "re.Match[str]") -> dict[str, float] | None:
    step = {"half": 0.5, "bi": 2.0}.get(m["n"].lower()) or number(m["n"])
    return _weekly(1.0, _adverb(m["p"]), step)


PATTERNS: tuple[Pattern, ...] = tuple((starts, label, whole(source), make) for starts, label, source, make in _SOURCES)
