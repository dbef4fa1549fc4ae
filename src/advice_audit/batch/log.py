"""The log of a batch: lines of JSON with ids and codes. No path, no name and no word of an advice stands in it."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from advice_audit.errors import ConfigurationError

OWNER_ONLY = 0o600


class JobLog:
    """Writes events. Without a place it writes nothing; `-` is standard error; a file is added to.

    Every line has `time` (UTC), `run` and `event`. A file is called by `summary.log_id`.
    """

    def __init__(self, place: str | None, run: str) -> None:
        """Open the log.

        Raises:
            ConfigurationError: it cannot be written.
        """
        self._run = run
        self._stream: IO[str] | None = None
        self._owned = place not in (None, "-")
        if place == "-":
            self._stream = sys.stderr
        elif place is not None:
            try:
                Path(place).parent.mkdir(parents=True, exist_ok=True)
                handle = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
            except OSError as error:
                raise ConfigurationError("cannot-write", f"{place}: cannot be written ({error.strerror})") from error
            self._stream = os.fdopen(handle, "a", encoding="utf-8", buffering=1)

    def write(self, event: str, **data: Any) -> None:
        """Add one line. A log that cannot be written any more does not stop the work."""
        if self._stream is None:
            return
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "run": self._run, "event": event, **data}
        try:
            self._stream.write(json.dumps(line) + "\n")
            self._stream.flush()
        except OSError:
            self._stream = None

    def __enter__(self) -> "JobLog":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._stream is not None and self._owned:
            self._stream.close()
