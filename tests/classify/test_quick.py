"""The quick way to a decision gives what scikit-learn's own matrices give."""

import os
import subprocess
import sys

import numpy as np
import pytest

from advice_audit.classify.features import Example
from advice_audit.classify.model import calibrated, matrix
from advice_audit.classify.persist import READER, SIGNS, SPACE, classifier, load
from advice_audit.classify.plain import Fitted, NotPlain, read
from advice_audit.classify.quick import quick
from advice_audit.resources import resource

NAMES = sorted(
    path.stem for path in resource("models/classifiers").glob("*.skops") if path.stem not in (SPACE, SIGNS, READER)
)
TEXTS = [
    "",
    "he finds it hard to settle at night at night",
    "<child> told <professional> that 0 times a week",
    "É école !",
]


def file_of(name):
    return resource("models/classifiers") / f"{name}.skops"


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
    quickly, some = classifier(name), list(examples(name))
    assert isinstance(quickly.words or quickly.cues, Fitted), "read by skops although it is plain"
    assert quick(quickly) is not None, "no quick way for a classifier that we ship"
    made = load(file_of(name))
    long = matrix(some, made.words, made.cues, made.vector_weight, made.cue_weight)
    expected = calibrated(long @ made.coefficients.T + made.intercepts, made.slope, made.offset)
    assert np.allclose(quickly.probabilities(some), expected, rtol=0, atol=1e-12)


def test_a_vectorizer_of_another_kind_goes_the_long_way():
    from dataclasses import replace

    from sklearn.base import clone

    made = load(file_of("general.jargon"))
    other = clone(made.words).set_params(ngram_range=(1, 3))
    assert quick(replace(made, words=other)) is None


def test_what_is_not_plain_is_left_to_skops():
    import skops.io as sio
    from sklearn.linear_model import LogisticRegression

    with pytest.raises(NotPlain, match="LogisticRegression"):
        read(sio.dumps({"words": LogisticRegression()}))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_reads_as_skops_reads_it(name):
    plain, made = read(file_of(name).read_bytes()), load(file_of(name))
    assert (plain["slope"], plain["offset"], tuple(plain["classes"])) == (made.slope, made.offset, made.classes)
    assert np.array_equal(plain["coefficients"], made.coefficients)
    assert plain["coefficients"].dtype == made.coefficients.dtype
    for part in ("words", "cues"):
        own, theirs = plain[part], getattr(made, part)
        if theirs is None:
            assert own is None
            continue
        assert dict(own.vocabulary_) == theirs.vocabulary_
        assert {k: v for k, v in own.get_params().items() if k in theirs.get_params() and k != "dtype"} == {
            k: v for k, v in theirs.get_params().items() if k != "dtype"
        }
        if part == "words":
            assert np.array_equal(own.idf_, theirs.idf_)


def test_judging_needs_no_scikit_learn():
    code = "import sys; from advice_audit.classify.persist import classifier; classifier('needs.source'); "
    code += "sys.exit(any(name.split('.')[0] in ('sklearn', 'skops', 'scipy') for name in sys.modules))"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        ).returncode
        == 0
    )
