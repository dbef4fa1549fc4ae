from collections.abc import Callable
from pathlib import Path

import pytest

from advice_audit.errors import RubricError
from advice_audit.rubric.create import new_rubric
from advice_audit.rubric.load import load_rubric

Write = Callable[..., Path]
Refused = Callable[[Path], str]
HEAD = 'extends: swindon-2022\nid: other\ntitle: Other\nversion: "1"\ncouncil: Anyborough\nbased_on: our own document\n'


def test_what_is_not_said_comes_from_the_base(write: Write) -> None:
    base, other = load_rubric("swindon-2022"), load_rubric(write(HEAD))
    assert [c.id for c in other.criteria] == [c.id for c in base.criteria]
    assert other.criterion("needs.source").source == base.criterion("needs.source").source
    assert other.lexicons == base.lexicons
    assert other.title == "Other"


def test_kinds_of_service_are_kept_and_named_services_are_not(write: Write) -> None:
    more = "services:\n  - {id: den, name: The Den, provider: us, does: clubs, section: h1}\n"
    ids = {s.id for s in load_rubric(write(HEAD + more)).services}
    assert {"den", "direct-payments", "camhs"} <= ids
    assert not ids & {"smash", "honeybees", "uturn"}


def test_a_criterion_changes_in_one_field(write: Write) -> None:
    other = load_rubric(write(HEAD + "criteria:\n  - {id: needs.frequency, weight: 3}\n"))
    assert other.criterion("needs.frequency").weight == 3
    assert other.criterion("needs.frequency").title == load_rubric("swindon-2022").criterion("needs.frequency").title
    assert len(other.criteria) == 35


def test_words_are_added(write: Write) -> None:
    other = load_rubric(write(HEAD + "lexicons:\n  jargon: {zigzagged: went up and down}\n  spelling: [Zed]\n"))
    assert other.lexicons.jargon[-1].term == "zigzagged"
    assert other.lexicons.spelling[-1] == "Zed"
    assert "Makaton" in other.lexicons.spelling


def test_criteria_are_left_out_with_their_limits(write: Write) -> None:
    other = load_rubric(write(HEAD + "without: [process.consent]\n"))
    assert "process.consent" not in {c.id for c in other.criteria}
    assert "process.consent" not in {limit.criterion for limit in other.grades.limits}
    assert "process.oversight" in {limit.criterion for limit in other.grades.limits}


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("criteria:\n  - id: needs.frequency\n    weight: 0\n", ":9: criteria.0.weight: should be more than 0.0"),
        ("criteria:\n  - {id: needs.new, weight: 1}\n", ":8: criteria.0.title: is missing"),
        ("criteria:\n  - {id: needs.impact}\n  - {id: needs.impact}\n", ":9: criteria.1.id: needs.impact stands twice"),
        ("without: [needs.nothing]\n", ":7: without: needs.nothing is not a criterion of a rubric"),
        ("lexicons:\n  spelling: [Zed, [1]]\n", ":8: lexicons.spelling.1: should be a text"),
        ("services: none\n", ":7: services: should be a list"),
        ("grades: high\n", ":7: grades: should be a set of fields"),
        ("criteria: 3\n", ":7: criteria: should be a list"),
    ],
)
def test_a_fault_is_named_by_its_place_in_the_own_file(write: Write, refused: Refused, more: str, message: str) -> None:
    assert refused(write(HEAD + more)).startswith(message)


def test_a_base_that_is_not_there(write: Write, refused: Refused) -> None:
    assert refused(write(HEAD.replace("swindon-2022", "nowhere"))).startswith(":1: extends: nowhere: no rubric")


def test_a_circle_is_refused(write: Write) -> None:
    write(HEAD.replace("swindon-2022", "b.yaml"), "a.yaml")
    path = write(HEAD.replace("swindon-2022", "a.yaml"), "b.yaml")
    with pytest.raises(RubricError, match=r"in a circle"):
        load_rubric(path)


def test_a_fault_of_the_base_names_the_base(write: Write) -> None:
    base = write(HEAD + "grades: {good: 2}\n", "base.yaml")
    with pytest.raises(RubricError) as caught:
        load_rubric(write(HEAD.replace("swindon-2022", "base.yaml")))
    assert caught.value.message.startswith(f"{base}:7: grades.good: ")


def test_a_new_rubric_is_valid_and_awkward_titles_survive(tmp_path: Path) -> None:
    title, council = 'The "new" one: part #1', "Anyborough: council"
    path = new_rubric("anyborough-2026", "swindon-2022", tmp_path / "new" / "a.yaml", title=title, council=council)
    made = load_rubric(path)
    assert (made.id, made.title, made.council) == ("anyborough-2026", title, council)
    assert len(made.criteria) == 35


def test_a_new_rubric_from_a_council_s_own_file(tmp_path: Path) -> None:
    base = new_rubric("first", "swindon-2022", tmp_path / "first.yaml", title="First")
    assert load_rubric(new_rubric("second", base, tmp_path / "other" / "second.yaml")).title == "First"


def test_a_new_rubric_needs_an_id_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(RubricError, match="small letters"):
        new_rubric("Any Borough", "swindon-2022", tmp_path / "x.yaml")
    assert not (tmp_path / "x.yaml").exists()


def test_a_new_rubric_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(RubricError, match="is there already"):
        new_rubric("x", "swindon-2022", tmp_path / "x.yaml")
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == "mine"
