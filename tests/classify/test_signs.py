"""Signs that the encoder reads stand beside the cues of rules, and are learnt from as if each writer were unknown."""

import numpy as np
import pytest

from advice_audit.classify import persist
from advice_audit.classify.features import Example
from advice_audit.classify.signed import SIGN, SIZE, signed
from advice_audit.classify.signs import Several, Signs
from advice_audit.training.held_out import HeldOutSigns, key_of

BARE = "Rosa wakes four times a night and nobody in the house sleeps."
TOLD = "Ms Deen reports that Rosa wakes four times a night, and nobody in the house sleeps."


class Letters:
    """An encoder that counts two letters."""

    def encode(self, texts):
        return np.array([[text.count(letter) for letter in "ab"] for text in texts], dtype=np.float32)


SIGNS = Signs(Letters(), ("more a", "more b"), np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([0.5, 0.0]))


def example(words):
    return Example("", np.zeros(1, dtype=np.float32), {"rule": 1.0}, words)


def test_each_sign_has_its_own_line():
    assert SIGNS.odds("more a", ["aab", ""]).tolist() == [1.5, 0.5]
    assert SIGNS.odds("more b", ["aab"]).tolist() == [-1.0]
    assert SIGNS.odds("more b", []).tolist() == []
    with pytest.raises(ValueError, match="not in"):
        SIGNS.odds("more c", ["a"])


def test_several_readers_are_one():
    both = Several((SIGNS, Signs(Letters(), ("b alone",), np.array([[0.0, 1.0]]), np.array([0.0]))))
    assert both.names == ("more a", "more b", "b alone")
    assert both.odds("b alone", ["abb"]).tolist() == [2.0]
    with pytest.raises(ValueError, match="more c"):
        both.odds("more c", ["a"])


def test_odds_stand_beside_the_cues_of_rules():
    with persist.instead({persist.SIGNS: SIGNS}):
        assert [e.cues for e in signed("more a", [example("aa")])] == [{"rule": 1.0, SIGN: SIZE * 2.5}]
        assert signed("not taught", [example("aa")]) == [example("aa")]
        assert signed("more a", []) == []


def test_a_need_without_a_source_reads_otherwise_than_one_with():
    bare, told = persist.shipped_signs().odds("needs.source", [BARE, TOLD])
    assert bare > 0 > told


def test_texts_taught_on_are_read_as_if_their_writer_were_unknown(tmp_path):
    keys = np.array([np.frombuffer(key_of("sign", BARE), dtype=np.uint8)])
    odds = np.array([[-7.0]], dtype=np.float16)
    np.savez(tmp_path / "kept.npz", keys=keys, odds=odds, names=np.array(["needs.source"]))
    kept = HeldOutSigns(tmp_path / "kept.npz")
    assert kept.names == ("needs.source",)
    # Of a text that was not taught nothing is kept: the product reads it.
    first, second = kept.odds("needs.source", [BARE, TOLD])
    assert first == -7.0
    assert second == pytest.approx(persist.shipped_signs().odds("needs.source", [TOLD])[0])
