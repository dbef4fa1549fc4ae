"""Files that another program picks up: a summary, and figures for Prometheus. Each appears whole or not at all."""

import os
import tempfile
from pathlib import Path
from typing import Any

from advice_audit.batch.summary import BatchSummary
from advice_audit.errors import AdviceAuditError, ConfigurationError


def check_writable(place: Path | None) -> None:
    """Refuse, before any work is done, a file that could not be written at its end.

    Raises:
        ConfigurationError: it is a folder, or its folder may not be written to.
    """
    if place is None:
        return
    if place.is_dir():
        raise ConfigurationError("cannot-write", f"{place}: this is a folder; name a file in it")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent)
    except OSError as error:
        raise ConfigurationError("cannot-write", f"{place}: cannot be written ({error.strerror})") from error
    os.close(handle)
    Path(name).unlink()


def write_whole(place: Path, content: bytes, mode: int = 0o600) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part.

    Raises:
        ConfigurationError: it cannot be written.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(place)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise ConfigurationError("cannot-write", f"{place}: cannot be written ({error.strerror})") from error


def notify(place: Path, summary: BatchSummary | None, error: AdviceAuditError | None = None) -> None:
    """Write what happened as JSON: `status` is `finished` with the summary, or `stopped` with code and message.

    Raises:
        ConfigurationError: it cannot be written.
    """
    from json import dumps

    told: dict[str, Any] = {"status": "stopped" if error else "finished"}
    told["exit_code"] = error.exit_code if error else summary.exit_code() if summary else None
    told["error"] = {"code": error.code, "message": error.message} if error else None
    told["summary"] = summary.model_dump(mode="json") if summary else None
    write_whole(place, (dumps(told, indent=2, ensure_ascii=False) + "\n").encode())
