"""Classifiers on disk: skops (never pickle), and a card that holds the file's hash and the library's version."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from advice_audit.classify.model import Classifier, Judge
from advice_audit.classify.plain import NotPlain, read
from advice_audit.classify.quick import quick
from advice_audit.classify.signs import Reads, Several, Signs
from advice_audit.classify.space import Placed, Space
from advice_audit.errors import ConfigurationError
from advice_audit.resources import resource

if TYPE_CHECKING:
    from advice_audit.classify.encoder import Encoder

FIELDS = (
    "name", "classes", "words", "cues", "vector_weight", "cue_weight", "coefficients", "intercepts", "slope", "offset",
)  # fmt: skip
SPACE = "links.space"
SIGNS = "signs"
# What the signs of needs, outcomes and consent are read by.
READER = "signs.reader"
Part = Judge | Placed | Reads
TRUSTED_PREFIXES = ("sklearn.", "numpy.", "scipy.", "builtins.")


def save(classifier: Classifier, folder: Path, card: dict[str, Any]) -> Path:
    """Write `<name>.skops` and `<name>.json` (the card) into a folder; return the first."""
    from zipfile import ZIP_DEFLATED

    import sklearn
    import skops.io as sio

    path = folder / f"{classifier.name}.skops"
    sio.dump({field: getattr(classifier, field) for field in FIELDS}, path, compression=ZIP_DEFLATED, compresslevel=9)
    facts = {
        "name": classifier.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "scikit_learn": sklearn.__version__,
        "classes": list(classifier.classes),
        **card,
    }
    path.with_suffix(".json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


_instead: dict[str, Part] = {}


@contextmanager
def instead(classifiers: Mapping[str, Part]) -> Iterator[None]:
    """Use other classifiers than the product's inside a `with` block, as evaluation on left-out writers does."""
    before = dict(_instead)
    _instead.update(classifiers)
    try:
        yield
    finally:
        _instead.clear()
        _instead.update(before)


def classifier(name: str) -> Judge:
    """Return a classifier of the product by name, loaded once.

    Raises:
        ConfigurationError: the file is missing, or is not the one its card describes.
    """
    return cast("Judge | None", _instead.get(name)) or _shipped(name)


def space() -> Placed:
    """Return the product's space of links, loaded once.

    Raises:
        ConfigurationError: the file is missing, or is not the one its card describes.
    """
    return cast("Placed | None", _instead.get(SPACE)) or shipped_space()


@cache
def shipped_space() -> Space:
    """Return the space of links that ships, whatever stands in for it."""
    return Space(_encoder("encoder"), _read_shipped(SPACE)["projections"])


def signs() -> Reads:
    """Return the product's reader of signs, loaded once.

    Raises:
        ConfigurationError: the file is missing, or is not the one its card describes.
    """
    return cast("Reads | None", _instead.get(SIGNS)) or shipped_signs()


@cache
def shipped_signs() -> Several:
    """Return the reader of signs that ships, whatever stands in for it."""
    return Several((_signs(SIGNS, "encoder"), _signs(READER, "reader")))


def _signs(name: str, encoder: str) -> Signs:
    fields = _read_shipped(name)
    return Signs(_encoder(encoder), tuple(fields["names"]), fields["weights"], fields["offsets"])


@cache
def _encoder(name: str) -> "Encoder":
    from advice_audit.classify.encoder import Encoder

    return Encoder(resource("models") / name)


def _read_shipped(name: str) -> dict[str, Any]:
    return read(_checked(resource("models") / "classifiers" / f"{name}.skops"))


@cache
def _shipped(name: str) -> Classifier:
    path = resource("models") / "classifiers" / f"{name}.skops"
    data = _checked(path)
    return _plain(data) or _whole(data, path)


def load(path: Path) -> Classifier:
    """Read a classifier, after checking its hash against its card and the types it holds against a short list.

    Raises:
        ConfigurationError: it is missing, was changed, or holds a type we do not save.
    """
    return _whole(_checked(path), path)


def _plain(data: bytes) -> Classifier | None:
    """Return a classifier that judges the quick way, without scikit-learn; None where that does not know all of it."""
    try:
        made = _made(read(data))
    except NotPlain:
        return None
    return made if quick(made) is not None else None


def _whole(data: bytes, path: Path) -> Classifier:
    return _made(_fields(data, path))


def _made(fields: dict[str, Any]) -> Classifier:
    return Classifier(**{**fields, "classes": tuple(fields["classes"])})


def _checked(path: Path) -> bytes:
    try:
        card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        data = path.read_bytes()
    except OSError as error:
        raise ConfigurationError("no-model", f"{path.name}: this classifier is not installed") from error
    if hashlib.sha256(data).hexdigest() != card["sha256"]:
        raise ConfigurationError("model-changed", f"{path.name}: not the file that its card describes")
    return data


def _fields(data: bytes, path: Path) -> dict[str, Any]:
    import skops.io as sio
    from skops.io.exceptions import UntrustedTypesFoundException

    try:
        fields: dict[str, Any] = sio.loads(data)
    except UntrustedTypesFoundException:
        # To list the types costs as much as to load: only where skops does not know one by itself.
        unknown = sio.get_untrusted_types(data=data)
        if any(not name.startswith(TRUSTED_PREFIXES) for name in unknown):
            message = f"{path.name}: holds types that this product never saves"
            raise ConfigurationError("model-untrusted", message) from None
        fields = sio.loads(data, trusted=unknown)
    return fields
