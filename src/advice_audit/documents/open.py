"""The one way in: a path becomes a `Document`, or an error with a code."""

from pathlib import Path

from advice_audit.documents.guard import inspect
from advice_audit.documents.model import Document
from advice_audit.errors import UnreadableDocument


def open_document(path: Path | str) -> Document:
    """Read one file as what it is, whatever its name ends in.

    Args:
        path: a Word, PDF, text or Markdown file; other office formats where LibreOffice is installed.

    Returns:
        The canonical text with its blocks, marks and properties.

    Raises:
        UnreadableDocument: with a code (`not-a-file`, `unreadable`, `empty`, `too-large`, `hostile`,
            `damaged`, `encrypted`, `no-text`, `unsupported`) and one plain sentence.
    """
    source = inspect(Path(path))
    if source.format == "docx":
        from advice_audit.documents.word import read_word as read
    elif source.format == "pdf":
        from advice_audit.documents.pdf import read_pdf as read
    elif source.format in ("txt", "md"):
        from advice_audit.documents.text import read_text as read
    else:
        raise UnreadableDocument("unsupported", "This kind of file cannot be read.")
    return read(source)
