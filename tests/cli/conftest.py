"""Runs the command line as a user does, with audits built by hand where judging is not what is tested."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from advice_audit.documents.model import Document
from advice_audit.results import AdviceResult, FileError

SAMPLE = Path(__file__).parents[1] / "samples" / "advice.txt"


@pytest.fixture
def sample():
    return SAMPLE


@pytest.fixture
def call():
    """Run a command in this process."""

    def run(*arguments):
        from advice_audit.cli.app import app

        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return run


@pytest.fixture
def shell():
    """Run a command in a process of its own."""

    def run(*arguments, **options):
        program = [sys.executable, "-c", "from advice_audit.cli import main; main()"]
        environment = {**os.environ, "COLUMNS": "100"}
        command = [*program, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, env=environment, timeout=300, check=False, **options)

    return run


@pytest.fixture
def audits(monkeypatch):
    """Answer every audit with a grade taken from the file's name: `good.docx`, `inadequate.docx`, `unreadable.docx`."""
    import sys

    def judge(path):
        if path.stem.startswith("unreadable"):
            error = FileError(code="damaged", message="The file is damaged.")
            return AdviceResult(file=str(path), sha256=None, status="unreadable", error=error), None
        document = Document(path, "0" * 64, "docx", "", ())
        result = AdviceResult(
            file=str(path), sha256="0" * 64, status="audited", grade=path.stem.split("-")[0], score=0.5
        )
        return result, document

    def audit_documents(paths, rubric, *, today=None, keep_going=False):
        assert keep_going
        return map(judge, paths)

    import advice_audit.audit  # noqa: F401 - puts the module where it can be changed

    monkeypatch.setattr(sys.modules["advice_audit.audit"], "audit_documents", audit_documents)


@pytest.fixture
def folder(tmp_path):
    """Make a folder of empty files of these names."""

    def make(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x")
        return tmp_path

    return make


@pytest.fixture
def redraft(tmp_path):
    """Save a Word file anew with some of its words exchanged, in paragraphs and cells."""

    def make(path, exchange):
        from docx import Document
        from docx.oxml.ns import qn

        document = Document(path)
        left = dict(exchange)
        for text in document.element.body.iter(qn("w:t")):
            for old, new in exchange.items():
                if old in (text.text or ""):
                    text.text = text.text.replace(old, new)
                    left.pop(old, None)
        assert not left, "every exchange finds its words"
        document.save(tmp_path / "redraft.docx")
        return tmp_path / "redraft.docx"

    return make
