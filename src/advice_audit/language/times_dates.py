"""Patterns for dates and deadlines, and the days they stand for.

A pattern's function takes the match and an `Anchor` (the day the advice was completed and the child's date of
birth, either unknown) and returns the first and last day meant, or None where that can't be told.
"""

# A pattern is read as one line.

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from advice_audit.language import times_calendar as calendar
from advice_audit.language.times_calendar import Interval
from advice_audit.language.times_words import COUNTED, DAYS, NUMBER, ORDINALS, days_in, number, whole

MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name[:n]: i for i, name in enumerate(MONTH_NAMES, 1) for n in (3, len(name))} | {"sept": 9}
ROMAN = {r: i for i, r in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1)}
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
YEAR = (
    r"(?:(?:19|20)\d\d|['’]\d\d|\d\d(?![\w:]|\.\d|\s?(?:%|hours|hrs|minutes|mins|weeks|days|times|children|sessions)))"
)
FULL_YEAR = r"(?:(?:19|20)\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?"
_WEEKDAY = rf"(?:(?:{DAYS}|mon|tues?|weds?|thurs?|fri|sat|sun)\.?,?\s)?(?:the\s)?"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates hang on: the day the advice was completed, and the child's date of birth."""

    completed: date | None = None
    dob: date | None = None


Days = Callable[["re.Match[str]", Anchor], Interval | None]


def full_year(text: str) -> int:
    """Return a year in full: two figures up to 39 are this century's."""
    year = int(text.strip("'’ "))
    if year >= 100:
        return year
    return year + (2000 if year < 40 else 1900)


def month_number(text: str) -> int | None:
    """Return 1 to 12 for an English month, short or long, or a Roman numeral."""
    key = text.lower().strip(". ")
    return MONTHS.get(key) or MONTHS.get(key[:3] if len(key) > 2 else "") or ROMAN.get(key)


def _day(year: int, month: int | None, day: int) -> Interval | None:
    try:
        found = date(year, month or 0, day)
    except ValueError:
        return None
    return found, found


def _figures(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _nearest(anchor: Anchor, month: int | None, day: int) -> Interval | None:
    """Return a day named without its year: the latest that is not more than four months after completion."""
    if anchor.completed is None or month is None:
        return None
    for year in (anchor.completed.year + 1, anchor.completed.year, anchor.completed.year - 1):
        found = _day(year, month, day)
        if found and found[0] <= calendar.add_months(anchor.completed, 4):
            return found
    return None


def _nearest_month(anchor: Anchor, month: int | None, ahead: bool = False) -> Interval | None:
    if anchor.completed is None or month is None:
        return None
    year = anchor.completed.year
    if ahead:
        return calendar.month_range(year + (month < anchor.completed.month), month)
    found = calendar.month_range(year, month)
    return found if found[0] <= calendar.add_months(anchor.completed, 3) else calendar.month_range(year - 1, month)


def _numeric(m: "re.Match[str]", _: Anchor) -> Interval | None:
    return _day(full_year(m["y"]), int(m["m"]), int(m["d"]))


def _worded(m: "re.Match[str]", _: Anchor) -> Interval | None:
    return _day(full_year(m["y"]), month_number(m["m"]), _figures(m["d"]))


def _yearless(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    return _nearest(anchor, month_number(m["m"]), _figures(m["d"]))


def _month(m: "re.Match[str]", _: Anchor) -> Interval | None:
    month = month_number(m["m"])
    return calendar.month_range(full_year(m["y"]), month) if month else None


def _bare_month(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    words = m[0].lower()
    if "last" in words and anchor.completed:
        month = month_number(m["m"])
        year = anchor.completed.year - (month is not None and month >= anchor.completed.month)
        return calendar.month_range(year, month) if month else None
    return _nearest_month(anchor, month_number(m["m"]), ahead=any(w in words for w in ("next", "coming", "by ")))


def _feast(name: str, year: int) -> Interval | None:
    if name.startswith("christmas") or name == "xmas":
        return _day(year, 12, 25)
    if name.startswith("new year"):
        return _day(year, 1, 1)
    if name.startswith("easter"):
        return calendar.easter(year), calendar.easter(year)
    if name == "halloween":
        return _day(year, 10, 31)
    if name == "michaelmas":
        return _day(year, 9, 29)
    if name == "bonfire night":
        return _day(year, 11, 5)
    return None


def _named(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    """Return the days of a season, a feast or a term, with its year or the likeliest one."""
    words = re.sub(r"\s+", " ", m[0].lower())
    if m["y"]:
        return _named_in(m["n"].lower(), m["k"], full_year(m["y"]))
    if anchor.completed is None:
        return None
    ahead = bool(re.search(r"\b(?:next|coming)\b|^(?:by|before|until|till)\b", words))
    years = range(anchor.completed.year - 1, anchor.completed.year + 2)
    found = [i for y in years if (i := _named_in(m["n"].lower(), m["k"], y))]
    if ahead:
        return next((i for i in found if i[1] >= anchor.completed), None)
    if "this" in words:
        return next((i for i in found if i[0] <= anchor.completed <= i[1]), None)
    past = [i for i in found if (i[1] if "last" in words else i[0]) <= anchor.completed]
    return past[-1] if past else None


def _named_in(name: str, kind: str | None, year: int) -> Interval | None:
    kind = (kind or "").lower()
    if name in ("spring", "summer", "autumn", "winter"):
        if kind.startswith("term") and name != "winter":
            return calendar.term(name, year)
        if "holiday" in kind or "break" in kind:
            return date(year, 7, 20), date(year, 8, 31)
        return calendar.season(name, year)
    return _feast(name, year)


def _relative_period(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    """Return last/this/next week, month or year, or the last so many of them."""
    day = anchor.completed
    if day is None:
        return None
    step = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "following": 1}[m["w"].lower()]
    unit = m["unit"].lower().rstrip("s")
    if unit == "week":
        start = day - timedelta(day.weekday()) + timedelta(7 * step)
        return start, start + timedelta(6)
    if unit == "month":
        moved = calendar.add_months(day.replace(day=1), step)
        return calendar.month_range(moved.year, moved.month)
    if unit in ("academic year", "school year"):
        year = calendar.academic_year(day) + step
        return date(year, 9, 1), date(year + 1, 8, 31)
    return calendar.year_range(day.year + step) if unit == "year" else None


def _ago(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    found = _moved(m, anchor, -1)
    return (found, found) if found else None


def _moved(m: "re.Match[str]", anchor: Anchor, sign: int) -> date | None:
    figure = 1.0 if m["n"].lower() in ("a", "an") else number(m["n"])
    unit = m["unit"].lower().removesuffix("s")
    if figure is None or anchor.completed is None:
        return None
    if unit in ("month", "mth", "year", "yr"):
        months = round(figure * (12 if unit.startswith("y") else 1))
        return calendar.add_months(anchor.completed, sign * months)
    days = days_in(unit)
    return anchor.completed + timedelta(sign * round(figure * days)) if days else None


def _within(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    found = _moved(m, anchor, 1)
    return (found, found) if found else None


def _today(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    if anchor.completed is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(m[0].lower(), 0)
    return anchor.completed + timedelta(shift), anchor.completed + timedelta(shift)


def _academic(m: "re.Match[str]", _: Anchor) -> Interval | None:
    first = full_year(m["y"])
    return date(first, 9, 1), date(first + 1, 8, 31)


def _span(m: "re.Match[str]", _: Anchor) -> Interval | None:
    first, last = full_year(m["y"]), full_year(m["z"])
    return (date(first, 1, 1), date(last, 12, 31)) if last >= first else None


def _unknown(m: "re.Match[str]", _: Anchor) -> Interval | None:
    return None


_PART = r"(?:(?:early|late|mid|the (?:start|beginning|end|middle|close) of|the (?:first|second|third|last) week (?:of|in)|end of|start of|the rest of)[\s-](?:the\s)?)"
_SEASON = rf"(?P<n>spring|summer|autumn|winter|christmas|xmas|easter|new year|halloween|michaelmas|bonfire night)(?:['’]s)?(?:\s(?P<k>terms?|holidays?|half[\s-]term|break|day|eve|period))?(?:(?:\s|\sof\s|,\s)(?P<y>{FULL_YEAR}|['’]\d\d))?"
WEEKDAYS = DAYS.replace("|", " ") + " mon tue tues wed weds thur thurs fri sat sun"
MONTH_WORDS = " ".join(MONTHS)
RELATIVE = "the last previous past this next coming following"
# The words that an expression can begin with, the pattern, and how to the days it means.
_SOURCES: list[tuple[str, str, Days]] = [
    ("0", rf"(?P<y>{FULL_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)", _numeric),
    ("0", r"(?P<d>0?[1-9]|[12]\d|3[01])\s?(?P<s>[/.\-])\s?(?P<m>0?[1-9]|1[0-2])\s?(?P=s)\s?(?P<y>(?:19|20)\d\d|\d\d)", _numeric),
    ("0 the " + WEEKDAYS, rf"{_WEEKDAY}(?P<d>{_DAY})[\s./-]*(?:of\s|day of\s)?(?P<m>{MONTH})[\s,./-]*(?P<y>{YEAR})", _worded),
    (MONTH_WORDS, rf"(?P<m>{MONTH})\s(?P<d>{_DAY}),?\s(?P<y>{FULL_YEAR})", _worded),
    ("0", r"(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>i{1,3}|iv|vi{0,3}|ix|xi{0,2})\.(?P<y>(?:19|20)\d\d|\d\d)", _worded),
    ("0 the " + WEEKDAYS, rf"{_WEEKDAY}(?P<d>{_DAY})\s(?:of\s)?(?P<m>{MONTH})(?!\s?['’]?\d)", _yearless),
    (MONTH_WORDS, rf"(?P<m>{MONTH})\s(?:the\s)?(?P<d>\d\d?(?:st|nd|rd|th))(?!\s\d)", _yearless),
    (MONTH_WORDS + " early late mid the end start", rf"(?:{_PART})?(?P<m>{MONTH})[\s,-]*(?:of\s)?(?P<y>{YEAR})", _month),
    (MONTH_WORDS, rf"(?P<m>{MONTH})\s(?:to|and|until|[-–])\s{MONTH}\s(?P<y>{FULL_YEAR})", _unknown),
    (MONTH_WORDS, rf"(?<=between )(?P<m>{MONTH})\sand\s{MONTH}", _unknown),
    (MONTH_WORDS + " last this next early late mid", rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\bfrom )|(?<=\bduring )|(?<=\bof )|(?<=\bfor )|(?<=\bby )|(?<=\buntil )|(?<=\btill )|(?<=\bto )|(?<=\band )|(?<=\bbefore )|(?<=\bafter )|(?<=\bon )|(?<=\bto )|(?:last|this|next|early|late|mid)[\s-])(?P<m>{MONTH})(?!\s?\d)(?!['’]s)", _bare_month),
    ("0", rf"(?P<y>{FULL_YEAR})\s?(?:to|until|till|and|[-–])\s?(?P<z>{FULL_YEAR})", _span),
    ("0 the academic", rf"(?:the\s)?(?:academic year\s)?(?P<y>{FULL_YEAR})\s?[/–-]\s?\d\d(?:\sacademic year)?(?![\d/-])", _academic),
    ("0 early late mid", rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\bfrom )|(?<=\bduring )|(?<=\bof )|(?<=\bby )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )|(?<=\bearly )|(?<=\blate )|(?<=\bparty ))(?:early\s|late\s|mid[\s-])?(?P<y>{FULL_YEAR})(?![\d/-]|\.\d)", lambda m, _: calendar.year_range(int(m["y"]))),
    ("0", rf"^(?P<y>{FULL_YEAR})(?=\s?[:–,-])", lambda m, _: calendar.year_range(int(m["y"]))),
    ("spring summer autumn winter christmas xmas easter new halloween michaelmas bonfire early late mid the end start last this next over in", rf"(?:{_PART}|(?:last|this|next|the coming|the following|the|over the|in)\s)*{_SEASON}(?!\s(?:club|fair|play|party|show|scheme|school))", _named),
    ("last this next the after since over during at october february may autumn spring summer half", r"(?:(?:last|this|next|the (?:coming|following|previous|past|last|next|first|second|third)|after|since|over|during|at|(?:the\s)?(?:october|february|may|autumn|spring|summer))\s)+half[\s-]?term(?:\s(?:20\d\d))?", _unknown),
    (RELATIVE, r"(?:the\s)?(?P<w>last|previous|past|this|next|coming|following)\s(?P<unit>weeks?|months?|years?|(?:academic|school) year)(?!\sold)", _relative_period),
    (RELATIVE + " in over during for within first", rf"(?:(?:in|over|during|for|within)\s)?(?:the\s)?(?:last|past|previous|next|coming|first|following)\s(?:{NUMBER}\s)?(?:school\s)?(?:days?|weeks?|fortnight|months?|terms?|years?|half[\s-]terms?|weekend|night|summer holidays|academic years?)", _unknown),
    ("this the", r"(?:this|the (?:start|beginning|end) of (?:the |this )?)\s?(?:school |autumn |spring |summer )?term", _unknown),
    ("last next this on since until", rf"(?:last|next|this|on|since|until)\s(?:(?:{DAYS})\b)(?:\s(?:morning|afternoon|evening|night|week|last)\b)?(?!\s(?:mornings|afternoons|evenings|nights))", _unknown),
    (COUNTED, rf"(?P<n>{NUMBER}|an?)\s(?P<unit>days?|weeks?|fortnights?|months?|mths?|years?|yrs?)\s(?:ago|earlier|previously|before that)", _ago),
    ("yesterday today tomorrow", r"yesterday|today|tomorrow", _today),
    ("since", r"since (?:birth|(?:he|she|they) (?:was|were) (?:born|a baby|little)|then|(?:my|our|the) last (?:visit|review|meeting))", _unknown),
    ("in during", r"(?:in|during) the (?:weeks?|month|days|year|fortnight) (?:before|after|since|leading up to) (?:my|our|the|his|her|this)(?: \w+){1,2}", _unknown),
    ("the summer easter christmas school half", r"(?:the\s)?(?:summer|easter|christmas|school|half[\s-]term) holidays", _unknown),
    ("the", r"(?<=on )the \d\d?(?:st|nd|rd|th)\b(?!\s\w+ (?:floor|of))", _unknown),
]  # fmt: skip
_COMMENCING = r"(?:(?:w/c|week commencing|w/e|week ending|week of)\s)?"
PATTERNS = tuple((starts + " w week", whole(f"{_COMMENCING}(?:{source})"), days) for starts, source, days in _SOURCES)

_ORDINAL = "|".join(ORDINALS)
_END = r"(?:(?:the\s)?(?:very\s)?(?:end|close|start|beginning|middle|last day)\s(?:of|to)\s(?:the\s|this\s|his\s|her\s|their\s|next\s)*)"
_PRONOUN = r"(?:he|she|they|the (?:child|young person)|[A-Z][\w'’-]+)"
BY = "by before at until till on within in inside over during"
_DEADLINES: list[tuple[str, str, Days]] = [
    (BY, r"(?:by|before|at|until|till)\s" + _END + r"(?:\w+['’]s\s(?:time in\s)?)?(?:year|yr|y)\s?(?P<g>\d\d?|[a-z]+)\b", lambda m, a: _end_of_year(m, a)),
    (BY, r"(?:by|before|at|until|till)\s" + _END + r"?(?:the\s|this\s|next\s|that\s|coming\s)*(?:academic|school|calendar|financial|tax)\s(?:year|term)(?:\s(?P<y>(?:19|20)\d\d))?(?:\s?[/–-]\s?\d\d(?:\d\d)?)?", lambda m, a: _end_of_academic(m, a)),
    (BY, r"(?:by|before|at|until|till)\s" + _END + r"(?:term|half[\s-]term|year|week|month|primary(?: school)?|secondary(?: school)?|key stage \d|reception|nursery|the programme|the course|the plan|placement)\b", lambda m, a: _unknown(m, a)),
    (BY, r"(?:by|before|until|till)\s(?:the time\s|when\s)(?:that\s)?(?P<who>[^.,;:()\n]{0,30}?)\s(?:finish(?:es)?|leaves?|completes?|ends?)\s(?:year|yr)\s?(?P<g>\d\d?|[a-z]+)", lambda m, a: _end_of_year(m, a)),
    (BY, r"by the time\s[^.,;:()\n]{3,60}", _unknown),
    (BY, r"(?:by|before|until|till|on)\s(?:his|her|their|\w+['’]s)\s(?P<o>\d\d?(?:st|nd|rd|th)|" + _ORDINAL + r")\sbirthday", lambda m, a: _birthday(m, a)),
    (BY, rf"(?:by|before|until|till)\s(?:the time\s)?{_PRONOUN}\s(?:is|turns|reaches|becomes|reaches the age of)\s(?P<o>{NUMBER})\b", lambda m, a: _birthday(m, a)),
    (BY, rf"by (?:the )?age (?:of )?(?P<o>{NUMBER})\b", lambda m, a: _birthday(m, a)),
    (BY, rf"(?:within|in under|inside)\s(?:the\s(?:next|first|coming)\s)?(?P<n>{NUMBER}|an?)\s(?:school\s|calendar\s|working\s)?(?P<unit>weeks?|fortnights?|months?|mths?|years?|yrs?|terms?)(?!\sof (?:the )?(?:lights|waking))", _within),
    (BY, rf"in\s(?P<n>{NUMBER}|an?)\s(?P<unit>weeks?|fortnights?|months?|mths?|years?|yrs?|terms?)['’]?s?['’]?\stime", _within),
    (COUNTED, rf"(?P<n>{NUMBER})\s(?P<unit>weeks?|months?|years?)\sfrom now", _within),
    (BY, rf"(?:in|over|during|within)\s(?:the\s)?(?:next|coming|following)\s(?:(?P<n>{NUMBER})\s)?(?P<unit>weeks?|months?|terms?|years?|half[\s-]term|academic year|school year)", lambda m, a: _within(m, a) if m["n"] else None),
]  # fmt: skip
DEADLINES = tuple((starts, whole(source), days) for starts, source, days in _DEADLINES)
BEFORE_DATE = re.compile(
    r"(?P<by>\b(?:by|before|until|till|(?:no|not) later than|due (?:by|on)|up to|on or before|end(?:s|ing|ed|s in)?:?(?: on| in| by| of)?|"
    r"expires?(?: on| in)?|runs? (?:to|until|till)|to|end date:?|finish(?:es)?(?: on| in)?|at the end of|end of)"
    r"(?:\s(?:(?:the\s)?(?:very\s)?(?:end|close|start|beginning|middle)\sof|early|late|mid))?(?:\sthe)?[\s:-])$",
    re.I,
)


def _grade(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    figure = number(text)
    return int(figure) if figure is not None else None


def _end_of_year(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    grade = _grade(m["g"])
    if grade is None or grade > 14 or anchor.dob is None:
        return None
    day = calendar.end_of_school_year(anchor.dob, grade)
    return day, day


def _end_of_academic(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    if not m["y"] and anchor.completed is None:
        return None
    words = m[0].lower()
    if "term" in words:
        return None
    year = int(m["y"]) if m["y"] else calendar.academic_year(anchor.completed or date.min) + 1
    last = date(year, 12, 31) if "calendar" in words else date(year, 7, 31)
    return last, last


def _birthday(m: "re.Match[str]", anchor: Anchor) -> Interval | None:
    text = m["o"].lower()
    if text in ORDINALS:
        age: float | None = ORDINALS.index(text) + 1
    else:
        age = _figures(text) if text[0].isdigit() else number(text)
    if age is None or anchor.dob is None:
        return None
    day = calendar.birthday(anchor.dob, int(age))
    return day, day


def parse_date(text: str) -> date | None:
    """Return the first full date (day, month and year) in a text, in any usual British form, or None."""
    found = dates_in(text)
    return found[0][1] if found else None


def dates_in(text: str) -> list[tuple[int, date]]:
    """Return every full date in a text with the offset at which it starts, in order."""
    seen: dict[int, date] = {}
    for _, pattern, days in PATTERNS[:5]:
        for match in pattern.finditer(text):
            interval = days(match, Anchor())
            if interval is not None and not any(s <= match.start() < s + 6 for s in seen):
                seen[match.start()] = interval[0]
    return sorted(seen.items())
