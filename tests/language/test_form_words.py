"""A form's own words are told from what was written beneath them."""

from pathlib import Path

import pytest

from advice_audit.documents.model import Block, BlockKind, CellPlace, Document
from advice_audit.language.pipeline import annotate, load
from advice_audit.training.minis import mini_document

WRITTEN = (
    "Bathing. Mrs Kaur reports that Sam screams at every bath, twice a week, and she has hurt her back holding him."
)


def read(sections):
    (doc,) = annotate(load(), [mini_document(sections)])
    return doc


def marked(doc):
    return [span.text for span in doc.spans["blocks"] if span._.of_form]


@pytest.mark.parametrize(
    "prompt",
    [
        "Please describe each need in a paragraph of its own, with your evidence and how often it arises.",
        "What is the need, how do you know, and what does it lead to?",
        "One row for each need.",
        "(Say how you know about each need, how often it arises and what it leads to.)",
    ],
)
def test_a_prompt_under_a_heading_is_the_forms(prompt):
    doc = read([("Social care needs", f"{prompt}\n{WRITTEN}")])
    assert marked(doc) == [prompt]
    (need,) = doc.spans["needs"]
    assert "Mrs Kaur" in need.text
    assert not any(prompt.startswith(s.text[:10]) for s in doc.spans["sentences"])


@pytest.mark.parametrize(
    "text",
    [
        WRITTEN,
        "Sam needs help at bath time.",
        "Night sitting by Harbour Care, two nights a week from 1 June 2023.",
        "“Can I stay up late?”",
    ],
)
def test_what_was_written_is_not(text):
    assert marked(read([("Social care needs", f"{text}\n{WRITTEN}")])) == []


def test_only_what_stands_before_the_first_words_of_the_writer():
    doc = read([("Outcomes", "What will be different?\nSam will sleep through by May 2024.\nWhat will be different?")])
    assert marked(doc) == ["What will be different?"]


def test_a_section_of_nothing_but_its_prompt():
    doc = read(
        [
            ("Social care needs", "What are the child's social care needs, and how do you know?"),
            ("Outcomes", "By May 2024 Sam will swim."),
        ]
    )
    assert len(doc.spans["needs"]) == 0
    assert len(doc.spans["outcomes"]) == 1


def test_beside_a_label_as_well():
    lines = [
        ("About", 0),
        ("Sam Pell", 1),
        ("Needs", 0),
        ("Describe each need on its own, and say who told you.", 1),
        (WRITTEN, 1),
    ]
    blocks, start = [], 0
    for text, column in lines:
        kind = BlockKind.HEADING if column == 0 else BlockKind.CELL
        blocks.append(Block(kind, start, start + len(text), place=CellPlace(0, len(blocks) // 2, column)))
        start += len(text) + 1
    (doc,) = annotate(load(), [Document(Path("form"), "", "form", "\n".join(text for text, _ in lines), tuple(blocks))])
    assert marked(doc) == [lines[3][0]]


def test_the_first_row_of_a_table_is_not_asked():
    doc = read([("Needs", f"What is the need? | How do we know?\n{WRITTEN} | Seen on 4 May 2023")])
    assert marked(doc) == []
