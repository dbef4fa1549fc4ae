"""Plain text and Markdown."""

from advice_audit.documents.assemble import Draft, assemble
from advice_audit.documents.guard import Source
from advice_audit.documents.model import BlockKind, Document, Locator
from advice_audit.documents.spaces import visible


def read_text(source: Source) -> Document:
    """Read a text file: a block a line."""
    drafts = []
    for number, line in enumerate(source.data.decode("utf-8", "replace").splitlines(), 1):
        text = visible(line).strip()
        drafts.append(Draft(BlockKind.PARAGRAPH, text, Locator(line=number)))
    text, blocks, marks = assemble(drafts, [])
    return Document(source.path, source.sha256, source.format, text, blocks, marks)
