"""The one way to the language pipeline: `load()`, then `annotate()` many documents at once."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from advice_audit.documents.model import Document
from advice_audit.resources import resource

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# In the order they run, after the trained components.
COMPONENTS = (
    "advice_blocks",
    "advice_sections",
    "advice_people",
    "advice_services",
    "advice_times",
    "advice_voices",
    "advice_units",
)


@cache
def load() -> "Language":
    """Return the pipeline that ships with the product; later calls return the same object."""
    import spacy

    from advice_audit.language.extensions import register

    register()
    nlp = spacy.load(resource("models/advice_en"))
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    # What is made with the first document has to outlive the memory zone in which that may be read.
    nlp("")
    return nlp


def annotate(nlp: "Language", documents: Iterable[Document]) -> "Iterator[Doc]":
    """Run documents through the pipeline together, in order.

    Args:
        nlp: the pipeline, from `load()`.
        documents: as read; each becomes one `Doc` whose text is the document's canonical text.
    """

    def docs() -> "Iterator[Doc]":
        for document in documents:
            doc = nlp.make_doc(document.text)
            doc._.document = document
            yield doc

    # Two at a time: advices are long, and eight are no faster and hold 160 MB more.
    yield from nlp.pipe(docs(), batch_size=2)
