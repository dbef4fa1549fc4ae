"""Moderated audits as labelled advices, which evaluation and training read."""

import stat
from datetime import date

import pytest
from invented_audits import keep
from ruamel.yaml import YAML

from advice_audit.documents import open_document
from advice_audit.errors import ConfigurationError
from advice_audit.evaluation.gold import find_gold, load_gold
from advice_audit.evaluation.score import compare
from advice_audit.moderation.gold import export_gold, require_any
from advice_audit.moderation.judge import add_finding, begin, decide, finish, judge
from advice_audit.moderation.settle import differences, settle
from advice_audit.results import AdviceResult, CriterionResult, FactsResult, FindingResult, SectionResult
from advice_audit.training.run import labelled_pairs, training_golds

TEXT = """Needs
Orla struggles with sleep. She cannot be left alone: "never", says her mother.
Outcomes
Orla will be happier.
"""
VERDICTS = {"needs.source": "partly_met", "outcomes.smart": "not_met", "process.consent": "not_applicable"}


def found(criterion, quote, section, **more):
    start = None if quote is None else TEXT.index(quote)
    end = None if quote is None else start + len(quote)
    return FindingResult(
        criterion=criterion, section=section, quote=quote, start=start, end=end, message="m", suggestion="s",
        confidence=0.9, fingerprint=f"{criterion}{start}", **more,
    )  # fmt: skip


@pytest.fixture
def advice(tmp_path):
    path = tmp_path / "advices" / "Orla.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def result(advice):
    document = open_document(advice)
    cut = document.text.index("Outcomes")
    scores = {"met": 1.0, "partly_met": 0.5, "not_met": 0.0, "not_applicable": None}
    return AdviceResult(
        file=str(advice),
        sha256=document.sha256,
        status="audited",
        facts=FactsResult(purpose=None, completed=date(2026, 10, 9), service="Early Help"),
        grade="requires_improvement",
        score=0.5,
        sections=[
            SectionResult(kind="needs", heading="Needs", start=0, end=cut),
            SectionResult(kind="outcomes", heading="Outcomes", start=cut, end=len(document.text)),
        ],
        criteria=[CriterionResult(id=name, verdict=v, score=scores[v]) for name, v in VERDICTS.items()],
        findings=[
            found("needs.source", "Orla struggles with sleep", "needs"),
            found("needs.source", "She cannot be left alone", "needs"),
            found("outcomes.smart", "Orla will be happier", "outcomes", missing=["measurable", "time_bound"]),
        ],
    )


def moderate(session, audit, auditor="Ada", *, smart="not_met"):
    own = begin(session, audit, auditor)
    for criterion, verdict in {**VERDICTS, "outcomes.smart": smart}.items():
        judge(session, own, criterion, verdict, "Seen otherwise.")
    decide(session, own, 1, "dismiss", "Her mother is named as the source.")
    add_finding(session, own, "outcomes.smart", "will be\nhappier", "By when?")
    add_finding(session, own, "outcomes.smart", "words that nobody wrote", "Why?")
    finish(session, own)


def exported(session, audit, folder):
    return next(iter(export_gold(session, [audit], folder)))


def test_a_moderated_audit_becomes_a_labelled_advice(file_store, result, tmp_path):
    with file_store.session() as session:
        audit = keep(session, result)
        moderate(session, audit)
        done = exported(session, audit, tmp_path / "gold")
    assert done.lost == 1, "words that do not stand in the advice are no label"
    gold = load_gold(done.file)
    assert (gold.id, gold.writer, gold.meta.quality, gold.meta.purpose) == (
        f"moderated{audit}",
        "moderated",
        "mixed",
        None,
    )
    assert gold.gold.verdicts == VERDICTS
    assert [(f.criterion, f.quote, f.missing) for f in gold.gold.findings] == [
        ("needs.source", "Orla struggles with sleep", ()),
        ("outcomes.smart", "Orla will be happier", ("measurable", "time_bound")),
        ("outcomes.smart", "will be\nhappier", ()),
    ]
    assert [(t.criterion, t.quote, t.why) for t in gold.gold.traps] == [
        ("needs.source", "She cannot be left alone", "Her mother is named as the source.")
    ]
    assert [(s.kind, s.heading, s.body[0]["p"][:12]) for s in gold.sections] == [
        ("needs", "Needs", "Orla struggl"), ("outcomes", "Outcomes", "Orla will be")
    ]  # fmt: skip
    assert gold.rendered().read_text(encoding="utf-8") == TEXT
    assert {stat.S_IMODE(path.stat().st_mode) for path in (done.file, gold.rendered())} == {0o600}
    assert YAML(typ="safe").load(done.file)["meta"]["completed"] == date(2026, 10, 9)


def test_evaluation_and_training_read_it(file_store, result, tmp_path):
    with file_store.session() as session:
        audit = keep(session, result)
        moderate(session, audit)
        done = exported(session, audit, tmp_path / "gold")
    gold = load_gold(done.file)
    compared = compare(gold, result)
    assert (len(compared.matched), len(compared.misses)) == (2, 1)
    assert len(compared.traps_hit) == 1
    (tmp_path / "corpus").mkdir()
    assert [one.id for one in training_golds(tmp_path / "corpus", [tmp_path / "gold"])] == [gold.id]
    assert find_gold([tmp_path / "gold"]) == [gold]
    ((labelled, doc),) = labelled_pairs([gold], None)
    assert labelled.covers == set(VERDICTS)
    assert {f.quote for f in labelled.findings} >= {"Orla struggles with sleep"} and "Orla struggles" in doc.text


def test_what_is_not_fit_is_left_out_with_the_reason(file_store, result, advice, tmp_path):
    folder = tmp_path / "gold"
    with file_store.session() as session:
        audit = keep(session, result)
        reasons = [exported(session, audit, folder).why]
        moderate(session, audit)
        moderate(session, audit, "Ben", smart="met")
        reasons.append(exported(session, audit, folder).why)
        for one in differences(session, audit):
            settle(session, audit, one.key, "met" if one.kind == "verdict" else "stands", "x", by="J Okafor")
        advice.write_text("Rewritten.", encoding="utf-8")
        reasons.append(exported(session, audit, folder).why)
        advice.unlink()
        last = exported(session, audit, folder)
        reasons.append(last.why)
    assert reasons == [
        "nobody has finished moderating it",
        "1 differences are still to be settled",
        "the advice was changed after it was audited",
        "the advice is no longer where it was",
    ]
    assert not folder.exists()
    with pytest.raises(ConfigurationError, match=f"audit {audit}: the advice is no longer where it was"):
        require_any([last])
