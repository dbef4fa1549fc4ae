"""A name that stands where this child's should is reported once, and not as another child's as well."""

from advice_audit.audit import audit_doc
from advice_audit.language.pipeline import annotate, load
from advice_audit.rubric.load import load_rubric
from advice_audit.training.minis import mini_document


def test_a_name_carried_over_is_no_other_childs():
    needs = (
        "Sleep. Sam's mother reports that most nights Sam is up at two, which leaves her worn out.\n"
        "The roof. Mason climbs out of the skylight at night, Mrs Pell reports. She lies awake and listens for the catch."
    )
    (doc,) = annotate(load(), [mini_document([("Social and care needs (section D)", needs)])])
    found = {f.criterion for f in audit_doc(doc, load_rubric("swindon-2022"), "sample").findings if f.quote == "Mason"}
    assert found == {"privacy.identity"}
