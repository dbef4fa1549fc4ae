"""Each hostile file is one error with a code, or a document, in bounded time and memory: measured in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_files import CASES, million_cells, pdf_of_letters, zip_bomb
from made_files import p, pdf, word

MEMORY = 500.0
"""MB over what reading an ordinary file takes."""
SECONDS = 10.0
SLACK = 2.0
"""The clock looks four times a second, and a C library is not stopped amid a call."""

READ = """
import json, re, sys, time
from pathlib import Path
from advice_audit.documents import open_document
from advice_audit.errors import UnreadableDocument
begun = time.process_time()
try:
    outcome = "read" if open_document(sys.argv[1]).text else "no words"
except UnreadableDocument as error:
    outcome = error.code
    assert "\\n" not in error.message and "Ada" not in error.message
# The system's other account of it begins with what the parent process took.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1)) / 1024
print(json.dumps([outcome, time.process_time() - begun, peak]))
"""
CODES = {"not-a-file", "empty", "too-large", "too-slow", "hostile", "damaged", "no-text", "unsupported", "read"}

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured by Linux")


def measured(path):
    """Return what came of reading a file, the processor seconds it took, and the most memory in MB."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr[-800:]
    outcome, seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return outcome, seconds, peak


@pytest.fixture(scope="module")
def baseline(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ordinary")
    files = [
        word(folder / "a.docx", p("Ada likes it.") * 40),
        pdf(folder / "a.pdf", lambda page: page.multi_cell(0, 6, "Ada likes it. " * 40)),
    ]
    return max(measured(path)[2] for path in files)


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_bounded_time_and_memory(make, tmp_path, baseline):
    outcome, seconds, peak = measured(make(tmp_path))
    assert outcome in CODES
    assert seconds < SECONDS + SLACK
    assert peak - baseline < MEMORY


def test_the_rest_of_a_batch_goes_on(tmp_path):
    from advice_audit.documents import open_document
    from advice_audit.errors import UnreadableDocument

    outcomes = []
    for number, make in enumerate([zip_bomb, None, million_cells, None]):
        folder = tmp_path / str(number)
        folder.mkdir()
        path: Path = make(folder) if make else word(folder / "x.docx", p("Ada likes it."))
        try:
            outcomes.append(open_document(path).text)
        except UnreadableDocument as error:
            outcomes.append(error.code)
    assert outcomes[1] == outcomes[3] == "Ada likes it."
    assert {outcomes[0], outcomes[2]} <= {"hostile", "too-large"}


def test_a_page_with_more_letters_than_any_advice_is_refused_before_they_fill_the_memory(tmp_path, baseline):
    outcome, _, peak = measured(pdf_of_letters(tmp_path))
    assert outcome == "too-large"
    assert peak - baseline < MEMORY / 2
