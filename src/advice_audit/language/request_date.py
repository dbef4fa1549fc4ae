"""When the advice was asked for, where no entry of the form says it."""

import re
from datetime import date

from spacy.tokens import Doc

from advice_audit.language.canonical import spans_of, words_of
from advice_audit.language.times_dates import dates_in

_ASKED = re.compile(r"\b(?:asked|requested|ordered|request|order|directed|wrote to)\b", re.I)
_ASKERS = re.compile(
    r"\b(?:tribunal|SEND?|council|officer|advice|panel|plan team|college|school|social care|assessment)\b"
)


def requested_in_prose(doc: Doc) -> date | None:
    """Return the date of the request where only the section that gives the reason says it."""
    for section in spans_of(doc, "sections"):
        if section.label_ not in ("reason", "details"):
            continue
        for sentence in re.split(r"(?<=[.;])\s", words_of(section)):
            days = dates_in(sentence)
            if len(days) == 1 and _ASKED.search(sentence) and _ASKERS.search(sentence):
                return days[0][1]
    return None
