import json

import pytest

from advice_audit.cli.files import write_outputs
from advice_audit.documents.find import find_advices
from advice_audit.errors import ConfigurationError
from advice_audit.reports.interface import Output


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["good.docx"], 0),
        (["good.docx", "outstanding.pdf"], 0),
        (["good.docx", "requires_improvement.docx"], 1),
        (["inadequate.docx"], 1),
        (["good.docx", "unreadable.docx"], 3),
        (["inadequate.docx", "unreadable.docx"], 3),
        (["unreadable.docx"], 3),
    ],
)
def test_exit_codes(call, audits, folder, names, code):
    assert call("check", folder(*names), "--format", "json").exit_code == code


def test_a_broken_file_costs_only_itself_and_is_one_line(call, audits, folder):
    names = [f"good-{number:02}.docx" for number in range(39)]
    done = call("check", folder(*names, "unreadable.docx"), "--format", "json")
    report = json.loads(done.stdout)
    assert [a["status"] for a in report["advices"]].count("audited") == 39
    (line,) = done.stderr.splitlines()
    assert line.endswith("unreadable.docx: The file is damaged. (damaged)")


def test_files_keep_the_order_in_which_they_were_given(call, audits, folder):
    place = folder("good-b.docx", "good-a.docx")
    done = call("check", place / "good-b.docx", place / "good-a.docx", "--format", "json")
    assert [a["file"].rpartition("/")[2] for a in json.loads(done.stdout)["advices"]] == ["good-b.docx", "good-a.docx"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.docx"],
        ["good.docx", "--rubric", "nobody-1999"],
        ["good.docx", "--rubric", "missing.yaml"],
        ["good.docx", "--format", "xml"],
        ["good.docx", "--today", "tomorrow"],
        ["good.docx", "other.docx", "--format", "docx"],
        ["good.docx", "--out", "good.docx"],
        ["--no-such-option"],
        [],
    ],
)
def test_wrong_usage_is_two_without_a_traceback(shell, folder, arguments):
    place = folder("good.docx", "other.docx")
    done = shell("check", *arguments, cwd=place)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr and b"Traceback" not in done.stderr
    assert (place / "good.docx").read_bytes() == b"x"


def test_a_folder_without_advices_is_wrong_usage(call, tmp_path):
    done = call("check", tmp_path)
    assert done.exit_code == 2
    assert "no advice found there" in done.stderr


def test_a_fault_of_our_own_shows_no_words(call, monkeypatch, folder):
    def fail(_):
        raise ValueError("Nell finds bath time hard")

    monkeypatch.setattr("advice_audit.rubric.load.load_rubric", fail)
    done = call("check", folder("good.docx"))
    assert done.exit_code == 70
    assert "ValueError" in done.stderr and "Nell" not in done.stderr


def test_folders_are_walked(folder):
    place = folder(
        "b.docx",
        "a/c.pdf",
        "a/d.DOCX",
        "~$b.docx",
        "a/.hidden.txt",
        "notes.xlsx",
        "e.rtf",
        "f.odt",
        "g.doc",
        "h.docm",
        "i.md",
    )
    found = [path.relative_to(place).as_posix() for path in find_advices([place])]
    assert found == ["a/c.pdf", "a/d.DOCX", "b.docx", "e.rtf", "f.odt", "g.doc", "h.docm", "i.md"]


def test_a_file_met_twice_is_audited_once(folder):
    place = folder("b.docx", "a/c.pdf")
    assert len(find_advices([place / "b.docx", place, place / "a" / "c.pdf"])) == 2


def test_a_folder_that_is_called_like_an_advice_goes_to_the_reader(tmp_path):
    (tmp_path / "x.docx").mkdir()
    assert find_advices([tmp_path]) == [tmp_path / "x.docx"]


def test_a_file_is_named_whatever_it_ends_in(folder):
    place = folder("advice.bak")
    assert find_advices([place / "advice.bak"]) == [place / "advice.bak"]


def test_outputs_go_to_a_file_or_a_folder(tmp_path):
    one, two = Output("a.docx", b"1"), Output("a.docx", b"2")
    assert write_outputs([one], tmp_path / "new" / "x.html") == [tmp_path / "new" / "x.html"]
    assert write_outputs([one], tmp_path / "notes", one_a_file=True) == [tmp_path / "notes" / "a.docx"]
    written = write_outputs([one, two], tmp_path / "both", one_a_file=True)
    assert [(path.name, path.read_bytes()) for path in written] == [("a.docx", b"1"), ("a-2.docx", b"2")]
    with pytest.raises(ConfigurationError, match="give a folder"):
        write_outputs([one, two], tmp_path / "one.docx", one_a_file=True)


def test_a_place_that_cannot_be_written_is_one_line(call, audits, folder):
    place = folder("good.docx", "file")
    done = call("check", place / "good.docx", "--format", "json", "--out", place / "file" / "below.json")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr and done.stdout == ""


def test_a_real_advice_from_file_to_report(shell, sample, tmp_path):
    shown = shell("check", sample, "--format", "json", "--today", "2025-11-10")
    assert shown.returncode in (0, 1), shown.stderr
    (advice,) = json.loads(shown.stdout)["advices"]
    text = sample.read_text(encoding="utf-8")
    assert (advice["status"], len(advice["criteria"])) == ("audited", 35)
    assert advice["findings"]
    for finding in advice["findings"]:
        assert finding["quote"] is None or finding["quote"] in text
    assert shown.stderr == b""

    page = tmp_path / "report.html"
    written = shell("check", sample, "--format", "html", "--out", page)
    assert (written.returncode, written.stdout) == (shown.returncode, b""), written.stderr
    assert "Maya told Tamsin" in page.read_text(encoding="utf-8")


def test_the_reader_of_the_output_may_leave(sample):
    import subprocess
    import sys

    command = f'"{sys.executable}" -c "from advice_audit.cli import main; main()" rubric show | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, timeout=120, check=False)
    assert done.stdout.startswith(b"#")
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr


def test_the_command_and_the_import_say_the_same(shell, sample):
    import advice_audit

    shown = shell("check", sample, "--format", "json")
    assert json.loads(shown.stdout)["advices"] == [advice_audit.audit(sample).model_dump(mode="json")]
