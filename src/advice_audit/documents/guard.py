"""What is checked before any parser sees a file: that it is one, its size, its true type, its zip."""

import io
import re
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from advice_audit.errors import UnreadableDocument

MAX_FILE = 25 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_MEMBER = 100 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_RATIO = 200
_SMALL = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes, and what they are: `docx`, `pdf`, `txt`, `md`, `doc`, `odt` or `rtf`."""

    path: Path
    data: bytes
    format: str
    sha256: str


def inspect(path: Path) -> Source:
    """Read a file's bytes and tell its type by content, whatever its name ends in.

    Raises:
        UnreadableDocument: `not-a-file`, `unreadable`, `empty`, `too-large`, `hostile`, `damaged`,
            `encrypted`, `no-text` (a picture) or `unsupported`.
    """
    data = _bytes(path)
    return Source(path, data, _format(data, path.suffix.lower()), sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableDocument("not-a-file", "This is a folder, not a file.")
        if not path.exists():
            raise UnreadableDocument("not-a-file", "There is no such file.")
        if not path.is_file():
            raise UnreadableDocument("not-a-file", "This is not an ordinary file.")
        if path.stat().st_size > MAX_FILE:
            raise UnreadableDocument("too-large", f"The file is larger than {MAX_FILE // 1024 // 1024} MB.")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableDocument("unreadable", "The file cannot be opened: check who may read it.") from error
    if not data.strip():
        raise UnreadableDocument("empty", "The file is empty.")
    return data


def _format(data: bytes, ending: str) -> str:
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip_format(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:8] == _OLE:
        return _ole_format(data)
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if data.startswith(_PICTURES):
        raise UnreadableDocument("no-text", "The file is a picture and holds no text that can be read.")
    if ending in (".docx", ".docm", ".dotx", ".pdf", ".odt", ".doc"):
        raise UnreadableDocument("damaged", "The file is not what its name says, or it is damaged.")
    if not _is_text(data):
        raise UnreadableDocument("unsupported", "This kind of file cannot be read: use Word, PDF or plain text.")
    return "md" if ending in (".md", ".markdown") else "txt"


def _is_text(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = data[:20_000]
    return b"\x00" not in head and sum(byte < 9 or 13 < byte < 32 for byte in head) < 0.01 * len(head) + 1


def _ole_format(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableDocument("encrypted", "The Word file is protected by a password and cannot be opened.")
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    raise UnreadableDocument("unsupported", "This kind of file cannot be read: use Word, PDF or plain text.")


def _zip_format(data: bytes) -> str:
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise UnreadableDocument("damaged", "The file is damaged and cannot be opened.") from error
    _check_members(members, len(data))
    names = {member.filename.lower() for member in members}
    if any(name.startswith("word/") and name.endswith(".xml") for name in names) or "[content_types].xml" in names:
        if not any(name.startswith(("xl/", "ppt/")) for name in names):
            return "docx"
    elif "mimetype" in names and "content.xml" in names:
        return "odt"
    raise UnreadableDocument("unsupported", "This kind of file cannot be read: use Word, PDF or plain text.")


def _check_members(members: list[zipfile.ZipInfo], packed: int) -> None:
    """Refuse a zip that unpacks to more than any advice, or whose names lead out of it."""
    if len(members) > MAX_MEMBERS:
        raise UnreadableDocument("hostile", "The file holds more parts than any real one.")
    total = 0
    for member in members:
        name = member.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or re.match(r"^[A-Za-z]:", name):
            raise UnreadableDocument("hostile", "The file holds names that lead outside it.")
        if member.flag_bits & 0x1:
            raise UnreadableDocument("encrypted", "The file is protected by a password and cannot be opened.")
        total += member.file_size
        bomb = member.file_size > _SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size)
        if member.file_size > MAX_MEMBER or bomb:
            raise UnreadableDocument("hostile", "The file unpacks to far more than any real one.")
    if total > MAX_UNPACKED or (total > _SMALL and total > MAX_RATIO * packed):
        raise UnreadableDocument("hostile", "The file unpacks to far more than any real one.")


def check_zip(data: bytes) -> None:
    """Refuse a zip, such as a workbook's, that is damaged, locked, or unpacks to far more than any real one.

    Raises:
        UnreadableDocument: `damaged`, `encrypted` or `hostile`.
    """
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise UnreadableDocument("damaged", "The file is damaged and cannot be opened.") from error
    _check_members(members, len(data))
