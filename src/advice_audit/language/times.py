"""Writes `doc.spans["times"]`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from advice_audit.language.extensions import register


@Language.factory("advice_times", requires=["doc.spans"], assigns=["doc.spans"])
def make_times(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component."""
    register()
    return add_times


def add_times(doc: Doc) -> Doc:
    """Write the spans."""
    doc.spans["times"] = []
    return doc
