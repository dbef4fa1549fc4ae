"""Writes `doc.spans["people"]`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from advice_audit.language.extensions import register


@Language.factory("advice_people", requires=["doc.spans"], assigns=["doc.spans"])
def make_people(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component."""
    register()
    return add_people


def add_people(doc: Doc) -> Doc:
    """Write the spans."""
    doc.spans["people"] = []
    return doc
