"""Rubric files: found by id or path, read as YAML 1.2, and refused with file, line and field where they are wrong."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from advice_audit.errors import RubricError
from advice_audit.resources import resource
from advice_audit.rubric.extend import EXTENDS, extended, place_in_file
from advice_audit.rubric.model import Rubric
from advice_audit.rubric.problems import explain, line_of


def load_rubric(rubric: str | Path) -> Rubric:
    """Return a rubric by id (one that ships with the product) or by path.

    Raises:
        RubricError: there is none, or the file is wrong; the message names file, line and field.
    """
    path = find_rubric(rubric)
    return _load(path, path.stat().st_mtime_ns)


def find_rubric(rubric: str | Path) -> Path:
    """Return the file of a rubric given by id or path.

    Raises:
        RubricError: there is no such file.
    """
    path = Path(rubric)
    if path.suffix in (".yaml", ".yml"):
        if path.is_file():
            return path
        raise RubricError("no-rubric", f"{path}: there is no such rubric file")
    shipped = resource("rubrics") / f"{rubric}.yaml"
    if shipped.is_file():
        return shipped
    known = ", ".join(shipped_rubrics())
    raise RubricError("no-rubric", f"{rubric}: no rubric of that name; there are {known}")


def shipped_rubrics() -> list[str]:
    """Return the ids of the rubrics that ship with the product."""
    return sorted(path.stem for path in resource("rubrics").glob("*.yaml"))


@cache
def _load(path: Path, modified: int) -> Rubric:
    # `modified` is part of the cache's key: a long-running page must see a council's edits.
    own, data = _read(path, ())
    try:
        return Rubric.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        deeper = getattr(first.get("ctx", {}).get("error"), "place", ())
        place = place_in_file((*first["loc"], *deeper), data, own)
        field = ".".join(str(part) for part in place) or "the file"
        line = line_of(_yaml(path, "rt"), place)
        raise RubricError("bad-rubric", f"{path}:{line}: {field}: {explain(first)}") from error


def _read(path: Path, seen: tuple[Path, ...]) -> tuple[Any, Any]:
    """Return a file's own data, and the same with what it extends filled in."""
    own = _yaml(path, "safe")
    if not isinstance(own, dict) or EXTENDS not in own:
        return own, own
    base = _base(path, own[EXTENDS])
    if base.resolve() in (path.resolve(), *seen):
        line = line_of(_yaml(path, "rt"), (EXTENDS,))
        raise RubricError("bad-rubric", f"{path}:{line}: {EXTENDS}: the rubrics extend one another in a circle")
    _, whole = _read(base, (*seen, path.resolve()))
    load_rubric(base)  # a fault of the base is reported under the base's own name
    return own, extended(whole, own)


def _base(path: Path, name: Any) -> Path:
    try:
        beside = path.parent / str(name)
        return beside if beside.suffix in (".yaml", ".yml") and beside.is_file() else find_rubric(str(name))
    except RubricError as error:
        line = line_of(_yaml(path, "rt"), (EXTENDS,))
        raise RubricError(error.code, f"{path}:{line}: {EXTENDS}: {error.message}") from error


def _yaml(path: Path, kind: str) -> Any:
    return _parsed(path, kind, path.stat().st_mtime_ns)


@cache
def _parsed(path: Path, kind: str, modified: int) -> Any:
    """Return a file's data. Kind `safe` is quick; `rt` (round trip) also knows the line of every field."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        # Either refuses a key that stands twice, and reads by YAML 1.2: `no` is a word, `1:30` a text.
        return YAML(typ=kind, pure=True).load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RubricError("bad-yaml", f"{path}:{line}: {str(error.problem).splitlines()[0]}") from error
    except (YAMLError, OSError, UnicodeDecodeError) as error:
        raise RubricError("bad-yaml", f"{path}: cannot be read as YAML") from error
