"""Who is named in a report: nobody by default, everybody on request."""

import pytest
from conftest import DAYS
from invented_year import NAMES
from recount import RUBRIC

from advice_audit.reports.term_formats import render_report
from advice_audit.summaries.masking import initials, names_for
from advice_audit.summaries.term import term_report
from advice_audit.terms import parse_term

STAFF = ("Marian Holt", "Idris Vale", "Nadia Brook", "Petra Sandoval", "Ona Fairweather", "Lewin Achterberg")
EVERYBODY = [part for name in (*NAMES, *STAFF) for part in name.split()]


@pytest.fixture(scope="module")
def identified(store):
    term = parse_term("2026-summer")
    with store.reading() as session:
        return term_report(session, term, RUBRIC, today=DAYS["2026-summer"], by="Nadia Brook", identified=True)


def test_no_name_leaves_the_store(reports, annual):
    for report in (*reports.values(), annual):
        text = report.model_dump_json()
        assert [name for name in EVERYBODY if name in text] == []
        assert "advice-0" not in text


def test_names_found_in_real_advices_stay_there(store, reports, annual, recount):
    import json

    for report in (*reports.values(), annual):
        text = report.model_dump_json()
        for row in recount.rows("SELECT people FROM audits WHERE origin = 'sample'"):
            people = [name for name in json.loads(row["people"]) if " " in name]
            assert [name for name in people if name in text] == []


def test_an_identified_report_names_people_and_files(identified):
    assert identified.about.identified
    assert identified.about.made_by == "Nadia Brook"
    assert {auditor.name for auditor in identified.auditors} == {"Marian Holt", "Idris Vale"}
    assert all(item.name.startswith("advice-") for item in identified.chosen.items)
    assert "Corin says" in identified.urgent[0].text
    assert "names people in full" in render_report(identified, "html").content.decode()


def test_good_words_are_quoted_without_names(reports):
    quotes = [quote.text for report in reports.values() for one in report.strengths for quote in one.quotations]
    assert quotes
    assert all(len(quote.split()) <= 40 for quote in quotes)


@pytest.fixture(scope="module")
def names():
    return names_for(RUBRIC, ["Tobin Arkwright", "Tobin", "Rose"], identified=False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tobin Arkwright likes trains", "T.A. likes trains"),
        ("Rose's mother said that Rose is tired.", "R.'s mother said that R. is tired."),
        ("It was for Tobin.", "It was for T."),
        ("Yesterday Zebedee came with Miss Quill", "Yesterday Z. came with Miss Q."),
        ("Zebedee came", "Z. came"),
        ("Clear words. Nobody asked.", "Clear words. Nobody asked."),
        ("The Family Service and STEP in October", "The Family Service and STEP in October"),
        ('She said: "Mum helps" on Monday', 'She said: "Mum helps" on Monday'),
    ],
)
def test_masking(names, text, shown):
    assert names.text(text) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Marian Holt", "M.H."),
        ("Team manager, Early Help Hub", "Team manager, Early Help Hub"),
        ("Nadia", "N."),
        ("nbrook", "N."),
        ("scheduled job", "scheduled job"),
        ("Anne-Marie O'Neill", "A.M.O."),
    ],
)
def test_people_and_roles(name, shown):
    assert initials(name) == shown
