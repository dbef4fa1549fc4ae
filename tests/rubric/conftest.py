from collections.abc import Callable
from pathlib import Path

import pytest

from advice_audit.errors import RubricError
from advice_audit.rubric.load import load_rubric


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a rubric file into the test's own folder."""

    def write_file(text: str, name: str = "small.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def refused() -> Callable[[Path], str]:
    """Return what the loader says against a file, without the file's path."""

    def message_for(path: Path) -> str:
        with pytest.raises(RubricError) as caught:
            load_rubric(path)
        message = caught.value.message
        assert "\n" not in message
        assert caught.value.exit_code == 2
        return message.removeprefix(str(path))

    return message_for
