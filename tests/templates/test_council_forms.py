"""Forms that the readers were not written for: every paragraph stands in the section that its author put it in."""

import sys
from pathlib import Path

import pytest
from council_forms import FORMS, render_form

from advice_audit.documents import open_document
from advice_audit.language.pipeline import annotate, load

SAMPLES = Path(__file__).parents[2] / "corpus_samples"
sys.path.insert(0, str(SAMPLES))

from render import load as load_sample  # noqa: E402

CHOSEN = [load_sample(SAMPLES / f"{name}.yaml") for name in ("a02", "b05", "h03", "m09", "p04")]
LATER = ("advice_people", "advice_services", "advice_times", "advice_voices", "advice_units")


def paragraphs(advice):
    """The words of a sample by section, in order; a word or two alone could stand anywhere."""
    for section in (one for one in advice["sections"] if one["kind"] != "other"):
        for item in section["body"]:
            texts = [item["p"]] if "p" in item else []
            texts += [*(item.get("bullets") or []), *(cell for row in item.get("table") or [] for cell in row)]
            for text in texts:
                if len(str(text).split()) > 3:
                    yield section["kind"], " ".join(str(text).split())


def placed(advice, doc):
    """Yield for each paragraph the section it belongs to and the one it was found in."""
    at = 0
    for kind, text in paragraphs(advice):
        found = doc.text.find(text[:60], at)
        found = found if found >= 0 else doc.text.find(text[:60])
        assert found >= 0, "no words are lost"
        at = found
        yield kind, next((s.label_ for s in doc.spans["sections"] if s.start_char <= found < s.end_char), None)


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_stand_in_their_sections(form, tmp_path):
    documents = []
    for advice in CHOSEN:
        path = tmp_path / f"{advice['id']}.docx"
        path.write_bytes(render_form(advice, form))
        documents.append(open_document(path))
    nlp = load()
    with nlp.select_pipes(disable=[name for name in LATER if name in nlp.pipe_names]):
        docs = list(annotate(nlp, documents))
    pairs = [pair for advice, doc in zip(CHOSEN, docs, strict=True) for pair in placed(advice, doc)]
    assert len(pairs) > 100
    assert sum(wanted == given for wanted, given in pairs) / len(pairs) >= 0.97
