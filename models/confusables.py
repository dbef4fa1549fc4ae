"""Cut what tells look-alike words apart out of a language model: `python models/confusables.py en-us.lm.bin`.

The model is Carnegie Mellon University's of general English, in the form that PocketSphinx 5.1.1 carries it
(`pocketsphinx/model/en-us/en-us.lm.bin` of its wheel; see `spelling/confusables.txt` for the licence): 72,547 words, with how likely
each is after one and after two others. Kept are the runs of words that hold one of our look-alikes, and what is needed to fall
back on shorter ones. It writes `spelling/confusables.npz`.
"""

import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np

from advice_audit.language.confusables import BITS, LEAST, PAIRS, STEP, fingerprint

HEADER = b"Trie Language Model"
TABLE = 1 << 16
# The file's own logarithms are to this base.
BASE = np.log10(1.0001)
TARGET = Path(__file__).resolve().parent / "spelling" / "confusables.npz"
Runs = dict[str, Any]


def bits_of(number: int) -> int:
    """Return how many bits a number takes."""
    return int(number).bit_length()


def field(data: Any, rows: int, wide: int, at: int, width: int) -> Any:
    """Return one field of rows of bits: each row `wide` bits, the field `width` bits from bit `at` on."""
    place = np.arange(rows, dtype=np.int64) * wide + at
    value = np.zeros(rows, np.uint64)
    for byte in range(8):
        value |= data[(place >> 3) + byte].astype(np.uint64) << np.uint64(8 * byte)
    return ((value >> (place & 7).astype(np.uint64)) & np.uint64((1 << width) - 1)).astype(np.int64)


def read(path: Path) -> Runs:
    """Read the model: words; one word, two and three with their logarithms to base 10.

    Of a run of two or three words `last` is the one foretold, `before` the one before it, `first` that before. The file keeps
    runs by their last word: each word points to where its runs of two begin, each of these to its runs of three.
    """
    data = path.read_bytes()
    if not data.startswith(HEADER):
        raise SystemExit(f"{path.name}: not a language model of this kind")
    counts = struct.unpack_from("<3I", data, len(HEADER) + 1)
    at = len(HEADER) + 1 + 12 + 4
    two_p, two_b, three_p = np.frombuffer(data, "<f4", 3 * TABLE, at).reshape(3, TABLE) * BASE
    at += 3 * TABLE * 4
    ones = np.frombuffer(data, np.dtype([("p", "<f4"), ("b", "<f4"), ("next", "<u4")]), counts[0] + 1, at)
    at += ones.nbytes
    word, link = bits_of(counts[0]), bits_of(counts[2])
    wide_two, wide_three = word + 32 + link, word + 16
    two = np.frombuffer(data, np.uint8, ((1 + counts[1]) * wide_two + 7) // 8 + 8, at)
    at += two.nbytes
    three = np.frombuffer(data, np.uint8, ((1 + counts[2]) * wide_three + 7) // 8 + 8, at)
    at += three.nbytes
    (size,) = struct.unpack_from("<i", data, at)
    words = [w.decode("latin1") for w in data[at + 4 : at + 4 + size].split(b"\0")[: counts[0]]]
    starts = ones["next"].astype(np.int64)
    pairs = int(starts[-1])
    starts_three = field(two, pairs + 1, wide_two, word + 32, link)
    starts_three[-1] = counts[2]
    of_two = np.repeat(np.arange(counts[0]), np.diff(starts))
    before = field(two, pairs, wide_two, 0, word)
    of_three = np.repeat(np.arange(pairs), np.diff(starts_three))
    return {
        "words": words,
        "one": {"p": ones["p"][:-1] * BASE, "b": ones["b"][:-1] * BASE},
        "two": {
            "last": of_two,
            "before": before,
            "p": two_p[field(two, pairs, wide_two, word + 16, 16)],
            "b": two_b[field(two, pairs, wide_two, word, 16)],
        },
        "three": {
            "last": of_two[of_three],
            "before": before[of_three],
            "first": field(three, counts[2], wide_three, 0, word),
            "p": three_p[field(three, counts[2], wide_three, word, 16)],
        },
    }


def key(*ids: Any) -> Any:
    """Return one number for a run of words, in the order of the text."""
    made = ids[0].astype(np.uint64)
    for other in ids[1:]:
        made = (made << np.uint64(BITS)) | other.astype(np.uint64)
    return made


def rounded(logs: Any) -> Any:
    """Return logarithms as bytes, in steps."""
    return np.clip(np.rint((logs - LEAST) / STEP), 0, 255).astype(np.uint8)


def in_order(model: Runs) -> Runs:
    """Return the model with its words numbered in the order of their fingerprints, by which they are looked up."""
    order = np.argsort(np.array([fingerprint(word) for word in model["words"]], dtype=np.uint64))
    new = np.empty(len(order), dtype=np.int64)
    new[order] = np.arange(len(order))
    runs = {
        name: {
            part: new[values] if part in ("last", "before", "first") else values for part, values in model[name].items()
        }
        for name in ("two", "three")
    }
    one = {part: values[order] for part, values in model["one"].items()}
    return {"words": [model["words"][n] for n in order], "one": one, **runs}


def cut(model: Runs) -> dict[str, Any]:
    """Return what is kept."""
    model = in_order(model)
    ids = {word: n for n, word in enumerate(model["words"])}
    ours = np.zeros(len(ids), dtype=bool)
    ours[[ids[w] for pair in PAIRS for w in pair if w in ids]] = True
    one, two, three = model["one"], model["two"], model["three"]
    with_ours = ours[three["last"]] | ours[three["before"]] | ours[three["first"]]
    three = {name: values[with_ours] for name, values in three.items()}
    # To fall back from "a b c" one needs what "a b" is worth, and "b c".
    needed = np.union1d(key(three["first"], three["before"]), key(three["before"], three["last"]))
    own = key(two["before"], two["last"])
    kept = ours[two["last"]] | ours[two["before"]] | np.isin(own, needed)
    order_two, order_three = (
        np.argsort(own[kept]),
        np.argsort(runs := key(three["first"], three["before"], three["last"])),
    )
    return {
        "words": np.array([fingerprint(word) for word in model["words"]], dtype=np.uint64),
        "one_p": rounded(one["p"]),
        "one_b": rounded(one["b"]),
        "two": own[kept][order_two],
        "two_p": rounded(two["p"][kept][order_two]),
        "two_b": rounded(two["b"][kept][order_two]),
        "three": runs[order_three],
        "three_p": rounded(three["p"][order_three]),
    }


if __name__ == "__main__":
    made = cut(read(Path(sys.argv[1])))
    np.savez_compressed(TARGET, **made)
    print(f"{len(made['two'])} runs of two, {len(made['three'])} of three, {TARGET.stat().st_size / 1e6:.1f} MB")
