"""The document's text, put together once: spaCy joins every token each time `Doc.text` is asked for."""

from spacy.tokens import Doc, Span

_KEY = "advice_audit.text"
_SENTENCES = "advice_audit.sentences"


def text_of(doc: Doc) -> str:
    """Return `doc.text`, kept from the first time it was asked for."""
    if _KEY not in doc.user_data:
        doc.user_data[_KEY] = doc.text
    return str(doc.user_data[_KEY])


def sentences_of(doc: Doc) -> list[Span]:
    """Return the sentences of an annotated document, made once: a span group makes them anew each time it is walked."""
    if _SENTENCES not in doc.user_data:
        doc.user_data[_SENTENCES] = list(doc.spans["sentences"])
    found: list[Span] = doc.user_data[_SENTENCES]
    return found
