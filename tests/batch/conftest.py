"""Folders of small files, and batches over them with a stand-in auditor."""

from pathlib import Path

import pytest
from batch_kit import options

from advice_audit.batch.run import run_batch


@pytest.fixture
def advices(tmp_path):
    """Make files with these texts in a folder."""
    folder = tmp_path / "advices"
    folder.mkdir()

    def make(**texts):
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text)
        return folder

    return make


@pytest.fixture
def place(tmp_path) -> Path:
    return tmp_path / "store.sqlite"


@pytest.fixture
def batch(place):
    """Run a batch over a folder."""

    def run(folder, watch=lambda _: None, **more):
        return run_batch(options(folder, more.pop("store", place), **more), watch)

    return run
