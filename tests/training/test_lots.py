"""What the encoder is taught on: the units of a case as the program reads them, and what its writer joined."""

import json

import pytest
from ruamel.yaml import YAML

from advice_audit.language.pipeline import annotate, load
from advice_audit.training.cases import case
from advice_audit.training.lots import lots, write_lots

SLEEP = "Ms Deen reports that Idris wakes at two on five nights of seven; she has been signed off work."
FRIENDS = "Idris says that nobody of his own age has been to the house since last summer, and he is lonely."
ITEM = {
    "child": "Idris",
    "age": 9,
    "said": [
        ["family", "Mum says that nobody in the house has slept through since March.", "N1"],
        ["child", "He told me he likes the sound of hoovers.", "-"],
    ],
    "hopes": ["Idris wants a friend who comes to his house."],
    "strengths": [],
    "needs": [SLEEP, FRIENDS],
    "elsewhere": [],
    "outcomes": [["By July 2024 Ms Deen sleeps six hours on at least four nights a week.", "N1", ""]],
    "provision": [["h2", "Night sitting by Harbour Care, two nights a week from 1 June 2023.", "N1", "O1"]],
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "units" / "cases").mkdir(parents=True)
    YAML().dump({"writer": "h1", "items": [ITEM]}, folder / "units" / "cases" / "h1.yaml")
    return folder


@pytest.fixture(scope="module")
def pairs():
    labelled = case(ITEM, "h1")
    return [(labelled, next(iter(annotate(load(), [labelled.document]))))]


def test_every_pair_is_there_and_those_that_were_joined_are_told(corpus, pairs):
    (lot,) = lots(pairs, corpus)
    joined = {(lot.units[a][0], lot.units[a][1][:8], lot.units[b][0]) for a, b, _, linked in lot.pairs if linked}
    assert joined == {
        ("need", SLEEP[:8], "outcome"),
        ("need", SLEEP[:8], "provision"),
        ("outcome", "By July ", "provision"),
        ("concern", "Mum says", "need"),
    }
    apart = {(lot.units[a][1], lot.units[b][0]) for a, b, _, linked in lot.pairs if not linked}
    assert (FRIENDS, "provision") in apart
    said = {text for kind, text in lot.units if kind == "concern"}
    assert any(text.startswith("He told me") for text in said), "where every remark lies is looked up"


def test_lots_are_lines_of_json(corpus, pairs, tmp_path):
    assert write_lots(pairs, corpus, tmp_path / "lots.jsonl") == 1
    (line,) = (tmp_path / "lots.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["writer"] == "h1"
