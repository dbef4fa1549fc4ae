"""What is wrong with a rubric file, in words for the person who edits it, and on which line."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from advice_audit.rubric import model

_ENTRIES = (
    model.Rubric,
    model.Criterion,
    model.Source,
    model.Service,
    model.Lexicons,
    model.Deadlines,
    model.Grades,
    model.Limit,
)
FIELDS = sorted({name for entry in _ENTRIES for name in entry.model_fields})


def explain(error: Mapping[str, Any]) -> str:
    """Return one of pydantic's errors in plain words.

    Args:
        error: an entry of `ValidationError.errors()`.
    """
    kind, given, context = error["type"], error.get("input"), error.get("ctx", {})
    words = {
        "missing": "is missing",
        "string_type": f"should be a text, not {_shown(given)}; put it in quotation marks",
        "float_parsing": f"should be a number, not {_shown(given)}",
        "int_parsing": f"should be a whole number, not {_shown(given)}",
        "bool_parsing": f"should be true or false, not {_shown(given)}",
        "tuple_type": "should be a list",
        "dict_type": "should be a set of fields",
        "model_type": "should be a set of fields",
        "too_short": "must not be empty",
        "literal_error": f"should be {context.get('expected')}, not {_shown(given)}",
        "less_than_equal": f"should be at most {context.get('le')}",
        "greater_than_equal": f"should be at least {context.get('ge')}",
        "greater_than": f"should be more than {context.get('gt')}",
        "string_pattern_mismatch": f"should be an id in small letters such as needs.source, not {_shown(given)}",
        "value_error": str(context.get("error", "")),
    }
    if kind == "extra_forbidden":
        near = get_close_matches(str(error["loc"][-1]), FIELDS, n=1)
        return "is not a field of a rubric" + (f"; did you mean {near[0]}?" if near else "")
    return words.get(kind) or str(error["msg"])


def line_of(data: Any, place: tuple[int | str, ...]) -> int:
    """Return the line (from 1) of the deepest part of a field's path that stands in the file.

    Args:
        data: the file as ruamel's round-trip loader gives it.
        place: keys and positions that lead to the field.
    """
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


def _shown(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:37] + "…"
