"""Dates of birth that may have come with text from another child's advice."""

import re
from datetime import date
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
_BIRTH = re.compile(r"born|birth|d\.?o\.?b|\(\d|[a-z], \d", re.I)
_BIRTH_OF = re.compile(r"\bbirth of (?P<who>[^\d;:()]{2,40}?),? (?:on|in) $")
_NEAR_IN_YEARS = 8
_LONG_AGO = 3 * 365
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
            if day == facts.dob or _RELATIONS.search(before):
                continue
            if not _BORN.search(before) and not _follows_the_name(before, text[offset:], day, facts):
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


def _follows_the_name(before: str, after: str, day: date, facts: "Facts") -> bool:
    """Tell "about Ravi Shah (9.9.2007)", "Ravi Shah, 9.9.07." and "the birth of Ravi, on 9 September 2007"."""
    names = [word for word in (facts.child or "").split() if len(word) > 1]
    if not names or facts.dob is None:
        return False
    born = _BIRTH_OF.search(before)
    if born is not None:
        return names[0] in born["who"]
    # After the name, alone: a date of birth where it is near theirs, and long before anybody was asked.
    in_brackets = re.search(rf"\b(?:{'|'.join(map(re.escape, names))})(?:['’]s)? \($", before)
    in_full = len(names) > 1 and before.endswith(f"{' '.join(names)}, ")
    alone = re.match(r"[\d./-]{6,10}(?:\.\s|\.?$|[,;)])" if in_full else r"[\w ./-]{6,20}\)", after)
    long_ago = facts.completed is not None and (facts.completed - day).days > _LONG_AGO
    return bool((in_brackets or in_full) and alone) and long_ago and abs(day.year - facts.dob.year) <= _NEAR_IN_YEARS
