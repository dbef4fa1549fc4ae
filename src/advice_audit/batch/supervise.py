"""What a worker does: it looks after one child process, and starts another where that one crashes or hangs."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any

from advice_audit.batch.work import Outcome, Settings, Task, lost

CRASHED = "crashed"
TOO_SLOW = "too-slow"
START = 120.0
"""Seconds that a child may need before its first word: it loads the model."""
_TICK = 1.0
_HERE = threading.local()
# One thread a process: several workers on one computer would otherwise fight for its processors. The last two keep
# memory that was used once from being held for ever.
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}


def audit_chunk(settings: str, tasks: Sequence[tuple[Any, ...]]) -> list[str]:
    """Audit some files, and return an outcome for each, as JSON. Nothing that a file does makes this fail.

    Args:
        settings: `Settings` as JSON.
        tasks: `Task`s.
    """
    supervisor: Supervisor | None = getattr(_HERE, "supervisor", None)
    if supervisor is None or supervisor.text != settings:
        if supervisor is not None:
            supervisor.stop()
        supervisor = _HERE.supervisor = Supervisor(settings)
    return [outcome.model_dump_json() for outcome in supervisor.audit([Task(*task) for task in tasks])]


def release() -> None:
    """End this thread's child, where it has one, once no more work will come."""
    supervisor: Supervisor | None = getattr(_HERE, "supervisor", None)
    if supervisor is not None:
        supervisor.stop()
        _HERE.supervisor = None


class Supervisor:
    """One worker's child, with a clock over it. `text` is its settings as they came."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._settings = Settings.model_validate_json(text)
        self._child: _Child | None = None
        if self._settings.parent is not None and os.getppid() == self._settings.parent:
            threading.Thread(target=self._leave_with_parent, daemon=True).start()

    def stop(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.kill()
            self._child = None

    def audit(self, tasks: Sequence[Task]) -> list[Outcome]:
        """Return the outcome of every task. Where the child is lost over several, each is tried again by itself."""
        outcomes, reason = self._attempt(tasks)
        left = [position for position in range(len(tasks)) if position not in outcomes]
        # A crash may have been another's doing, so each file gets a second try; a hang that was its own does not.
        tries = 2 if len(tasks) > 1 else int(reason == CRASHED)
        for position in left:
            outcomes[position] = self._alone(tasks[position], tries, reason)
        return [outcomes[position] for position in range(len(tasks))]

    def _alone(self, task: Task, tries: int, reason: str) -> Outcome:
        for _ in range(tries):
            outcomes, reason = self._attempt([task])
            if outcomes:
                return outcomes[0]
            if reason == TOO_SLOW:
                break
        if reason == TOO_SLOW:
            limit = f"{self._settings.seconds:g} seconds"
            return lost(task.path, TOO_SLOW, f"The file took longer than {limit} and was given up.")
        return lost(task.path, CRASHED, "The auditor crashed on this file. Please report it.")

    def _attempt(self, tasks: Sequence[Task]) -> tuple[dict[int, Outcome], str]:
        """Return the outcomes that came, by position, and why the others did not."""
        outcomes: dict[int, Outcome] = {}
        child = self._ready()
        child.ask(tasks)
        while True:
            said = self._listen(child, self._settings.seconds * max(1, len(tasks) - len(outcomes)))
            if isinstance(said, str):
                self.stop()
                return outcomes, said
            if "outcome" in said:
                outcomes[said["position"]] = Outcome.model_validate(said["outcome"])
            if "done" in said:
                if said["done"] > self._settings.memory:
                    self.stop()
                return outcomes, ""

    def _listen(self, child: "_Child", seconds: float) -> dict[str, Any] | str:
        end = time.monotonic() + seconds + (0.0 if child.spoke else START)
        while True:
            said = child.hear(_TICK)
            if said is None:
                if time.monotonic() > end:
                    return TOO_SLOW
            elif not said:
                return CRASHED
            else:
                return said

    def _leave_with_parent(self) -> None:
        # A batch that was killed cannot stop its workers. The child sees its input end.
        while os.getppid() == self._settings.parent:
            time.sleep(_TICK)
        os._exit(1)

    def _ready(self) -> "_Child":
        if self._child is None or not self._child.is_alive():
            self._child = _Child(self._settings)
        return self._child


class _Child:
    """The process, and a thread that waits for what it says."""

    def __init__(self, settings: Settings) -> None:
        self.spoke = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "advice_audit.batch.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **ENVIRONMENT, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._write({"settings": settings.model_dump(mode="json")})

    def ask(self, tasks: Sequence[Task]) -> None:
        """Give it work; a child that has died meanwhile is noticed by `hear`."""
        self._write({"tasks": [tuple(task) for task in tasks]})

    def hear(self, seconds: float) -> dict[str, Any] | None:
        """Return the next thing said; None where nothing was within `seconds`; empty where the child has ended."""
        try:
            said = self._said.get(timeout=seconds)
        except queue.Empty:
            return None
        self.spoke = True
        return said

    def is_alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()

    def _write(self, what: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write((json.dumps(what) + "\n").encode())
            self._process.stdin.flush()
        except OSError:
            pass

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                self._said.put(json.loads(line))
            except ValueError:
                break
        self._said.put({})
