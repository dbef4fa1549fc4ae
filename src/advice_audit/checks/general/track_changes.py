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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advice_audit.checks.model import Checked, Context, Finding, section_at
from advice_audit.documents.model import Mark, MarkKind
from advice_audit.language.canonical import text_of
from advice_audit.language.remarks import remark_ranges

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
