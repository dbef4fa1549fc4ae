"""Patterns that the checks of involvement share: nothing on record, nobody involved, consent withheld."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from advice_audit.checks.patterns import plain
from advice_audit.language.canonical import sentences_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SERVICES = r"(social (care|work\w*)|early help|children'?s services?|council|services?|involvement|record\w*|known|contacts?|referrals?|assessments?|worker|files?|system|hub)"
NIL = re.compile(
    rf"\b(no|not|none|nil|nothing|never|neither|n't|nobody|no-one|blank|first (time|contact|involvement))\b[^.;]{{0,70}}\b{_SERVICES}\b|"
    rf"\b{_SERVICES}\b[^.;]{{0,60}}\b(no|not|none|nil|nothing|never|n't|blank)\b|^\W*(none|nil|blank|n/?a)\b|\bunknown to (us|the council|services)\b",
    re.I,
)
WITHHELD = re.compile(
    r"\b(consent|agree[ds]?|permission|wish(es)?|want(s|ed)?|asked|request)\b[^.;]{0,80}\b(shar\w+|record\w*|history|included|left out|set out|in here|disclos\w+)\b|"
    r"\bleft (it|this|that) out\b|\bwithh(e|o)ld\b",
    re.I,
)
# Words that make "nothing" and "no record" speak of the past and not only of today.
PAST = re.compile(
    r"\b(since (his|her|their|\w+'s) birth|from birth|at birth|since (he|she|they|\w+) (was|were) born|ever|never|previous\w*|past|history|"
    r"on (our |the )?(record|file|system)s?|records?|known|before|earlier|years?|no other)\b",
    re.I,
)
HISTORY = re.compile(
    r"\b(since (his|her|their|\w+'s) birth|from birth|since (he|she|they|\w+) (was|were) born|previous\w* (known|open|involve\w+|work)|first (known|came)|"
    r"(on|in) (our |the )?(council'?s )?(record|file)s?|earlier involvement|case (was )?closed|closed (in|again)|came into (care|the care))\b",
    re.I,
)
NOT_OPEN = re.compile(
    r"\b(not|n't|neither|nor|no|never|nobody|no-one|none)\b[^.;]{0,60}\b(open to|known to|social worker|family worker|social care or|early help|allocated|service[s]? (is|are)|"
    r"council (service|team|worker))\b|\bunknown to\b|\bno worker\b|\bnil return\b|\bnot (currently )?open\b|\bnot an? (open|active|allocated|current) case\b|\bno (open|active) case\b|\bno longer open\b|\bnot known\b",
    re.I,
)
OPEN = re.compile(
    r"\b((I|we) (am|have been|has been) (his|her|their|the|\w+'s)[^.;]{0,30}worker|(is|been|has been|are) (now |still )?(open to|looked after|supported by|subject of|in foster)|"
    r"care order|child in need plan|child protection plan|in care|(his|her|their|\w+'s) social worker|open to (me|us|the|this)|open since|since \w+ \d{4}|looked after)\b",
    re.I,
)
NOBODY_NOW = re.compile(
    r"\b(no|not|none|nil|nobody|no-one|nothing|never|neither|n't|ended|finished|closed)\b[^.;]{0,60}\b(service|services|social (care|work\w*)|early help|worker|council|team|"
    r"involve\w+|open|known|working with|works with|helping|in place|support|at present|current\w*|now)\b|^\W*(none|nil|n/?a)\b|\bnot (currently )?open\b",
    re.I,
)
_SECTIONS = frozenset(
    {"chronology", "reason", "methodology", "current_involvement", "details", "other", "consent", "signoff"}
)


def prose(doc: "Doc") -> Iterator[str]:
    """Yield the text, with straight quotes, of every sentence in a section that may speak of past involvement."""
    for sentence in sentences_of(doc):
        if sentence.label_ in _SECTIONS:
            yield plain(words_of(sentence))
