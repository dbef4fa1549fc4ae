"""The examples for running it every night are what their readers can read, and call the program as it is."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

DEPLOY = Path(__file__).parents[1] / "deploy"
NS = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
# The schema's order (MS-TSCH, 2.5): elements in a sequence; those in braces stand in any order.
TASK = ["RegistrationInfo", "Triggers", "Principals", "Settings", "Data", "Actions"]
SETTINGS = {
    "AllowStartOnDemand": "boolean", "RestartOnFailure": None, "MultipleInstancesPolicy": "policy",
    "DisallowStartIfOnBatteries": "boolean", "StopIfGoingOnBatteries": "boolean", "AllowHardTerminate": "boolean",
    "StartWhenAvailable": "boolean", "RunOnlyIfNetworkAvailable": "boolean", "WakeToRun": "boolean",
    "Enabled": "boolean", "Hidden": "boolean", "DeleteExpiredTaskAfter": "duration", "IdleSettings": None,
    "ExecutionTimeLimit": "duration", "Priority": "priority", "RunOnlyIfIdle": "boolean",
    "UseUnifiedSchedulingEngine": "boolean", "DisallowStartOnRemoteAppSession": "boolean",
}  # fmt: skip
VALUES = {
    "boolean": r"true|false",
    "duration": r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?",
    "policy": "Parallel|Queue|IgnoreNew|StopExisting",
    "priority": r"[0-9]|10",
    "moment": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d",
    "logon": "None|Password|S4U|InteractiveToken|Group|ServiceAccount|InteractiveTokenOrPassword",
    "level": "LeastPrivilege|HighestAvailable",
    "number": r"\d+",
}


def commands():
    """Return every call of the program in the examples, without the program's own path."""
    service = (DEPLOY / "systemd" / "advice-audit-batch.service").read_text()
    yield shlex.split(re.search(r"^ExecStart=(.+)$", service, re.M)[1])[1:]
    yield shlex.split(task().findtext(f".//{NS}Arguments"), posix=False)
    container = (DEPLOY / "Containerfile").read_text()
    yield re.search(r'^CMD \["([\w-]+)"\]', container, re.M)[1].split()


def task():
    return etree.parse(DEPLOY / "windows" / "advice-audit-batch.xml").getroot()


def names(element):
    return [etree.QName(child).localname for child in element if isinstance(child.tag, str)]


def is_in_order(found, schema):
    places = [schema.index(name) for name in found]
    return places == sorted(set(places))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this computer")
def test_systemd_reads_its_files(tmp_path):
    for path in (DEPLOY / "systemd").iterdir():
        text = re.sub(r"^ExecStart=\S+", f"ExecStart={shutil.which('true')}", path.read_text(), flags=re.M)
        (tmp_path / path.name).write_text(text)
    files = sorted(str(path) for path in tmp_path.iterdir())
    assert len(files) == 2
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    calendar = re.search(r"^OnCalendar=(.+)$", (DEPLOY / "systemd" / "advice-audit-batch.timer").read_text(), re.M)[1]
    assert subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, check=False).returncode == 0


def test_the_task_has_the_structure_of_its_schema():
    root = task()
    assert root.tag == f"{NS}Task"
    assert root.get("version") in {"1.2", "1.3", "1.4"}
    assert is_in_order(names(root), TASK)
    assert is_in_order(names(root.find(f"{NS}RegistrationInfo")), ["Author", "Description", "URI"])
    trigger = root.find(f"{NS}Triggers/{NS}CalendarTrigger")
    assert is_in_order(names(trigger), ["Enabled", "StartBoundary", "EndBoundary", "ScheduleByDay"]) or is_in_order(
        names(trigger), ["StartBoundary", "EndBoundary", "Enabled", "ScheduleByDay"]
    )
    principal = root.find(f"{NS}Principals/{NS}Principal")
    assert set(names(principal)) <= {"UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"}
    actions = root.find(f"{NS}Actions")
    assert actions.get("Context") == principal.get("id")
    assert is_in_order(names(actions.find(f"{NS}Exec")), ["Command", "Arguments", "WorkingDirectory"])


def test_the_values_of_the_task_are_of_their_types():
    root = task()
    settings = root.find(f"{NS}Settings")
    found = names(settings)
    assert len(found) == len(set(found)), "a setting stands twice"
    for name in found:
        assert re.fullmatch(VALUES[SETTINGS[name]], settings.findtext(f"{NS}{name}")), name
    for path, kind in (
        (".//{}StartBoundary", "moment"), (".//{}DaysInterval", "number"),
        (".//{}LogonType", "logon"), (".//{}RunLevel", "level"),
    ):  # fmt: skip
        assert re.fullmatch(VALUES[kind], root.findtext(path.format(NS))), path


@pytest.mark.parametrize("command", list(commands()), ids=["systemd", "windows", "container"])
def test_the_program_knows_what_the_examples_call(command):
    import typer

    from advice_audit.cli.app import app

    group = typer.main.get_command(app)
    known = group.commands[command[0]]
    options = {name for parameter in known.params for name in parameter.opts}
    assert {part for part in command if part.startswith("--")} <= options


def test_the_container_builds_from_what_is_in_the_repository():
    text = (DEPLOY / "Containerfile").read_text()
    instructions = {line.split()[0] for line in re.sub(r"\\\n", " ", text).splitlines() if line and line[0] not in "# "}
    assert instructions <= {"FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "ENTRYPOINT", "CMD"}
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.M):
        for name in line.split():
            assert (DEPLOY.parent / name).exists(), name
    assert re.search(r"^USER (?!root)", text, re.M)
