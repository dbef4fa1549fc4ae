"""Properties that hold for every sample advice, whatever layout it is rendered in."""

import sys
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pdfplumber
import pytest
from lxml import etree

from advice_audit.documents import open_document

SAMPLES = Path(__file__).parents[2] / "corpus_samples"
sys.path.insert(0, str(SAMPLES))

from render import LAYOUTS, load, render  # noqa: E402

CHOSEN = [SAMPLES / f"{name}.yaml" for name in ("a03", "b08", "m04", "n05", "p11")]
HELD_BACK = ("merged-grid", "label-answer", "numbered-caps", "boxes", "side-by-side")


def agreement(first, second):
    """Share of the first list of words found in the second in the same order."""
    matched = sum(block.size for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks())
    return matched / len(first)


def written(advice):
    """The words of a sample in order, as its author wrote them."""
    for section in advice["sections"]:
        yield section["heading"]
        for item in section["body"]:
            yield from chain([item["p"]] if "p" in item else [], item.get("bullets") or [], *(item.get("table") or []))


def words(texts):
    return " ".join(str(text) for text in texts).split()


def folded(text):
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@pytest.mark.parametrize("path", CHOSEN, ids=lambda path: path.stem)
def test_word_and_pdf_renderings_read_alike(path, tmp_path):
    word = open_document(render(path, tmp_path, "headings"))
    pdf = open_document(render(path, tmp_path, "pdf"))
    assert agreement(word.text.split(), pdf.text.split()) >= 0.98


@pytest.mark.parametrize("layout", [*LAYOUTS, "pdf"])
def test_every_layout_gives_text_in_order_and_its_headings(layout, tmp_path):
    found = wanted = 0
    for path in CHOSEN[1:4]:
        advice = load(path)
        document = open_document(render(path, tmp_path, layout))
        assert document.text == "\n".join(document.block_text(block) for block in document.blocks)
        if layout != "side-by-side":
            assert agreement(words(written(advice)), document.text.split()) >= 0.98
        heads = {folded(document.block_text(block)) for block in document.blocks if block.kind == "heading"}
        titles = [folded(str(section["heading"])) for section in advice["sections"]]
        wanted += len(titles)
        found += sum(title in heads for title in titles)
    assert found / wanted >= 0.97


@pytest.mark.parametrize("path", CHOSEN, ids=lambda path: path.stem)
def test_word_locators_lead_back(path, tmp_path):
    document = open_document(render(path, tmp_path, "merged-grid"))
    archive = ZipFile(document.path)
    trees = {}
    for block in document.blocks:
        part = block.locator.part
        node = trees.setdefault(part, etree.fromstring(archive.read(part)))
        for step in block.locator.path:
            node = node[step]
        names = [etree.QName(child).localname for child in node.iter() if isinstance(child.tag, str)]
        text = "".join(child.text or "" for child in node.iter() if etree.QName(child).localname == "t")
        assert names[0] == "p"
        assert document.block_text(block) in text


def test_pdf_locators_lead_back(tmp_path):
    document = open_document(render(CHOSEN[0], tmp_path, "pdf"))
    with pdfplumber.open(document.path) as pdf:
        for block in document.blocks[::7]:
            page = pdf.pages[block.locator.page - 1]
            boxes = [box for box in block.locator.boxes]
            inside = "".join(
                page.crop((x0, top, x1 + 1, bottom)).extract_text() or "" for x0, top, x1, bottom in boxes[:1]
            )
            assert folded(inside)[:12] in folded(document.block_text(block))


def test_tracked_words_and_comments_keep_their_place():
    document = open_document(SAMPLES / "m04.docx")
    word = load(SAMPLES / "m04.yaml")["word"]
    for change in word["tracked"]:
        mark = next(mark for mark in document.marks if mark.text == change["text"])
        assert mark.kind == change["kind"]
        if change["kind"] == "insert":
            assert document.text[: mark.start].endswith(change["after"])
    comment = next(mark for mark in document.marks if mark.kind == "comment")
    assert document.text[comment.start : comment.end] == word["comments"][0]["at"]
