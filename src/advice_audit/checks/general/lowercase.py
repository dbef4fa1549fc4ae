"""general.lowercase: social care is a service like others, and is written without capitals.

What the standard asks:
    "social care" in lower case in running text (Swindon practice standards 2022, "Practice standards for
    social care advice", General).

What a finding is:
    "Social Care" with both capitals within a sentence. A heading, the proper name of a team, post, law or
    document, and a capital that only begins the sentence are not findings.

What good looks like:
    "Theo is not known to social care."

Known limits:
    A team whose full name is "Social Care" and nothing else reads like the mistake.
"""

import re
from typing import TYPE_CHECKING

from advice_audit.checks.model import Checked, Context
from advice_audit.language.canonical import sentences_of, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_CAPITALS = re.compile(r"\b(?:Social Care|SOCIAL CARE)\b")
# After the words: what makes them part of a proper name.
_NAME_AFTER = re.compile(r"(?:\s*(?:&|and)\s+[A-Z]\w+|(?:'s|’s)?\s+(?:[A-Z]\w+|guide|Act\b|Wales\b))")
# Before the words: a capitalised word that is not the first of the sentence, or "Health and".
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w'’]+|&|[A-Z]\w+ and)\s+$")


def check(doc: "Doc", context: Context) -> Checked:
    """Report "Social Care" in running text."""
    findings = []
    for match in _CAPITALS.finditer(text_of(doc)):
        span: Span | None = doc.char_span(*match.span())
        if span is None:
            continue
        sentence = _sentence_of(doc, span)
        if sentence is not None and not _is_name(text_of(doc), match, sentence):
            findings.append(
                context.finding(
                    "“Social Care” stands with capitals in running text.",
                    "Write “social care”, as one writes “health” or “education”.",
                    span,
                    confidence=0.95,
                )
            )
    return Checked(tuple(findings))


def _sentence_of(doc: "Doc", span: "Span") -> "Span | None":
    for sentence in sentences_of(doc):
        if sentence.start <= span.start and span.end <= sentence.end:
            # A cell or line of a few words, all capitalised, is a label.
            words = [t for t in sentence if t.is_alpha]
            label = len(words) <= 8 and sum(t.text[0].isupper() for t in words) >= 0.8 * len(words)
            return None if label else sentence
    return None


def _is_name(text: str, match: "re.Match[str]", sentence: "Span") -> bool:
    after = _NAME_AFTER.match(text, match.end())
    if after and not re.match(r"\s+(?:I|Mum|Dad)\b", after.group()):
        return True
    before = text[sentence.start_char : match.start()]
    opening = _NAME_BEFORE.search(before)
    if opening is None:
        return False
    # "Adult Social Care" and "Children's Social Care" are the very mistake, however they stand.
    return not re.search(r"(?:Adults?|Children|Childrens)(?:['’]s|s['’])?\s+$", before) and opening.start() > 0
