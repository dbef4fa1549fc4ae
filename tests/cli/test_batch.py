"""`advice-audit batch`: what it prints and writes, and the codes it leaves with."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from advice_audit.cli.batch_progress import pace, plain_lines

sys.path.insert(0, str(Path(__file__).parents[1] / "batch"))
STANDIN = "batch_standin:audit"


@pytest.fixture
def advices(tmp_path):
    folder = tmp_path / "Orla Penhaligon"
    folder.mkdir()
    for name, text in {"a": "one secretword", "b": "inadequate two", "c": "unreadable"}.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def standin(monkeypatch):
    import advice_audit.batch.run as run

    monkeypatch.setattr(run.BatchOptions, "__init__", with_standin(run.BatchOptions.__init__))


def with_standin(init):
    def replaced(self, *arguments, **more):
        init(self, *arguments, **{**more, "auditor": STANDIN})

    return replaced


def test_summary_log_notice_and_metrics(call, advices, tmp_path, standin):
    log, notice, metrics = tmp_path / "job.jsonl", tmp_path / "notice.json", tmp_path / "batch.prom"
    done = call(
        "batch", advices, "--store", tmp_path / "s.sqlite", "--jobs", 1, "--format", "json",
        "--log", log, "--notify", notice, "--metrics", metrics,
    )  # fmt: skip
    assert done.exit_code == 3
    summary = json.loads(done.stdout)
    assert (summary["found"], summary["audited"], summary["below"]) == (3, 2, 1)
    assert "c.txt: There is no text in it. (no-text)" in done.stderr
    told = json.loads(notice.read_text())
    assert (told["status"], told["exit_code"], told["summary"]) == ("finished", 3, summary)
    assert stat.S_IMODE(notice.stat().st_mode) == 0o600
    check_metrics(metrics)
    check_log(log, summary)


def check_metrics(path):
    from prometheus_client.parser import text_string_to_metric_families

    values = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(path.read_text())
        for sample in family.samples
    }
    assert values["advice_audit_batch_files", "audited"] == 2
    assert values["advice_audit_batch_failures", "no-text"] == 1
    assert values["advice_audit_batch_grades", "inadequate"] == 1
    assert values["advice_audit_batch_exit_code",] == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def check_log(path, summary):
    text = path.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["event"] for line in lines if line["event"] in ("started", "finished")] == ["started", "finished"]
    assert sorted(line["event"] for line in lines[1:-1]) == ["audited", "audited", "unreadable"]
    assert {line["run"] for line in lines} == {summary["run"]}
    failed = next(line for line in lines if line["event"] == "unreadable")
    assert (failed["code"], failed["file"]) == ("no-text", summary["failed"][0]["id"])
    for secret in ("secretword", "Orla", "Penhaligon", "a.txt", "no text in it"):
        assert secret not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_summary_for_a_person(call, advices, tmp_path, standin):
    done = call("batch", advices, "--store", tmp_path / "s.sqlite", "--jobs", 1)
    assert "3 advices found: 2 audited now, 0 as they were, 1 could not be audited" in done.stdout
    assert "Below the rubric's pass mark: 1" in done.stdout
    assert f"{advices / 'c.txt'}: There is no text in it. (no-text)" in done.stdout


def test_a_batch_that_is_refused_leaves_a_notice(call, advices, tmp_path, standin):
    from advice_audit.batch.lock import only_batch
    from advice_audit.store import open_store

    notice = tmp_path / "notice.json"
    with open_store(tmp_path / "s.sqlite") as store, only_batch(store):
        done = call("batch", advices, "--store", tmp_path / "s.sqlite", "--jobs", 1, "--notify", notice)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "another batch is running on this store" in done.stderr
    told = json.loads(notice.read_text())
    assert (told["status"], told["exit_code"], told["error"]["code"]) == ("stopped", 2, "batch-running")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--engine", "dask"], "needs --scheduler"),
        (["--scheduler", "tcp://x:1"], "goes with --engine dask"),
        (["--rubric", "nobody's"], "no rubric of that name"),
        (["--notify", "."], "this is a folder"),
    ],
)
def test_wrong_usage(call, advices, tmp_path, options, said):
    done = call("batch", advices, "--store", tmp_path / "s.sqlite", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_the_real_program_keeps_what_check_says(shell, sample, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / "advice.txt"
    path.write_bytes(sample.read_bytes())
    store = tmp_path / "s.sqlite"
    done = shell("batch", folder, "--store", store, "--jobs", 1, "--today", "2026-11-22", "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    checked = json.loads(shell("check", path, "--format", "json", "--today", "2026-11-22").stdout)["advices"][0]
    from advice_audit.store import latest_audits, load_audit, open_store

    with open_store(store) as opened, opened.reading() as session:
        (row,) = latest_audits(session)
        assert load_audit(session, row.id).model_dump(mode="json") == checked
        assert row.people
    assert os.name != "posix" or stat.S_IMODE(store.stat().st_mode) == 0o600


def test_pace_and_plain_lines(capsys):
    from advice_audit.batch.run import Progress
    from advice_audit.batch.summary import FailedFile

    assert pace(Progress(50, 100, 25.0)) == "2.0 a second, about 25 s left"
    assert pace(Progress(100, 20_000, 50.0)) == "2.0 a second, about 2 h 45 min left"
    assert pace(Progress(100, 100, 50.0)) == "2.0 a second"
    moments = iter([0.0, 10.0, 40.0, 40.0, 41.0, 41.0])
    watch = plain_lines(30.0, lambda: next(moments))
    failed = FailedFile(file="x.pdf", id="0", code="no-text", message="No text.")
    watch(Progress(1, 3, 1.0, (failed,)))
    watch(Progress(2, 3, 2.0))
    watch(Progress(3, 3, 3.0))
    assert capsys.readouterr().err.splitlines() == [
        "advice-audit: x.pdf: No text. (no-text)",
        "advice-audit: 2 of 3, 1.0 a second, about 1 s left",
        "advice-audit: 3 of 3, 1.0 a second",
    ]
