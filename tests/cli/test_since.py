"""`check NEW --since OLD`: what was put right, what is left, what is new."""

import json
from pathlib import Path

import pytest

FIRST = Path(__file__).parents[2] / "corpus_samples" / "b02.docx"
EXCHANGE = {
    "definately": "definitely",  # put right
    "should of": "should have",  # put right
    "Ellie to carry on at Girls Group every Wednesday": "Ellie to carry on at the Girls Group on every Wednesday",
    "firm boundaries": "firm seperate boundaries",  # new
}


@pytest.fixture
def changed(shell, redraft):
    """Return the report of a redraft of a real advice in a format."""
    new = redraft(FIRST, EXCHANGE)
    return lambda form, *more: shell("check", new, "--since", FIRST, "--format", form, "--today", "2026-11-10", *more)


def quotes(findings, criterion):
    return [finding["quote"] for finding in findings if finding["criterion"] == criterion]


def test_a_redraft_of_a_real_advice(changed):
    done = changed("json")
    assert done.returncode == 1, done.stderr
    (advice,) = json.loads(done.stdout)["advices"]
    changes = advice["changes"]
    assert sorted(quotes(changes["fixed"], "general.spelling")) == ["I should of asked sooner", "definately"]
    assert quotes(changes["new"], "general.spelling") == ["seperate"]
    edited = [(one["before"]["quote"], one["now"]["quote"]) for one in changes["left"]]
    assert ("Tiegan", "Tiegan") in edited
    outcome = [one for one in edited if one[0] and "Girls Group" in one[0]]
    assert outcome and all(now == EXCHANGE[before] for before, now in outcome)
    assert len(changes["left"]) + len(changes["new"]) == len(advice["findings"])
    assert {"process.oversight"} <= {one["now"]["criterion"] for one in changes["left"] if one["now"]["quote"] is None}


def test_in_words_and_on_a_page(changed, tmp_path):
    shown = changed("text").stdout.decode()
    assert "2 put right" in shown and "1 new" in shown and "“definately”" in shown
    page = changed("html", "--out", tmp_path / "report.html")
    assert page.returncode == 1, page.stderr
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Since the earlier version" in html and "“definately”" in html


def test_without_since_nothing_is_added(call, audits, folder):
    done = call("check", folder("good.docx") / "good.docx", "--format", "json")
    assert "changes" not in json.loads(done.stdout)["advices"][0]


@pytest.mark.parametrize(
    ("new", "old", "code"),
    [
        ("good.docx", "inadequate.docx", 0),
        ("inadequate.docx", "good.docx", 1),
        ("unreadable.docx", "good.docx", 3),
        ("good.docx", "unreadable.docx", 3),
    ],
)
def test_exit_codes(call, audits, folder, new, old, code):
    place = folder(new, old)
    done = call("check", place / new, "--since", place / old, "--format", "json")
    assert done.exit_code == code
    (advice,) = json.loads(done.stdout)["advices"]
    assert advice["file"].endswith(new)
    assert ("changes" in advice) == (code != 3)


def test_wrong_usage(call, audits, folder):
    place = folder("good.docx", "good-2.docx")
    assert call("check", place, "--since", place / "good.docx").exit_code == 2
    assert call("check", place / "good.docx", "--since", place / "none.docx").exit_code == 2
    assert (
        call("check", place / "good.docx", "--since", place / "good-2.docx", "--out", place / "good-2.docx").exit_code
        == 2
    )
    assert (place / "good-2.docx").read_bytes() == b"x"
