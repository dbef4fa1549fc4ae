"""Static token vectors, stored as bytes, and the sentence vectors made of them.

The table holds every word piece of the encoder it was distilled from, and whole words of our own texts. A word that it
does not hold is cut into pieces as the encoder would cut it, so a misspelling or a rare name still has a vector.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import srsly
from spacy.attrs import LOWER
from spacy.strings import StringStore
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vectors import BaseVectors
from spacy.vocab import Vocab

FloatArray = npt.NDArray[np.float32]

CACHE_LIMIT = 40_000
"""Words whose vectors are kept at hand, about a kilobyte each."""

_ALIASES = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"}


class TokenVectors(BaseVectors):  # type: ignore[misc]
    """A table of int8 rows with one scale each, keyed by the lower-case form of a token.

    `get_batch` and `[...]` give unit vectors, which suit a neural layer. `weighted` gives the rows as distilled, where
    the length of a row is the weight of its word in a sentence.
    """

    def __init__(self, strings: StringStore | None = None) -> None:
        """Make an empty table.

        Args:
            strings: the store that turns spaCy's keys back into words.
        """
        self.strings = strings if strings is not None else StringStore()
        self.name = "advice_en"
        self.attr = LOWER
        self.mode = "advice_int8"
        self.words: list[str] = []
        self.data: npt.NDArray[np.int8] = np.zeros((0, 0), dtype=np.int8)
        self.scales: FloatArray = np.zeros((0,), dtype=np.float32)
        self._row_of: dict[str, int] = {}
        self._unit: dict[int, FloatArray | None] = {}

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and dimensions of the table."""
        return cast(tuple[int, int], self.data.shape)

    @property
    def vectors_length(self) -> int:
        """Dimensions of a vector."""
        return self.shape[1]

    @property
    def size(self) -> int:
        """Rows times dimensions."""
        return int(self.data.size)

    @property
    def n_keys(self) -> int:
        """Words in the table."""
        return len(self.words)

    @property
    def is_full(self) -> bool:
        """Always true: words cannot be added."""
        return True

    def __len__(self) -> int:
        """Rows in the table."""
        return self.shape[0]

    def __contains__(self, key: int | str) -> bool:
        """Whether a word, or the pieces it is made of, are in the table."""
        return self._cached(key) is not None

    def __getitem__(self, key: int | str) -> FloatArray:
        """Give the unit vector of a word.

        Args:
            key: a word, or spaCy's hash of its lower-case form.

        Returns:
            A vector of length one.

        Raises:
            KeyError: nothing in the table fits the word.
        """
        vector = self._cached(key)
        if vector is None:
            raise KeyError(key)
        return vector

    def get_batch(self, keys: Iterable[int | str]) -> FloatArray:
        """Give the unit vectors of many words, zeros for those without one.

        Args:
            keys: words, or spaCy's hashes of their lower-case forms.

        Returns:
            One row a key.
        """
        zero = np.zeros(self.vectors_length, dtype=np.float32)
        found = [self._cached(key) for key in keys]
        if not found:
            return np.zeros((0, self.vectors_length), dtype=np.float32)
        return np.stack([zero if vector is None else vector for vector in found])

    def weighted(self, word: str) -> FloatArray | None:
        """Give a word's vector as distilled: the rarer the word, the longer.

        Args:
            word: any word; its case does not matter.

        Returns:
            The vector, or None if nothing in the table fits.
        """
        rows = self._rows(word.lower())
        if not rows:
            return None
        return cast(FloatArray, (self.data[rows] * self.scales[rows, None]).mean(axis=0, dtype=np.float32))

    def _cached(self, key: int | str) -> FloatArray | None:
        number = self.strings.add(key) if isinstance(key, str) else int(key)
        if number in self._unit:
            return self._unit[number]
        if len(self._unit) >= CACHE_LIMIT:
            self._unit.clear()
        vector = self.weighted(self.strings[number])
        norm = 0.0 if vector is None else float(np.linalg.norm(vector))
        self._unit[number] = vector / norm if vector is not None and norm else None
        return self._unit[number]

    def _rows(self, word: str) -> list[int]:
        word = _ALIASES.get(word, word).replace("’", "'")
        word = _ALIASES.get(word, word)
        if word in self._row_of:
            return [self._row_of[word]]
        rows: list[int] = []
        for part in _split(word):
            rows.extend(self._pieces(part))
        return rows

    def _pieces(self, part: str) -> list[int]:
        """Cut a part greedily into the longest known pieces; none if it cannot be cut."""
        rows: list[int] = []
        start = 0
        while start < len(part):
            for end in range(min(len(part), start + 24), start, -1):
                row = self._row_of.get(("##" if start else "") + part[start:end])
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                return []
        return rows

    def fill(self, words: Sequence[str], rows: npt.NDArray[np.int8], scales: FloatArray) -> None:
        """Put a table in place of the present one.

        Args:
            words: one word a row.
            rows: the int8 rows.
            scales: what each row must be multiplied by.
        """
        self.words = list(words)
        self.data = rows
        self.scales = scales
        self._row_of = {word: row for row, word in enumerate(self.words)}
        self._unit.clear()

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the table into a folder.

        Args:
            path: the folder, made if need be.
        """
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "words.txt").write_text("\n".join(self.words) + "\n", encoding="utf8")
        np.save(folder / "rows.npy", self.data)
        np.save(folder / "scales.npy", self.scales)

    def from_disk(self, path: str | Path, **_: Any) -> TokenVectors:
        """Read the table from a folder that `to_disk` or the distillation wrote.

        Args:
            path: the folder.

        Returns:
            The table itself.
        """
        folder = Path(path)
        words = (folder / "words.txt").read_text(encoding="utf8").split("\n")[:-1]
        self.fill(words, np.load(folder / "rows.npy"), np.load(folder / "scales.npy"))
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Serialise the table."""
        message = {"words": self.words, "rows": self.data, "scales": self.scales}
        return cast(bytes, srsly.msgpack_dumps(message))

    def from_bytes(self, data: bytes, **_: Any) -> TokenVectors:
        """Read the table from `to_bytes`.

        Args:
            data: what `to_bytes` gave.

        Returns:
            The table itself.
        """
        message = srsly.msgpack_loads(data)
        self.fill(message["words"], np.array(message["rows"]), np.array(message["scales"]))
        return self


def _split(word: str) -> list[str]:
    """Strip accents and split at punctuation, as the encoder's own tokenizer does."""
    plain = (char for char in unicodedata.normalize("NFD", word) if unicodedata.category(char) != "Mn")
    spaced = "".join(char if char.isalnum() else f" {char} " for char in plain)
    return spaced.split()


@registry.vectors("advice_audit.TokenVectors.v1")
def create_token_vectors() -> Callable[[Vocab], TokenVectors]:
    """Give spaCy the maker of the table, named in the pipeline's config."""

    def make(vocab: Vocab) -> TokenVectors:
        return TokenVectors(vocab.strings)

    return make


def sentence_vector(span: Doc | Span) -> FloatArray:
    """Give the meaning of some words as one vector.

    Args:
        span: a sentence, or any other stretch of a document.

    Returns:
        The weighted mean of the words' vectors, of length one; all zeros if no word has a vector.
    """
    table = cast(TokenVectors, span.vocab.vectors)
    total = np.zeros(table.vectors_length, dtype=np.float32)
    for token in span:
        vector = None if token.is_space else table.weighted(token.lower_)
        if vector is not None:
            total += vector
    norm = float(np.linalg.norm(total))
    return total / norm if norm else total


def similarity(a: Doc | Span, b: Doc | Span) -> float:
    """Say how near two stretches of text are in meaning.

    Args:
        a: one stretch.
        b: the other, of the same pipeline.

    Returns:
        The cosine, between -1 and 1; 0 if either has no vector.
    """
    return float(sentence_vector(a) @ sentence_vector(b))
