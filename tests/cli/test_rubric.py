import pytest


def test_list_names_the_rubrics_that_ship(call):
    done = call("rubric", "list")
    assert done.exit_code == 0
    assert "swindon-2022\t" in done.stdout


def test_show_tells_every_criterion(call):
    from advice_audit.rubric.load import load_rubric

    done = call("rubric", "show", "swindon-2022")
    assert done.exit_code == 0
    assert [c.id for c in load_rubric("swindon-2022").criteria if f"({c.id})" not in done.stdout] == []


def test_new_makes_a_rubric_that_is_valid(call, tmp_path):
    out = tmp_path / "ours.yaml"
    made = call("rubric", "new", "our-council", "--council", "Our Council", "--out", out)
    assert (made.exit_code, made.stdout.strip()) == (0, str(out))
    checked = call("rubric", "check", out)
    assert checked.exit_code == 0 and "valid, 35 criteria" in checked.stdout


def test_new_overwrites_nothing(call, tmp_path):
    out = tmp_path / "ours.yaml"
    out.write_text("mine", encoding="utf-8")
    assert call("rubric", "new", "our-council", "--out", out).exit_code == 2
    assert out.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("text", ["", "id: [", "id: x\nid: y\n", "id: UPPER\n", "- 1\n", "\x00"])
def test_a_broken_rubric_is_told_by_file_and_line(call, tmp_path, text):
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    done = call("rubric", "check", path)
    assert done.exit_code == 2
    assert str(path) in done.stderr and len(done.stderr.splitlines()) == 1
