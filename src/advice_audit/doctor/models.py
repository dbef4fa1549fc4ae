"""The models and rubrics: there, whole, and which."""

import json
from hashlib import sha256
from pathlib import Path

from advice_audit.classify.encoder import Encoder
from advice_audit.doctor.report import Model, RubricState
from advice_audit.errors import AdviceAuditError, ConfigurationError
from advice_audit.resources import resource
from advice_audit.versions import rubric_hash

_DIGITS = 12


def models() -> list[Model]:
    """Return the pipeline, the classifiers, the encoder and the reader of units and the word lists, each with its hash."""
    return [_pipeline(), _classifiers(), _encoder("encoder"), _encoder("reader"), _part("models/spelling")]


def _part_hash(name: str) -> str:
    folder = resource(name)
    whole = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:_DIGITS]


def _part(name: str) -> Model:
    try:
        return Model(name=name, state="ok", hash=_part_hash(name))
    except FileNotFoundError:
        return Model(name=name, state="missing", message="not installed; install the program again")


def _pipeline() -> Model:
    part = _part("models/advice_en")
    if part.state != "ok":
        return part
    try:
        meta = json.loads((resource("models/advice_en") / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return part.model_copy(update={"state": "wrong", "message": "meta.json cannot be read"})
    return part.model_copy(update={"version": str(meta.get("version"))})


def _classifiers() -> Model:
    part = _part("models/classifiers")
    if part.state != "ok":
        return part
    files = sorted(resource("models/classifiers").glob("*.skops"))
    changed = [path.stem for path in files if not _is_as_described(path)]
    if changed:
        message = f"not the file that its card describes: {', '.join(changed)}"
        return part.model_copy(update={"state": "wrong", "message": message})
    return part.model_copy(update={"message": f"{len(files)} classifiers, each the file that its card describes"})


def _encoder(name: str) -> Model:
    part = _part(f"models/{name}")
    if part.state != "ok":
        return part
    try:
        Encoder(resource(f"models/{name}")).check()
    except ConfigurationError as error:
        return part.model_copy(update={"state": "wrong", "message": error.message})
    return part


def _is_as_described(path: Path) -> bool:
    try:
        card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return bool(card["sha256"] == sha256(path.read_bytes()).hexdigest())
    except (OSError, ValueError, KeyError):
        return False


def rubrics() -> list[RubricState]:
    """Return the rubrics that ship with the product."""
    from advice_audit.rubric.load import shipped_rubrics

    return [_rubric(name) for name in shipped_rubrics()]


def _rubric(name: str) -> RubricState:
    from advice_audit.rubric.load import load_rubric

    try:
        rubric = load_rubric(name)
    except AdviceAuditError as error:
        return RubricState(
            id=name, title=None, version=None, hash=None, criteria=0, state="wrong", message=error.message
        )
    return RubricState(
        id=rubric.id,
        title=rubric.title,
        version=rubric.version,
        hash=rubric_hash(rubric),
        criteria=len(rubric.criteria),
        state="ok",
    )
