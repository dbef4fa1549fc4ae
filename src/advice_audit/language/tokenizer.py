"""How advice prose is cut into tokens: what the English defaults of spaCy get wrong in forms and case notes."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.util import compile_infix_regex, compile_suffix_regex, registry

ABBREVIATIONS = {
    "approx.": "approximately", "appt.": "appointment", "asst.": "assistant", "Cllr.": "Councillor",
    "dept.": "department", "Dept.": "department", "est.": "estimated", "hr.": "hour", "hrs.": "hours",
    "incl.": "including", "max.": "maximum", "min.": "minute", "mins.": "minutes", "Miss.": "Miss", "Mstr.": "Master",
    "Mx.": "Mx", "pp.": "pages", "Prof.": "Professor", "ref.": "reference", "Ref.": "reference", "Rev.": "Reverend",
    "sec.": "section", "Sec.": "section", "tel.": "telephone", "Tel.": "telephone", "Ter.": "Terrace", "wk.": "week",
    "wks.": "weeks", "yr.": "year", "yrs.": "years", "Yr.": "Year", "Yrs.": "Years",
}
"""Abbreviations whose full stop belongs to them, with what they mean."""

SLASHED = {
    "w/c": "week commencing", "W/C": "week commencing", "w/e": "week ending", "W/E": "week ending",
    "n/a": "not applicable", "N/A": "not applicable", "c/o": "care of", "C/O": "care of", "y/o": "year old",
    "o/s": "outstanding", "f/t": "full time", "p/t": "part time", "h/v": "home visit", "H/V": "home visit",
    "s/he": "they", "S/he": "they", "d.o.b.": "date of birth", "D.O.B.": "date of birth", "D.O.B": "date of birth",
    "d.o.b": "date of birth",
}
"""Short forms with a slash or stops inside that stay whole."""

_UNITS = "hrs?|hours?|mins?|minutes?|wks?|weeks?|mths?|months?|yrs?|years?|pw|am|pm|a\\.m\\.|p\\.m\\."
_SUFFIXES = [rf"(?<=[0-9])(?:{_UNITS})"]
_INFIXES = [
    r"(?<=[0-9a-z])[–—](?=[0-9£])",
    r"(?<=[A-Za-z]):(?=[0-9])",
    r"(?<=[A-Za-z])[;,](?=[A-Za-z])",
    r"(?<=[a-z])[.?!](?=[A-Z‘“\"][a-z]?)",
    r"(?<=[a-z])(?:…|\.{2,})(?=[A-Za-z])",
    r"(?<=[a-zA-Z0-9])[•▪◦●](?=[A-Za-z])",
]
_PREFIXES = [r"[•▪◦●■□☐☒☑✓✔➢►·]"]


def customise_tokenizer(nlp: Language) -> Language:
    """Fit the tokenizer of an English pipeline to advice prose.

    Args:
        nlp: the pipeline; its tokenizer is changed in place.

    Returns:
        The same pipeline.
    """
    from spacy.util import compile_prefix_regex

    tokenizer = nlp.tokenizer
    defaults = nlp.Defaults
    tokenizer.suffix_search = compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or [])]).search
    tokenizer.prefix_search = compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or [])]).search
    tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *(defaults.infixes or [])]).finditer
    for short, meaning in {**ABBREVIATIONS, **SLASHED}.items():
        tokenizer.add_special_case(short, [{ORTH: short, NORM: meaning}])
    return nlp


@registry.callbacks("advice_audit.customise_tokenizer.v1")
def create_customise_tokenizer() -> Callable[[Language], Language]:
    """Give spaCy the callback named in the pipeline's config under `nlp.after_creation`."""
    return customise_tokenizer
