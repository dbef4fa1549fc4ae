"""The one way in: a path becomes a `Document`, or an error with a code."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from advice_audit.documents.clock import OutOfTime, time_limit
from advice_audit.documents.guard import Source, inspect
from advice_audit.documents.model import Document
from advice_audit.errors import UnreadableDocument

SECONDS = 10.0
"""How long reading one file may take."""


def open_document(path: Path | str) -> Document:
    """Read one file as what it is, whatever its name ends in.

    Args:
        path: a Word, PDF, text or Markdown file; other office formats where LibreOffice is installed.

    Returns:
        The canonical text with its blocks, marks and properties.

    Raises:
        UnreadableDocument: with a code (`not-a-file`, `unreadable`, `empty`, `too-large`, `too-slow`, `hostile`,
            `damaged`, `encrypted`, `no-text`, `unsupported`) and one plain sentence.
    """
    source = inspect(Path(path))
    if source.format in ("doc", "odt", "rtf"):
        from advice_audit.documents.office import converted

        return replace(_timed(converted(source)), sha256=source.sha256, format=source.format)
    return _timed(source)


def _timed(source: Source) -> Document:
    reader = _reader(source.format)
    try:
        with time_limit(SECONDS):
            return reader(source)
    except OutOfTime as error:
        raise UnreadableDocument("too-slow", "The file takes longer to read than any advice should.") from error
    except MemoryError as error:
        raise UnreadableDocument("too-large", "The file takes more memory than any advice should.") from error
    except RecursionError as error:
        raise UnreadableDocument("hostile", "The file is nested deeper than any real one.") from error


def _reader(form: str) -> Callable[[Source], Document]:
    if form == "docx":
        from advice_audit.documents.word import read_word

        return read_word
    if form == "pdf":
        from advice_audit.documents.pdf import read_pdf

        return read_pdf
    from advice_audit.documents.text import read_text

    return read_text
