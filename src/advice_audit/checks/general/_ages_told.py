"""Ages and school years said of the child in ways that name no "he is": "at eight, Sam ...", "his last year of primary"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from advice_audit.language.times_words import NUMBER, number
from advice_audit.rubric.calendar import school_year

if TYPE_CHECKING:
    from advice_audit.language.facts import Facts

_N = rf"(?P<n>{NUMBER})"
# "At twenty-five he wants to be a cook" tells no age.
_NOT_A_WISH = r"(?! (?:(?:also|still|really) )?(?:wants?|would|will|hopes?|wishes|plans?|dreams?|intends?|expects?|could|should|might|sees (?:him|her|them)sel))(?!['’](?:d|ll)\b)"
_BOY = {"he": "boy|lad|young man|youngster|child", "she": "girl|lass|young woman|youngster|child"}
_OTHERS = re.compile(
    r"\b(?:brother|sister|cousin|friend|friends|another|other|neighbour|grandson|granddaughter|nephew|niece|same age|typical|most|any|every|when|was|were|until|since|"
    r"would have|like a|as a|than a|(?:level|ability|abilities|skills|understanding|speech|language|size|strength|mind|needs) of)\b",
    re.I,
)
# "The language of a child of two", "taught a boy of nine".
_COMPARED = re.compile(r"\b(?:of|like|than|as|by|with|teach|taught|saw|sees?|met)\s$", re.I)
# A plan ends at 25; whoever is older is somebody else.
OLDEST = 25
# School years, from and to, that a stage holds: Reception is 0.
STAGES: tuple[tuple["re.Pattern[str]", int, int], ...] = tuple(
    (re.compile(pattern, re.I), first, last)
    for pattern, first, last in (
        (r"\b(?:in|is in|now in) (?:his|her|their) (?:last|final) year (?:of|at) (?:the )?primary(?: school)?\b", 6, 6),
        (r"\b(?:is |are |will be |due to )?(?:start|starts|starting|move|moves|moving|go|goes|going) (?:to |up to |on to )?secondary(?: school)? (?:next|this|in) september\b", 6, 6),
        (r"\b(?:in|is in|now in) (?:his|her|their) first year (?:of|at) secondary(?: school)?\b", 7, 7),
        (r"\bis an? (?:key stage 1|ks1) (?:pupil|child|student|learner)\b", 1, 2),
        (r"\bis an? (?:key stage 2|ks2) (?:pupil|child|student|learner)\b", 3, 6),
        (r"\bis an? (?:key stage 3|ks3) (?:pupil|child|student|learner)\b", 7, 9),
        (r"\bis an? (?:key stage 4|ks4) (?:pupil|child|student|learner)\b", 10, 11),
        (r"\b(?:is|in) (?:his|her|their) (?:final|last) gcse year\b", 11, 11),
    )
)  # fmt: skip


def wrong_stage(text: str, facts: "Facts") -> str | None:
    """Return the words that put the child in a stage of school in which the date of birth does not.

    Args:
        text: of one sentence.
        facts: for the dates of birth and completion.
    """
    if facts.dob is None or facts.completed is None:
        return None
    year = school_year(facts.dob, facts.completed)
    for pattern, first, last in STAGES:
        match = pattern.search(text)
        if match and not first <= year <= last and not _OTHERS.search(text[max(0, match.start() - 40) : match.start()]):
            return match.group()
    return None


def wrong_age(text: str, who: str, facts: "Facts") -> str | None:
    """Return the words that give the child an age that is not theirs.

    Args:
        text: of one sentence.
        who: pattern of the child's names and pronoun.
        facts: for the child's age and pronouns.
    """
    age = facts.age
    if age is None:
        return None
    for match, right in _told(text, who, facts.pronouns or "", age):
        if not right:
            return match.group()
    return None


def _told(text: str, who: str, pronoun: str, age: int) -> "Iterator[tuple[re.Match[str], bool]]":
    """Yield what is said of the child's age, and whether it is so."""
    kinds = _BOY.get(pronoun, "child|youngster")
    exact = (
        rf"^\W*(?:At|Aged|Now|Being) {_N},? (?=(?:{who})\b{_NOT_A_WISH})",
        rf"^\W*As an? {_N}[\s-]year[\s-]old,? (?=(?:{who})\b)",
        rf"(?<!\w)(?:{who}) (?:has|had) (?:only |now )?just turned {_N}\b",
        rf"(?<!\w)(?:{who}) \({_N} ?(?:yrs|years|y/o)(?: old)?\)",
        rf"(?<!\w)(?:{who})(?: is|’s|'s) {_N} and a half\b",
        rf"^\W*(?:{who}) is {_N}(?= and\b|[.,;])(?! and a half)",
        rf"\b(?:an?|the) (?:[\w-]+ ){{0,3}}(?:{kinds}) of {_N}(?! \w+s\b)",
    )
    for pattern in exact:
        match = re.search(pattern, text)
        told = number(match["n"]) if match else None
        before = text[max(0, match.start() - 45) : match.start()] if match else ""
        about_another = match is not None and (_OTHERS.search(before + match.group()) or _COMPARED.search(before))
        if match and told is not None and told <= OLDEST and not about_another:
            yield match, int(told) == age
    for pattern in (
        rf"(?<!\w)(?:{who})(?: is|’s|'s) not yet {_N}\b",
        rf"\b(?:{kinds}) (?:coming up to|nearly|almost|rising|approaching) {_N}\b",
        rf"(?<!\w)(?:{who})(?: is|’s|'s) (?:coming up to|nearly|almost|rising|approaching) {_N}\b",
    ):
        match = re.search(pattern, text)
        told = number(match["n"]) if match else None
        if match and told is not None and 1 <= told <= OLDEST:
            yield match, age < told
