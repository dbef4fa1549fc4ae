"""The table of token vectors, on a small table made by hand."""

import numpy as np
import pytest
import spacy

from advice_audit.language.vectors import TokenVectors, create_token_vectors, sentence_vector, similarity

WORDS = ["sleep", "bed", "foot", "##ball", "not", "the", "wake", "'", "s"]


def make_table(nlp):
    rows = np.zeros((len(WORDS), 4), dtype=np.int8)
    rows[0], rows[1], rows[6] = [100, 0, 0, 0], [80, 60, 0, 0], [127, 10, 0, 0]
    rows[2], rows[3] = [0, 0, 100, 0], [0, 0, 0, 100]
    rows[4], rows[5] = [0, 1, 0, 1], [1, 1, 1, 1]
    rows[7], rows[8] = [0, 1, 0, 0], [0, 1, 0, 0]
    table = create_token_vectors()(nlp.vocab)
    table.fill(WORDS, rows, np.full(len(WORDS), 0.01, dtype=np.float32))
    return table


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.vocab.vectors = make_table(nlp)
    return nlp


def test_vectors_have_length_one(nlp):
    assert np.linalg.norm(nlp.vocab.vectors["bed"]) == pytest.approx(1)
    assert nlp("Bed")[0].vector == pytest.approx(nlp("bed")[0].vector)


def test_unknown_word_is_made_of_pieces(nlp):
    assert nlp.vocab.vectors["football"] == pytest.approx([0, 0, 0.7071, 0.7071], abs=1e-3)


def test_word_without_pieces_has_none(nlp):
    assert "xyz" not in nlp.vocab.vectors
    assert not nlp("xyz")[0].has_vector
    assert not nlp("xyz")[0].vector.any()
    with pytest.raises(KeyError):
        nlp.vocab.vectors["xyz"]


@pytest.mark.parametrize("form", ["n't", "n’t", "N’T"])
def test_contraction_means_its_word(nlp, form):
    assert nlp.vocab.vectors.weighted(form) == pytest.approx(nlp.vocab.vectors.weighted("not"))


def test_batch_gives_a_row_for_each_key(nlp):
    batch = nlp.vocab.vectors.get_batch(["sleep", "xyz", "football"])
    assert batch.shape == (3, 4)
    assert not batch[1].any()
    assert nlp.vocab.vectors.get_batch([]).shape == (0, 4)


def test_sentence_vector_is_weighted_and_normal(nlp):
    vector = sentence_vector(nlp("the sleep"))
    assert np.linalg.norm(vector) == pytest.approx(1)
    assert vector[0] > 0.99
    assert not sentence_vector(nlp("xyz \n")).any()


def test_similarity(nlp):
    sleep, bed, ball = nlp("sleep"), nlp("the bed"), nlp("football")
    assert similarity(sleep, bed) > 0.7 > 0.1 > similarity(sleep, ball)
    assert similarity(sleep, nlp("xyz")) == 0


def test_round_trips(nlp, tmp_path):
    table = nlp.vocab.vectors
    table.to_disk(tmp_path)
    from_disk = TokenVectors().from_disk(tmp_path)
    from_bytes = TokenVectors().from_bytes(table.to_bytes())
    for copy in (from_disk, from_bytes):
        assert copy.words == table.words
        assert copy["football"] == pytest.approx(table["football"])
    assert (table.shape, table.n_keys, len(table), table.size) == ((9, 4), 9, 9, 36)
