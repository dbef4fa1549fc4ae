"""Files that may hold advice text: for their owner only."""

import os
from contextlib import suppress
from pathlib import Path

from advice_audit.errors import ConfigurationError


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read; all of it or nothing.

    Raises:
        ConfigurationError: it cannot be written.
    """
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        half.replace(path)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise ConfigurationError("cannot-write", f"{path}: cannot be written ({error.strerror})") from error
