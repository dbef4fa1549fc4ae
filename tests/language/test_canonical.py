"""What is kept with a document is made once, and anew when what it was made of changed."""

import spacy

from advice_audit.language.canonical import kept, lowers_of, spans_of, text_of


def test_it_is_made_once() -> None:
    doc = spacy.blank("en")("One two.")
    made: list[int] = []
    assert [kept(doc, "key", lambda: made.append(1)) for _ in range(2)] == [None, None]
    assert made == [1]
    assert (text_of(doc), lowers_of(doc)) == ("One two.", ["one", "two", "."])


def test_spans_are_made_anew_once_the_group_is_written_anew() -> None:
    doc = spacy.blank("en")("One two.")
    assert spans_of(doc, "some") == []
    doc.spans["some"] = [doc[0:1]]
    assert spans_of(doc, "some") is spans_of(doc, "some")
    doc.spans["some"] = [doc[1:2]]
    assert [span.text for span in spans_of(doc, "some")] == ["two"]
