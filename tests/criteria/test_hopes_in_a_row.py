"""Hopes that stand in a row of a table of views are aspirations, though the advice has no section of them."""

from advice_audit.audit import audit_doc
from advice_audit.language.pipeline import annotate, load
from advice_audit.rubric.load import load_rubric
from advice_audit.training.minis import mini_document

ROWS = "Topic | Sam | Mum\nWhat is good | “I like choir.” | He makes the house laugh.\n{} | To wash by himself. | One full night of sleep."


def verdict(label):
    (doc,) = annotate(load(), [mini_document([("The child's and the family's views", ROWS.format(label))])])
    result = audit_doc(doc, load_rubric("swindon-2022"), "sample")
    return next(c.verdict for c in result.criteria if c.id == "views.aspirations")


def test_a_row_of_hopes_counts_as_aspirations():
    assert verdict("What we hope for") == "partly_met"


def test_a_row_of_anything_else_does_not():
    assert verdict("What is hard") == "not_met"
