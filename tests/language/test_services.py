import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.documents.model import Block, BlockKind
from advice_audit.language.extensions import register
from advice_audit.language.services import UNKNOWN, Finder, add_services, make_services, service_of
from advice_audit.rubric.load import load_rubric


@pytest.fixture(scope="module")
def nlp() -> Language:
    register()
    return spacy.blank("en")


@pytest.fixture(scope="module")
def finder(nlp: Language) -> Finder:
    return Finder(nlp.tokenizer, load_rubric("swindon-2022"))


def mentions(nlp: Language, finder: Finder, text: str) -> list[tuple[str, str]]:
    doc = add_services(nlp(text), finder)
    return [(s.text, s.label_) for s in doc.spans["services"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A place at STEP Saturday Club.", [("STEP Saturday Club", "step-saturday")]),
        ("Support from STEP.", [("STEP", "step")]),
        ("The next step is hers.", []),
        ("They show him respect, and he is swift to answer.", []),
        ("The RESPECT programme at home.", [("RESPECT programme", "respect")]),
        ("Direct payments of 78 hours.", [("Direct payments", "direct-payments")]),
        ("A carer’s assessment for Mum.", [("carer’s assessment", "carers-assessment")]),
        ("Two carers' assessments.", [("carers' assessments", "carers-assessment")]),
        ("Two overnight stays a month.", [("overnight stays", "overnight")]),
        ("DISABLED CHILDREN'S TEAM", [("DISABLED CHILDREN'S TEAM", "social-work-team")]),
        ("The Adoption Support team.", [("Adoption Support team", "therapeutic-work")]),
        ("The Elm Grove Young Carers Project.", [("Elm Grove Young Carers Project", "young-carers")]),
        ("A session at STEP Bike Club.", [("STEP Bike Club", "step")]),
        ("From the Hadley Brook Project, weekly.", [("Hadley Brook Project", UNKNOWN)]),
        ("A mentor from BRIGHT.", [("mentor", "mentoring"), ("BRIGHT", UNKNOWN)]),
        ("A letter from CAMHS and a talk with her GP.", [("CAMHS", "camhs")]),
        ("He watches TV at home with Mum on Sundays.", []),
        ("The council's noise and light team will call.", [("noise and light team", "council-team")]),
        ("The council's specialist teaching team.", [("specialist teaching", "specialist-teaching")]),
        ("Work with the social worker's team is over.", []),
    ],
)
def test_mentions(nlp: Language, finder: Finder, text: str, wanted: list[tuple[str, str]]) -> None:
    assert mentions(nlp, finder, text) == wanted


@pytest.mark.parametrize(
    ("text", "remit", "section"),
    [
        ("speech and language therapy", "health", None),
        ("a teaching assistant", "education", None),
        ("holiday playschemes", "social", "h1"),
        ("a family support worker", "social", "h2"),
        ("nights of respite", "social", "h2"),
        ("SMASH mentor", "social", "h2"),
    ],
)
def test_catalogue_entry_of_a_mention(
    nlp: Language, finder: Finder, text: str, remit: str, section: str | None
) -> None:
    doc = add_services(nlp(text), finder)
    service = service_of(doc.spans["services"][0])
    assert service is not None
    assert (service.remit, service.section) == (remit, section)


def test_unknown_has_no_entry(nlp: Language, finder: Finder) -> None:
    doc = add_services(nlp("At the Hadley Brook Project."), finder)
    assert [service_of(span) for span in doc.spans["services"]] == [None]
    assert service_of(Span(nlp("x"), 0, 1, label="camhs")) is None


def test_every_name_of_the_catalogue_is_found(nlp: Language, finder: Finder) -> None:
    for service in finder.rubric.services:
        for name in (service.name, *service.aliases):
            found = mentions(nlp, finder, f"It is {name} now.")
            assert (name, service.id) in found, name


def test_another_rubric_has_another_catalogue(nlp: Language, finder: Finder) -> None:
    other = Finder(nlp.tokenizer, load_rubric("hertfordshire-2023"))
    doc = add_services(nlp("Aiming High and HertsHELP and CAMHS."), finder)
    assert [s.label_ for s in doc.spans["services"]] == ["aiming-high", "camhs"]
    assert [s.label_ for s in add_services(doc, other).spans["services"]] == ["herts-help", "camhs"]


def test_a_heading_is_not_searched_for_unknown_names(nlp: Language, finder: Finder) -> None:
    doc = nlp("Hadley Brook Project\nVisits by the Hadley Brook Project.")
    heading = Span(doc, 0, 3, label=BlockKind.HEADING)
    heading._.block = Block(kind=BlockKind.HEADING, start=0, end=20)
    doc.spans["blocks"] = [heading]
    assert [s.start_char for s in add_services(doc, finder).spans["services"]] == [35]


def test_component_runs_on_an_empty_text(nlp: Language) -> None:
    component = make_services(nlp, "advice_services")
    assert list(component(Doc(nlp.vocab)).spans["services"]) == []
