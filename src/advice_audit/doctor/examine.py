"""Everything that the doctor looks at, put together."""

from collections.abc import Sequence
from importlib import metadata

from advice_audit.doctor.install import computer, extras, libraries
from advice_audit.doctor.models import models, rubrics
from advice_audit.doctor.report import Diagnosis, Installed, Model, RubricState, Speed, StoreState
from advice_audit.doctor.store import store_state


def examine(store: str) -> Diagnosis:
    """Look at the installation, the store and the computer's speed.

    Args:
        store: the store's place.
    """
    from advice_audit.versions import model_version

    needed = libraries()
    parts: Sequence[Installed | Model | RubricState | StoreState]
    found_models, found_rubrics, state = models(), rubrics(), store_state(store)
    parts = [*needed, *found_models, *found_rubrics, state]
    whole = all(part.state == "ok" for part in (*needed, *found_models))
    return Diagnosis(
        program=metadata.version("advice-audit"),
        model_version=model_version() if whole else None,
        healthy=all(part.state == "ok" for part in parts),
        computer=computer(),
        libraries=needed,
        extras=extras(),
        models=found_models,
        rubrics=found_rubrics,
        store=state,
        speed=_speed() if whole else None,
    )


def _speed() -> Speed:
    from advice_audit.doctor.speed import measure

    return measure()
