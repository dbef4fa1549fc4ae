"""What an audit was made with: the rubric's hash and the models' version, by which a later run knows what is stale."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version

from advice_audit.resources import resource
from advice_audit.rubric.model import Rubric

_DIGITS = 16
_PARTS = ("models/advice_en", "models/classifiers", "models/spelling")


def rubric_hash(rubric: Rubric) -> str:
    """Return the hash of a rubric as it is used, with everything that it takes over from the one it extends."""
    return sha256(rubric.model_dump_json().encode()).hexdigest()[:_DIGITS]


@cache
def model_version() -> str:
    """Return the program's version and the hash of its models: either one changes what an audit says."""
    whole = sha256("".join(part_hash(part) for part in _PARTS).encode()).hexdigest()
    return f"{version('advice-audit')}+{whole[:_DIGITS]}"


@cache
def part_hash(name: str) -> str:
    """Return the hash of one folder of models: of every file's name and bytes.

    Args:
        name: as `resources.resource` knows it.

    Raises:
        FileNotFoundError: it is not installed.
    """
    folder = resource(name)
    whole = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        whole.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:_DIGITS]
