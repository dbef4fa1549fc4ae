"""Checks social care advice for EHC plans against a QA rubric.

`audit(path, rubric="swindon-2022")` returns one advice's result, and `load_rubric(rubric)` a rubric; the types of
results stand beside them. Nothing else is public. Names are imported when they are first used: `import advice_audit`
itself costs next to nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advice_audit.audit import audit as audit
    from advice_audit.errors import AdviceAuditError as AdviceAuditError
    from advice_audit.errors import RubricError as RubricError
    from advice_audit.results import AdviceResult as AdviceResult
    from advice_audit.results import CriterionResult as CriterionResult
    from advice_audit.results import FactsResult as FactsResult
    from advice_audit.results import FileError as FileError
    from advice_audit.results import FindingResult as FindingResult
    from advice_audit.results import SectionResult as SectionResult
    from advice_audit.rubric.load import load_rubric as load_rubric
    from advice_audit.rubric.model import Rubric as Rubric

_PUBLIC = {
    "audit": "audit",
    "load_rubric": "rubric.load",
    "Rubric": "rubric.model",
    "AdviceAuditError": "errors",
    "RubricError": "errors",
    "AdviceResult": "results",
    "CriterionResult": "results",
    "FactsResult": "results",
    "FileError": "results",
    "FindingResult": "results",
    "SectionResult": "results",
}
__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)
    return value


class _Package(ModuleType):
    """Keeps `advice_audit.audit` the function: Python would put the module of that name there when it is imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _PUBLIC and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
