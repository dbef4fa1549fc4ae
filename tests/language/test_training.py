"""What the training programs do to texts before the models see them."""

import random
import sys
from pathlib import Path

import pytest
import spacy

sys.path.insert(0, str(Path(__file__).parents[2] / "models"))

from training.augment import vary
from training.name_corpus import annotated, fill, invent, load_pools, replaced
from training.names import Annotator, whole_names
from training.treebank import make_doc, read_sentences

CONLLU = """\
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Mom says
1\tMom\tmom\tNOUN\tNN\t_\t2\tnsubj\t_\t_
2\tsays\tsay\tVERB\tVBZ\t_\t0\troot\t_\t_
"""


@pytest.fixture
def nlp():
    return spacy.blank("en")


@pytest.fixture
def doc(nlp, tmp_path):
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf8")
    return make_doc(nlp.vocab, list(read_sentences(path)))


def test_contraction_is_two_words_without_a_space(doc):
    assert doc.text == "Don't go. Mom says "
    assert [token.text for token in doc] == ["Do", "n't", "go", ".", "Mom", "says"]
    assert [token.head.text for token in doc] == ["go", "go", "go", "go", "says", "says"]
    assert len(list(doc.sents)) == 2


def test_disguise_keeps_words_and_heads_together(doc):
    seen = set()
    for seed in range(60):
        variant = vary(doc, random.Random(seed))
        seen.add(variant.text)
        heads = {token.text.lower(): token.head.text.lower() for token in variant if not token.is_space}
        assert heads["do"] == "go"
        assert heads.get("mum", heads.get("mom")) == "says"
        assert len(list(variant.sents)) == 2
    assert any("\n" in text for text in seen)
    assert any("’" in text for text in seen)
    assert any("um says" in text for text in seen)


def spans(text, pets=()):
    return [text[start:end] for start, end in whole_names(Annotator().spans(text, frozenset(pets)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Callum and Mrs Okafor met Ms Bright.", ["Callum", "Okafor", "Bright"]),
        ("Bright and early, Grace period, Mark it.", []),
        ("Amara Okafor’s views; A. Okafor", ["Amara Okafor", "A. Okafor"]),
        ("Rowan House, St Theo School", []),
    ],
)
def test_names_found(text, names):
    assert spans(text) == names


def test_pet_is_no_person():
    assert spans("Callum has a cat, Tilda", pets=["Tilda"]) == ["Callum"]


def test_same_name_gets_the_same_other_name():
    text = "Callum Okafor was seen. Callum’s mum, Mrs Okafor, rang."
    new, people = replaced(text, Annotator().spans(text, frozenset()), load_pools("train", 3))
    first, again, last = (new[start:end] for start, end in people)
    assert first == f"{again} {last}"
    assert "Callum" not in new


def test_slots_filled(nlp):
    text, people = fill("Dog {f} and {P} with Mr {L}", load_pools("test", 1))
    assert len(people) == 2
    assert " with Mr " in text
    entities = annotated(nlp, text, people).ents
    assert [entity.text for entity in entities] == [text[start:end] for start, end in people]


def test_test_names_are_never_taught():
    train, test = load_pools("train", 1), load_pools("test", 1)
    assert not {*train.first, *train.last} & {*test.first, *test.last}
    assert invent(random.Random(1))[0].isupper()
