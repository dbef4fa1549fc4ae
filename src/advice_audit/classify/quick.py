"""Decision values without a matrix: a handful of words and cues against the rows of the coefficients that they meet.

scikit-learn checks its input and builds sparse matrices for every call, which costs more than the sum itself when a
check asks about one sentence. The sums are those of `model.matrix`, up to the last bits.
"""

import re
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING, Any

from advice_audit.classify.features import Example

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What we fit and nothing else; a vectorizer of another kind goes the long way.
_FITTED = {
    "analyzer": "word", "binary": False, "lowercase": True, "ngram_range": (1, 2), "norm": "l2", "preprocessor": None,
    "stop_words": None, "strip_accents": None, "sublinear_tf": True, "token_pattern": r"\S+", "tokenizer": None,
    "use_idf": True,
}  # fmt: skip
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Single:
    """The same for one decision, in plain numbers: arrays cost more than they save on a few dozen words.

    Args:
        words: the place of each word or pair of words in the two arrays.
        idf: its weight in a text.
        coefficients: its coefficient.
        cues: coefficient of each cue, its weight beside the words included.
    """

    words: Mapping[str, int]
    idf: "array[float]"
    coefficients: "array[float]"
    cues: Mapping[str, float]

    def of_words(self, text: str) -> float:
        total = square = 0.0
        if self.words:
            for gram, often in _grams(text):
                row = self.words.get(gram)
                if row is not None:
                    weight = often * self.idf[row]
                    total += weight * self.coefficients[row]
                    square += weight * weight
        return total / sqrt(square) if square else 0.0

    def of_cues(self, cues: Mapping[str, Any]) -> float:
        total = 0.0
        for name, value in cues.items():
            key, number = (f"{name}={value}", 1.0) if isinstance(value, str) else (name, value)
            total += number * self.cues.get(key, 0.0)
        return total


@dataclass(frozen=True, slots=True)
class Quick:
    """Coefficients laid out by feature: one row a word, a dimension of the vector, a cue; one column a decision."""

    words: Mapping[str, int]
    idf: Sequence[float]
    word_rows: "NDArray[Any]"
    vector_rows: "NDArray[Any]"
    cues: Mapping[str, int]
    cue_rows: "NDArray[Any]"
    vector_weight: float
    cue_weight: float
    single: "_Single | None"

    def decisions(self, examples: Sequence[Example]) -> "NDArray[Any]":
        """Return one row an example and one column a decision, without the intercepts."""
        import numpy as np

        if self.single is not None:
            total = np.array([[self.single.of_words(one.text) + self.single.of_cues(one.cues)] for one in examples])
        else:
            total = np.zeros((len(examples), self.vector_rows.shape[1]))
            for row, one in zip(total, examples, strict=True):
                row += self._of_words(one.text) + self._of_cues(one.cues)
        if self.vector_weight:
            vectors = np.vstack([e.vector for e in examples]) * self.vector_weight
            total += vectors.astype(np.float64) @ self.vector_rows
        return total

    def of_pairs(
        self, ones: "NDArray[Any]", others: "NDArray[Any]", cues: "Mapping[str, NDArray[Any]]"
    ) -> "NDArray[Any]":
        """Return the first decision of each pair of vectors, a row for each of `ones`; the cues are grids of that shape."""
        import numpy as np

        by_vector = ones.astype(np.float64) * (self.vector_rows[:, 0] * self.vector_weight)
        total: NDArray[Any] = by_vector @ others.astype(np.float64).T
        for name, grid in cues.items():
            row = self.cues.get(name)
            if row is not None:
                total = total + grid * (self.cue_rows[row, 0] * self.cue_weight)
        return total

    def _of_words(self, text: str) -> Any:
        if not self.words:
            return 0.0
        rows = [(row, weight) for gram, weight in _grams(text) if (row := self.words.get(gram)) is not None]
        if not rows:
            return 0.0
        weights = [weight * self.idf[row] for row, weight in rows]
        length = sqrt(sum(weight * weight for weight in weights))
        return self._summed(self.word_rows, [(row, w / length) for (row, _), w in zip(rows, weights, strict=True)])

    def _of_cues(self, cues: Mapping[str, Any]) -> Any:
        rows = []
        for name, value in cues.items():
            key, number = (f"{name}={value}", 1.0) if isinstance(value, str) else (name, value)
            row = self.cues.get(key)
            if row is not None:
                rows.append((row, number * self.cue_weight))
        return self._summed(self.cue_rows, rows) if rows else 0.0

    def _summed(self, table: "NDArray[Any]", rows: Sequence[tuple[int, float]]) -> Any:
        import numpy as np

        return np.array([weight for _, weight in rows]) @ table[[row for row, _ in rows]]


@lru_cache(maxsize=256)
def _grams(text: str) -> list[tuple[str, float]]:
    """Return the words and pairs of words of a text with the log of how often; several classifiers ask of each text."""
    tokens = _TOKEN.findall(text.lower())
    grams = Counter(tokens)
    grams.update(f"{one} {two}" for one, two in pairwise(tokens))
    return [(gram, 1.0 + log(number)) for gram, number in grams.items()]


_MADE: dict[int, tuple[Any, Quick | None]] = {}


def quick(classifier: Any) -> Quick | None:
    """Return the quick form of a classifier, made once; None where it has a part that only the long way knows."""
    made = _MADE.get(id(classifier))
    if made is None or made[0] is not classifier:
        made = _MADE[id(classifier)] = (classifier, _make(classifier))
    return made[1]


def _make(classifier: Any) -> Quick | None:
    import numpy as np

    words, cues = classifier.words, classifier.cues
    if words is not None and any(words.get_params()[name] != value for name, value in _FITTED.items()):
        return None
    known_words: Mapping[str, int] = words.vocabulary_ if words is not None else {}
    known_cues: Mapping[str, int] = cues.vocabulary_ if cues is not None else {}
    rows = np.ascontiguousarray(np.asarray(classifier.coefficients, dtype=np.float64).T)
    first, last = len(known_words), len(rows) - len(known_cues)
    idf = array("d", np.asarray(words.idf_, dtype=np.float64).tobytes() if words is not None else b"")
    single = None
    if rows.shape[1] == 1:
        of_cues = (rows[last:, 0] * classifier.cue_weight).tolist()
        # The vectorizer's own table and plain arrays: a table of pairs of numbers took four times the memory.
        single = _Single(
            known_words,
            idf,
            array("d", rows[:first, 0].tobytes()),
            {cue: of_cues[row] for cue, row in known_cues.items()},
        )
    return Quick(
        words=known_words,
        idf=idf,
        word_rows=rows[:first],
        vector_rows=rows[first:last],
        cues=known_cues,
        cue_rows=rows[last:],
        vector_weight=classifier.vector_weight,
        cue_weight=classifier.cue_weight,
        single=single,
    )
