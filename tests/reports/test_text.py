from dataclasses import replace

import pytest

from advice_audit.reports.interface import Screen, find_format


def text_of(run):
    (output,) = find_format("text")(run)
    return output.content.decode()


def test_findings_stand_under_their_section(run):
    text = text_of(run)
    places = [text.index(word) for word in ("The advice as a whole", "Needs (section D)", "Outcomes (section E)")]
    assert places == sorted(places)
    assert text.index("“Otto”") > places[1]
    assert text.index("“Nell will be happier.”") > places[2]


def test_a_suggestion_is_told_once_a_criterion(run):
    assert text_of(run).count("→ Repair of needs.source.") == 1


def test_the_grade_and_what_to_change_first_stand_on_top(run):
    lines = text_of(run).splitlines()
    assert lines[1].startswith("Requires improvement  50%")
    assert any("1. Title of privacy.other-children (holds the grade down)" in line for line in lines)


@pytest.mark.parametrize("width", [40, 60, 120])
def test_no_line_is_wider_than_the_screen(run_of_two, width):
    text = text_of(replace(run_of_two, screen=Screen(width)))
    assert max(map(len, text.splitlines())) <= width


def test_colour_only_where_it_is_shown(run):
    assert "\x1b[" not in text_of(run)
    assert "\x1b[" in text_of(replace(run, screen=Screen(80, colour=True)))


def test_a_file_that_cannot_be_read_is_one_clear_line(run_of_two):
    assert "Could not be audited: The file has no text; it may be a scan. (no-text)" in text_of(run_of_two)
    assert text_of(run_of_two).splitlines()[-1] == "2 files: 1 requires improvement, 1 could not be audited"


def test_what_a_person_must_judge_is_said(run):
    assert "A person needs to judge" in text_of(run)
    assert "Look at the margin." in text_of(run)


def test_brackets_of_the_text_are_not_taken_for_colours(run, result, document):
    from advice_audit.reports.interface import Audited

    odd = result.findings[0].model_copy(update={"quote": "[red]Nell[/red] [date]"})
    changed = result.model_copy(update={"findings": [odd]})
    assert "“[red]Nell[/red] [date]”" in text_of(replace(run, audited=[Audited(changed, document)]))
