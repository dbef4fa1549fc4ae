"""A clock over a parser that might never end."""

import ctypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_TICK = 0.25


class OutOfTime(BaseException):
    """Raised inside the watched code when its time is up; no parser's `except Exception` swallows it."""


class _Watch:
    """One thread that looks after all clocks of the process; starting one a file would cost more than reading it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._ends: dict[object, tuple[float, int]] = {}
        self._thread: threading.Thread | None = None

    def add(self, key: object, end: float) -> None:
        with self._changed:
            self._ends[key] = (end, threading.get_ident())
            # A forked process has the object but not the thread.
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._look_after, name="reading clock", daemon=True)
                self._thread.start()
            elif len(self._ends) == 1:
                self._changed.notify()

    def pause(self) -> dict[object, float]:
        """Stop the clocks of the calling thread; return the seconds that each has left."""
        with self._changed:
            now, mine = time.monotonic(), threading.get_ident()
            left = {key: end - now for key, (end, thread) in self._ends.items() if thread == mine}
            for key in left:
                del self._ends[key]
        return left

    def remove(self, key: object) -> None:
        with self._changed:
            self._ends.pop(key, None)

    def _look_after(self) -> None:
        with self._changed:
            while True:
                self._changed.wait(_TICK if self._ends else None)
                now = time.monotonic()
                for key, (end, thread) in list(self._ends.items()):
                    if end <= now:
                        del self._ends[key]
                        raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
                        raise_in(ctypes.c_ulong(thread), ctypes.py_object(OutOfTime))


_WATCH = _Watch()


@contextmanager
def paused() -> Iterator[None]:
    """Let the calling thread's clocks stand while a program that has one of its own is waited for."""
    left = _WATCH.pause()
    try:
        yield
    finally:
        for key, seconds in left.items():
            _WATCH.add(key, time.monotonic() + seconds)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTime` in the calling thread if the block runs longer than `seconds`.

    Works in any thread and on any system, which signals don't, for code that runs Python.
    """
    key = object()
    _WATCH.add(key, time.monotonic() + seconds)
    try:
        yield
    finally:
        _WATCH.remove(key)
