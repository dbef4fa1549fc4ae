"""Headings that no style marks: told by how a paragraph looks and what follows it."""

import re
from collections import Counter
from itertools import pairwise

from advice_audit.documents.assemble import Draft
from advice_audit.documents.model import BlockKind

_NUMBERED = re.compile(
    r"^(?:(?:section|part|appendix|annex|step|question|q)\s*)?(?:\d{1,2}|[A-Z]\d?)(?:\.\d{1,2})*[.):]?\s+\S", re.I
)
# "Section D: …", "Box 4: …", "Field 12 – …": whatever a form calls its parts.
_PREFIX = re.compile(
    r"^(?:(?:section|part|appendix|annex|question|q)?\s*[A-Z0-9][\d.]{0,4}|[a-z]+ \d{1,2}\s?(?:[a-z]|\([a-z]{1,3}\))?)\s*[:.)–—-]\s*",
    re.I,
)
_DATE_OR_FIGURE = re.compile(r"^[\d\s./:£%,-]+$|^\d{1,2}(?:st|nd|rd|th)?\s+\w+\s+\d{2,4}$")
FACTS = re.compile(
    r"^(?:full |child(?:['’]s)? |pupil(?:['’]s)? |young person(?:['’]s)? |your )?"
    r"(?:name|date|d\.?o\.?b|born|age|gender|sex|address"
    r"|school|setting|upn|nhs|ethnicity|religion|language|telephone|tel|phone|email|title|role|job|author|written by"
    r"|completed by|case number|reference|signed|year group)\b", re.I)  # fmt: skip
_BULLET = re.compile(r"^(?:[•·▪◦‣●○■□–—*\uf0b7\uf0a7]|-)\s+")
MOST_WORDS = 14
MOST_MARKED = 20


def count_words(text: str) -> int:
    """Return the number of words between spaces."""
    return len(text.split())


def bullet_length(text: str) -> int:
    """Return how many characters a bullet typed at the start takes, 0 if there is none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def reads_as_heading(text: str, most_words: int = MOST_WORDS, *, marked: bool = False) -> bool:
    """Return whether words could be a heading: few, begun like one, and not a sentence or a filled-in fact.

    Args:
        text: the words of a paragraph.
        most_words: how many words a heading may have.
        marked: whether it is bold or otherwise set apart, so that a colon inside need not mean an answer.
    """
    words = count_words(text)
    if not 0 < words <= most_words or len(text) > 12 * most_words or not any(sign.isalpha() for sign in text):
        return False
    if text[-1] in ".,;!”\"’'" and not re.search(r"\betc\.$|['’]$", text):
        return False
    if bullet_length(text) or text[0] in "“\"‘'(" or text[0].islower() or _DATE_OR_FIGURE.match(text):
        return False
    return not is_fact(text, marked=marked)


def is_fact(text: str, *, marked: bool = False) -> bool:
    """Return whether a line is a label with its answer behind a colon ("Name: ..."), not a heading with a colon."""
    rest = _PREFIX.sub("", text)
    label, colon, answer = rest.partition(":")
    if not colon or not answer.strip():
        return False
    return bool(FACTS.match(label)) if marked else count_words(label) <= 8


def is_prose(text: str) -> bool:
    """Return whether a paragraph is long enough to be text under a heading."""
    return count_words(text) >= 8


def infer_headings(drafts: list[Draft], *, bare: bool = False) -> None:
    """Turn paragraphs outside tables that look like headings into headings, in place.

    Args:
        drafts: in reading order, headings by style already set. Those in tables are left alone.
        bare: whether the format has no looks to go by, so that short lines over prose count in any case.
    """
    outside = [draft for draft in drafts if draft.text and draft.place is None]
    body = body_size(drafts)
    styled = any(draft.kind is BlockKind.HEADING and draft.level for draft in outside)
    level = 2 if styled and _has_styled_section(outside) else 1
    found = 0
    for index, draft in enumerate(outside):
        if draft.kind is BlockKind.HEADING:
            found += 1
            continue
        followed = index + 1 < len(outside) or draft is not drafts[-1]
        trust = look_trust(draft, body) if followed and reads_as_heading(draft.text, MOST_MARKED, marked=True) else 0.0
        if draft.kind is BlockKind.LIST_ITEM and (draft.number is None or not draft.look.bold):
            trust = 0.0
        if trust:
            draft.kind, draft.trust, draft.level = BlockKind.HEADING, trust, level
            found += 1
    if bare or found < 3:
        _bare_headings(outside, level)


def look_trust(draft: Draft, body: float | None) -> float:
    """Return how far a paragraph's looks make it a heading, 0 if they do not.

    Args:
        draft: a paragraph whose words could be a heading.
        body: size of the running text in points.
    """
    look, text = draft.look, draft.text
    capitals = look.capitals or (text.isupper() and len(text) > 3)
    bigger = bool(look.size and body and look.size >= body * 1.12)
    if not (look.bold or look.underlined or capitals or bigger):
        return 0.0
    trust = 0.6 if look.bold or bigger else 0.55
    extras = (bigger and look.bold, capitals, look.underlined and look.bold, bool(_NUMBERED.match(text)), look.shaded)
    return min(0.8, trust + 0.05 * sum(extras))


def body_size(drafts: list[Draft]) -> float | None:
    """Return the size, in points, that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for draft in drafts:
        if draft.look.size:
            sizes[round(draft.look.size * 2) / 2] += len(draft.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _has_styled_section(drafts: list[Draft]) -> bool:
    """A lone title does not make the headings below it second-rate."""
    return sum(draft.kind is BlockKind.HEADING for draft in drafts) > 1


def _bare_headings(drafts: list[Draft], level: int) -> None:
    """Where nothing is formatted, take short lines that stand over prose for headings, with little trust."""
    for draft, following in pairwise(drafts):
        plain = draft.kind is BlockKind.PARAGRAPH and following.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if plain and reads_as_heading(draft.text, 9) and draft.text[0].isupper() and is_prose(following.text):
            draft.kind, draft.trust, draft.level = BlockKind.HEADING, 0.4, level
        elif plain and _NUMBERED.match(draft.text) and reads_as_heading(draft.text, 9) and draft.text[0].isdigit():
            draft.kind, draft.trust, draft.level = BlockKind.HEADING, 0.45, level
