"""A term's audit at the command line, as somebody does it who has never seen one."""

import importlib
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from advice_audit.results import AdviceResult, CriterionResult, FactsResult, FileError, FindingResult

CRITERIA = {
    "needs.source": "not_met",
    "outcomes.smart": "partly_met",
    "views.aspirations": "met",
    "process.consent": "met",
}


def result_of(path):
    if path.name.startswith("broken"):
        error = FileError(code="no-text", message="This PDF is a picture of text.")
        return AdviceResult(file=str(path), sha256="f" * 64, status="unreadable", error=error)
    finding = FindingResult(
        criterion="needs.source", section="needs", quote="Orla Penhaligon struggles", start=3, end=28,
        message="Nobody is named for this.", suggestion="Say who.", confidence=0.9, fingerprint="abc",
    )  # fmt: skip
    scores = {"met": 1.0, "partly_met": 0.5, "not_met": 0.0}
    return AdviceResult(
        file=str(path),
        sha256=format(abs(hash(path.read_text())), "064x")[:64],
        status="audited",
        facts=FactsResult(),
        grade="requires_improvement",
        grade_reason="Two of four are met.",
        score=0.6,
        criteria=[CriterionResult(id=name, verdict=v, score=scores[v]) for name, v in CRITERIA.items()],
        findings=[finding],
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ADVICE_AUDIT_STORE", str(tmp_path / "store.sqlite"))
    monkeypatch.setenv("ADVICE_AUDIT_PERSON", "J Okafor")
    monkeypatch.setattr(
        "advice_audit.sampling.auditing.auditor",
        lambda rubric, today: lambda path: (result_of(path), ("Orla Penhaligon", "Orla")),
    )
    # The package's own name `audit` is the function, so the module is taken from where modules are.
    module = importlib.import_module("advice_audit.audit")
    monkeypatch.setattr(
        module, "audit_with_people", lambda paths, rubric, today: ((result_of(path), ("Orla",)) for path in paths)
    )
    place = tmp_path / "advices"
    place.mkdir()
    for number in range(9):
        (place / f"Orla Penhaligon {number}.txt").write_text(str(number))
    return place


@pytest.fixture
def sampled(folder, call):
    done = call("sample", "--term", "2026-autumn", "--from", folder, "--size", 2, "--reserve", 2, "--seed", 5)
    assert done.exit_code == 0, done.output
    return done


def typed(*lines):
    return "\n".join(lines) + "\n"


def run(lines, *arguments):
    from typer.testing import CliRunner

    from advice_audit.cli.app import app

    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed(*lines))


def test_the_sample_prints_its_record_and_the_next_step(sampled, folder, call):
    assert "Seed                    5" in sampled.stdout
    assert "Chosen (2)" in sampled.stdout
    assert "Penhaligon" not in sampled.stdout
    assert "The seed is 5. Next: advice-audit moderate --term 2026-autumn" in sampled.stderr
    again = call("sample", "--term", "2026-autumn", "--from", folder)
    assert again.exit_code == 0
    assert again.stdout == sampled.stdout
    other = call("sample", "--term", "2026-autumn", "--from", folder, "--seed", 6)
    assert other.exit_code == 2
    assert "--again" in other.stderr


def test_the_record_as_a_page_and_with_names_on_request(sampled, folder, call, tmp_path):
    out = tmp_path / "record.html"
    assert call("sample", "--term", "2026-autumn", "--format", "html", "--out", out, "--identify").exit_code == 0
    assert "Penhaligon" in out.read_text()
    assert out.stat().st_mode & 0o077 == 0
    assert "names-shown" in events(tmp_path)


def events(tmp_path):
    from sqlalchemy import select

    from advice_audit.store import open_store
    from advice_audit.store.models import Event

    with open_store(tmp_path / "store.sqlite") as store, store.reading() as session:
        return [event.what for event in session.scalars(select(Event).order_by(Event.id))]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("sample", "--term", "autumn"), "not a term"),
        (("sample", "--from", "nowhere"), "not a folder"),
        (("sample", "--term", "2026-autumn"), "--from FOLDER"),
        (("moderate",), "draw it with: advice-audit sample"),
        (("moderate", "back", "none.xlsx"), "none.xlsx"),
        (("act", "done", "7", "x"), "no open action with the number 7"),
        (("act", "flag", "7", "x"), "no audit with the number 7"),
        (("self-audit", "receive", "none.json"), "none.json"),
        (("feedback", "none.csv"), "none.csv"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(folder, call, arguments, message):
    call("next")
    done = call(*arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert done.stderr.startswith("advice-audit: ") and done.stderr.count("\n") == 1
    assert "Traceback" not in done.output


def test_a_store_that_is_not_there_is_not_made_by_looking(tmp_path, call):
    done = call("moderate", "differences", "--store", tmp_path / "none.sqlite")
    assert (done.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "there is no store yet" in done.stderr


def test_an_advice_is_moderated_at_the_terminal(sampled, tmp_path):
    looks = ["d 1", "She is named.", "+", "Sam is six", "Who says so?", "!", "A burn is mentioned.", "?", "d 9"]
    verdicts = ["m", "", "Her mother says so.", ""]
    rest = ["2", "n", "Nobody agreed.", "", "Clear.", ""]
    done = run([*looks, *verdicts, *rest], "moderate", "--advice", 1)
    assert done.exit_code == 0, done.output
    assert "NOT MET" in done.stderr
    assert "“Orla Penhaligon struggles”" in done.stderr
    assert "Advice 1 (audit 1): judged by J Okafor" in done.stdout
    from advice_audit.moderation.settle import finished
    from advice_audit.store import open_store

    with open_store(tmp_path / "store.sqlite") as store, store.reading() as session:
        (own,) = finished(session, 1)
    assert (own.moderation.comment, own.decided[0].decision) == ("Clear.", "dismiss")
    assert [(row.quote, row.reason) for row in own.added] == [("Sam is six", "Who says so?")]
    assert {c: (row.verdict, row.reason) for c, row in own.judged.items()} == {
        "needs.source": ("met", "Her mother says so."),
        "outcomes.smart": ("partly_met", None),
        "views.aspirations": ("met", None),
        "process.consent": ("not_met", "Nobody agreed."),
    }


def test_stopping_keeps_what_was_said(sampled, tmp_path):
    done = run(["n", "q"], "moderate")
    assert done.exit_code == 0
    assert "Stopped. Everything you said is kept" in done.stderr
    again = run(["", "", "", "", "q"], "moderate", "--advice", 1)
    assert "1 of 1 · " in again.stderr
    assert "judged by J Okafor" in again.stdout


def agree_with_all(path, *, but=None):
    book = load_workbook(path)
    for row in book["Verdicts"].iter_rows(min_row=2):
        row[6].value = "Agree"
        if but and row[2].value == but:
            row[6].value, row[7].value = "Does not apply", "There is no such section."
    book.save(path)


def test_a_term_from_the_sample_to_the_actions(sampled, folder, call, tmp_path):
    for who, but in (("Ada", None), ("Ben", "Who says so")):
        out = tmp_path / f"{who}.xlsx"
        assert call("moderate", "out", "--for", who, "--out", out).exit_code == 0
        assert out.stat().st_mode & 0o077 == 0
        agree_with_all(out, but=but)
        done = call("moderate", "back", out)
        assert done.exit_code == 0, done.output
        assert done.stdout.count("finished") == 2
    listed = call("moderate", "differences")
    assert '"needs.source"' in listed.stdout and "Ben: Does not apply (There is no such section.)" in listed.stdout
    assert listed.stdout.endswith("2 to settle.\n")
    assert call("moderate", "differences", "--identify").exit_code == 0
    assert events(tmp_path).count("names-shown") == 1
    assert call("moderate", "settle", 1, "needs.source", "not_met", "--because", "There is one.").exit_code == 0
    walked = run(["x", "There is none."], "moderate", "settle")
    assert walked.exit_code == 0
    assert call("moderate", "differences").stdout.endswith("Nothing to settle.\n")
    agreed = call("moderate", "agreement").stdout
    assert re.search(r"All criteria +14 of +16 +88% \(64 to 96\)", agreed)
    assert "Person and person" in agreed and re.search(r"Who says so +0 of +2 ", agreed)
    assert call("moderate", "answer", 1, "It was said by phone.", "--by", "T. Quist").exit_code == 0
    assert "T. Quist, the writer, says: It was said by phone." in call("moderate", "differences").stdout
    assert "(audit 1) needs an action and has none." in call("act", "list").stdout
    early = call("moderate", "close", 1)
    assert (early.exit_code, "needs an action" in early.stderr) == (2, True)
    for audit in (1, 2):
        assert (
            call("act", "add", audit, "Name the source.", "--owner", "T. Quist", "--due", "31/01/2099").exit_code == 0
        )
    shown = call("act", "list").stdout
    assert "needs an action" not in shown
    assert "1. due 31/01/2099, T. Quist: Name the source. (audit 1)" in shown
    assert call("act", "done", 1, "The redraft names her.").exit_code == 0
    assert call("moderate", "close", 1, 2).exit_code == 0
    assert call("moderate", "answer", 1, "Too late.").exit_code == 2
    assert "2026-autumn: ready to report" in call("next").stdout


def test_a_concern_stands_on_top_of_everything(sampled, call):
    assert call("act", "flag", 1, "Orla has a burn, it says under Strengths.").exit_code == 0
    for command in (("next",), ("moderate", "differences"), ("act", "list"), ("store", "show")):
        assert call(*command).stderr.startswith("URGENT: 1 safeguarding concern is open.")
    shown = call("act", "list").stdout
    assert shown.startswith("URGENT 1. ") and "O. has a burn" in shown
    assert call("act", "unflag", 1, "Told the safeguarding lead.").exit_code == 0
    assert call("act", "flags").stdout == "No safeguarding concern is open.\n"
    assert call("next").stderr == ""


def test_a_redraft_is_audited_again(sampled, folder, call):
    amended = folder.parent / "amended.txt"
    amended.write_text("amended")
    done = call("act", "redraft", 1, amended)
    assert done.exit_code == 0, done.output
    assert "0 findings put right, 1 left, 0 new." in done.stdout
    assert call("act", "redraft", 1, folder.parent / "broken.pdf").exit_code in (2, 3)


def test_unreadable_advices_are_replaced_and_said(folder, call):
    for path in folder.iterdir():
        if path.name not in ("Orla Penhaligon 3.txt", "Orla Penhaligon 4.txt"):
            path.rename(path.with_name(f"broken{path.name}"))
    done = call("sample", "--term", "2026-autumn", "--from", folder, "--size", 3, "--reserve", 6, "--seed", 5)
    assert done.exit_code == 0, done.output
    assert "This PDF is a picture of text." in done.stderr
    assert "picture of text. A reserve took its place." in done.stdout
    assert "picture of text. No reserve was left." in done.stdout


def test_a_self_audit_goes_from_one_store_to_another(folder, call, tmp_path):
    advice = folder / "Orla Penhaligon 3.txt"
    out = tmp_path / "mine.json"
    done = call("self-audit", "send", advice, "--out", out, "--by", "M. Haig")
    assert done.exit_code == 0, done.output
    assert not (tmp_path / "store.sqlite").exists(), "sending keeps nothing"
    assert "Orla" not in out.read_text()
    first = call("self-audit", "receive", out)
    assert (first.exit_code, first.stdout) == (0, "mine.json: taken in as audit 1\n")
    again = call("self-audit", "receive", out)
    assert again.exit_code == 2
    assert "taken in already" in again.stderr


def test_feedback_and_the_store(folder, call, tmp_path):
    path = tmp_path / "feedback.csv"
    path.write_text("Date,From,Comment\n09/10/2026,Family,Clear and kind.\n")
    assert call("feedback", path).stdout == "1 comments taken in.\n" or call("feedback", path).exit_code == 2
    shown = call("store", "show").stdout
    assert re.search(r"feedback +1\n", shown) and shown.endswith("All is well.\n")
    copy = tmp_path / "copy.sqlite"
    assert call("store", "copy", copy).exit_code == 0
    assert re.search(r"feedback +1\n", call("store", "show", "--store", copy).stdout)
    assert copy.stat().st_mode & 0o077 == 0
    assert call("store", "copy", copy).exit_code == 2


def test_help_is_for_people(call):
    for command in (
        ["sample"],
        ["moderate"],
        ["moderate", "out"],
        ["act"],
        ["act", "add"],
        ["self-audit", "send"],
        ["feedback"],
        ["next"],
    ):
        shown = call(*command, "--help").stdout
        assert not re.search(r"--[a-z-]+ <|Traceback|None", shown), shown
        assert Path(__file__).name not in shown
