"""Tables: places, header rows, cells that head a section, reading order."""

from made_files import bold, cell, kinds, p, row, table

LONG = "Ada lives with her mother and two brothers in a flat, and her mother says that most evenings are hard because nobody sleeps until late and all are tired. "
MERGE, MERGED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
GREY = '<w:shd w:val="clear" w:fill="DDDDDD"/>'


def heads(document):
    return [document.block_text(block) for block in document.blocks if block.kind == "heading"]


def places(document):
    return [(b.place.table, b.place.row, b.place.column, b.place.span, b.place.header) for b in document.blocks]


def test_table_of_facts_stays_cells(read):
    document = read(table(row("Name", "Ada Lowe"), row("Date of birth", "3 May 2012")))
    assert [kind for kind, _ in kinds(document)] == ["cell"] * 4
    assert places(document)[2] == (0, 1, 0, 1, False)


def test_table_label_cells_of_long_answers_are_headings(read):
    document = read(table(row("Name", "Ada Lowe"), row("Family views", LONG), row("Child views", cell(LONG, LONG))))
    assert heads(document) == ["Family views", "Child views"]
    found = next(block for block in document.blocks if block.kind == "heading")
    assert 0.5 <= found.trust <= 0.6 and found.place.row == 1


def test_table_short_answer_among_sections_keeps_its_heading(read):
    document = read(table(row("Family views", LONG), row("Consent", "Given by both parents on 3 May.")))
    assert heads(document) == ["Family views", "Consent"]


def test_table_full_width_row_heads_what_follows(read):
    document = read(
        table(
            row(cell(bold("1. About the child"), span=3, properties=GREY)),
            row("Name", "Ada", "Lowe"),
            row(cell(bold("2. Needs"), span=3, properties=GREY)),
            row(cell(LONG, span=3)),
        )
    )
    assert heads(document) == ["1. About the child", "2. Needs"]


def test_table_number_cell_beside_a_merged_title(read):
    rows = [row(cell("1."), cell(bold("What Ada says"), span=4)), row(cell(LONG, span=5))]
    assert heads(read(table(*rows))) == ["What Ada says"]


def test_table_grid_has_a_header_row_and_no_headings(read):
    labels = row(cell(bold("Need")), cell(bold("Provision")), properties="<w:tblHeader/>")
    document = read(table(labels, row("Bedtime", LONG), labels, row("Friends", LONG)))
    assert heads(document) == []
    assert [place[4] for place in places(document)] == [True, True, False, False] * 2


def test_table_merged_cells_give_their_text_once(read):
    tall = [row(cell("Tall", properties=MERGE), "a"), row(cell("Tall", properties=MERGED), "b")]
    assert read(table(*tall)).text == "Tall\na\nb"


def test_table_nested_in_order_with_its_own_number(read):
    inner = table(row("Who", "What"), row("Ann", "Visits"))
    document = read(table(row("Provision", cell(p("Before."), inner, p("After.")))))
    assert document.text == "Provision\nBefore.\nWho\nWhat\nAnn\nVisits\nAfter."
    assert [place[0] for place in places(document)] == [0, 0, 1, 1, 1, 1, 0]


def test_table_views_side_by_side_are_read_one_after_the_other(read):
    labels = row(cell(bold("Ada's views")), cell(bold("Her parents' views")))
    document = read(table(labels, row(cell("I like the park and my friends there.", "And cake."), cell(LONG))))
    assert document.text.split("\n")[:3] == ["Ada's views", "I like the park and my friends there.", "And cake."]
    assert heads(document) == ["Ada's views", "Her parents' views"]


def test_table_box_with_its_heading_inside(read):
    assert heads(read(table(row(cell(bold("Outcomes"), LONG))))) == ["Outcomes"]


def test_table_label_numbered_by_any_word_heads_its_answer(read):
    document = read(
        table(row("Box 4: Family views", LONG), row("Field 5 – Consent", "Given by both parents on 3 May."))
    )
    assert heads(document) == ["Box 4: Family views", "Field 5 – Consent"]


def test_table_of_one_row_heads_its_answer_with_a_label_of_many_words(read):
    label = "Help under section 2 of the Chronically Sick and Disabled Persons Act 1970 (section H1)"
    none = "Nothing is proposed under this section of the plan this year."
    assert heads(read(table(row(label, none)) + table(row("Other help (section H2)", LONG)))) == [
        label,
        "Other help (section H2)",
    ]
