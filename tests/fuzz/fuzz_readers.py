"""Feeds the readers damaged copies of real files for as long as is wanted, and keeps what breaks them.

    python tests/fuzz/fuzz_readers.py SECONDS FINDS [--forms docx,pdf,txt,odt]

A find is anything but a document that hangs together or an error with a code: another exception, a document whose
offsets do not hold, a reading over the time or memory limit. Each new kind of find is written once to the folder
FINDS, with the exception's last lines beside it. Exit code 1 if there were any.
"""

import argparse
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from damage import SHARE, STEPS, damaged
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from advice_audit.documents import open_document
from advice_audit.errors import AdviceAuditError, UnreadableDocument
from advice_audit.reports import annotate_pdf, annotate_word

SAMPLES = Path(__file__).parents[2] / "corpus_samples"
MEMORY = 1_500 * 1024 * 1024
SECONDS = 12.0
ROUND = 200


def attempt(path: Path, share: float) -> str:
    """Read a file, and hand it back annotated where it can be; return what came of it.

    Raises:
        AssertionError: for a document that does not hang together or takes too long.
    """
    begun = time.monotonic()
    try:
        document = open_document(path)
    except UnreadableDocument as error:
        outcome = error.code
    else:
        outcome = "read"
        assert document.text == "\n".join(document.block_text(block) for block in document.blocks), "blocks"
        assert all(0 <= mark.start <= mark.end <= len(document.text) for mark in document.marks), "marks"
        if document.format in ("docx", "pdf"):
            annotate(path, document, share)
    assert time.monotonic() - begun < 2 * SECONDS, "slow"
    return outcome


def annotate(path: Path, document, share: float) -> None:
    """Annotate three places of a document that could be read, and read the outcome."""
    size = len(document.text)
    places = [(int(share * size), int(share * size) + 40), (0, 5), (size - 3, size)]
    findings = [
        SimpleNamespace(start=max(0, a), end=min(b, size), message="m", suggestion="s", criterion="c.c")
        for a, b in places
    ]
    out = path.with_name("out")
    writer = annotate_word if document.format == "docx" else annotate_pdf
    try:
        writer.annotate(path, findings, out, "summary")
    except AdviceAuditError:
        return
    assert open_document(out).text == document.text, "annotated text"


class Finds:
    """Keeps one example of each kind of find."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._kinds: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()

    def note(self, error: BaseException, data: bytes, form: str) -> None:
        """Write a find down, if its kind is new."""
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "advice_audit" in f.filename]
        place = f"{Path(frames[-1].filename).stem}-{frames[-1].name}" if frames else "outside"
        kind = f"{form}-{type(error).__name__}-{place}-{str(error)[:20] if isinstance(error, AssertionError) else ''}"
        kind = "".join(sign if sign.isalnum() else "-" for sign in kind).strip("-")
        self._kinds[kind] += 1
        if self._kinds[kind] == 1:
            (self._folder / f"{kind}.{form}").write_bytes(data)
            (self._folder / f"{kind}.log").write_text(
                "".join(traceback.format_tb(error.__traceback__)[-4:]) + repr(error)[:300]
            )

    def __str__(self) -> str:
        return f"{sum(self.outcomes.values())} files {dict(self.outcomes)}; finds {dict(self._kinds)}"

    def __len__(self) -> int:
        return len(self._kinds)


def seeds(forms: list[str]) -> list[tuple[str, bytes]]:
    """Return real files to damage."""
    found = []
    for path in sorted(SAMPLES.glob("[a-f]*")):
        form = path.suffix.strip(".")
        if form in forms and form in ("docx", "pdf"):
            found.append((form, path.read_bytes()))
    extra = Path(__file__).parents[1] / "samples"
    found += [
        (path.suffix.strip("."), path.read_bytes())
        for path in sorted(extra.glob("*"))
        if path.suffix.strip(".") in forms
    ]
    return found


def main() -> int:
    """Run for the time given; print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("finds", type=Path)
    parser.add_argument("--forms", default="docx,pdf,txt")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY * 2, MEMORY * 2))
    finds = Finds(options.finds)
    originals = seeds(options.forms.split(","))
    end = time.monotonic() + options.seconds

    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(originals), STEPS, SHARE)
    def once(original, steps, share):
        if time.monotonic() > end:
            return
        form, whole = original
        data = damaged(whole, form, steps)
        (options.finds / f"current.{form}").write_bytes(data)
        with TemporaryDirectory() as folder:
            path = Path(folder, f"a.{form}")
            path.write_bytes(data)
            try:
                finds.outcomes[attempt(path, share)] += 1
            except Exception as error:
                finds.outcomes["FIND"] += 1
                finds.note(error, data, form)

    while time.monotonic() < end:
        once()
        print(f"{time.process_time():.0f} s of processor time, {finds}", flush=True)
    return int(bool(len(finds)))


if __name__ == "__main__":
    sys.exit(main())
