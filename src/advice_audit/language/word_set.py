"""A set of many words that takes little memory: eight bytes a word."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable


class WordSet:
    """Tells which words were put in; of the words themselves it keeps a hash of 64 bits each.

    That a word is taken for another is as likely as one in 10^13 for a list of 10^6.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Put words in.

        Args:
            words: as they stand; a word and the same with a capital are two.
        """
        self._hashes = array("q", sorted(map(hash, words)))

    def __contains__(self, word: str) -> bool:
        """Tell whether a word was put in."""
        at = bisect_left(self._hashes, hash(word))
        return at < len(self._hashes) and self._hashes[at] == hash(word)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._hashes)
