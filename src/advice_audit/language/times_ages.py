"""Patterns for ages (in years) and school years (0 is Reception, -1 Nursery)."""

# A pattern is read as one line.

import re

from advice_audit.language.times_words import COUNTED, NUMBER, number, whole

_AGE = rf"(?P<n>{NUMBER})"
_SOURCES = (
    ("age aged", rf"(?:aged?|age:|age of)\s?(?:about\s|only\s|just\s)?{_AGE}(?:\s?(?P<u>years?|yrs?|months?|mths?))?(?:\sold|\sof age)?"),
    (COUNTED, rf"(?:an?\s)?{_AGE}[\s-]?(?P<u>years?|yrs?|months?|mths?|weeks?|y/o|yo)[\s-](?:olds?|of age)"),
    (COUNTED, rf"{_AGE}\s?(?:y/o|yo)"),
    ("boy girl man woman lad child son daughter brother sister one youngster",
     rf"(?:boy|girl|man|woman|lad|child|son|daughter|brother|sister|one|youngster)\sof\s{_AGE}(?!\s\w+s\b)"),
    (COUNTED, rf"(?:(?<=[,;(]\s)|(?<=\bis\s)){_AGE}\s(?P<u>years|yrs)(?=[.,;)\n]|\sand\b|$)"),
    ("0", r"(?:(?<=[a-z],\s)|(?<=[a-z]\s\())(?P<n>[1-9]|1\d|2[0-5])(?=,\s[a-z]|\))"),
    (COUNTED, rf"(?<=\s){_AGE}(?=[.,;:)\n]|$|\s(?:and|when|but|years|now|with|on|at)\b|\sin\s[A-Z])(?!\sand\s(?:a half|one|two))"),
)  # fmt: skip
AGES = tuple((starts, whole(source)) for starts, source in _SOURCES)
# "He is nine", "Theo, who was six", "nearly ten": a bare number is an age only after words like these.
BARE = AGES[-1][1]
ASIDE = AGES[-2][1]
BEFORE_ASIDE = re.compile(r"(?:^|[^\w.])(?!Year|Section|Part|Flat|Room|Page|Outcome|Note)[A-Z][a-zÀ-ÿ’'-]+,?\s\(?$")
BEFORE_AGE = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|who|I|[A-Z][\w’'-]+)(?:\s(?:is|was|were|am|turned|turns|will be)|['’](?:s|m))"
    r"(?:\s(?:now|only|just|still|nearly|almost|presently|currently|not yet))?|\b[Nn]early|\b[Aa]lmost|\bjust turned|"
    r"\babout to turn|\b[Rr]ising)\s$"
)
SCHOOL_YEARS: tuple["re.Pattern[str]", ...] = (
    re.compile(r"(?<![\w/])(?:in\s)?(?:[Yy]ears?|YEAR|[Yy]rs?|Y)\.?[ \t\xa0]?(?P<n>1[0-4]|[0-9]|R)(?![\w/]|\.\d|\s?%)(?!\s(?:old|months|of age|ago|years))"),
    re.compile(r"(?<!\w)(?:in\s)?(?:[Yy]ear|[Yy]r)\s(?P<n>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen)(?!\w)"),
    re.compile(r"(?<!\w)(?:[Ss]chool [Yy]ear|[Yy]ear [Gg]roup|NCY|NC [Yy]ear)[^\w\n]{1,3}(?P<n>1[0-4]|[0-9])(?![\w/])"),
    re.compile(r"(?<!\w)(?:[Tt]he\s)?(?P<n>Reception)\b(?!\s(?:desk|area|staff|room|and phone))(?:\s(?:class|year))?|(?<!\w)(?P<y>Year R)\b"),
    re.compile(r"(?:(?<=in )|(?<=attends )|(?<=to )|^)(?P<n>Nursery)(?=\s(?:class|at|and|school)|[.,;\n]|$)", re.M),
)  # fmt: skip


def age_in_years(match: "re.Match[str]") -> float | None:
    """Return the years that a match of `AGES` means, or None for something that cannot be a child's or parent's age."""
    figure = number(match["n"])
    unit = (match.groupdict().get("u") or "year").lower()
    if figure is None:
        return None
    if unit.startswith("w"):
        return round(figure / 52, 2)
    if unit.startswith("m"):
        return round(figure / 12, 2)
    return figure if figure <= 110 else None


def school_year_number(match: "re.Match[str]") -> int | None:
    """Return the number of the school year: Reception is 0, Nursery -1."""
    text = (match["n"] or "R").lower() if "n" in match.groupdict() else "r"
    if text in ("r", "reception"):
        return 0
    if text == "nursery":
        return -1
    figure = number(text)
    return int(figure) if figure is not None else None
