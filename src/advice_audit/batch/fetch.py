"""One file's bytes where the readers can open them, and whether they stayed the same while they were read."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath

from advice_audit.batch.files import changed, is_address
from advice_audit.documents.guard import MAX_FILE
from advice_audit.errors import UnreadableDocument

Stamp = tuple[int | None, int | None]
"""Size in bytes and time of change in nanoseconds."""
VANISHED = "vanished"
CHANGING = "changing"
_TRIES = 3


@contextmanager
def local_copy(path: str) -> Iterator[Path]:
    """Yield a path on this computer: the file itself, or a copy that only its owner may read and that goes afterwards.

    Raises:
        UnreadableDocument: an address cannot be read (`unreadable`), or what it holds is `too-large`.
    """
    if not is_address(path):
        yield Path(path)
        return
    handle, name = tempfile.mkstemp(prefix="advice-audit-", suffix=PurePosixPath(path).suffix)
    try:
        with os.fdopen(handle, "wb") as copy:
            copy.write(_download(path))
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _download(address: str) -> bytes:
    from fsspec import open as open_address

    try:
        with open_address(address, "rb") as stream:
            data = bytes(stream.read(MAX_FILE + 1))
    except FileNotFoundError as error:
        raise UnreadableDocument(VANISHED, "The file is no longer there.") from error
    except Exception as error:
        # Every system behind fsspec has errors of its own; their text may hold an address with a password.
        message = f"The file cannot be fetched ({type(error).__name__})."
        raise UnreadableDocument("unreadable", message) from error
    if len(data) > MAX_FILE:
        raise UnreadableDocument("too-large", f"The file is larger than {MAX_FILE // 1024 // 1024} MB.")
    return data


def stamp(path: str) -> Stamp:
    """Return a file's size and time of change as they are now.

    Raises:
        UnreadableDocument: `vanished`, or `unreadable`.
    """
    try:
        if not is_address(path):
            stat = Path(path).stat()
            return stat.st_size, stat.st_mtime_ns
        from fsspec.core import url_to_fs

        system, name = url_to_fs(path)
        info = system.info(name)
        return info.get("size"), changed(info)
    except FileNotFoundError as error:
        raise UnreadableDocument(VANISHED, "The file is no longer there.") from error
    except Exception as error:
        raise UnreadableDocument("unreadable", "The file cannot be opened: check who may read it.") from error


def hash_of(path: Path) -> str | None:
    """Return the hash of a file's bytes; None where it cannot be read or is larger than any advice."""
    try:
        return sha256(path.read_bytes()).hexdigest() if path.stat().st_size <= MAX_FILE else None
    except OSError:
        return None


def steadily(path: str) -> Iterator[Stamp]:
    """Yield a file's stamp before each attempt to read it, and end when it was the same afterwards.

    Raises:
        UnreadableDocument: `changing`: somebody was writing to it at every attempt; or as `stamp`.
    """
    for _ in range(_TRIES):
        before = stamp(path)
        yield before
        if stamp(path) == before:
            return
    raise UnreadableDocument(CHANGING, "The file was being written to while it was read; the next run takes it.")
