"""Words of time: numbers, units and periods, as regular expressions and as figures."""

# A pattern is read as one line.

import re

UNITS = {
    "half a dozen": 6.0, "a dozen": 12.0, "a couple of": 2.0, "a couple": 2.0, "a pair of": 2.0, "a few": 3.0,
    "several": 4.0, "a handful of": 4.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0,
    "fourteen": 14.0, "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0,
}  # fmt: skip
TENS = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0, "a hundred": 100.0, "one hundred": 100.0,
}  # fmt: skip
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()

_words = "|".join(sorted((w.replace(" ", r"\s") for w in UNITS), key=len, reverse=True))
_tens = "|".join(sorted((w.replace(" ", r"\s") for w in TENS), key=len, reverse=True))
_small = "one|two|three|four|five|six|seven|eight|nine"
ONE_NUMBER = rf"(?:\d+(?:\.\d+)?½?|½|(?:{_tens})(?:[-\s](?:{_small}))?|{_words})"
NUMBER = rf"(?:{ONE_NUMBER}(?:\s?(?:-|–|to|or|and)\s?{ONE_NUMBER})?)"
"""A number in figures or words, or a range of two ("2-3", "two or three", "a few")."""
VAGUE = rf"(?:{NUMBER}|many|numerous|multiple)"

DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
PART = r"(?:mornings?|afternoons?|evenings?|nights?|lunchtimes?|daytimes?|teatimes?)"

# How often a period comes round in a week.
PER_WEEK = {
    "day": 7.0, "night": 7.0, "morning": 7.0, "afternoon": 7.0, "evening": 7.0, "bedtime": 7.0, "mealtime": 21.0,
    "meal": 21.0, "week": 1.0, "wk": 1.0, "weekend": 1.0, "weekday": 5.0, "schoolday": 5.0, "school day": 5.0,
    "school night": 5.0, "school morning": 5.0, "school week": 1.0, "fortnight": 0.5, "month": 12 / 52, "mth": 12 / 52,
    "quarter": 4 / 52, "term": 3 / 52, "half term": 6 / 52, "half-term": 6 / 52, "year": 1 / 52, "yr": 1 / 52,
    "annum": 1 / 52,
}  # fmt: skip
PERIOD = (
    r"(?:school[\s-]?(?:day|night|morning|week|afternoon)s?|half[\s-]terms?|week(?:end|day)?s?(?:\s"
    + PART
    + r")?|wks?|days?|nights?|mornings?|afternoons?|evenings?|bedtimes?|mealtimes?|meals?|fortnights?|months?|mths?|"
    rf"quarters?|terms?|years?|yrs?|annum|(?:{DAYS})s?(?:\s{PART})?)"
)
LENGTHS = {"minute": 1 / 1440, "min": 1 / 1440, "hour": 1 / 24, "hr": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0,
           "wk": 7.0, "weekend": 2.0, "fortnight": 14.0, "month": 30.0, "mth": 30.0, "term": 91.0, "half-term": 45.0,
           "year": 365.0, "yr": 365.0}  # fmt: skip
LENGTH = (
    r"(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|weekends?|fortnights?|months?|mths?|terms?|years?|yrs?)"
)
APPROX = (
    r"(?:(?:about|around|roughly|approximately|approx\.?|some|up to|at least|at most|as many as|no more than|"
    r"not more than|more than|less than|fewer than|over|under|nearly|almost|only|just|perhaps|maybe|usually)\s)*"
)


COUNTED = " ".join(
    {w.split()[0] for w in (*UNITS, *TENS)}
    | set(
        (
            "0 ½ x once twice thrice many numerous multiple an about around roughly approximately approx some up at as no "
            "not"
        ).split()
    )
    | set(["more", "less", "fewer", "over", "under", "nearly", "almost", "only", "just", "perhaps", "maybe", "usually"])
)
"""The first words of what is counted; `0` stands for any figure."""


def whole(source: str) -> "re.Pattern[str]":
    """Compile a pattern that matches whole words only, whatever their case."""
    return re.compile(rf"(?<![\w/£])(?:{source})(?!\w)", re.I | re.M)


def number(words: str) -> float | None:
    """Return the figure for a number in words or figures, the middle of a range, or None."""
    text = re.sub(r"\s+", " ", words.strip().lower())
    single = _single(text)
    if single is not None:
        return single
    parts = re.split(r"\s?(?:–|\bto\b|\bor\b|\band\b)\s?|(?<=\d)\s?-\s?(?=\d)|\s-\s", text)
    values = [_single(p) for p in parts if p]
    known = [v for v in values if v is not None]
    return sum(known) / len(known) if known and len(known) == len(values) else None


def _single(text: str) -> float | None:
    if text in UNITS or text in TENS:
        return UNITS.get(text) or TENS[text]
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    if re.fullmatch(r"\d*½", text):
        return float(text[:-1] or 0) + 0.5
    head, _, tail = text.replace(" ", "-").partition("-")
    if head in TENS and tail in UNITS:
        return TENS[head] + UNITS[tail]
    return None


def singular(period: str) -> str:
    """Return a period's key in `PER_WEEK` ("School Days" -> "school day", "Tuesday evenings" -> "tuesday")."""
    text = re.sub(r"[\s-]+", " ", period.strip().lower())
    if match := re.match(rf"(?:{DAYS})", text):
        return match[0]
    if text.startswith(("weekday", "weekend", "week ")) and " " in text:
        text = text.split(" ")[0]
    return text if text in PER_WEEK else text.removesuffix("s")


def per_week(period: str) -> float | None:
    """Return how often a period comes round in a week, or None for one that has no rhythm."""
    key = singular(period)
    if re.fullmatch(DAYS, key):
        return 1.0
    return PER_WEEK.get(key)


def days_in(unit: str) -> float | None:
    """Return the length of a unit in days."""
    key = unit.strip().lower()
    return LENGTHS.get(key) or LENGTHS.get(key.removesuffix("s"))
