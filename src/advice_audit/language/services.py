"""Writes `doc.spans["services"]`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from advice_audit.language.extensions import register


@Language.factory("advice_services", requires=["doc.spans"], assigns=["doc.spans"])
def make_services(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component."""
    register()
    return add_services


def add_services(doc: Doc) -> Doc:
    """Write the spans."""
    doc.spans["services"] = []
    return doc
