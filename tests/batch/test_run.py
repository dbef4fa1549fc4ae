"""What a batch takes, what it passes over, what it says at the end."""

import os

import pytest
from batch_kit import RUBRIC, contents

from advice_audit.batch.lock import only_batch
from advice_audit.errors import ConfigurationError, StoreError
from advice_audit.rubric.load import load_rubric
from advice_audit.rubric.model import Rubric
from advice_audit.store import open_store
from advice_audit.versions import model_version, rubric_hash


def test_all_are_audited_and_counted(advices, batch, place):
    summary = batch(advices(a="one", b="inadequate two", c="unreadable"))
    assert (summary.found, summary.audited, summary.unchanged, summary.below) == (3, 2, 0, 1)
    assert summary.grades == {"good": 1, "inadequate": 1}
    assert [(one.code, one.file[-5:]) for one in summary.failed] == [("no-text", "c.txt")]
    assert summary.exit_code() == 3
    rows, _ = contents(place)
    assert [(row[0][-5:], row[5]) for row in rows] == [
        ("a.txt", "audited"), ("b.txt", "audited"), ("c.txt", "unreadable"),
    ]  # fmt: skip


def test_a_second_run_finds_nothing_to_do_and_says_the_same(advices, batch, place):
    folder = advices(a="one", b="inadequate two", c="unreadable")
    first = batch(folder)
    before = contents(place)
    second = batch(folder, auditor="nothing:to_call")
    assert (second.audited, second.unchanged) == (0, 3)
    assert (second.grades, second.below, second.failed) == (first.grades, first.below, first.failed)
    assert contents(place) == before


def test_only_what_is_new_or_changed_is_audited(advices, batch, place):
    folder = advices(a="one", b="two")
    batch(folder)
    advices(b="two, and more", c="three")
    summary = batch(folder)
    assert (summary.audited, summary.unchanged) == (2, 1)
    rows, _ = contents(place)
    assert [(row[0][-5:], row[4]) for row in sorted(rows, key=lambda row: (row[0], row[2]))] == [
        ("a.txt", 1), ("b.txt", 0), ("b.txt", 1), ("c.txt", 1),
    ]  # fmt: skip


def test_a_touched_file_is_read_but_not_audited_again(advices, batch, place):
    folder = advices(a="one")
    batch(folder)
    os.utime(folder / "a.txt", ns=(1, 1))
    summary = batch(folder)
    assert (summary.audited, summary.unchanged) == (0, 1)
    rows, _ = contents(place)
    assert [row[3] for row in rows] == [1]


def test_another_rubric_means_everything_again(advices, batch):
    folder = advices(a="one")
    batch(folder)
    other = RUBRIC.model_copy(update={"readability_target": 12.0})
    assert batch(folder, rubric=other).audited == 1


def test_newer_models_mean_everything_again(advices, batch, monkeypatch):
    folder = advices(a="one")
    batch(folder)
    monkeypatch.setattr("advice_audit.batch.run.model_version", lambda: "9+0123")
    assert batch(folder).audited == 1


@pytest.mark.parametrize(("texts", "code"), [({"a": "one"}, 0), ({"a": "inadequate"}, 1), ({"a": "unreadable"}, 3)])
def test_exit_codes(advices, batch, texts, code):
    assert batch(advices(**texts)).exit_code() == code


def test_two_workers_give_the_same_store_as_one(advices, batch, place, tmp_path):
    folder = advices(**{f"f{n}": f"text {n} " * (n + 1) for n in range(20)})
    batch(folder)
    other = tmp_path / "other.sqlite"
    batch(folder, jobs=2, store=other)
    assert contents(place) == contents(other)


def test_an_empty_folder_is_wrong_usage(advices, batch):
    with pytest.raises(ConfigurationError, match="no advice found there"):
        batch(advices())


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path, batch):
    with pytest.raises(ConfigurationError, match="no such file or folder"):
        batch(tmp_path / "nowhere")


def test_a_second_batch_stops(advices, batch, place):
    folder = advices(a="one")
    with open_store(place) as store, only_batch(store):
        with pytest.raises(StoreError, match="another batch is running") as caught:
            batch(folder)
        assert (caught.value.code, caught.value.exit_code) == ("batch-running", 2)
    assert batch(folder).audited == 1


def test_files_at_an_address(advices, batch, place):
    folder = advices(a="one two", b="three")
    summary = batch(f"file://{folder}", auditor="advice_audit.batch.judge:audit_tasks")
    assert summary.found == 2
    rows, _ = contents(place)
    assert all(row[0].startswith("file://") for row in rows)
    assert batch(f"file://{folder}").unchanged == 2


def test_the_hash_of_a_rubric_is_that_of_what_it_says():
    again = Rubric.model_validate_json(RUBRIC.model_dump_json())
    assert again == RUBRIC
    assert rubric_hash(again) == rubric_hash(RUBRIC) == rubric_hash(load_rubric("swindon-2022"))
    assert rubric_hash(RUBRIC.model_copy(update={"title": "Another"})) != rubric_hash(RUBRIC)


def test_the_version_of_the_models_names_program_and_models():
    program, _, models = model_version().partition("+")
    assert program[0].isdigit()
    assert len(models) == 12
