"""How fast an audit is, by step, beside what a user would otherwise run on the same texts in the same run.

    python benchmarks/audit.py [FOLDER] [--files N] [--scaling]

Prints advices a second of processor time, which other work on the computer does not change: of an audit and each of
its steps, of the bare spaCy pipeline (ours without our own components), and of proselint, Harper with all its rules
and textlint with its common rules. A peer that is not installed is left out with a line that says so; textlint is
installed by `npm install` in benchmarks/peers. `--scaling` also runs whole batches with one worker and with two, by
the clock. Returns 1 where an audit takes more than 1.6 times the bare parse.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from advice_audit.audit import audit_doc
from advice_audit.documents import open_document
from advice_audit.documents.model import Document
from advice_audit.language.pipeline import annotate, load
from advice_audit.results import AdviceResult
from advice_audit.rubric.load import load_rubric

ROOT = Path(__file__).parents[1]
PEERS = Path(__file__).parent / "peers"
LIMIT = 1.6
TOGETHER = 8
DAY = date(2026, 11, 3)
RULES = ("common-misspellings", "stop-words", "terminology", "unexpanded-acronym", "write-good")


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of some work, that of finished child processes included."""
    begun = _spent()
    work()
    return _spent() - begun


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def best(work: Callable[[], object], rounds: int = 2) -> float:
    """Return the least processor time of several rounds; the first also warms up."""
    return min(seconds(work) for _ in range(rounds))


def audit_steps(paths: Sequence[Path]) -> dict[str, float]:
    """Return the seconds of reading, parsing, judging and writing, the best of two rounds each."""
    nlp, rubric = load(), load_rubric("swindon-2022")
    documents: list[Document] = []
    results: list[AdviceResult] = []
    steps: dict[str, float] = {}
    docs: list[Doc] = []
    for _ in range(2):
        for kept in (documents, docs, results):
            kept.clear()
        times = {
            "reading": seconds(lambda: documents.extend(map(open_document, paths))),
            "parsing": seconds(lambda: docs.extend(doc for part in _parts(documents) for doc in annotate(nlp, part))),
            "judging": seconds(lambda: results.extend(audit_doc(doc, rubric, "x", today=DAY) for doc in docs)),
            "writing": seconds(lambda: write(results)),
        }
        steps = {name: min(value, steps.get(name, value)) for name, value in times.items()}
    return steps


def _parts(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    return (documents[start : start + TOGETHER] for start in range(0, len(documents), TOGETHER))


def write(results: Sequence[AdviceResult]) -> None:
    """Keep results in a new store."""
    from advice_audit.store import open_store, save_audit

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store.sqlite") as store:
        for number, result in enumerate(results):
            with store.session() as session:
                save_audit(
                    session, result, rubric_id="swindon-2022", rubric_hash="x", model_version="x",
                    origin="batch", by="benchmark", path=f"{number}",
                )  # fmt: skip


def bare_parse(texts: Sequence[str]) -> float:
    """Return the seconds of the bare spaCy pipeline: tokenizer, tagger, parser, names, lemmas."""
    nlp = load()
    ours = [name for name in nlp.pipe_names if name.startswith("advice_") and name != "advice_sentences"]
    with nlp.select_pipes(disable=ours):
        return best(lambda: [list(nlp.pipe(texts[n : n + TOGETHER])) for n in range(0, len(texts), TOGETHER)])


def proselint(texts: Sequence[str]) -> float:
    """Return the seconds of proselint with all its checks."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return best(lambda: [LintFile("advice", text).lint() for text in texts])


def harper(texts: Sequence[str]) -> float:
    """Return the seconds of Harper with every rule on."""
    from harper import Dialect, Linter, get_default_lint_config

    linter = Linter(Dialect.BRITISH)
    linter.set_lint_config(dict.fromkeys(get_default_lint_config(), True))
    return best(lambda: [linter.lint(text) for text in texts])


def textlint(texts: Sequence[str]) -> float:
    """Return the seconds of textlint with its common rules, its start on an empty text taken off."""
    program = PEERS / "node_modules" / ".bin" / "textlint"
    if not program.exists() or shutil.which("node") is None:
        raise ImportError("npm install in benchmarks/peers")
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / f"{number}.txt" for number in range(len(texts))]
        for name, text in zip(names, texts, strict=True):
            name.write_text(text, encoding="utf-8")
        empty = Path(folder) / "empty.txt"
        empty.write_text("\n")
        return best(lambda: _textlint(program, names)) - best(lambda: _textlint(program, [empty]))


def _textlint(program: Path, files: Sequence[Path]) -> None:
    rules = [part for rule in RULES for part in ("--rule", rule)]
    command = [str(program), "--no-textlintrc", *rules, "--format", "json", *map(str, files)]
    done = subprocess.run(command, cwd=PEERS, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise ImportError(f"it does not run: {done.stderr.strip().splitlines()[:1]}")


def scaling(paths: Sequence[Path]) -> tuple[float, float]:
    """Return the clock's seconds for a whole batch with one worker and with two, each started anew."""
    from advice_audit.batch.run import BatchOptions, run_batch

    rubric = load_rubric("swindon-2022")
    taken = []
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            begun = time.monotonic()
            run_batch(BatchOptions(tuple(map(str, paths)), str(Path(folder) / "s.sqlite"), rubric, jobs=jobs))
            taken.append(time.monotonic() - begun)
    return taken[0], taken[1]


def show(name: str, spent: float, count: int, bare: float) -> None:
    """Print one line of the table."""
    print(f"{name:<34}{count / spent:>10.2f}{1000 * spent / count:>12.0f}{spent / bare:>14.2f}")


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description="How fast an audit is, beside others.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "corpus_samples")
    parser.add_argument("--files", type=int, default=24)
    parser.add_argument("--scaling", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Print the table; return 1 where the audit is slower than its target."""
    asked = arguments()
    paths = [path for path in sorted(asked.folder.iterdir()) if path.suffix in (".docx", ".pdf")][: asked.files]
    texts = [open_document(path).text for path in paths]
    count, words = len(texts), sum(len(text.split()) for text in texts)
    print(f"{count} advices, {words / count:.0f} words each on average\n")
    print(f"{'':<34}{'a second':>10}{'ms each':>12}{'bare parses':>14}")
    bare = bare_parse(texts)
    steps = audit_steps(paths)
    whole = sum(steps.values())
    show("audit, whole", whole, count, bare)
    for name, spent in steps.items():
        show(f"  {name}", spent, count, bare)
    show("bare spaCy pipeline", bare, count, bare)
    peers = {"proselint": proselint, "Harper, all rules": harper, "textlint, common rules": textlint}
    for name, peer in peers.items():
        try:
            show(name, peer(texts), count, bare)
        except ImportError as error:
            print(f"{name:<34}not installed ({error})")
    if asked.scaling:
        one, two = scaling(paths)
        print(f"\nWhole batch by the clock: one worker {one:.1f} s, two {two:.1f} s, {one / two:.2f} times as fast")
    print(f"\nAudit: {whole / bare:.2f} times the bare parse (target: at most {LIMIT})")
    return int(whole > LIMIT * bare)


if __name__ == "__main__":
    sys.exit(main())
