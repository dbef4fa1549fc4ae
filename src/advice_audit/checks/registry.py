"""Finds the check of a criterion: `needs.met-elsewhere` is `check` in `checks/needs/met_elsewhere.py`."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from advice_audit.checks.model import Check


def module_name(criterion_id: str) -> str:
    """Return the dotted module of a criterion's check."""
    return "advice_audit.checks." + criterion_id.replace("-", "_")


@cache
def find_check(criterion_id: str) -> Check | None:
    """Return the check of a criterion, or None where nobody has written one yet."""
    name = module_name(criterion_id)
    try:
        if find_spec(name) is None:
            return None
    except ModuleNotFoundError:
        return None
    check: Check = import_module(name).check
    return check
