"""Tracked changes that Word printed into a PDF, and what only looks like them."""

import pytest
from fpdf.enums import XPos, YPos
from made_files import pdf

from advice_audit.documents import open_document

RED, BLUE, BLACK = (200, 30, 30), (5, 99, 193), (0, 0, 0)


class Pen:
    """Writes words one after another on a line, some of them struck or underlined, with thin filled boxes as Word does."""

    def __init__(self, page, line_height=6.0):
        self.page, self.height, self.bars = page, line_height, []

    def say(self, text, colour=BLACK, stroke=None, times=1, filled=True):
        page = self.page
        page.set_text_color(*colour)
        x, y, width = page.get_x(), page.get_y(), page.get_string_width(text)
        page.cell(width, self.height, text, new_x=XPos.RIGHT, new_y=YPos.TOP)
        size = page.font_size
        # A cell centres its text: the base line lies 0.3 of the size below the middle.
        base = y + self.height / 2 + 0.3 * size
        level = {"under": base + 0.12 * size, "strike": base - 0.27 * size}.get(stroke)
        for number in range(times if level else 0):
            page.set_fill_color(*colour)
            page.set_draw_color(*colour)
            at = level + 0.3 * number
            if filled:
                page.rect(x + page.c_margin, at, width - 2 * page.c_margin, 0.2, style="F")
            else:
                page.set_line_width(0.2)
                page.line(x + page.c_margin, at, x + width - page.c_margin, at)
        page.set_text_color(*BLACK)
        return self

    def bar(self):
        self.page.set_fill_color(*BLACK)
        self.page.rect(12, self.page.get_y(), 0.3, self.height, style="F")
        return self

    def end(self):
        self.page.ln(self.height)
        return self


@pytest.fixture
def read(tmp_path):
    def reader(write, **more):
        def draw(page):
            page.c_margin = 0
            write(Pen(page))

        return open_document(pdf(tmp_path / "a.pdf", draw, **more))

    return reader


def marks(document):
    return [(str(m.kind), m.text, document.text[m.start : m.end]) for m in document.marks]


@pytest.mark.parametrize("filled", [True, False])
def test_struck_words_are_deleted_and_underlined_ones_inserted(read, filled):
    def write(pen):
        pen.say("Ada likes ").say("loud ", RED, "strike", filled=filled).say("swimming ")
        pen.say("on Mondays ", RED, "under", filled=filled).say("with friends.").bar().end()

    document = read(write)
    assert document.text == "Ada likes swimming on Mondays with friends."
    assert marks(document) == [("delete", "loud", ""), ("insert", "on Mondays", "on Mondays")]
    assert document.text[: document.marks[0].start] == "Ada likes "


def test_a_change_over_two_lines_is_one(read):
    def write(pen):
        pen.page.set_right_margin(120)
        pen.say("Ada goes out and she ").say("and her mother", RED, "strike").bar().end()
        pen.say("and all her friends ", RED, "strike").say("likes it. ").say("Her father", BLUE, "under").bar().end()
        pen.say("who works far away", BLUE, "under").say(" comes.").bar().end()

    document = read(write)
    assert [(kind, text) for kind, text, _ in marks(document)] == [
        ("delete", "and her mother and all her friends"),
        ("insert", "Her father who works far away"),
    ]
    assert "mother" not in document.text and "likes it. Her father" in document.text.replace("\n", " ")


def test_words_moved_are_marked_where_they_went(read):
    def write(pen):
        pen.say("Ada ").say("often ", RED, "strike", times=2).say("likes to swim ")
        pen.say("often", RED, "under", times=2).say(".").bar().end()

    document = read(write)
    assert document.text == "Ada likes to swim often."
    assert marks(document) == [("move", "often", "often")]


def test_part_of_a_word(read):
    document = read(lambda pen: pen.say("She walk").say("ed", RED, "under").say(" home.").bar().end())
    assert document.text == "She walked home."
    assert marks(document) == [("insert", "ed", "ed")]


@pytest.mark.parametrize(
    ("colour", "stroke", "bar"),
    [
        (BLACK, "strike", True),  # struck by hand, or a form's own line
        (BLACK, "under", True),  # an underlined word in a line that was changed elsewhere
        (BLUE, "under", False),  # a coloured heading, an address in print
        ((90, 90, 90), "under", True),
    ],
)
def test_what_only_looks_like_a_change(read, colour, stroke, bar):
    def write(pen):
        pen.say("Ada likes ").say("swimming", colour, stroke).say(" best.")
        if bar:
            pen.bar()
        pen.end()

    document = read(write)
    assert document.text == "Ada likes swimming best."
    assert document.marks == ()


def test_a_link_beside_a_change_is_a_link(read):
    def write(pen):
        page = pen.page
        x, y = page.get_x(), page.get_y()
        pen.say("the council's site", BLUE, "under").say(" says so ").bar()
        page.link(x, y, 30, pen.height, "https://example.org/")
        pen.say("every day", RED, "under").say(".").end()

    assert marks(read(write)) == [("insert", "every day", "every day")]


def test_a_table_with_coloured_rules_is_no_change(read):
    def write(pen):
        page = pen.page
        page.set_draw_color(*BLUE)
        page.set_text_color(*BLUE)
        for row in range(3):
            for column in range(2):
                page.rect(20 + 60 * column, 20 + 8 * row, 60, 8)
                page.text(22 + 60 * column, 26.5 + 8 * row, f"Word {row}{column}")

    document = read(write)
    assert document.marks == ()
    assert len(document.blocks) == 6


def test_balloons_of_changes_become_marks(read):
    def write(pen):
        page = pen.page
        page.set_right_margin(80)
        page.multi_cell(110, 5.5, "Ada likes to swim with her friends on Mondays. " * 6, align="L")
        page.set_font("helvetica", "", 8)
        for at, text in ((20, "Deleted: her dog and"), (32, "Formatted: Font: Bold"), (44, "Commented [RK1]: When?")):
            page.set_xy(140, at)
            page.multi_cell(55, 4, text, align="L")

    document = read(write)
    assert sorted((str(m.kind), m.text, m.author) for m in document.marks) == [
        ("comment", "When?", "RK"),
        ("delete", "her dog and", None),
        ("format", "Font: Bold", None),
    ]
    assert "dog" not in document.text and "Formatted" not in document.text


def test_a_sentence_that_says_deleted_is_a_sentence(read):
    def write(pen):
        for _ in range(3):
            pen.say("What Ada's mother wrote on the last form and then took out again: Deleted: nothing at all.").end()

    document = read(write)
    assert document.text.count("Deleted: nothing at all.") == 3
    assert document.marks == ()
