"""What a classifier says of the examples it was fitted on, had it never seen their writers."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.classify import persist
from advice_audit.classify.features import Example
from advice_audit.classify.fit import Fitted
from advice_audit.classify.signs import Several
from advice_audit.resources import resource
from advice_audit.training.criteria import Task

if TYPE_CHECKING:
    from numpy.typing import NDArray

Key = tuple[str, tuple[tuple[str, float], ...], bytes]


class HeldOut:
    """A classifier that answers with what was said of an example when its writer was left out.

    A later classifier must be fitted on such answers, and figures on the fitted writers rest on them. An example that
    was not fitted on gets the answer of the whole classifier.
    """

    def __init__(self, task: Task, fitted: Fitted) -> None:
        """Keep the answers.

        Args:
            task: what the classifier was fitted on.
            fitted: the classifier, with its answers for left-out writers in the task's order.
        """
        self._whole = fitted.classifier
        self._known = {_key(e): row for e, row in zip(task.examples, fitted.held_out, strict=True)}

    @property
    def classes(self) -> tuple[str, ...]:
        """Labels, in the order of the columns."""
        return self._whole.classes

    def probabilities(self, examples: Sequence[Example]) -> "NDArray[Any]":
        """Return one row an example and one column a class."""
        import numpy as np

        rows = [self._known.get(_key(e)) for e in examples]
        new = iter(self._whole.probabilities([e for e, row in zip(examples, rows, strict=True) if row is None]))
        found = [next(new) if row is None else row for row in rows]
        return np.asarray(found) if found else np.zeros((0, len(self.classes)))

    def probability(self, examples: Sequence[Example], label: str = "yes") -> "NDArray[Any]":
        """Return the probability of one label for each example."""
        column: NDArray[Any] = self.probabilities(examples)[:, self.classes.index(label)]
        return column


def _key(example: Example) -> Key:
    return example.text, tuple(sorted(example.cues.items())), example.vector.tobytes()


class HeldOutPlaces:
    """A space of links that places the units that its encoder was taught on as one that never saw their writer.

    The encoder takes long to teach: it was taught once without each share of the writers, and where it placed their units
    is kept in a file.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the file.

        Args:
            path: of what `models/training/encoder.py` kept; the product's own where None.
        """
        import numpy as np

        with np.load(path or resource("models") / "training" / "held_out_places.npz") as kept:
            self._row = {key.tobytes(): n for n, key in enumerate(kept["keys"])}
            self._places = kept["places"].astype(np.float32)
        self._places /= np.linalg.norm(self._places, axis=1, keepdims=True)
        self.unknown = 0
        """Units that had no place though their document had some; they are near to nothing."""

    def read(self, units: Mapping[str, Sequence[str]]) -> "dict[str, NDArray[Any]]":
        """Return where the units of one document lie, as `Space.read` does."""
        rows = {kind: [self._row.get(key_of(kind, text)) for text in texts] for kind, texts in units.items()}
        found = [row for own in rows.values() for row in own]
        if found and not any(row is not None for row in found):
            return persist.shipped_space().read(units)
        self.unknown += sum(row is None for own in rows.values() for row in own)
        return {kind: self._of(own) for kind, own in rows.items()}

    def _of(self, rows: Sequence[int | None]) -> "NDArray[Any]":
        import numpy as np

        known = np.array([[row is not None] for row in rows], dtype=bool).reshape(-1, 1)
        at = np.array([row or 0 for row in rows], dtype=int)
        placed: NDArray[Any] = self._places[at] * known
        return placed


def held_out_signs() -> Several:
    """Return the product's readers of signs, as they read the texts of writers never seen."""
    folder = resource("models") / "training"
    return Several(tuple(HeldOutSigns(folder / name) for name in ("held_out_signs.npz", "held_out_reader.npz")))


class HeldOutSigns:
    """A reader of signs that reads the texts which its encoder was taught on as one that never saw their writer."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Args:
            path: of what `models/training/encoder.py` or `reader.py` kept.
        """
        import numpy as np

        with np.load(path) as kept:
            self._row = {key.tobytes(): n for n, key in enumerate(kept["keys"])}
            self._odds = kept["odds"].astype(np.float32)
            self._names = tuple(str(name) for name in kept["names"])

    @property
    def names(self) -> tuple[str, ...]:
        """The signs that it knows."""
        return self._names

    def odds(self, name: str, texts: Sequence[str]) -> "NDArray[Any]":
        """Return for each text the logarithm of the odds of a sign; one that was not taught is read as the product reads it."""
        import numpy as np

        rows = [self._row.get(key_of("sign", text)) for text in texts]
        column = self._names.index(name)
        unknown = [text for text, row in zip(texts, rows, strict=True) if row is None]
        new = iter(persist.shipped_signs().odds(name, unknown))
        return np.array([next(new) if row is None else self._odds[row, column] for row in rows], dtype=np.float32)


def key_of(kind: str, text: str) -> bytes:
    """Return what a unit is kept under: its words are in no file but the corpus."""
    return hashlib.sha256(f"{kind}\n{text}".encode()).digest()[:12]
