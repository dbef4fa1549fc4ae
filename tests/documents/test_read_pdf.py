"""PDF: lines to paragraphs, lists, tables, margins, columns, form fields and printed comments."""

from io import BytesIO

import pytest
from made_files import kinds, pdf
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from advice_audit.documents import open_document

LONG = (
    "Ada lives with her mother and two brothers in a flat. Her mother says that most evenings are hard, "
    "because nobody sleeps until late and everybody is tired. She would like one quiet night a week."
)


@pytest.fixture
def read(tmp_path):
    def reader(draw, **margins):
        return open_document(pdf(tmp_path / "a.pdf", draw, **margins))

    return reader


def paragraph(page, text, style=""):
    page.set_font("helvetica", style, 11)
    page.multi_cell(0, 5.5, text, new_x="LMARGIN", new_y="NEXT", align="L")
    page.ln(2)


def test_pdf_lines_are_joined_to_paragraphs_under_bold_headings(read):
    def draw(page):
        paragraph(page, "Family views", "B")
        paragraph(page, LONG)
        paragraph(page, "Second paragraph.")

    document = read(draw)
    assert kinds(document) == [("heading", "Family views"), ("paragraph", LONG), ("paragraph", "Second paragraph.")]
    locator = document.blocks[1].locator
    assert locator.page == 1 and len(locator.boxes) == 3
    assert all(x0 < x1 and top < bottom for x0, top, x1, bottom in locator.boxes)


def test_pdf_paragraph_over_a_page_end_is_whole_and_margins_are_not_in_it(read):
    document = read(lambda page: [paragraph(page, LONG) for _ in range(24)], head="In confidence", foot="Page # of 9")
    body = [text for kind, text in kinds(document) if kind == "paragraph"]
    assert body == [LONG] * 24
    assert kinds(document)[-2:] == [("header", "In confidence"), ("footer", "Page 1 of 9")]


def test_pdf_bullets_are_list_items(read):
    def draw(page):
        for text in ("swimming on two days", LONG):
            page.cell(6, 5.5, chr(149))
            page.multi_cell(0, 5.5, text, new_x="LMARGIN", new_y="NEXT", align="L")

    def dashes(page):
        paragraph(page, "- swimming on two days")

    assert kinds(read(dashes)) == [("list_item", "swimming on two days")]


def test_pdf_hyphens_at_line_ends(read):
    def draw(page):
        page.set_font("helvetica", "", 11)
        for line in ("The family told us of a well-", "known worry about swim-", "ming. He goes swimming."):
            page.cell(0, 5.5, line, new_x="LMARGIN", new_y="NEXT")

    text = read(draw).text.replace("\n", " ")
    assert "well-known" in text.replace("- ", "-")


def test_pdf_ruled_table_is_cells_and_labels_head_long_answers(read):
    def draw(page):
        with page.table(
            text_align="LEFT", first_row_as_headings=False, line_height=6, padding=2, col_widths=(1, 2)
        ) as table:
            for pair in (("Name", "Ada Lowe"), ("Family views", LONG), ("Child views", LONG)):
                cells = table.row()
                for text in pair:
                    cells.cell(text)

    document = read(draw)
    assert kinds(document) == [
        ("cell", "Name"),
        ("cell", "Ada Lowe"),
        ("heading", "Family views"),
        ("cell", LONG),
        ("heading", "Child views"),
        ("cell", LONG),
    ]
    assert [(b.place.row, b.place.column) for b in document.blocks] == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]


def test_pdf_table_without_rules(read):
    def draw(page):
        page.set_font("helvetica", "", 11)
        for who, what, when in (
            ("Who", "What", "When"),
            ("Ann Ray", "Visits", "weekly"),
            ("Tom Orr", "Calls", "daily"),
        ):
            for width, text in ((60, who), (60, what), (40, when)):
                page.cell(width, 9, text)
            page.ln(9)

    document = read(draw)
    assert document.text.split("\n") == [
        "Who",
        "What",
        "When",
        "Ann Ray",
        "Visits",
        "weekly",
        "Tom Orr",
        "Calls",
        "daily",
    ]
    assert [b.place.row for b in document.blocks] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_pdf_columns_of_prose_are_read_one_after_the_other(read):
    def draw(page):
        with page.text_columns(ncols=2, gutter=12, text_align="LEFT") as columns:
            columns.write("First column begins. " + LONG)
            columns.new_column() if hasattr(columns, "new_column") else None
            columns.write("\f")
            columns.write("Second column begins. " + LONG)

    text = read(draw).text.replace("\n", " ")
    assert text.index("First column begins. Ada lives with") < text.index("Second column begins. Ada lives with")


def _with_annotation(path, entries):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(path.read_bytes())))
    box = ArrayObject([FloatObject(value) for value in (100, 700, 300, 716)])
    annotation = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Rect"): box})
    annotation.update({NameObject(name): value for name, value in entries.items()})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject()
    with path.open("wb") as out:
        writer.write(out)
    return path


def test_pdf_form_fields_and_reader_notes(tmp_path):
    path = pdf(tmp_path / "a.pdf", lambda page: paragraph(page, "Name of the child:"))
    field = {"/Subtype": NameObject("/Widget"), "/V": TextStringObject("Ada Lowe")}
    assert "Ada Lowe" in open_document(_with_annotation(path, field)).text
    note = {"/Subtype": NameObject("/Text"), "/Contents": TextStringObject("When?"), "/T": TextStringObject("R. Kaur")}
    document = open_document(_with_annotation(path, note))
    assert [(m.kind, m.text, m.author) for m in document.marks] == [("comment", "When?", "R. Kaur")]


def test_pdf_printed_comment_balloons_become_marks(read):
    def draw(page):
        page.set_font("helvetica", "", 11)
        page.set_right_margin(80)
        page.multi_cell(110, 5.5, LONG, align="L")
        page.set_font("helvetica", "", 8)
        page.set_xy(140, 20)
        page.multi_cell(55, 4, "Commented [RK1]: Which evening is meant here?", align="L")

    document = read(draw)
    assert "Which evening" not in document.text
    assert [(m.text, m.author) for m in document.marks] == [("Which evening is meant here?", "RK")]


def box(page, x, y, width, height, *words):
    """A ruled cell with a line of words at each height given."""
    page.rect(x, y, width, height)
    for at, text in words:
        page.text(x + 2, at, text)


def draw_nested(page):
    page.set_auto_page_break(False)
    box(page, 20, 20, 50, 60, (26, "Views of the child"))
    box(page, 70, 20, 120, 60, (26, "Ada likes swimming best."), (74, "She told me so herself."))
    box(page, 74, 35, 40, 12, (42, "Club"))
    box(page, 114, 35, 60, 12, (42, "Every Monday"))
    box(page, 74, 47, 40, 12, (54, "Park"))
    box(page, 114, 47, 60, 12, (54, "Every Friday"))
    box(page, 20, 80, 50, 200, (86, "Support"))
    box(page, 70, 80, 120, 200, (86, "These are what helps."))
    box(page, 74, 262, 40, 12, (269, "Befriender"))
    box(page, 114, 262, 60, 12, (269, "Two hours"))
    page.add_page()
    box(page, 20, 20, 50, 60)
    box(page, 70, 20, 120, 60)
    box(page, 74, 24, 40, 12, (31, "Mentor"))
    box(page, 114, 24, 60, 12, (31, "One hour"))
    box(page, 20, 80, 50, 30, (86, "Health"))
    box(page, 70, 80, 120, 30, (86, "Nothing is known to us."))


def test_a_table_inside_a_cell_is_read_once_where_it_stands_and_runs_on_over_the_page(tmp_path):
    document = open_document(pdf(tmp_path / "a.pdf", draw_nested))
    texts = [document.block_text(block) for block in document.blocks]
    assert texts == [
        *("Views of the child", "Ada likes swimming best."),
        *("Club", "Every Monday", "Park", "Every Friday", "She told me so herself."),
        *("Support", "These are what helps.", "Befriender", "Two hours", "Mentor", "One hour"),
        *("Health", "Nothing is known to us."),
    ]
    tables = [block.place.table for block in document.blocks]
    assert tables == [0, 0, 1, 1, 1, 1, 0, 0, 0, 2, 2, 2, 2, 0, 0]


def draw_border_missing(page):
    page.set_auto_page_break(False)
    box(page, 20, 250, 30, 10, (257, "A1"))
    box(page, 50, 250, 60, 10, (257, "Agreed?"))
    box(page, 110, 250, 80, 10, (257, "Yes"))
    page.add_page()
    box(page, 20, 20, 30, 10, (27, "A2"))
    box(page, 50, 20, 140, 10, (27, "Views of the child"))
    box(page, 20, 30, 170, 30, (37, "Ada likes to swim with her friends each Monday."))


def test_a_table_keeps_its_columns_on_a_page_that_shows_fewer_borders(tmp_path):
    document = open_document(pdf(tmp_path / "a.pdf", draw_border_missing))
    places = [(block.place.table, block.place.row, block.place.column, block.place.span) for block in document.blocks]
    assert places == [(0, 0, 0, 1), (0, 0, 1, 1), (0, 0, 2, 1), (0, 1, 0, 1), (0, 1, 1, 2), (0, 2, 0, 3)]
