"""general.track-changes: nothing of the drafting is left in the advice.

What the standard asks:
    The advice is final: no tracked changes and no managers' comments are left in it (Swindon practice
    standards 2022, "Practice standards for social care advice", General).

What a finding is:
    Each tracked insertion, deletion or move, each comment, and each remark between colleagues that was typed
    into the text ("[AL: please check]", "DRAFT - manager to confirm"). Any finding is not met.

What good looks like:
    All changes are accepted or rejected and all comments are resolved and removed before the advice is sent.

Known limits:
    A remark typed without brackets, initials or a word such as "draft" reads like any other sentence.
    Changes of formatting only are not reported.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from advice_audit.checks.model import Checked, Context, Finding, section_at
from advice_audit.documents.model import Mark, MarkKind
from advice_audit.language.canonical import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

WHAT = {
    MarkKind.INSERT: ("These words are a tracked insertion.", "Accept or reject the change before the advice is sent."),
    MarkKind.DELETE: ("These words are a tracked deletion: whoever opens the file can still read them.",
                      "Accept or reject the change before the advice is sent."),
    MarkKind.MOVE: ("These words are a tracked move.", "Accept or reject the change before the advice is sent."),
    MarkKind.COMMENT: ("A comment is still attached to the advice.",
                       "Deal with the comment, then delete it before the advice is sent."),
}  # fmt: skip
_BRACKETED = re.compile(r"\[[^\[\]\n]{8,300}\]|\(\([^()\n]{8,300}\)\)")
_INITIALS = re.compile(
    r"^[\[(]+\s*[A-Z]{1,3}\s*(:|\s[-–—]\s)|[-–—\s]\s?[A-Z]{2,3}\s*(\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?)?\s*[\])]+$"
)
_TO_COLLEAGUE = re.compile(
    r"\?|!|\b(please|pls|can you|could you|do you|have you|check|chase|confirm with|ask|add (if|more|date)|"
    r"need to|needs to be|before (it|this|you) (goes|go|is sent|send)|do not send|don't send|not sure|delete|amend|"
    r"query|note to|manager|my comment|reword|expand)\b",
    re.I,
)
_PLACEHOLDER = re.compile(r"^[\[(]+\s*((insert|enter|add|type|child|young person|parent|name|date|day|time|hours?|number|"
                          r"xx|tbc|tba|provider|service|start|end)\b[^?!:]{0,40}|how (many|much|often|long)\b[^!:]{0,20}\??)[\])]+$", re.I)  # fmt: skip
_STAMP = re.compile(
    r"(?m)^(?:\W*|[^\n]{0,40}(?=(?-i:DRAFT)))(draft\b[^\n]{0,120}|(not|awaiting|subject to) (manager|management|final)[^\n]{0,80}|"
    r"(note|nb|n\.b\.)\s+(to|for) (self|manager|[A-Z][a-z]+|typist|admin)\b[^\n]{0,160}|"
    r"(please|pls) (check|can you|could you|amend|delete|add|confirm)\b[^\n]{0,160})$",
    re.I,
)


def check(doc: "Doc", context: Context) -> Checked:
    """Report every tracked change, comment and typed remark."""
    findings = [*_marks(doc, context), *_remarks(doc, context)]
    return Checked(tuple(findings))


def _marks(doc: "Doc", context: Context) -> Iterator[Finding]:
    for mark in doc._.document.marks:
        if mark.kind in WHAT and mark.text.strip():
            message, suggestion = WHAT[mark.kind]
            yield Finding(
                context.criterion.id,
                message + _author(mark),
                suggestion,
                quote=mark.text,
                start=mark.start,
                end=mark.end,
                section=_section(doc, mark.start),
                confidence=0.99,
                cues=(mark.kind.value,),
            )


def _author(mark: Mark) -> str:
    return f" It was made by {mark.author}." if mark.author else ""


def _section(doc: "Doc", offset: int) -> str | None:
    if not len(doc):
        return None
    span = doc.char_span(offset, min(offset + 1, len(text_of(doc))), alignment_mode="expand")
    return section_at(span) if span is not None and len(span) else None


def _remarks(doc: "Doc", context: Context) -> Iterator[Finding]:
    message = "This is a remark between colleagues, not part of the advice."
    suggestion = "Act on the remark, then take it out of the text."
    for start, end in remark_ranges(text_of(doc)):
        span: Span | None = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            yield context.finding(message, suggestion, span, confidence=0.93, cues=("typed remark",))


def remark_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of remarks typed into a text."""
    for match in _BRACKETED.finditer(text):
        inside = match.group()
        if not _PLACEHOLDER.match(inside) and (_INITIALS.search(inside) or _TO_COLLEAGUE.search(inside)):
            yield match.span()
    for match in _STAMP.finditer(text):
        yield match.start(1), match.end(1)
