"""Every check keeps its examples: what it must find, what it must leave alone, and its known weaknesses."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from advice_audit.checks.model import Checked, Context
from advice_audit.checks.registry import find_check
from advice_audit.language.pipeline import annotate, load
from advice_audit.rubric.load import load_rubric
from advice_audit.training.minis import document_of

HERE = Path(__file__).parent
HEADINGS = {
    "involvement.chronology": "Record of previous involvement",
    "involvement.reason": "Reason for this advice",
    "involvement.methodology": "How we reached our view",
    "involvement.effectiveness": "Current involvement",
    "views.child-voice": "Child's views",
    "views.child-separate": "Child's views",
    "views.family-attributed": "The family's views",
    "views.aspirations": "Child's aspirations",
    "views.adulthood": "Young person's aspirations",
    "needs.thread": "The family's views",
    "needs.met-elsewhere": "Needs met elsewhere",
    "outcomes.provision": "Section H2",
    "provision.needs": "Social and care needs (section D)",
    "provision.current": "Current involvement",
    "process.consent": "Consent",
    "process.oversight": "Management oversight",
    "process.timeliness": "Reason for this advice",
}
GROUPS = {
    "needs": "Social and care needs (section D)",
    "outcomes": "Outcomes (section E)",
    "provision": "Section H2",
    "general": "The family's views",
    "privacy": "The family's views",
}
LISTS = ("finding", "clean", "known_miss", "known_false_alarm")
FILES = sorted(HERE.glob("*/*.yaml"))
LABELS = {
    "dob": "Date of birth",
    "requested": "Advice requested",
    "completed": "Advice completed",
    "meeting": "Annual review meeting",
    "purpose": "Purpose",
    "service": "Service",
    "author": "Written by",
}


def heading(criterion):
    return HEADINGS.get(criterion) or GROUPS[criterion.partition(".")[0]]


def front(facts):
    facts = {"child": "Sam Pell", "dob": date(2014, 1, 15), "completed": date(2023, 6, 1), **(facts or {})}
    if "age" in facts:
        facts["dob"] = date(2023 - facts.pop("age"), 1, 15)
    lines = [f"Name: {facts.pop('child')}"]
    for key, value in facts.items():
        shown = f"{value:%-d %B %Y}" if isinstance(value, date) else value
        if value is not None:
            lines.append(f"{LABELS.get(key, key)}: {shown}")
    return lines


def case_document(criterion, case):
    case = {"text": case} if isinstance(case, str) else case
    sections = [tuple(s) for s in case.get("sections") or []]
    if "text" in case:
        sections.append((case.get("section") or heading(criterion), case["text"]))
    return document_of(front(case.get("facts")), sections)


@cache
def cases():
    """Return (file, list name, number, criterion, case) of every example, in order."""
    yaml = YAML(typ="safe", pure=True)
    found = []
    for path in FILES:
        data = yaml.load(path.read_text(encoding="utf-8"))
        for name in LISTS:
            for number, case in enumerate(data.get(name) or []):
                found.append((path, name, number, data["criterion"], case))
    return found


@pytest.fixture(scope="module")
def docs():
    """Annotate every example once, together."""
    documents = [case_document(criterion, case) for _, _, _, criterion, case in cases()]
    return list(annotate(load(), documents))


def found_by(criterion_id, doc) -> Checked:
    criterion = load_rubric("swindon-2022").criterion(criterion_id)
    checked = find_check(criterion_id)(doc, Context(load_rubric("swindon-2022"), criterion, dict(criterion.options)))
    return [f for f in checked.findings if f.confidence >= criterion.threshold]


@pytest.mark.parametrize("index", range(len(cases())), ids=lambda i: "{3}-{1}-{2}".format(*cases()[i]))
def test_example(index, docs):
    _, name, _, criterion, case = cases()[index]
    findings = found_by(criterion, docs[index])
    if name in ("finding", "known_false_alarm"):
        assert findings, "nothing was found"
        wanted = set(case.get("missing") or []) if isinstance(case, dict) else set()
        assert wanted <= set(findings[0].missing)
    else:
        assert not findings, [(f.quote, f.message) for f in findings]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_file_is_named_as_its_criterion(path):
    data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    assert data["criterion"] == f"{path.parent.name}.{path.stem}"
    assert len(data["finding"]) >= 5
    assert len(data["clean"]) >= 5
