"""What many ask of one document, made once: spaCy joins the text and makes tokens and spans anew each time."""

from collections.abc import Callable
from typing import TypeVar, cast

from spacy.tokens import Doc, Span, Token

Kept = TypeVar("Kept")


def kept(doc: Doc, key: object, make: Callable[[], Kept]) -> Kept:
    """Return what `make` returned when this was first asked of the document.

    Args:
        doc: which keeps it for as long as it lives.
        key: names it; a tuple for what hangs on more than the document.
        make: called the first time.
    """
    if key not in doc.user_data:
        doc.user_data[key] = make()
    return cast(Kept, doc.user_data[key])


def text_of(doc: Doc) -> str:
    """Return `doc.text`, kept from the first time it was asked for."""
    return kept(doc, "text", lambda: str(doc.text))


def words_of(span: Span) -> str:
    """Return `span.text`, cut from the text: spaCy joins it of tokens made for it."""
    return text_of(span.doc)[span.start_char : span.end_char]


def spans_of(doc: Doc, group: str) -> list[Span]:
    """Return the spans of a group, empty where there is none; made anew only once the group was written anew."""
    found = doc.spans.get(group)
    if found is None:
        return []
    known = doc.user_data.get(("spans", group))
    if known is None or known[0] is not found or len(known[1]) != len(found):
        known = doc.user_data["spans", group] = (found, list(found))
    return cast("list[Span]", known[1])


def sentences_of(doc: Doc) -> list[Span]:
    """Return the sentences of an annotated document."""
    return spans_of(doc, "sentences")


def tokens_of(doc: Doc) -> list[Token]:
    """Return the tokens of a document."""
    return kept(doc, "tokens", lambda: list(doc))


def lowers_of(doc: Doc) -> list[str]:
    """Return the tokens of a document in small letters."""
    return kept(doc, "lowers", lambda: [token.lower_ for token in tokens_of(doc)])
