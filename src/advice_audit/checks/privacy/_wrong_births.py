"""Dates of birth that may have come with text from another child's advice."""

import re
from typing import TYPE_CHECKING

from advice_audit.language.canonical import words_of
from advice_audit.language.times_dates import dates_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.facts import Facts

_BORN = re.compile(
    r"(?:\bborn(?: on)?|(?:\b(?:his|her|their)|[’']s) birth (?:on|in)|\bdate of birth(?: is)?|\bbirthday(?: is)?|\bd\.?o\.?b\b\.?)[:\s(]*$",
    re.I,
)
_BIRTH = re.compile(r"born|birth|d\.?o\.?b", re.I)
_RELATIONS = re.compile(r"\b(?:brother|sister|sibling|cousin|baby|twin|mother|father|mum|dad|son|daughter)s?\b", re.I)


def wrong_births(doc: "Doc", facts: "Facts") -> list["Span"]:
    """Return dates given as this child's date of birth that are not the one on the form."""
    if facts.dob is None:
        return []
    found = []
    for block in doc.spans["blocks"]:
        text = words_of(block)
        if not _BIRTH.search(text):
            continue
        for offset, day in dates_in(text):
            before = text[max(offset - 60, 0) : offset]
            if day == facts.dob or not _BORN.search(before) or _RELATIONS.search(before):
                continue
            match = re.match(r"\d+\w*\s\w+,?\s\d{2,4}|[\d./-]+", text[offset:])
            span = (
                doc.char_span(
                    block.start_char + offset,
                    block.start_char + offset + len(match[0].rstrip("./-")),
                    alignment_mode="expand",
                )
                if match
                else None
            )
            if span is not None:
                found.append(span)
    return found
