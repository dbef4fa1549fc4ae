"""What a classifier says of the examples it was fitted on, had it never seen their writers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from advice_audit.classify.features import Example
from advice_audit.classify.fit import Fitted
from advice_audit.classify.fit_space import Lot, fit_space
from advice_audit.classify.space import Space
from advice_audit.training.criteria import Task

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDS = 8
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


class HeldOutSpace:
    """A space of links that places the units it was fitted on as if it had never seen their writers."""

    def __init__(self, lots: Sequence[Lot]) -> None:
        """Fit a space on everything, and one for each share of the writers without them.

        Args:
            lots: of at least two writers.
        """
        from sklearn.model_selection import GroupKFold

        writers = [lot.writer for lot in lots]
        self.whole = fit_space(lots)
        self._without: dict[bytes, Space] = {}
        for inside, outside in GroupKFold(min(FOLDS, len(set(writers)))).split(lots, groups=writers):
            space = fit_space([lots[n] for n in inside])
            self._without |= {vector.tobytes(): space for n in outside for vector in lots[n].vectors}

    def near(self, relation: str, ones: "NDArray[Any]", others: "NDArray[Any]") -> "NDArray[Any]":
        """Return the log odds of a link for every pair of one document, as `Space.near` does."""
        seen = (self._without.get(v.astype("float32").tobytes()) for some in (ones, others) for v in some)
        return next((space for space in seen if space is not None), self.whole).near(relation, ones, others)
