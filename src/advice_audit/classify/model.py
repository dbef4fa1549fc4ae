"""A calibrated text classifier of plain scikit-learn parts, so that it can be saved without pickle."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from advice_audit.classify.features import Example
from advice_audit.classify.quick import quick

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Judge(Protocol):
    """Anything that gives examples the probabilities of some classes."""

    @property
    def classes(self) -> tuple[str, ...]:
        """Labels, in the order of the columns that `probabilities` returns."""

    def probabilities(self, examples: Sequence[Example]) -> "NDArray[Any]":
        """Return one row an example and one column a class, summing to 1."""

    def probability(self, examples: Sequence[Example], label: str = "yes") -> "NDArray[Any]":
        """Return the probability of one label for each example."""


@dataclass(frozen=True, slots=True)
class Classifier:
    """Words, vector and cues in; calibrated probabilities out.

    Args:
        name: what it decides, such as `needs.frequency`.
        classes: labels, in the order of the columns that `probabilities` returns.
        words: fitted `TfidfVectorizer` over `Example.text`, or None where the words are not used.
        cues: fitted `DictVectorizer` over `Example.cues`, or None.
        vector_weight, cue_weight: how strongly the vector and the cues count beside the words.
        coefficients, intercepts: of the logistic regression, one row a class (one row in all for two classes).
        slope, offset: Platt scaling of each row's decision value, fitted on left-out writers.
    """

    name: str
    classes: tuple[str, ...]
    words: Any
    cues: Any
    vector_weight: float
    cue_weight: float
    coefficients: "NDArray[Any]"
    intercepts: "NDArray[Any]"
    slope: float
    offset: float

    def probabilities(self, examples: Sequence[Example]) -> "NDArray[Any]":
        """Return one row an example and one column a class, summing to 1."""
        import numpy as np

        if not examples:
            return np.zeros((0, len(self.classes)))
        short = quick(self)
        if short is not None:
            return calibrated(short.decisions(examples) + self.intercepts, self.slope, self.offset)
        features = matrix(examples, self.words, self.cues, self.vector_weight, self.cue_weight)
        return calibrated(features @ self.coefficients.T + self.intercepts, self.slope, self.offset)

    def probability(self, examples: Sequence[Example], label: str = "yes") -> "NDArray[Any]":
        """Return the probability of one label for each example.

        Raises:
            ValueError: the classifier does not know the label.
        """
        column: NDArray[Any] = self.probabilities(examples)[:, self.classes.index(label)]
        return column


def matrix(examples: Sequence[Example], words: Any, cues: Any, vector_weight: float, cue_weight: float) -> Any:
    """Return the sparse feature matrix: words, then vector, then cues."""
    import numpy as np
    from scipy import sparse

    parts = []
    if words is not None:
        parts.append(words.transform([e.text for e in examples]))
    if vector_weight:
        parts.append(sparse.csr_matrix(np.vstack([e.vector for e in examples]) * vector_weight))
    if cues is not None:
        parts.append(cues.transform([e.cues for e in examples]) * cue_weight)
    return sparse.hstack(parts, format="csr")


def calibrated(decisions: "NDArray[Any]", slope: float, offset: float) -> "NDArray[Any]":
    """Turn decision values into probabilities: a scaled sigmoid for two classes, a scaled softmax for more."""
    import numpy as np

    scaled = np.asarray(decisions) * slope
    if scaled.shape[1] == 1:
        yes = 1.0 / (1.0 + np.exp(-(scaled[:, 0] + offset)))
        return np.column_stack([1.0 - yes, yes])
    scaled = scaled - scaled.max(axis=1, keepdims=True)
    powers = np.exp(scaled)
    result: NDArray[Any] = powers / powers.sum(axis=1, keepdims=True)
    return result
