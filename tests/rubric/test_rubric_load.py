from collections.abc import Callable
from pathlib import Path

import pytest

from advice_audit.errors import RubricError
from advice_audit.rubric.load import find_rubric, load_rubric, shipped_rubrics

GOOD = """\
id: small
title: Small
version: "1"
council: Anyborough
based_on: a document
criteria:
  - id: needs.source
    title: Who says so
    question: Does each need say where the evidence comes from?
    source: {heading: Needs}
    weight: 2
    why: because
    instead: say who
    example: Parents report that ...
    verdict: share
grades:
  outstanding: 0.9
  good: 0.8
  requires_improvement: 0.5
services:
  - {id: club, name: Club, provider: us, does: clubs, section: h1}
"""


Write = Callable[..., Path]
Refused = Callable[[Path], str]


def test_a_good_file_loads(write: Write) -> None:
    rubric = load_rubric(write(GOOD))
    assert rubric.criterion("needs.source").threshold == 0.5
    assert rubric.criterion("needs.source").source.document == "a document"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("weight: 2", "weight: heavy", ":11: criteria.0.weight: should be a number, not 'heavy'"),
        ("weight: 2", "weight: 7", ":11: criteria.0.weight: should be at most 5.0"),
        ("    why: because\n", "", ":7: criteria.0.why: is missing"),
        ("verdict: share", "verdict: sometimes", ":15: criteria.0.verdict: should be"),
        ("weight: 2", "wieght: 2", ":7: criteria.0.weight: is missing"),
        ("title: Small\n", "title: Small\ncouncill: x\n", ":3: councill: is not a field of a rubric; did you mean"),
        ("title: Small", "title: [1]", ":2: title: should be a text, not [1]; put it in quotation marks"),
        ("id: needs.source", "id: Needs Source", ":7: criteria.0.id: should be an id in small letters"),
        ("good: 0.8", "good: 0.95", ":18: grades.good: should be less than"),
        ("section: h1", "section: h3", ":21: services.0.section: should be 'h1' or 'h2', not 'h3'"),
        ('version: "1"', "version: 1", ":3: version: should be a text, not 1; put it in quotation marks"),
        ("council: Anyborough", "council: no", None),
        ("council: Anyborough", "council: 1:30", None),
        ("council: Anyborough", "council: on", None),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(
    write: Write, refused: Refused, before: str, after: str, message: str | None
) -> None:
    assert before in GOOD
    path = write(GOOD.replace(before, after, 1))
    if message is None:
        assert load_rubric(path).council == after.removeprefix("council: ")
    else:
        assert refused(path).startswith(message)


def test_unquoted_no_in_a_text_stays_a_word(write: Write) -> None:
    text = GOOD.replace("example: Parents report that ...", "example: no")
    assert load_rubric(write(text)).criteria[0].example == "no"


def test_a_key_that_stands_twice_is_refused(write: Write, refused: Refused) -> None:
    message = refused(write(GOOD.replace("title: Small\n", "title: Small\ntitle: Other\n")))
    assert message.startswith(":3: ")
    assert "duplicate key" in message


def test_an_id_that_stands_twice_is_refused(write: Write, refused: Refused) -> None:
    message = refused(write(GOOD + "  - {id: club, name: Other, provider: us, does: clubs}\n"))
    assert message == ":22: services.1.id: club stands twice"


def test_a_limit_on_a_criterion_that_is_not_there(write: Write, refused: Refused) -> None:
    limit = "  limits:\n    - {criterion: needs.impact, verdict: not_met, grade: good, reason: r}\n"
    message = refused(write(GOOD.replace("services:\n", limit + "services:\n")))
    assert message == ":21: grades.limits.0.criterion: needs.impact is not a criterion of this rubric"


@pytest.mark.parametrize("text", ["id: [", "a: b: c", "\tid: x"])
def test_broken_yaml_names_the_line(write: Write, refused: Refused, text: str) -> None:
    assert refused(write(text)).startswith((":1: ", ":2: "))


@pytest.mark.parametrize("text", ["", "just words", "- a list"])
def test_a_file_that_is_no_rubric(write: Write, refused: Refused, text: str) -> None:
    assert refused(write(text)).startswith(":1: the file: ")


def test_bytes_that_are_no_text(refused: Refused, tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(b"id: \xff\xfe\x00")
    assert "cannot be read as YAML" in refused(path)


def test_unknown_name_lists_what_there_is() -> None:
    with pytest.raises(RubricError, match="swindon-2022") as caught:
        find_rubric("atlantis-2030")
    assert caught.value.code == "no-rubric"


def test_a_changed_file_is_read_again(write: Write) -> None:
    import os

    path = write(GOOD)
    assert load_rubric(path).title == "Small"
    write(GOOD.replace("title: Small", "title: Changed"))
    os.utime(path, ns=(1, 1))
    assert load_rubric(path).title == "Changed"


@pytest.mark.parametrize("name", shipped_rubrics())
def test_every_shipped_rubric_loads_under_its_own_name(name: str) -> None:
    assert load_rubric(name).id == name
