"""The README tells the truth: its commands exist, its picture is there, and what is generated is up to date."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = [line.strip() for line in README.splitlines() if line.startswith("    ")]
COMMANDS = [line for line in CODE if line.startswith("advice-audit ")]
GROUPS = ("rubric", "moderate", "act", "self-audit", "report", "store")
RUNS = [line for line in CODE if line.startswith("python3 run.py ")]


def test_the_two_commands_come_first_and_ci_runs_the_second():
    assert RUNS[:2] == ["python3 run.py report", "python3 run.py tests"]
    assert '"$python" run.py tests' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", RUNS)
def test_run_knows_what_the_readme_says(line):
    sys.path.insert(0, str(ROOT))
    try:
        import run
    finally:
        sys.path.remove(str(ROOT))
    assert callable(getattr(run, shlex.split(line, comments=True)[2]))


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_and_option_of_the_readme_exists(line):
    from typer.testing import CliRunner

    from advice_audit.cli.app import app

    words = shlex.split(line, comments=True)[1:]
    grouped = words[0] in GROUPS and len(words) > 1 and not words[1].startswith("--")
    command = words[:2] if grouped else words[:1]
    help_text = CliRunner().invoke(app, [*command, "--help"])
    assert help_text.exit_code == 0, line
    for option in [word for word in words if word.startswith("--")]:
        assert option in help_text.stdout, f"{line}: {option}"


def test_every_command_is_in_the_readme():
    from typer.testing import CliRunner

    from advice_audit.cli.app import app

    listed = CliRunner().invoke(app, ["--help"]).stdout.partition("Commands:")[2]
    names = re.findall(r"^  (\w+)", listed, re.MULTILINE)
    assert names and [name for name in names if f"advice-audit {name}" not in README] == []


@pytest.mark.parametrize("path", sorted({p for p in re.findall(r"\]\(([^)#]+)\)", README) if not p.startswith("http")}))
def test_what_the_readme_points_to_is_there(path):
    assert (ROOT / path).exists()


def test_what_is_generated_is_up_to_date():
    command = [sys.executable, str(ROOT / "scripts" / "make_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_the_lock_files_cover_what_the_project_needs():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"requirements.lock": project["dependencies"]}
    wanted["requirements-dev.lock"] = project["dependencies"] + project["optional-dependencies"]["dev"]
    for name, requirements in wanted.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        locked = {line.partition("==")[0] for line in text.splitlines() if "==" in line and not line.startswith(" ")}
        names = {
            re.sub(r"[-_.]+", "-", re.split(r"[<>=!~\[; ]", requirement)[0]).lower() for requirement in requirements
        }
        assert names - locked == set()
        assert text.count("--hash=sha256:") > len(locked)
