import pytest
from spacy.tokens import Span

from advice_audit.documents.model import Block, BlockKind
from advice_audit.language.extensions import register
from advice_audit.language.service_names import going_names


def doc_of(nlp, section, text):
    register()
    doc = nlp.make_doc(text)
    span = Span(doc, 0, len(doc), label=section)
    span._.block = Block(0, len(text), BlockKind.PARAGRAPH)
    doc.spans["blocks"] = [span]
    doc.spans["sections"] = [Span(doc, 0, len(doc), label=section)]
    return doc


@pytest.fixture(scope="module")
def nlp():
    import spacy

    return spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He goes to Compass every Friday. Compass is good for him.", ["Compass", "Compass"]),
        ("They have been going to Tree House since May.", ["Tree House"]),
        ("Key 2 Me: two hours a week.", ["Key 2 Me"]),
        ("He goes to school on Mondays and attends May half-term trips.", []),
        ("Social worker visits, every six weeks.", []),
    ],
)
def test_a_name_is_a_services_where_it_is_used_as_one(nlp, text, names):
    assert [span.text for span in going_names(doc_of(nlp, "current_involvement", text), [])] == names


def test_elsewhere_a_name_alone_says_nothing(nlp):
    assert list(going_names(doc_of(nlp, "child_views", "He goes to Compass every Friday."), [])) == []


@pytest.mark.parametrize(
    ("section", "text", "names"),
    [
        ("outcomes", "Sam will be booked on to Willow Wednesdays.", ["Willow Wednesdays"]),
        ("reason", "Open to Ferryman, so the form comes to us.", ["Ferryman"]),
        ("chronology", "2019: one spring of Tidemark, then nothing.", ["Tidemark"]),
        ("current_involvement", "The county pays for two hours on a Monday from Tidemark.", ["Tidemark"]),
        ("current_involvement", "The county pays for two hours from Tidemark.", ["Tidemark"]),
        ("chronology", "He went to Fenmoor College, and came to England at nine.", []),
        ("chronology", "Tidemark closed in May.", []),
    ],
)
def test_a_service_is_known_in_the_history_and_the_outcomes_too(nlp, section, text, names):
    assert [span.text for span in going_names(doc_of(nlp, section, text), [])] == names
