"""Keeps the house: what belongs together is there, files stay small, and nothing reaches out."""

import re
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from advice_audit.checks.registry import find_check
from advice_audit.rubric.load import load_rubric, shipped_rubrics

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "advice_audit"
EXAMPLES = ROOT / "tests" / "criteria"
CRITERIA = [criterion.id for criterion in load_rubric("swindon-2022").criteria]
HEADINGS = ("What the standard asks", "What a finding is", "What good looks like", "Known limits")
LONGEST = 400
LEAST = 5


def check_file(criterion):
    group, _, name = criterion.partition(".")
    return SOURCE / "checks" / group / f"{name.replace('-', '_')}.py"


def examples_file(criterion):
    group, _, name = criterion.partition(".")
    return EXAMPLES / group / f"{name}.yaml"


def tracked():
    """Return the files of the repository: those that git knows, or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in done.stdout.splitlines() if (path := ROOT / name).is_file()]


def test_there_are_thirty_five_criteria():
    assert len(CRITERIA) == len(set(CRITERIA)) == 35


def test_every_criterion_has_its_check():
    assert [criterion for criterion in CRITERIA if not check_file(criterion).exists()] == []
    assert [criterion for criterion in CRITERIA if find_check(criterion) is None] == []


def test_every_criterion_has_its_examples():
    assert [criterion for criterion in CRITERIA if not examples_file(criterion).exists()] == []


def test_every_file_of_examples_belongs_to_a_criterion():
    known = {examples_file(criterion) for name in shipped_rubrics() for criterion in ids_of(name)}
    assert [
        path.relative_to(EXAMPLES).as_posix() for path in sorted(EXAMPLES.glob("*/*.yaml")) if path not in known
    ] == []


def ids_of(rubric):
    return [criterion.id for criterion in load_rubric(rubric).criteria]


def test_every_criterion_of_every_rubric_has_a_check():
    assert [c for name in shipped_rubrics() for c in ids_of(name) if find_check(c) is None] == []


@pytest.mark.parametrize("criterion", [c for c in CRITERIA if examples_file(c).exists()])
def test_examples_are_enough_and_varied(criterion):
    data = YAML(typ="safe").load(examples_file(criterion).read_text(encoding="utf-8"))
    assert data["criterion"] == criterion
    assert {"finding", "clean", "known_miss", "known_false_alarm"} <= set(data)
    for name in ("finding", "clean"):
        texts = [str(case) for case in data[name]]
        assert len(texts) >= LEAST, f"{criterion}: only {len(texts)} texts under {name}"
        assert len(set(texts)) == len(texts), f"{criterion}: the same text twice under {name}"


@pytest.mark.parametrize("criterion", [c for c in CRITERIA if check_file(c).exists()])
def test_every_check_is_documented(criterion):
    from ast import get_docstring, parse

    text = get_docstring(parse(check_file(criterion).read_text(encoding="utf-8"))) or ""
    places = []
    for heading in HEADINGS:
        found = re.search(rf"^{heading}:?[ \t]*(?:\n[ \t]*[-=]+[ \t]*)?\n?(.*)", text, re.MULTILINE)
        assert found, f"{criterion}: no heading '{heading}'"
        assert found[1].strip(), f"{criterion}: nothing under '{heading}'"
        places.append(found.start())
    assert places == sorted(places)


def test_no_file_is_long():
    long = {}
    for path in tracked():
        if path.suffix == ".py" and "notebooks" not in path.parts:
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > LONGEST:
                long[path.relative_to(ROOT).as_posix()] = lines
    assert long == {}


# Spelt in two halves, so that this file does not hold what it looks for.
REGISTRIES = [first + second for first, second in (("pypi", ".org"), ("pythonhosted", ".org"), ("registry.npm", "js"))]
REGISTRIES += ["--index" + "-url", "--extra-index" + "-url", "index" + "-url ="]


def test_no_address_of_a_registry_stands_in_the_repository():
    found = []
    for path in tracked():
        if path.suffix in (".docx", ".pdf", ".png", ".npy", ".bin", ".gz", ".skops") or path.stat().st_size > 5_000_000:
            continue
        text = path.read_text(encoding="utf-8", errors="ignore").lower()
        found += [(path.relative_to(ROOT).as_posix(), word) for word in REGISTRIES if word in text]
    assert found == []


def test_no_source_file_opens_a_connection():
    pattern = re.compile(r"^\s*(?:import|from)\s+(?:urllib\.request|http\.client|requests|httpx|socket|ftplib)\b", re.M)
    found = [
        path.relative_to(ROOT).as_posix() for path in SOURCE.rglob("*.py") if pattern.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_the_network_is_refused_in_tests():
    import socket

    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("localhost", 9))


def test_a_real_audit_opens_no_socket():
    import advice_audit

    # The fixture of all tests refuses every connection and look-up; this makes sure that an audit runs under it.
    assert advice_audit.audit(ROOT / "tests" / "samples" / "advice.txt").status == "audited"


def test_nothing_is_computed_with_pickles():
    pattern = re.compile(r"^\s*(?:import|from)\s+(?:pickle|cloudpickle|dill|marshal)\b|joblib\.load\(", re.M)
    found = [
        path.relative_to(ROOT).as_posix() for path in SOURCE.rglob("*.py") if pattern.search(path.read_text("utf-8"))
    ]
    assert found == []
