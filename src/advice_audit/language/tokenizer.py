"""How advice prose is cut into tokens: what the English defaults of spaCy get wrong in forms and case notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

ABBREVIATIONS = {
    "approx.": "approximately",
    "appt.": "appointment",
    "asst.": "assistant",
    "Cllr.": "Councillor",
    "dept.": "department",
    "Dept.": "department",
    "est.": "estimated",
    "hr.": "hour",
    "hrs.": "hours",
    "incl.": "including",
    "max.": "maximum",
    "min.": "minute",
    "mins.": "minutes",
    "Miss.": "Miss",
    "Mstr.": "Master",
    "Mx.": "Mx",
    "pp.": "pages",
    "Prof.": "Professor",
    "ref.": "reference",
    "Ref.": "reference",
    "Rev.": "Reverend",
    "sec.": "section",
    "Sec.": "section",
    "tel.": "telephone",
    "Tel.": "telephone",
    "Ter.": "Terrace",
    "wk.": "week",
    "wks.": "weeks",
    "yr.": "year",
    "yrs.": "years",
    "Yr.": "Year",
    "Yrs.": "Years",
}
"""Abbreviations whose full stop belongs to them, with what they mean."""

SLASHED = {
    "w/c": "week commencing",
    "W/C": "week commencing",
    "w/e": "week ending",
    "W/E": "week ending",
    "n/a": "not applicable",
    "N/A": "not applicable",
    "c/o": "care of",
    "C/O": "care of",
    "y/o": "year old",
    "o/s": "outstanding",
    "f/t": "full time",
    "p/t": "part time",
    "h/v": "home visit",
    "H/V": "home visit",
    "s/he": "they",
    "S/he": "they",
    "d.o.b.": "date of birth",
    "D.O.B.": "date of birth",
    "D.O.B": "date of birth",
    "d.o.b": "date of birth",
}
"""Short forms with a slash or stops inside that stay whole."""

_UNITS = "hrs?|hours?|mins?|minutes?|wks?|weeks?|mths?|months?|yrs?|years?|pw|am|pm|a\\.m\\.|p\\.m\\."
_INFIXES = [
    rf"(?<=[0-9])(?:{_UNITS})(?=[–—/-])",
    r"(?<=[0-9a-z])[–—](?=[0-9£])",
    r"(?<=[A-Za-z]):(?=[0-9])",
    r"(?<=[A-Za-z])[;,](?=[A-Za-z])",
    r"(?<=[a-z])[.?!](?=[A-Z‘“\"][a-z]?)",
    r"(?<=[a-z])(?:…|\.{2,})(?=[A-Za-z])",
    r"(?<=[a-zA-Z0-9])[•▪◦●](?=[A-Za-z])",
]
_RUNS = [r"[!?]{2,}", "_{2,}", "={2,}", r"\*{2,}", r"\+{2,}", "#{2,}", "~{2,}", "-{3,}", "<{2,}", ">{2,}"]
_SUFFIXES = [*_RUNS, rf"(?<=[0-9])(?:{_UNITS})"]
_PREFIXES = [*_RUNS, r"[•▪◦●■□☐☒☑✓✔➢►·]"]
_DASHED_NUMBER = r"\d{1,4}-\d{1,4}-\d{2,4}|(?:\d-)?\d{3}-\d{3}-\d{4}|\d{3,5}-\d{4,6}"
_FIRST_PARTS = "anti|co|e|ex|mid|multi|non|over|post|pre|pro|re|semi|sub"
_WHOLE = re.compile(rf"(?:{_DASHED_NUMBER}|(?i:{_FIRST_PARTS})-[A-Za-z]+)$")
"""Dates and telephone numbers with dashes, and words like "non-verbal", which the treebank keeps whole too."""

NOT_CONTRACTIONS = frozenset({"wed", "Wed", "id", "Id", "and/or"})
"""Exceptions of spaCy's English that do harm here: "Wed" is a day, not "we would"."""


class AdviceTokenizer(Tokenizer):  # type: ignore[misc]
    """A tokenizer whose rules are all in this module, so that a pipeline on disk holds none of them.

    Reading thirteen hundred exceptions again from a file takes a sixth of a second of every load.
    """

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write nothing.

        Args:
            path: where a tokenizer's file would be.
        """

    def from_disk(self, path: str | Path, **_: Any) -> AdviceTokenizer:
        """Read nothing.

        Args:
            path: where a tokenizer's file would be.

        Returns:
            The tokenizer itself, as it was made.
        """
        return self


def make_tokenizer(nlp: Language) -> AdviceTokenizer:
    """Build a tokenizer for advice prose on top of the English defaults.

    Args:
        nlp: an English pipeline, for its vocabulary and defaults.

    Returns:
        A new tokenizer.
    """
    defaults = nlp.Defaults
    exceptions = defaults.tokenizer_exceptions or {}
    english = {short: rule for short, rule in exceptions.items() if short not in NOT_CONTRACTIONS}
    ours = {short: [{ORTH: short, NORM: meaning}] for short, meaning in {**ABBREVIATIONS, **SLASHED}.items()}
    # Built in one go: every change to a tokenizer that stands makes it read all its exceptions again.
    return AdviceTokenizer(
        nlp.vocab,
        rules={**english, **ours},
        prefix_search=compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or [])]).search,
        suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or [])]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or [])]).finditer,
        token_match=_WHOLE.match,
        url_match=defaults.url_match,
    )


@registry.tokenizers("advice_audit.Tokenizer.v1")
def create_advice_tokenizer() -> Callable[[Language], AdviceTokenizer]:
    """Give spaCy the maker named in the pipeline's config under `nlp.tokenizer`."""
    return make_tokenizer


def customise_tokenizer(nlp: Language) -> Language:
    """Fit the tokenizer of an English pipeline to advice prose.

    Args:
        nlp: the pipeline; its tokenizer is replaced.

    Returns:
        The same pipeline.
    """
    nlp.tokenizer = make_tokenizer(nlp)
    return nlp


@registry.callbacks("advice_audit.customise_tokenizer.v1")
def create_customise_tokenizer() -> Callable[[Language], Language]:
    """Give spaCy the callback that pipelines trained with it name in their config under `nlp.after_creation`."""
    return customise_tokenizer
