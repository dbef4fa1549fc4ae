"""Blocks and sentences: the document's structure as spans of the `Doc`."""

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.documents.model import Block, BlockKind
from advice_audit.language.extensions import register

NOT_PROSE = frozenset({BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER})


@Language.factory("advice_blocks", assigns=["doc.spans"])
def make_blocks(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["blocks"]` and `doc.spans["sentences"]`."""
    register()
    return add_blocks


def add_blocks(doc: Doc) -> Doc:
    """Write the blocks of the document (or, for a bare text, one paragraph a line) and their sentences.

    Sentences carry no label yet; the sections component gives each the kind of the section it stands in.
    """
    document = doc._.document
    blocks = document.blocks if document is not None else tuple(_lines(doc.text))
    spans = [span for block in blocks if (span := _block_span(doc, block)) is not None]
    doc.spans["blocks"] = spans
    doc.spans["sentences"] = [s for span in spans if span._.block.kind not in NOT_PROSE for s in _sentences(span)]
    return doc


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(BlockKind.PARAGRAPH, start, start + len(line))
        start += len(line) + 1


def _block_span(doc: Doc, block: Block) -> Span | None:
    span = doc.char_span(block.start, block.end, label=block.kind.value, alignment_mode="expand")
    if span is None or not (span := _trim(span)):
        return None
    span._.block = block
    return span


def _trim(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and span.doc[start].is_space:
        start += 1
    while end > start and span.doc[end - 1].is_space:
        end -= 1
    return Span(span.doc, start, end, label=span.label)


def _sentences(block: Span) -> Iterator[Span]:
    """Yield the sentences of a block; the parser's boundaries never carry one over the block's edges."""
    doc, start = block.doc, block.start
    for index in range(block.start + 1, block.end + 1):
        if index == block.end or doc[index].is_sent_start:
            piece = _trim(Span(doc, start, index))
            if len(piece):
                yield piece
            start = index
