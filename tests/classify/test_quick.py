"""The quick way to a decision gives what scikit-learn's own matrices give."""

import numpy as np
import pytest

from advice_audit.classify.features import Example
from advice_audit.classify.model import calibrated, matrix
from advice_audit.classify.persist import classifier
from advice_audit.classify.quick import quick
from advice_audit.resources import resource

NAMES = sorted(path.stem for path in resource("models/classifiers").glob("*.skops"))
TEXTS = [
    "",
    "he finds it hard to settle at night at night",
    "<child> told <professional> that 0 times a week",
    "É école !",
]


def examples(name):
    made, chance = classifier(name), np.random.default_rng(1)
    size = made.coefficients.shape[1]
    size -= len(made.words.vocabulary_) if made.words is not None else 0
    size -= len(made.cues.vocabulary_) if made.cues is not None else 0
    known = [] if made.cues is None else list(made.cues.vocabulary_)[:3]
    for number, text in enumerate(TEXTS):
        cues = {cue: 0.5 * number for cue in known if "=" not in cue} | {"never seen": 1.0}
        yield Example(text, chance.normal(size=size).astype(np.float32), cues)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_probabilities(name):
    made, some = classifier(name), list(examples(name))
    assert quick(made) is not None, "no quick way for a classifier that we ship"
    long = matrix(some, made.words, made.cues, made.vector_weight, made.cue_weight)
    expected = calibrated(long @ made.coefficients.T + made.intercepts, made.slope, made.offset)
    assert np.allclose(made.probabilities(some), expected, rtol=0, atol=1e-12)


def test_a_vectorizer_of_another_kind_goes_the_long_way():
    from dataclasses import replace

    from sklearn.base import clone

    made = classifier("general.jargon")
    other = clone(made.words).set_params(ngram_range=(1, 3))
    assert quick(replace(made, words=other)) is None
