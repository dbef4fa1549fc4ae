"""The trained pipeline as it ships: what it must get right on plain advice prose, and what it may weigh."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from advice_audit.language import sentences, tokenizer, vectors

MODEL = Path(__file__).parents[2] / "models" / "advice_en"
TRAINED = ["tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "advice_sentences", "parser", "ner"]


@pytest.fixture(scope="module")
def nlp():
    assert sentences and tokenizer
    pipeline = spacy.load(MODEL)
    pipeline.select_pipes(enable=TRAINED)
    return pipeline


def people(doc):
    return [span.text for span in doc.ents if span.label_ == "PERSON"]


def test_weighs_at_most_thirty_megabytes():
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= 30 * 2**20


def test_card_names_data_and_licences():
    card = (MODEL / "CARD.md").read_text(encoding="utf8")
    assert "Universal Dependencies English Web Treebank, Silveira et al. 2014" in card
    assert "CC BY-SA 4.0" in card
    assert "Apache 2.0" in card


def test_card_gives_the_measured_figures():
    card = (MODEL / "CARD.md").read_text(encoding="utf8")
    figures = json.loads((MODEL / "figures.json").read_text(encoding="utf8"))
    for key in ("dep_las", "dep_uas", "pos_acc", "tag_acc", "lemma_acc"):
        assert str(figures["advice_en"][key]) in card, key


def test_every_line_is_a_sentence(nlp):
    doc = nlp("Sleep\nNeeds help with bathing\nMr. Khan says no. He hits")
    assert [s.text.strip() for s in doc.sents] == ["Sleep", "Needs help with bathing", "Mr. Khan says no.", "He hits"]


def test_initial_is_no_boundary(nlp):
    assert len(list(nlp("A. was seen at home on 3/5/22.").sents)) == 1


def test_who_says_and_who_does(nlp):
    doc = nlp("Mum says he hits.")
    says, hits = doc[1], doc[3]
    assert (doc[0].dep_, doc[0].head) == ("nsubj", says)
    assert (hits.dep_, hits.head) == ("ccomp", says)


def test_passive_report(nlp):
    doc = nlp("It was reported by his teacher that he eats alone.")
    assert doc[2].lemma_ == "report"
    assert doc[5].dep_ in {"obl:agent", "obl"}
    assert doc[5].head == doc[2]


@pytest.mark.parametrize("form", ["doesn't", "doesn’t"])
def test_contraction_is_do_and_not(nlp, form):
    doc = nlp(f"She {form} sleep.")
    assert [doc[1].lemma_, doc[2].lemma_, doc[3].lemma_] == ["do", "not", "sleep"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zofia told me that Mr Okonkwo helps her.", ["Zofia", "Okonkwo"]),
        ("Written by Hevin Braithwaite, social worker", ["Hevin Braithwaite"]),
        ("Swindon is near Bristol. Section H1 lists Aiming High.", []),
        ("Every Monday in March and May he goes to Beavers.", []),
    ],
)
def test_people(nlp, text, names):
    assert people(nlp(text)) == names


def test_offsets_survive_many_documents(nlp):
    texts = ["Mum’s view:\n• sleep\n", "", "Ana said, “No.”"]
    assert [doc.text for doc in nlp.pipe(texts)] == texts


def test_british_words_have_vectors(nlp):
    sleep, tired, council = nlp("He cannot sleep."), nlp("She wakes at night."), nlp("The council pays the invoice.")
    assert vectors.similarity(sleep, tired) > vectors.similarity(sleep, council)
    assert all(token.has_vector for token in nlp("behaviour programme safeguarding EHCP mum"))


def test_a_load_waits_for_no_pattern_and_no_classifier():
    """What takes long to import or compile belongs to the first document, not to every start."""
    code = f"import sys, spacy; spacy.load({str(MODEL)!r}); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    late = {"sklearn", "scipy", "skops", "pandas", "sqlalchemy"}
    late |= {f"advice_audit.language.{name}" for name in ("times_find", "times_frequency", "people_find", "details")}
    assert late.isdisjoint(loaded)
    assert "advice_audit.language.people" in loaded
