"""British spelling: which words are in the dictionary, and what was probably meant.

The word list is the British one of SCOWL (Spell Checker Oriented Word Lists), which ships in `models/spelling`.
"""

from functools import cache, lru_cache

from advice_audit.resources import resource

LEAST = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def dictionary() -> frozenset[str]:
    """Return the dictionary's words as they stand there; names have a capital."""
    import gzip

    path = resource("models") / "spelling" / "british-english.txt.gz"
    return frozenset(gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"))


def is_known(word: str) -> bool:
    """Tell whether a word is in the dictionary, in lower case or as it stands, or is two of its words run together."""
    plain = word.replace("’", "'")
    words = dictionary()
    if plain in words or plain.lower() in words or plain.removesuffix("'s") in words:
        return True
    if all(part in words for part in plain.lower().split("-")):
        return True
    # NOTE: "parkrun", "dropdown" and the like are new compounds, not mistakes.
    return any(plain[:i] in words and plain[i:] in words for i in range(3, len(plain) - 2))


@lru_cache(maxsize=4096)
def suggestion(word: str) -> str | None:
    """Return the dictionary word that was probably meant, or None where nothing is near.

    Args:
        word: in lower case, not in the dictionary.
    """
    near = sorted(_one_edit(word) & dictionary(), key=lambda w: (w[0] != word[0], abs(len(w) - len(word)), w))
    if near:
        return near[0]
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import extractOne

    pool = [w for w in _starting(word[0]) if abs(len(w) - len(word)) <= 2]
    best = extractOne(word, pool, scorer=DamerauLevenshtein.distance, score_cutoff=2) if len(word) > 6 else None
    return str(best[0]) if best else None


@cache
def _starting(letter: str) -> tuple[str, ...]:
    return tuple(sorted(w for w in dictionary() if w[:1] == letter and w.isalpha()))


def _one_edit(word: str) -> set[str]:
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deleted = {a + b[1:] for a, b in splits if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    replaced = {a + c + b[1:] for a, b in splits if b for c in _LETTERS}
    inserted = {a + c + b for a, b in splits for c in _LETTERS}
    return deleted | swapped | replaced | inserted
