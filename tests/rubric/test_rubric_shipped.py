"""What every rubric that ships must hold."""

import re

import pytest

from advice_audit.rubric.load import load_rubric, shipped_rubrics
from advice_audit.rubric.model import Rubric

EXPECTED = [
    "involvement.chronology",
    "involvement.reason",
    "involvement.methodology",
    "involvement.effectiveness",
    "views.child-voice",
    "views.child-separate",
    "views.family-attributed",
    "views.aspirations",
    "views.adulthood",
    "needs.thread",
    "needs.paragraph",
    "needs.source",
    "needs.frequency",
    "needs.impact",
    "needs.remit",
    "needs.met-elsewhere",
    "outcomes.change",
    "outcomes.smart",
    "outcomes.aspirations",
    "outcomes.provision",
    "provision.remit",
    "provision.section",
    "provision.specified",
    "provision.needs",
    "provision.current",
    "general.current",
    "general.spelling",
    "general.track-changes",
    "general.jargon",
    "general.lowercase",
    "process.timeliness",
    "process.consent",
    "process.oversight",
    "privacy.other-children",
    "privacy.identity",
]


@pytest.fixture(params=shipped_rubrics())
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return load_rubric(request.param)


def test_swindon_has_all_criteria_in_order() -> None:
    assert [c.id for c in load_rubric("swindon-2022").criteria] == EXPECTED


def test_no_criterion_is_unknown(rubric: Rubric) -> None:
    assert {c.id for c in rubric.criteria} <= set(EXPECTED)


def test_texts_are_sentences(rubric: Rubric) -> None:
    for criterion in rubric.criteria:
        assert criterion.question.endswith("?"), criterion.id
        for text in (criterion.why, criterion.instead, criterion.example):
            assert re.search(r"[.!?…)\"]$", text), (criterion.id, text)


def test_verdict_rules_are_those_of_the_guide(rubric: Rubric) -> None:
    rules = {c.id: c.verdict for c in rubric.criteria}
    assert {k for k, v in rules.items() if v == "any"} == {
        "general.track-changes",
        "privacy.other-children",
        "privacy.identity",
    }
    assert {k for k, v in rules.items() if v == "count"} <= {"general.spelling", "general.jargon", "general.lowercase"}


def test_health_and_education_have_no_section(rubric: Rubric) -> None:
    for service in rubric.services:
        assert service.remit == "social" or service.section is None, service.id
        assert service.remit != "social" or service.specify, service.id


def test_no_name_belongs_to_two_services(rubric: Rubric) -> None:
    owner: dict[str, str] = {}
    for service in rubric.services:
        for name in {service.name, *service.aliases}:
            key = name if name != name.lower() else name.lower()
            assert owner.setdefault(key, service.id) == service.id, key


def test_no_term_of_jargon_stands_twice(rubric: Rubric) -> None:
    terms = [t.term for t in rubric.lexicons.jargon]
    assert len(terms) >= 150
    assert len(set(terms)) == len(terms), [t for t in terms if terms.count(t) > 1]
    assert all(t.plain and t.plain.lower() != t.term.lower() for t in rubric.lexicons.jargon)


def test_no_known_acronym_is_also_listed_as_unknown(rubric: Rubric) -> None:
    assert not set(rubric.lexicons.known_acronyms) & set(rubric.lexicons.acronyms) - {"EHC"}
