"""Static token vectors, stored as bytes, and the sentence vectors made of them.

The table holds every word piece of the encoder it was distilled from, and whole words of our own texts. A word that it
does not hold is cut into pieces as the encoder would cut it, so a misspelling or a rare name still has a vector.
"""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE, LOWER
from spacy.strings import StringStore
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vectors import BaseVectors
from spacy.vocab import Vocab

from advice_audit.language.canonical import kept

FloatArray = npt.NDArray[np.float32]

CACHE_LIMIT = 10_000
"""Words whose vectors are kept at hand, about a kilobyte each."""

_CONTRACTIONS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_ALIASES = {**_CONTRACTIONS, "‘": "'", "“": '"', "”": '"', "–": "-"}


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
        self._known: dict[int, tuple[FloatArray, float] | None] = {}

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

    def __eq__(self, other: object) -> bool:
        """Whether another table holds the same words and rows."""
        return isinstance(other, TokenVectors) and self.words == other.words and np.array_equal(self.data, other.data)

    def __ne__(self, other: object) -> bool:
        """Whether another table differs."""
        return not self == other

    __hash__ = None  # type: ignore[assignment]

    def __contains__(self, key: int | str) -> bool:
        """Whether a word, or the pieces it is made of, are in the table."""
        return self.known(key) is not None

    def __getitem__(self, key: int | str) -> FloatArray:
        """Give the unit vector of a word.

        Args:
            key: a word, or spaCy's hash of its lower-case form.

        Returns:
            A vector of length one.

        Raises:
            KeyError: nothing in the table fits the word.
        """
        known = self.known(key)
        if known is None:
            raise KeyError(key)
        return known[0]

    def get_batch(self, keys: Iterable[int | str]) -> FloatArray:
        """Give the unit vectors of many words, zeros for those without one.

        Args:
            keys: words, or spaCy's hashes of their lower-case forms.

        Returns:
            One row a key.
        """
        zero = np.zeros(self.vectors_length, dtype=np.float32)
        found = [self.known(key) for key in keys]
        if not found:
            return np.zeros((0, self.vectors_length), dtype=np.float32)
        return np.stack([zero if known is None else known[0] for known in found])

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

    def known(self, key: int | str) -> tuple[FloatArray, float] | None:
        """Give a word's unit vector and its weight, remembered for the next time; None where it has no vector.

        Args:
            key: a word, or spaCy's hash of its lower-case form.
        """
        number = self.strings.add(key) if isinstance(key, str) else int(key)
        if number not in self._known:
            if len(self._known) >= CACHE_LIMIT:
                self._known.clear()
            vector = self.weighted(self.strings[number])
            norm = 0.0 if vector is None else float(np.linalg.norm(vector))
            self._known[number] = (vector / norm, norm) if vector is not None and norm else None
        return self._known[number]

    def _rows(self, word: str) -> list[int]:
        word = word.replace("’", "'")
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
        self._known.clear()

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
        buffer = io.BytesIO()
        np.savez(buffer, words=np.array(self.words, dtype=str), rows=self.data, scales=self.scales)
        return buffer.getvalue()

    def from_bytes(self, data: bytes, **_: Any) -> TokenVectors:
        """Read the table from `to_bytes`.

        Args:
            data: what `to_bytes` gave.

        Returns:
            The table itself.
        """
        with np.load(io.BytesIO(data)) as arrays:
            self.fill([str(word) for word in arrays["words"]], arrays["rows"], arrays["scales"])
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


@dataclass(frozen=True, slots=True)
class WordRows:
    """The vectors of a document's words, each looked up once.

    Args:
        unit: one row of length one for each different word; the first row is zeros, for whatever has no vector.
        weight: how much each of those words weighs: the rarer, the more.
        at: row of each token; 0 for white space.
    """

    unit: FloatArray
    weight: FloatArray
    at: npt.NDArray[np.intp]

    def total(self, tokens: slice | Sequence[int]) -> FloatArray:
        """Return the weighted sum of the vectors of some tokens."""
        rows = self.at[tokens]
        total: FloatArray = (self.unit[rows] * self.weight[rows, None]).sum(axis=0)
        return total


def word_rows(doc: Doc) -> WordRows:
    """Return the vectors of the words of a document, kept with it."""
    return kept(doc, "word_rows", lambda: _word_rows(doc))


def _word_rows(doc: Doc) -> WordRows:
    table = cast(TokenVectors, doc.vocab.vectors)
    words, at = np.unique(doc.to_array(LOWER), return_inverse=True)
    unit = np.zeros((len(words) + 1, table.vectors_length), dtype=np.float32)
    weight = np.zeros(len(words) + 1, dtype=np.float32)
    for row, word in enumerate(words.tolist(), 1):
        if (known := table.known(word)) is not None:
            unit[row], weight[row] = known
    at += 1
    return WordRows(unit, weight, np.where(doc.to_array(IS_SPACE) | (weight[at] == 0), 0, at))


def sentence_vector(span: Doc | Span) -> FloatArray:
    """Give the meaning of some words as one vector.

    Args:
        span: a sentence, or any other stretch of a document.

    Returns:
        The weighted mean of the words' vectors, of length one; all zeros if no word has a vector.
    """
    doc, start, end = (span, 0, len(span)) if isinstance(span, Doc) else (span.doc, span.start, span.end)
    return kept(doc, ("vector", start, end), lambda: unit_vector(word_rows(doc).total(slice(start, end))))


def unit_vector(total: FloatArray) -> FloatArray:
    """Return a vector brought to length one; one of zeros as it is."""
    norm = math.sqrt(total @ total)
    return total / np.float32(norm) if norm else total


def similarity(a: Doc | Span, b: Doc | Span) -> float:
    """Say how near two stretches of text are in meaning.

    Args:
        a: one stretch.
        b: the other, of the same pipeline.

    Returns:
        The cosine, between -1 and 1; 0 if either has no vector.
    """
    return float(sentence_vector(a) @ sentence_vector(b))
