"""The labelled material: whole advices, and unit sets of single headings, needs, outcomes ..."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

# NOTE: nothing is fitted on these writers, so that the figures printed for them stay honest.
TEST_WRITERS = frozenset({"ua", "ub", "uc", "ud"})


def is_test_advice(path: Path) -> bool:
    """Tell whether a file is an advice by a test writer (`q01.yaml`), not a unit set by a hand (`units/needs/q1.yaml`)."""
    return path.stem.rstrip("0123456789") in TEST_WRITERS and "units" not in path.parts


def unit_items(folder: Path, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (writer, item) of a unit set, such as `needs` in `<folder>/units/needs/*.yaml`."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    for path in sorted((folder / "units" / name).glob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"))
        for item in data["items"]:
            yield str(data["writer"]), item
