"""The space of links: what is joined in the examples lies near, and nothing is placed by what was learnt from itself."""

import numpy as np
import pytest

from advice_audit.classify.fit_space import Lot, fit_space
from advice_audit.classify.persist import SPACE, save_space, space
from advice_audit.classify.space import Space
from advice_audit.errors import ConfigurationError
from advice_audit.training.held_out import HeldOutSpace

TOPICS = 4


def lots(writers, chance):
    """Needs of one of four topics and the provision for each, which share no direction."""
    for writer in writers:
        vectors = np.zeros((2 * TOPICS, 4 * TOPICS))
        for topic in range(TOPICS):
            vectors[topic, topic] = vectors[TOPICS + topic, 2 * TOPICS + topic] = 1.0
        vectors += 0.1 * chance.standard_normal(vectors.shape)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        pairs = [(i, TOPICS + j) for i in range(TOPICS) for j in range(TOPICS)]
        yield Lot(
            writer,
            vectors.astype(np.float32),
            ("need",) * TOPICS + ("provision",) * TOPICS,
            np.array([i for i, _ in pairs]),
            np.array([j for _, j in pairs]),
            ("need_provision",) * len(pairs),
            np.array([float(j == TOPICS + i) for i, j in pairs]),
        )


@pytest.fixture(scope="module")
def some():
    return list(lots("abcdefgh" * 20, np.random.default_rng(1)))


@pytest.fixture(scope="module")
def fitted(some):
    return fit_space(some)


def test_what_belongs_together_comes_out_nearest(fitted):
    (fresh,) = lots("z", np.random.default_rng(2))
    near = fitted.near("need_provision", fresh.vectors[:TOPICS], fresh.vectors[TOPICS:])
    assert near.shape == (TOPICS, TOPICS)
    assert near.argmax(axis=1).tolist() == list(range(TOPICS))


def test_before_it_was_fitted_nothing_was_near(some):
    vectors = some[0].vectors
    assert np.diag(vectors[:TOPICS] @ vectors[TOPICS:].T).max() < 0.5


def test_a_relation_never_seen_is_refused(fitted):
    with pytest.raises(KeyError):
        fitted.near("outcome_need", np.zeros((1, 4 * TOPICS)), np.zeros((1, 4 * TOPICS)))


def test_saved_and_read_again_it_says_the_same(fitted, some, tmp_path, monkeypatch):
    from advice_audit.classify import persist

    (tmp_path / "classifiers").mkdir()
    save_space(fitted, tmp_path / "classifiers", {})
    monkeypatch.setattr(persist, "resource", lambda _: tmp_path)
    persist._shipped_space.cache_clear()
    ones, others = some[0].vectors[:TOPICS], some[0].vectors[TOPICS:]
    assert np.array_equal(space().near("need_provision", ones, others), fitted.near("need_provision", ones, others))
    persist._shipped_space.cache_clear()
    (tmp_path / "classifiers" / f"{SPACE}.skops").write_bytes(b"changed")
    with pytest.raises(ConfigurationError, match="not the file"):
        space()
    persist._shipped_space.cache_clear()


def test_a_writers_units_are_placed_without_that_writer(some):
    whole = HeldOutSpace(some)
    vectors = some[0].vectors
    ones, others = vectors[:TOPICS], vectors[TOPICS:]
    assert not np.allclose(whole.near("need_provision", ones, others), whole.whole.near("need_provision", ones, others))
    fresh = Space(whole.whole.projections, whole.whole.odds)
    assert np.allclose(
        whole.near("need_provision", ones + 1e-3, others + 1e-3),
        fresh.near("need_provision", ones + 1e-3, others + 1e-3),
    )
