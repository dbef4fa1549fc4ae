"""How long reading takes, beside the barest loop over the same files.

    python benchmarks/reading.py [FOLDER]

Word: python-docx over paragraphs and tables. PDF: pdfplumber's `extract_words` over pages. Each file is read
by both in turn, several rounds, and the best time of each counts. Prints two ratios; 1.3 is the limit.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
from docx import Document
from docx.table import Table

from advice_audit.documents import open_document

ROUNDS = 5
LIMIT = 1.3


def bare_word(path: Path) -> None:
    """Touch every paragraph and cell as python-docx gives them."""
    document = Document(str(path))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        _cells(table)


def _cells(table: Table) -> None:
    for row in table.rows:
        for cell in row.cells:
            _ = [paragraph.text for paragraph in cell.paragraphs]
            for inner in cell.tables:
                _cells(inner)


def bare_pdf(path: Path) -> None:
    """Take the words of every page as pdfplumber gives them."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.close()


def seconds(read: Callable[[Path], object], path: Path) -> float:
    """Return the processor time of one reading, which other work on the machine does not change."""
    begun = time.process_time()
    read(path)
    return time.process_time() - begun


def compare(paths: list[Path], bare: Callable[[Path], object]) -> tuple[float, float]:
    """Return our and the bare loop's seconds over all files, the best of several rounds each."""
    ours = theirs = 0.0
    for path in paths:
        pairs = [(seconds(open_document, path), seconds(bare, path)) for _ in range(ROUNDS)]
        ours += min(pair[0] for pair in pairs)
        theirs += min(pair[1] for pair in pairs)
    return ours, theirs


def main() -> int:
    """Print the ratios; return 1 if one is above the limit."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "corpus_samples"
    worst = 0.0
    for ending, bare in ((".docx", bare_word), (".pdf", bare_pdf)):
        paths = sorted(folder.glob(f"*{ending}"))[:20]
        ours, theirs = compare(paths, bare)
        worst = max(worst, ours / theirs)
        print(f"{ending}: {len(paths)} files, ours {ours:.2f} s, bare {theirs:.2f} s, ratio {ours / theirs:.2f}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
