"""Writes `doc.spans["voices"]`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from advice_audit.language.extensions import register


@Language.factory("advice_voices", requires=["doc.spans"], assigns=["doc.spans"])
def make_voices(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component."""
    register()
    return add_voices


def add_voices(doc: Doc) -> Doc:
    """Write the spans."""
    doc.spans["voices"] = []
    return doc
