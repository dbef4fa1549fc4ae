"""Rubric files: found by id or path, read as YAML 1.2, and refused with file, line and field where they are wrong."""

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from advice_audit.errors import RubricError
from advice_audit.resources import resource
from advice_audit.rubric.model import Rubric


def load_rubric(rubric: str | Path) -> Rubric:
    """Return a rubric by id (one that ships with the product) or by path.

    Raises:
        RubricError: there is none, or the file is wrong; the message names file, line and field.
    """
    return _load(find_rubric(rubric))


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
def _load(path: Path) -> Rubric:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        # Round-trip mode keeps the line of every field, for the messages; it also refuses a key that stands twice.
        data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RubricError("bad-yaml", f"{path}:{line}: {error.problem}") from error
    except (YAMLError, OSError, UnicodeDecodeError) as error:
        raise RubricError("bad-yaml", f"{path}: cannot be read as YAML") from error
    try:
        return Rubric.model_validate(_plain(data))
    except ValidationError as error:
        first = error.errors()[0]
        place = tuple(first["loc"])
        field = ".".join(str(part) for part in place) or "the file"
        raise RubricError("bad-rubric", f"{path}:{_line(data, place)}: {field}: {first['msg']}") from error


def _plain(data: Any) -> Any:
    """Return ruamel's annotated values as plain ones, which pydantic's strict checks expect."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    if isinstance(data, bool | None):
        return data
    for kind in (str, int, float):
        if isinstance(data, kind):
            return kind(data)
    return data


def _line(data: Any, place: tuple[int | str, ...]) -> int:
    """Return the line (from 1) of the deepest part of a field's path that stands in the file."""
    line = 1
    for part in place:
        marks = getattr(data, "lc", None)
        try:
            if marks is not None:
                position = marks.key(part) if isinstance(data, dict) else marks.item(part)
                line = position[0] + 1
            data = data[part]
        except (KeyError, IndexError, TypeError, AttributeError):
            break
    return line
