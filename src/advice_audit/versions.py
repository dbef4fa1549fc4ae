"""Which rubric and which models made an audit: an audit made with others is another audit."""

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.resources import resource

if TYPE_CHECKING:
    from advice_audit.rubric.model import Rubric

_LENGTH = 12
MODELS = ("advice_en", "classifiers", "encoder", "reader", "spelling")


def rubric_hash(rubric: "Rubric") -> str:
    """Return a short hash of all that a rubric says: a comment in its file changes nothing."""
    return hashlib.sha256(rubric.model_dump_json().encode()).hexdigest()[:_LENGTH]


@cache
def model_version() -> str:
    """Return the program's version and a short hash of every model that takes part, such as `0.1.0+5f1c0d9e2b7a`."""
    from importlib.metadata import version

    digest = hashlib.sha256()
    for folder in (resource("models") / name for name in MODELS):
        for path in sorted(file for file in folder.rglob("*") if file.is_file()):
            digest.update(f"{_name(folder, path)}:{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return f"{version('advice-audit')}+{digest.hexdigest()[:_LENGTH]}"


def _name(folder: Path, path: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"
