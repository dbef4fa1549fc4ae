"""What the models may be fitted on."""

from pathlib import Path

from advice_audit.training.corpus import TEST_WRITERS, is_test_advice
from advice_audit.training.run import training_golds

SAMPLES = Path(__file__).parents[2] / "corpus_samples"


def test_no_test_writer_is_fitted_on():
    fitted = {gold.writer for gold in training_golds(SAMPLES)}
    assert len(fitted) >= 9
    assert not fitted & TEST_WRITERS


def test_every_test_writer_has_advices():
    found = {path.stem.rstrip("0123456789") for path in SAMPLES.glob("*.yaml") if is_test_advice(path)}
    assert found == TEST_WRITERS


def test_hands_of_unit_sets_are_not_the_writers_of_the_same_letter():
    units = list((SAMPLES / "units").rglob("*.yaml"))
    assert any(path.stem.startswith("q") for path in units)
    assert not any(is_test_advice(path) for path in units)
