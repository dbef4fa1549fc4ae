"""Units: what counts as one need, outcome or provision, however the form lays it out."""

from pathlib import Path

import pytest

from advice_audit.documents.model import Block, BlockKind, CellPlace, Document
from advice_audit.language.pipeline import annotate, load


def document(*pieces):
    """Build a document of (kind, text) or (kind, text, place) pieces."""
    blocks, parts, start = [], [], 0
    for kind, text, *place in pieces:
        level = 1 if kind == BlockKind.HEADING else None
        blocks.append(Block(kind, start, start + len(text), level=level, place=place[0] if place else None))
        parts.append(text)
        start += len(text) + 1
    return Document(Path("unit"), "", "unit", "\n".join(parts), tuple(blocks))


def heading(text):
    return BlockKind.HEADING, text


def p(text):
    return BlockKind.PARAGRAPH, text


def rows(table, *lines, header=False):
    return [
        (BlockKind.CELL, text, CellPlace(table, row, column, header=header and row == 0))
        for row, line in enumerate(lines)
        for column, text in enumerate(line)
        if text
    ]


FRONT = (heading("Child's details"), p("Name: Sam Pell"), p("Date of birth: 15 January 2014"))
NEEDS = heading("Social and care needs (section D)")
OUTCOMES = heading("Outcomes (section E)")


def units(group, *pieces):
    (doc,) = annotate(load(), [document(*FRONT, *pieces)])
    return doc.spans[group]


def quotes(group, *pieces):
    return [unit._.quote.text for unit in units(group, *pieces)]


def test_each_paragraph_is_a_need_and_its_first_sentence_is_quoted():
    roads = p("Road safety. Mum reports that Sam runs into the road twice a week. She is afraid to take him out.")
    nights = p("Sam wakes three times every night. His parents are worn out.")
    found = quotes("needs", NEEDS, roads, nights)
    assert found == [
        "Road safety. Mum reports that Sam runs into the road twice a week.",
        "Sam wakes three times every night.",
    ]


def test_the_first_table_of_a_document_gives_one_unit_a_row():
    table = rows(
        0,
        ("Need", "Who says so", "How often"),
        ("Running off", "Mum", "Twice a week"),
        ("Biting", "Dad", "Daily"),
        header=True,
    )
    found = units("needs", NEEDS, *table)
    assert [u._.quote.text for u in found] == ["Running off", "Biting"]
    assert [c.text for c in found[0]._.cells] == ["Running off", "Mum", "Twice a week"]
    assert found[0]._.columns == ("need", "who says so", "how often")


def test_a_numbered_column_is_not_the_need():
    table = rows(0, ("No.", "What will be different", "By when"), ("1", "Sam eats with us twice a week.", "June 2024"))
    assert quotes("outcomes", OUTCOMES, *table) == ["Sam eats with us twice a week."]


def test_a_row_with_nothing_but_its_need_counts():
    table = rows(
        0,
        ("Need", "Who says so", "How often"),
        ("Sensory difficulties", "", ""),
        ("Biting", "Dad", "Daily"),
        header=True,
    )
    assert quotes("needs", NEEDS, *table) == ["Sensory difficulties", "Biting"]


@pytest.mark.parametrize(
    "nil",
    [
        "We've not seen a need for help from us.",
        "There is none to record.",
        "None identified.",
        "N/A",
        "No social care needs were identified.",
        "There are no social and care needs at home or out and about.",
        "No social and care needs found.",
        "Nothing further to add.",
    ],
)
def test_nil_returns_are_no_need(nil):
    assert quotes("needs", NEEDS, p(nil)) == []


@pytest.mark.parametrize("first", ["Nan", "Nathaniel", "Nadine", "Nina", "Nilesh"])
def test_a_name_that_begins_like_a_nil_return_is_a_need(first):
    text = f"{first} says that Sam runs off twice a week."
    assert quotes("needs", NEEDS, p(text)) == [text]


def test_parts_under_a_need_belong_to_it():
    found = units(
        "needs",
        NEEDS,
        p("Sam wakes four times a night."),
        p("Evidence: Mum's diary, May 2023."),
        p("Impact: Mum is worn out."),
    )
    assert len(found) == 1
    assert len(found[0]._.cells) == 3


def test_strengths_among_needs_are_left_out():
    strengths = p("Strengths: Sam is kind to his sister."), p("Sam can finish a long puzzle and loves swimming.")
    need = "Sam cannot wait, Mum reports, and shouts every day."
    assert quotes("needs", NEEDS, *strengths, p(need)) == [need]


def test_a_line_that_names_the_term_is_no_outcome():
    found = quotes("outcomes", OUTCOMES, p("Long term"), p("Sam will see one friend a week."), p("Better sleep"))
    assert found == ["Sam will see one friend a week.", "Better sleep"]


GRID = (
    ("The need (D)", "What should be different (E)", "H1", "H2"),
    (
        "Mum reports that Sam runs into the road twice a week.",
        "By June Sam walks to the shop hand in hand.",
        "A helper for walks, two hours each Saturday.",
        "–",
    ),
    (
        "Dad reports that Sam wakes three times a night.",
        "By May the family sleeps from midnight to five.",
        "–",
        "A sleep worker, four visits from March.",
    ),
)


def test_a_grid_states_needs_outcomes_and_provision_side_by_side():
    heads = heading("Needs, outcomes and help, row by row (sections D, E, H1 and H2)")
    (doc,) = annotate(load(), [document(*FRONT, heads, *rows(0, *GRID, header=True))])
    found = {group: [(u.label_, u._.quote.text) for u in doc.spans[group]] for group in ("outcomes", "provisions")}
    assert [u.text for u in doc.spans["needs"]] == [GRID[1][0], GRID[2][0]]
    assert found["outcomes"] == [("outcome", GRID[1][1]), ("outcome", GRID[2][1])]
    assert found["provisions"] == [("h1", GRID[1][2]), ("h2", GRID[2][3])]


def test_a_column_that_repeats_what_has_its_own_section_is_no_second_statement():
    sections = (heading("Outcomes (section E)"), p("By June Sam walks to the shop hand in hand."))
    (doc,) = annotate(load(), [document(*FRONT, NEEDS, *rows(0, *GRID, header=True), *sections)])
    assert [u.text for u in doc.spans["outcomes"]] == ["By June Sam walks to the shop hand in hand."]


def test_a_column_that_refers_to_needs_by_number_states_none():
    table = rows(
        0, ("Outcome", "Which need it meets"), ("By June Sam walks to the shop hand in hand.", "Need 1"), header=True
    )
    (doc,) = annotate(load(), [document(*FRONT, OUTCOMES, *table)])
    assert list(doc.spans["needs"]) == []


@pytest.mark.parametrize(
    ("line", "is_unit"),
    [("Outcome: How we get there: By when", False), ("Support: Ms Hall visits Sam weekly: By when", True)],
)
def test_a_line_of_headers_is_no_unit(line, is_unit):
    outcome = p("Sam sleeps until six on five nights in seven: bedtime chart: July 2024")
    (doc,) = annotate(load(), [document(*FRONT, heading("Outcomes (section E)"), p(line), outcome)])
    assert len(doc.spans["outcomes"]) == 1 + is_unit


def test_a_small_table_of_labels_states_one_outcome():
    table = rows(0, ("Outcome 1", "Sam will swim a length by May 2024."), ("By when", "May 2024"), ("Who will help", "A helper"),
                 ("How will we know", "He shows his badge"))  # fmt: skip
    (doc,) = annotate(load(), [document(*FRONT, heading("Outcomes"), *table)])
    assert [unit._.quote.text for unit in doc.spans["outcomes"]] == ["Sam will swim a length by May 2024."]


@pytest.mark.parametrize(
    "line",
    [
        "[Judith, have we got funding for the sitter? Ask Graham before this goes.]",
        "Each of these will be spoken about again before the assessment is finished.",
        "These are the needs that we have found.",
        "Where it shows: What we have seen: What it does to Sam",
        "First, what he is good at: Sam knows the name of every seed.",
    ],
)
def test_a_remark_or_what_opens_and_closes_a_list_is_no_need(line):
    need = "Mrs Pell reports that Sam is up four times a night, and she is worn out."
    (doc,) = annotate(load(), [document(*FRONT, NEEDS, p(need), p(line))])
    assert [unit.text for unit in doc.spans["needs"]] == [need]


@pytest.mark.parametrize(
    "need",
    [
        "Both of them are up four times a night, Mrs Pell reports, and neither can work.",
        "This boy needs two adults at every bath, his mother says, and she has hurt her back.",
        "These days Sam will not leave the flat, Mrs Pell reports, and he has lost his friends.",
    ],
)
def test_a_need_that_begins_like_an_opening_is_a_need(need):
    (doc,) = annotate(load(), [document(*FRONT, NEEDS, p(need))])
    assert [unit.text for unit in doc.spans["needs"]] == [need]


def test_a_row_that_only_says_as_above_is_no_outcome():
    lines = [("Outcome", "By when"), ("Sam sleeps until six.", "By July"), ("Same as the row above.", "By May")]
    assert quotes("outcomes", OUTCOMES, *rows(1, *lines, header=True)) == ["Sam sleeps until six."]


def test_what_is_given_under_h1_is_provision_among_outcomes_too():
    pieces = (OUTCOMES, p("Sam sleeps until six by July."), p("Also agreed, under H1: ten drum lessons."))
    assert quotes("outcomes", *pieces) == ["Sam sleeps until six by July."]
    assert quotes("provisions", *pieces) == ["Also agreed, under H1: ten drum lessons."]
