"""Self-audits and feedback: taken in once, refused where they are wrong, without names."""

import json
from datetime import date

import pytest
from invented_audits import AT, VERSIONS, invented, unreadable

from advice_audit import feedback, self_audit
from advice_audit.errors import ConfigurationError
from advice_audit.store import latest_audits, load_audit
from advice_audit.store.cycle import Feedback
from advice_audit.store.models import Audit, Event

PEOPLE = ["Orla Penhaligon", "Orla"]


def packed(result=None, **more):
    values = {**VERSIONS, "by": "M. Haig", "people": PEOPLE, "identify": False, "at": AT, "comment": "Orla's is late."}
    return self_audit.pack(result or invented("C:\\Advices\\Orla Penhaligon.docx"), **{**values, **more})


@pytest.fixture
def sent(tmp_path):
    def write(content, name="audit.json"):
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    return write


def test_it_comes_in_as_it_was_sent(store, sent):
    with store.session() as session:
        number = self_audit.take_in(session, sent(packed()), by="J Okafor", at=AT)
    with store.reading() as session:
        (row,) = latest_audits(session, origin="self")
        kept = load_audit(session, number)
        assert (row.id, row.audited_by, row.audited_at, row.rubric_hash) == (number, "M. Haig", AT, "r1")
        assert kept.file == "O.P..docx"
        assert [f.quote for f in kept.findings][:2] == ["O.P. struggles with sleep", "O. cannot be left alone"]
        assert [f.fingerprint for f in kept.findings] == [f.fingerprint for f in invented().findings]
        assert (kept.sha256, kept.grade, kept.criteria) == (
            invented("C:\\Advices\\Orla Penhaligon.docx").sha256,
            "good",
            invented().criteria,
        )
        assert (row.people, row.rest["comment"]) == ([], "O.'s is late.")


def test_no_name_leaves_unless_it_is_asked_for():
    assert b"Orla" not in packed() and b"Penhaligon" not in packed() and b"C:" not in packed()
    named = json.loads(packed(identify=True))
    assert (named["names"], named["people"], named["comment"]) == ("full", PEOPLE, "Orla's is late.")
    assert named["result"]["findings"][0]["quote"] == "Orla Penhaligon struggles with sleep"


def test_it_is_taken_in_once_only(store, sent):
    path = sent(packed())
    renamed = sent(json.dumps(json.loads(packed())).encode(), "again.json")
    with store.session() as session:
        self_audit.take_in(session, path, by="J Okafor", at=AT)
    for again in (path, renamed):
        with store.session() as session, pytest.raises(ConfigurationError) as raised:
            self_audit.take_in(session, again, by="Somebody")
        assert raised.value.code == "already-imported"
        assert "03/11/2026 by J Okafor" in raised.value.message
    with store.reading() as session:
        assert session.query(Audit).count() == 1
        assert [e.what for e in session.query(Event)] == ["self-audit-received"]


def test_two_managers_with_files_of_one_name_are_two_audits(store, sent):
    with store.session() as session:
        for text in ("one", "two"):
            self_audit.take_in(session, sent(packed(invented("advice.docx", text=text)), f"{text}.json"), by="J Okafor")
        assert len(latest_audits(session, origin="self")) == 2


def changed(**fields):
    return json.dumps({**json.loads(packed()), **fields}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1, 2]",
        b"PK\x03\x04",
        changed(audited_by="Somebody else"),
        changed(check="0" * 64),
        changed(version=2),
        changed(extra=1),
        changed(audited_at="2026-11-03T09:30:00"),
        changed(result={**json.loads(packed())["result"], "grade": "outstanding"}),
    ],
)
def test_what_is_no_self_audit_or_was_changed(store, sent, content):
    path = sent(content)
    with store.session() as session, pytest.raises(ConfigurationError) as raised:
        self_audit.take_in(session, path, by="J Okafor")
    assert raised.value.code == "bad-self-audit"
    assert str(path) in raised.value.message


def test_an_advice_that_cannot_be_read_is_not_sent():
    with pytest.raises(ConfigurationError, match="picture of text"):
        packed(unreadable())


def test_a_file_that_is_not_there(store, tmp_path):
    with store.session() as session, pytest.raises(ConfigurationError, match=r"none\.json"):
        self_audit.take_in(session, tmp_path / "none.json", by="J Okafor")


FEEDBACK = """Date received,From,Theme,Comment
09/10/2026,Family,Being heard,"The advice says what she wants, in her words."
2027-02-11,School,,Came two weeks late.
"""


def test_feedback_is_taken_in_by_term(store, sent):
    with store.session() as session:
        taken = feedback.take_in(session, sent(FEEDBACK.encode(), "feedback.csv"), by="J Okafor", at=AT)
    assert (taken.new, taken.known) == (2, 0)
    with store.reading() as session:
        rows = session.query(Feedback).order_by(Feedback.received).all()
        assert [(r.received, r.term, r.source, r.theme) for r in rows] == [
            (date(2026, 10, 9), "2026-autumn", "family", "Being heard"), (date(2027, 2, 11), "2027-spring", "school", None)
        ]  # fmt: skip
        assert rows[0].text == "The advice says what she wants, in her words."


def test_neither_a_file_nor_a_line_is_taken_in_twice(store, sent):
    longer = FEEDBACK + "01/03/2027,Health,,Clear.\n01/03/2027,Health,,Clear.\n"
    with store.session() as session:
        feedback.take_in(session, sent(FEEDBACK.encode(), "one.csv"), by="J Okafor", at=AT)
    with store.session() as session, pytest.raises(ConfigurationError) as raised:
        feedback.take_in(session, sent(FEEDBACK.encode(), "renamed.csv"), by="J Okafor")
    assert raised.value.code == "already-imported"
    with store.session() as session:
        taken = feedback.take_in(session, sent(longer.encode(), "longer.csv"), by="J Okafor")
        assert (taken.new, taken.known) == (1, 3)
        assert session.query(Feedback).count() == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Date,Comment\n09/10/2026,x\n", "no column called Source or From"),
        ("Date,From,Comment\n,Family,x\n", "row 2, column Date: it is empty"),
        ("Date,From,Comment\n09/10/2026,Family,x\nsoon,Family,x\n", "row 3, column Date: this is not a date"),
        ("Date,From,Comment\n09/10/2026,,x\n", "row 2, column From: it is empty"),
        ("Date,From,Comment\n09/10/2026,Family,\n", "row 2, column Comment: it is empty"),
        ("Date,From,Comment\n09/10/2026,Family," + "x" * 6000 + "\n", "row 2, column Comment: longer"),
    ],
)
def test_wrong_feedback_is_refused_by_row_and_nothing_is_kept(store, sent, text, message):
    path = sent(text.encode(), "feedback.csv")
    with store.session() as session, pytest.raises(ConfigurationError) as raised:
        feedback.take_in(session, path, by="J Okafor")
    assert message in raised.value.message
    with store.reading() as session:
        assert session.query(Feedback).count() == 0
