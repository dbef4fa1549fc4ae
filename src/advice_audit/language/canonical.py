"""The document's text, put together once: spaCy joins every token each time `Doc.text` is asked for."""

from spacy.tokens import Doc

_KEY = "advice_audit.text"


def text_of(doc: Doc) -> str:
    """Return `doc.text`, kept from the first time it was asked for."""
    if _KEY not in doc.user_data:
        doc.user_data[_KEY] = doc.text
    return str(doc.user_data[_KEY])
