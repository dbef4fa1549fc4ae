"""The process that holds the model: one line of JSON in for each chunk, one line out for each step.

    python -m advice_audit.batch.child

It ends when its input ends, when nothing was asked of it for a while, or when it is killed. In: `{"settings": ...}`
once, then `{"tasks": [...]}`. Out: `{"at": position}` as work on a task begins, `{"position": ..., "outcome": ...}`,
and `{"done": memory in bytes}`.
"""

import faulthandler
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import IO, Any

from advice_audit.batch.work import Settings, Task

IDLE = 60.0
"""Seconds without work after which the memory is given back."""


def main() -> None:
    """Answer chunks until the input ends."""
    answers, nowhere = _private_output()

    def say(**what: Any) -> None:
        answers.write(json.dumps(what) + "\n")
        answers.flush()

    settings = Settings.model_validate(json.loads(sys.stdin.readline())["settings"])
    audit = _function(settings.auditor)
    for line in _lines():
        tasks = [Task(*fields) for fields in json.loads(line)["tasks"]]
        # The supervisor ends a child that hangs. Should it be gone, this clock does, which needs no Python to run.
        faulthandler.dump_traceback_later(settings.seconds * (len(tasks) + 1), exit=True, file=nowhere)
        for position, outcome in audit(tasks, settings, lambda position: say(at=position)):
            say(position=position, outcome=outcome.model_dump(mode="json"))
        faulthandler.cancel_dump_traceback_later()
        say(done=_memory())


def _private_output() -> tuple[IO[str], int]:
    """Return the real standard output, and the descriptor of nowhere, to which all that libraries print now goes."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers, nowhere


def _lines() -> Iterator[str]:
    while True:
        clock = threading.Timer(IDLE, os._exit, [0])
        clock.daemon = True
        clock.start()
        line = sys.stdin.readline()
        clock.cancel()
        if not line:
            return
        yield line


def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _memory() -> int:
    from psutil import Process

    return int(Process().memory_info().rss)


if __name__ == "__main__":
    main()
