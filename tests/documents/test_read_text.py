"""Plain text and Markdown."""

import pytest
from made_files import kinds

from advice_audit.documents import open_document


@pytest.fixture
def text(tmp_path):
    def reader(content, name="a.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return open_document(path)

    return reader


def test_text_headings_lists_and_facts(text):
    document = text(
        "CHILD'S VIEWS\n\nAda told us that she likes the park.\n- swimming\n* cake\n\n2. Needs at home\n"
        "Ada wakes most nights, her mother reports.\nName: Ada Lowe\n"
    )
    assert kinds(document) == [
        ("heading", "CHILD'S VIEWS"),
        ("paragraph", "Ada told us that she likes the park."),
        ("list_item", "swimming"),
        ("list_item", "cake"),
        ("heading", "2. Needs at home"),
        ("paragraph", "Ada wakes most nights, her mother reports."),
        ("paragraph", "Name: Ada Lowe"),
    ]


def test_text_lines_broken_to_a_width_are_joined(text):
    words = "Ada and her mother walk to the park on most days of the week and "
    document = text("\n".join([words.strip()] * 4) + "\n\nNew paragraph here.\n")
    assert len(document.blocks) == 2
    assert document.blocks[0].locator.line == 1


def test_text_printed_comments_become_marks(text):
    document = text("The plan was agreed by both.\n\nCommented [RK1]: When?\n\nMore follows.\n")
    assert "When" not in document.text
    assert [(m.text, m.author, document.text[m.start : m.end]) for m in document.marks] == [
        ("When?", "RK", "The plan was agreed by both.")
    ]


def test_markdown_headings_and_emphasis(text):
    document = text("# Advice\n\nAda is **very** happy.\n\n## Needs\n\n- one\n", "a.md")
    assert document.text == "Advice\nAda is very happy.\nNeeds\none"
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_encodings(text, encoding):
    assert text("Ada said “no” – twice.".encode(encoding)).text == "Ada said “no” – twice."
