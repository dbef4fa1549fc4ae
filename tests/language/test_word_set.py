"""A set of words that keeps only their hashes tells the same words."""

from hypothesis import given
from hypothesis import strategies as st

from advice_audit.language.spelling import dictionary
from advice_audit.language.word_set import WordSet

WORDS = st.text(max_size=12)


@given(inside=st.sets(WORDS), other=WORDS)
def test_what_was_put_in_is_there_and_nothing_else(inside: set[str], other: str) -> None:
    words = WordSet(inside)
    assert len(words) == len(inside)
    assert all(word in words for word in inside)
    assert (other in words) == (other in inside)


def test_the_dictionary_tells_a_word_from_its_name() -> None:
    assert "colour" in dictionary()
    assert "London" in dictionary()
    assert "london" not in dictionary()
    assert "colur" not in dictionary()
