"""The suggestion beside a slip of grammar must be words that the writer can put in."""

import pytest

from advice_audit.language.grammar import slips
from advice_audit.language.pipeline import load


@pytest.mark.parametrize(
    ("text", "instead"),
    [("He is happy in what ever he chooses.", "whatever"), ("They look every where for him.", "everywhere")],
)
def test_split_words_are_written_together(text, instead):
    (sentence,) = load()(text).sents
    assert [slip.instead for slip in slips(sentence)] == [instead]
