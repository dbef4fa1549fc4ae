"""Turns the words of a unit into a vector by what they mean together, whatever words they are.

The network is a small one (six layers, all-MiniLM-L6-v2), taught on readers' joined units and rounded to bytes; it runs on
the processor. `models/training/encoder.py` makes it, and the card beside it says of what.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.errors import ConfigurationError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

LONGEST = 128
"""Pieces of words of one unit that are read; the rest is not."""
KEPT = 1000
"""Texts whose vectors are remembered: several checks ask for the same units."""


class Encoder:
    """The network and its pieces of words, loaded when first used."""

    def __init__(self, folder: Path) -> None:
        """Name the folder.

        Args:
            folder: with the network (`encoder.onnx`, and in `words.bin` what it knows of each piece of a word),
                `tokenizer.json` and the card, `encoder.json`.
        """
        self._folder = folder
        self._kept: dict[str, NDArray[Any]] = {}

    def check(self) -> None:
        """Compare the files with their card.

        Raises:
            ConfigurationError: a file is missing, or is not the one that the card describes.
        """
        try:
            hashes = json.loads((self._folder / "encoder.json").read_text(encoding="utf-8"))["sha256"]
            changed = [name for name, known in hashes.items() if _hash(self._folder / name) != known]
        except (OSError, ValueError, KeyError) as error:
            raise ConfigurationError("no-model", "the encoder is not whole; install the program again") from error
        if changed:
            raise ConfigurationError("model-changed", f"not the file that its card describes: {', '.join(changed)}")

    def encode(self, texts: Sequence[str]) -> "NDArray[Any]":
        """Return a vector of length one for each text, a row each.

        Raises:
            ConfigurationError: a file is missing, or is not the one that the card describes.
        """
        import numpy as np

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        if len(self._kept) > KEPT:
            self._kept.clear()
        for text in texts:
            if text not in self._kept:
                self._kept[text] = self._encode(text)
        return np.stack([self._kept[text] for text in texts])

    def _encode(self, text: str) -> "NDArray[Any]":
        """Return the vector of one text, read alone: the network rounds by the largest number of those read together."""
        import numpy as np

        pieces = self._tokenizer.encode(text).ids
        ids = np.array([pieces], dtype=np.int64)
        (vectors,) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        result: NDArray[Any] = np.asarray(vectors)[0]
        return result

    @cached_property
    def _whole(self) -> Path:
        """The folder, once its files have been compared with their card."""
        self.check()
        return self._folder

    @cached_property
    def _session(self) -> "InferenceSession":
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        # Advices are read side by side, each on one core; a network that takes them all slows the others down.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # A worker of a batch has little memory: none is kept for the next text.
        options.enable_cpu_mem_arena = False
        return InferenceSession(self._whole / "encoder.onnx", options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        return _tokenizer_of((self._whole / "tokenizer.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def _tokenizer_of(text: str) -> "Tokenizer":
    """Return the tokenizer that a file describes: one for all encoders whose files are the same."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
