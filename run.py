"""Sets this checkout up and does one thing with it; needs only Python 3.11 or later, or uv.

python3 run.py report    set up, and audit corpus_samples/ to an HTML report
python3 run.py tests     set up, and run every check and test
python3 run.py wheel     build the wheel, install it in an empty environment, and audit a sample there
python3 run.py lock      write the lock files anew (needs uv)
python3 run.py docs      write docs/criteria.md and README's tables anew
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
REPORT = ROOT / "audit-reports" / "corpus_samples.html"
SAMPLE = ROOT / "tests" / "samples" / "advice.txt"
UV = shutil.which("uv")
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
FLAGS = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet"


def program(venv: Path, name: str) -> str:
    """Return the path of a program in a virtual environment."""
    folder = venv / ("Scripts" if os.name == "nt" else "bin")
    return str(folder / (name + (".exe" if os.name == "nt" else "")))


def call(*command: str, **options: object) -> None:
    """Run a program; leave with its exit code where it fails."""
    done = subprocess.run(command, cwd=options.get("cwd", ROOT), check=False)
    if done.returncode not in options.get("fine", (0,)):
        raise SystemExit(done.returncode)


def make_venv(venv: Path) -> None:
    """Make an empty environment, with uv where there is one."""
    if UV:
        here = ["--python", sys.executable] if sys.version_info >= (3, 11) else ["--python", "3.11"]
        call(UV, "venv", "--quiet", "--clear", *here, str(venv))
    elif sys.version_info >= (3, 11):  # noqa: UP036 - whoever runs this may have an older one
        call(sys.executable, "-m", "venv", "--clear", str(venv))
    else:
        raise SystemExit("advice-audit needs Python 3.11 or later, or uv.")


def install(venv: Path, *what: str) -> None:
    """Install into an environment."""
    if UV:
        # Compiled once here: the tests start many programs, and each would compile what it imports.
        call(UV, "pip", "install", "--quiet", "--compile-bytecode", "--python", program(venv, "python"), *what)
    else:
        quiet = ("--quiet", "--disable-pip-version-check")
        call(program(venv, "python"), "-m", "pip", "install", *quiet, *what)


def set_up(kind: str) -> None:
    """Make `.venv` with exactly what the lock file says, unless that was done before."""
    lock = LOCKS[kind]
    stamp = VENV / f"installed-{kind}"
    wanted = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Setting up {VENV.name} (once, a minute or two) ...", flush=True)
    if not Path(program(VENV, "python")).exists():
        make_venv(VENV)
    install(VENV, "--require-hashes", "-r", str(lock))
    install(VENV, "--no-deps", "--editable", str(ROOT))
    stamp.write_text(wanted)


def report() -> None:
    """Audit the sample advices to one HTML report."""
    set_up("runtime")
    samples = str(ROOT / "corpus_samples")
    # 1 means that some sample falls short, which is what samples are for.
    call(program(VENV, "advice-audit"), "check", samples, "--format", "html", "--out", str(REPORT), fine=(0, 1))
    print(f"Open {REPORT.relative_to(ROOT)} in a browser.")


def tests() -> None:
    """Run formatting, types, layers and tests; all of them, even where one fails."""
    set_up("dev")
    checks: Sequence[Sequence[str]] = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports", "--no-logo"),
    )
    failed = []
    for name, *arguments in checks:
        print(f"$ {name} {' '.join(arguments)}", flush=True)
        if subprocess.run([program(VENV, name), *arguments], cwd=ROOT, check=False).returncode:
            failed.append(f"{name} {' '.join(arguments)}".strip())
    notebooks = ["--nbmake", "notebooks", "tests"] if list((ROOT / "notebooks").glob("*.ipynb")) else []
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    print("$ pytest -n 2", flush=True)
    command = [program(VENV, "pytest"), "-n", "2", "--dist", "worksteal", "--durations", "15", *notebooks]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        failed.append("pytest")
    if failed:
        raise SystemExit(f"Failed: {', '.join(failed)}")


def wheel() -> None:
    """Build the wheel, install it where nothing else is, and audit a sample there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if UV:
            call(UV, "build", "--quiet", "--wheel", "--out-dir", name, str(ROOT))
        else:
            call(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", name, str(ROOT))
        (built,) = folder.glob("*.whl")
        make_venv(folder / "venv")
        install(folder / "venv", str(built))
        shutil.copy(SAMPLE, folder / SAMPLE.name)
        command = [program(folder / "venv", "advice-audit"), "check", SAMPLE.name, "--format", "json"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
        if done.returncode not in (0, 1):
            raise SystemExit(f"The installed wheel cannot audit a sample: {done.stderr}")
        (advice,) = json.loads(done.stdout)["advices"]
        size = built.stat().st_size / 1e6
        print(f"Wheel of {size:.1f} MB: installed and audited a sample ({advice['status']}, {advice['grade']}).")


def lock() -> None:
    """Write the lock files anew: hashes, and no address of any registry."""
    if not UV:
        raise SystemExit("Writing the lock files needs uv.")
    call(UV, "pip", "compile", *FLAGS.split(), "pyproject.toml", "-o", LOCKS["runtime"].name)
    more = ("--extra", "dev", "-c", LOCKS["runtime"].name)
    call(UV, "pip", "compile", *FLAGS.split(), *more, "pyproject.toml", "-o", LOCKS["dev"].name)


def docs() -> None:
    """Write what is generated: docs/criteria.md, and the figures in the README."""
    set_up("dev")
    call(program(VENV, "python"), str(ROOT / "scripts" / "make_docs.py"))


def main() -> None:
    """Do what the command line says."""
    commands = {command.__name__: command for command in (report, tests, wheel, lock, docs)}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        raise SystemExit(__doc__)
    commands[sys.argv[1]]()


if __name__ == "__main__":
    main()
