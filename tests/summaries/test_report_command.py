"""`advice-audit report`: as a user calls it."""

import json
import stat

import pytest
from typer.testing import CliRunner

from advice_audit.cli.app import app
from advice_audit.errors import ConfigurationError
from advice_audit.terms import parse_year


@pytest.fixture
def call(store, place):
    def run(*arguments):
        return CliRunner().invoke(app, ["report", *map(str, arguments), "--store", str(place / "store.sqlite")])

    return run


@pytest.mark.parametrize("format", ["html", "docx", "xlsx", "json"])
def test_a_report_goes_to_a_file_for_its_owner_only(call, tmp_path, format):
    out = tmp_path / f"report.{format}"
    done = call("term", "--term", "2025-autumn", "--format", format, "--out", out, "--today", "2026-01-09")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    assert f"written to {out}" in done.stderr
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    start = {"html": b"<!DOCTYPE", "docx": b"PK", "xlsx": b"PK", "json": b"{"}[format]
    assert out.read_bytes().lstrip().startswith(start)


def test_standard_output_carries_only_the_report(call, reports):
    done = call("term", "--term", "2025-autumn", "--format", "json", "--today", "09/01/2026", "--by", "Nadia Brook")
    assert json.loads(done.stdout) == json.loads(reports["2025-autumn"].model_dump_json())


@pytest.mark.parametrize("year", ["2026", "2025-26", "2025/26", "2025-2026"])
def test_the_year_can_be_named_as_people_name_it(year):
    assert [str(term) for term in parse_year(year)] == ["2025-autumn", "2026-spring", "2026-summer"]


@pytest.mark.parametrize("year", ["2025-27", "26", "autumn", "2025-", "2099-99"])
def test_a_wrong_year_is_refused(year):
    with pytest.raises(ConfigurationError, match="write it as 2025-26"):
        parse_year(year)


def test_the_annual_report(call, annual):
    done = call("annual", "--year", "2025-26", "--format", "json", "--today", "2026-09-07", "--by", "Nadia Brook")
    assert json.loads(done.stdout) == json.loads(annual.model_dump_json())


def test_showing_names_is_recorded(call, recount, tmp_path):
    before = recount.one("SELECT count(*) FROM events WHERE what = 'names-shown'")
    done = call("term", "--term", "2025-autumn", "--out", tmp_path / "a.html", "--identify", "--by", "Nadia Brook")
    assert done.exit_code == 0
    assert "Marian Holt" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert recount.one("SELECT count(*) FROM events WHERE what = 'names-shown'") == before + 1
    made = recount.rows("SELECT who, data FROM events WHERE what = 'report-made' ORDER BY id DESC")[0]
    assert (made["who"], json.loads(made["data"])) == ("Nadia Brook", {"format": "html", "identified": True})


def test_the_dsco_may_choose_the_theme(call):
    done = call("term", "--term", "2025-autumn", "--format", "json", "--theme", "views.child-voice")
    theme = json.loads(done.stdout)["next_theme"]
    assert theme["criterion"] == "views.child-voice"
    assert theme["why"].startswith("The DSCO chose it")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["term", "--term", "autumn"], "write it as 2026-autumn"),
        (["term", "--term", "2025-autumn", "--theme", "outcomes.nice"], "outcomes.nice: not a criterion"),
        (["term", "--term", "2025-autumn", "--rubric", "no-such"], "no rubric of that name"),
        (["annual", "--year", "25"], "not a year"),
    ],
)
def test_wrong_usage_is_one_line(call, arguments, words):
    done = call(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_a_store_there_is_nothing_to_report(tmp_path):
    arguments = ["report", "term", "--term", "2025-autumn", "--store", str(tmp_path / "none.sqlite")]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 2
    assert "there is no store yet" in done.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_a_term_without_audits_gives_a_report_that_says_so(call, tmp_path):
    for format in ("html", "docx", "xlsx", "json"):
        out = tmp_path / f"empty.{format}"
        assert call("term", "--term", "2030-autumn", "--format", format, "--out", out).exit_code == 0
        assert call("annual", "--year", "2031-32", "--format", format, "--out", out).exit_code == 0
    done = call("term", "--term", "2030-autumn")
    assert "No sample was drawn for this term." in done.stdout
    assert "No advice of a sample has been audited for this term yet." in done.stdout
