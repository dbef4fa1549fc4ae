"""Times against labelled sentences: five hands, of which three are held out and were never used to write a rule."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from advice_audit.language.times_dates import Anchor, parse_date
from advice_audit.language.times_find import Found, find_times

FOLDER = Path(__file__).parents[2] / "corpus_samples" / "units" / "times"
FILES = sorted(FOLDER.glob("*.yaml"))


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return data


def pairs(data: dict[str, Any]) -> Iterator[tuple[list[tuple[dict[str, Any], Found]], int, int]]:
    """Yield for each sentence the labels met with what met them, the labels missed, and the false alarms."""
    for item in data["items"]:
        found, used, met, at = find_times(item["text"]), set(), [], 0
        for label in item["times"]:
            start = item["text"].index(label["quote"], at)
            at = start + len(label["quote"])
            for index, one in enumerate(found):
                if index not in used and one.label == label["label"] and one.start < at and start < one.end:
                    used.add(index)
                    met.append((label, one))
                    break
        yield met, len(item["times"]) - len(met), len(found) - len(used)


def normalised(found: Found, anchor: Anchor) -> Any:
    if found.label not in ("date", "deadline") or found.days is None:
        return found.value
    interval = found.days(anchor)
    if interval is None:
        return None
    first, last = interval
    return last.isoformat() if found.label == "deadline" or first == last else f"{first}/{last}"


def same(label: Any, value: Any) -> bool:
    if isinstance(label, dict) and isinstance(value, dict):
        return set(label) == set(value) and all(abs(label[k] - value[k]) < 0.03 for k in label)
    if isinstance(label, float) and isinstance(value, int | float):
        return abs(label - value) < 0.02 * max(1.0, label)
    return bool(label == value)


@pytest.mark.parametrize(("held_out", "least"), [(False, 0.95), (True, 0.95)])
def test_spans_and_labels(held_out: bool, least: float) -> None:
    met = missed = false = 0
    for path in FILES:
        data = read(path)
        if data["held_out"] == held_out:
            for matched, misses, alarms in pairs(data):
                met, missed, false = met + len(matched), missed + misses, false + alarms
    f1 = 2 * met / (2 * met + missed + false)
    print(f"times, held out {held_out}: {met} met, {missed} missed, {false} false, F1 {f1:.3f}")
    assert met + missed > 100
    assert f1 >= least


@pytest.mark.parametrize("held_out", [False, True])
def test_values(held_out: bool) -> None:
    right = total = 0
    for path in FILES:
        data = read(path)
        if data["held_out"] != held_out:
            continue
        anchor = Anchor(date.fromisoformat(data["completed"]), date.fromisoformat(data["dob"]))
        for matched, _, _ in pairs(data):
            for label, found in matched:
                if "value" in label:
                    total += 1
                    right += same(label["value"], normalised(found, anchor))
    print(f"values, held out {held_out}: {right} of {total}")
    assert total >= 80
    assert right / total >= 0.93


def test_there_are_enough_expressions() -> None:
    assert sum(len(i["times"]) for p in FILES for i in read(p)["items"]) >= 300


@pytest.mark.parametrize(
    "text", ["He often cries.", "She is regularly late.", "He sometimes eats.", "They argue frequently."]
)
def test_vague_words_are_no_frequency(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9/11/07", date(2007, 11, 9)),
        ("30.11.07", date(2007, 11, 30)),
        ("born on 8th February 2021", date(2021, 2, 8)),
        ("27.iv.2010", date(2010, 4, 27)),
        ("3 Sept '12", date(2012, 9, 3)),
        ("2014-03-02", date(2014, 3, 2)),
        ("Thursday, 4th of May 2023", date(2023, 5, 4)),
        ("in May", None),
        ("31/02/2020", None),
    ],
)
def test_parse_date(text: str, day: date | None) -> None:
    assert parse_date(text) == day
