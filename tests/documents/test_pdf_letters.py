"""The letters made quickly are the letters that pdfplumber makes."""

from pathlib import Path

import pdfplumber
import pytest

from advice_audit.documents.pdf_letters import make_letters_quickly

SAMPLES = sorted((Path(__file__).parents[2] / "corpus_samples").glob("[abfh]0?.pdf"))
READ = (
    "text", "fontname", "size", "upright", "matrix", "x0", "x1", "top", "bottom", "doctop", "height", "width",
    "page_number", "object_type", "stroking_color", "non_stroking_color",
)  # fmt: skip


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_letters_are_those_of_pdfplumber(path: Path) -> None:
    with pdfplumber.open(path) as slow, pdfplumber.open(path) as quick:
        for page, quick_page in zip(slow.pages, quick.pages, strict=True):
            make_letters_quickly(quick_page)
            assert [{n: c[n] for n in READ} for c in page.chars] == [{n: c[n] for n in READ} for c in quick_page.chars]
            assert page.extract_words() == quick_page.extract_words()
