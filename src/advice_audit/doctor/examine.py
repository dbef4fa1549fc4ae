"""Everything that the doctor looks at, put together."""

from collections.abc import Sequence
from importlib import metadata

from advice_audit.doctor.install import computer, extras, libraries
from advice_audit.doctor.models import models, rubrics
from advice_audit.doctor.report import Diagnosis, Installed, Model, RubricState, Speed
from advice_audit.doctor.store import store_state


def examine(store: str) -> Diagnosis:
    """Look at the installation, the store and the computer's speed.

    Args:
        store: the store's place.
    """
    from advice_audit.versions import model_version

    needed = libraries()
    found_models, found_rubrics, state = models(), rubrics(), store_state(store)
    whole = _all_ok(needed) and _all_ok(found_models)
    return Diagnosis(
        program=metadata.version("advice-audit"),
        model_version=model_version() if whole else None,
        healthy=whole and _all_ok(found_rubrics) and state.state == "ok",
        computer=computer(),
        libraries=needed,
        extras=extras(),
        models=found_models,
        rubrics=found_rubrics,
        store=state,
        speed=_speed() if whole else None,
    )


def _all_ok(parts: Sequence[Installed] | Sequence[Model] | Sequence[RubricState]) -> bool:
    return all(part.state == "ok" for part in parts)


def _speed() -> Speed:
    from advice_audit.doctor.speed import measure

    return measure()
