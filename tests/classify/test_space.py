"""The space of links: units are placed by their words and kind, and those taught on as if their writer were unknown."""

import hashlib
import json

import numpy as np
import pytest

from advice_audit.classify import persist
from advice_audit.classify.encoder import LONGEST, Encoder
from advice_audit.classify.space import Space
from advice_audit.errors import ConfigurationError
from advice_audit.resources import resource
from advice_audit.training.held_out import HeldOutPlaces, key_of

NEED = "Ms Deen reports that Idris is awake from two on five nights of seven, and she has been signed off work."
ANSWERS = "A sitter will stay overnight twice a week so that his mother can rest."
OTHER = "A place at Saturday football for boys of his age, two hours a week."


@pytest.fixture(scope="module")
def encoder():
    return Encoder(resource("models") / "encoder")


class Letters:
    """An encoder that counts four letters."""

    def encode(self, texts):
        return np.array([[text.count(letter) for letter in "abcd"] for text in texts], dtype=np.float32)


def test_a_unit_is_placed_by_its_kind():
    turned = np.eye(4, dtype=np.float32)[::-1]
    read = Space(Letters(), {"need": np.eye(4), "provision": turned}).read({"need": ["aa", "b"], "provision": ["dd"]})
    assert (read["need"] @ read["provision"].T).tolist() == [[1.0], [0.0]]


def test_a_kind_without_units_has_no_places():
    read = Space(Letters(), {"need": np.eye(4), "outcome": np.eye(4)}).read({"need": ["a"], "outcome": []})
    assert (read["need"] @ read["outcome"].T).shape == (1, 0)


def test_a_kind_never_seen_is_refused():
    with pytest.raises(KeyError):
        Space(Letters(), {"need": np.eye(4)}).read({"hope": ["a"]})


def test_what_answers_a_need_lies_nearer_though_no_word_is_shared():
    read = persist.shipped_space().read({"need": [NEED], "provision": [ANSWERS, OTHER]})
    near = (read["need"] @ read["provision"].T)[0]
    assert near[0] > near[1] + 0.2


def test_a_text_is_encoded_the_same_alone_and_among_others(encoder):
    texts = [NEED, "Sleep.", ANSWERS]
    together = encoder.encode(texts)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-3)
    for text, vector in zip(texts, together, strict=True):
        alone = Encoder(resource("models") / "encoder").encode([text])[0]
        assert (alone == vector).all()


def test_of_a_long_text_the_beginning_counts(encoder):
    words = "night " * LONGEST
    assert np.allclose(encoder.encode([words]), encoder.encode([words + "football " * 50]), atol=1e-6)


def test_another_file_than_the_cards_is_refused(encoder, tmp_path):
    names = ("encoder.onnx", "words.bin", "tokenizer.json")
    for name in names:
        (tmp_path / name).write_bytes(b"something else")
    card = {"sha256": {name: hashlib.sha256(b"the real one").hexdigest() for name in names}}
    (tmp_path / "encoder.json").write_text(json.dumps(card))
    with pytest.raises(ConfigurationError, match="not the file"):
        Encoder(tmp_path).encode(["a"])
    with pytest.raises(ConfigurationError, match="not whole"):
        Encoder(tmp_path / "nowhere").encode(["a"])


def test_units_taught_on_are_placed_as_if_their_writer_were_unknown(tmp_path):
    keys = [key_of("need", "a"), key_of("outcome", "b")]
    np.savez(
        tmp_path / "kept.npz",
        keys=np.array([np.frombuffer(k, dtype=np.uint8) for k in keys]),
        places=np.array([[127, 0], [0, 127]], dtype=np.int8),
    )
    kept = HeldOutPlaces(tmp_path / "kept.npz")
    read = kept.read({"need": ["a", "never taught on"], "outcome": ["b"]})
    assert read["need"].tolist() == [[1.0, 0.0], [0.0, 0.0]]
    assert kept.unknown == 1
    # Of a document never taught on, nothing is kept: the shipped encoder reads it.
    assert kept.read({"need": [NEED]})["need"].shape[1] > 2
