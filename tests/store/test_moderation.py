"""Moderation: what a person may say, what a second one sees, what stands after both."""

from datetime import timedelta

import pytest
from invented_audits import AT, invented, keep, unreadable

from advice_audit.agreement import Agreement
from advice_audit.errors import ConfigurationError
from advice_audit.moderation.agreeing import machine_and_people, people
from advice_audit.moderation.answers import answer, answers_to, close
from advice_audit.moderation.judge import add_finding, begin, comment, decide, finish, judge, sheet
from advice_audit.moderation.settle import differences, settle, what_stands
from advice_audit.store.cycle import ModerationVerdict, Settled
from advice_audit.store.flags import close_flag, open_flags, raise_flag
from advice_audit.store.models import CriterionVerdict, Event

MACHINE = {row.id: row.verdict for row in invented().criteria}


def code(raised):
    return raised.value.code


def moderate(session, audit_id, auditor, *, changes=None, dismiss=(), add=(), later=0):
    """Judge an audit whole: changed verdicts by criterion, findings dismissed, findings added as (criterion, quote)."""
    own = begin(session, audit_id, auditor, at=AT + timedelta(days=later))
    for criterion, verdict in MACHINE.items():
        said = (changes or {}).get(criterion, verdict)
        judge(session, own, criterion, said, None if said == verdict else f"{auditor} saw it otherwise.")
    for finding in dismiss:
        decide(session, own, finding, "dismiss", "That is said two lines above.")
    for criterion, quote in add:
        add_finding(session, own, criterion, quote, "Nobody says how often.")
    finish(session, own, at=AT + timedelta(days=later, hours=1))
    return own


@pytest.fixture
def audit(store):
    with store.session() as session:
        return keep(session, invented())


def test_the_machine_stands_until_a_person_has_finished(store, audit):
    with store.session() as session:
        begin(session, audit, "Ada")
        stands = what_stands(session, audit)
    assert stands.verdicts == MACHINE
    assert (stands.findings, stands.dismissed, stands.added, stands.open) == ([0, 1, 2, 3], {}, [], [])


def test_a_person_agrees_changes_dismisses_adds_and_comments(store, audit):
    with store.session() as session:
        own = begin(session, audit, "Ada", at=AT)
        judge(session, own, "needs.source", "met", "Both are sourced above.")
        judge(session, own, "outcomes.smart", "partly_met")
        decide(session, own, 0, "dismiss", "Sourced in the paragraph before.")
        add_finding(session, own, "needs.source", "She fights with others", "Who says so?", "needs")
        add_finding(session, own, "needs.source", "She fights with others", "Who says so, and when?", "needs")
        comment(session, own, " A careful advice. ")
        seen = sheet(session, own)
        assert seen.waiting == ["views.aspirations", "process.consent", "general.current"]
        with pytest.raises(ConfigurationError) as raised:
            finish(session, own)
        assert code(raised) == "moderation-open"
        for criterion in seen.waiting:
            judge(session, own, criterion, MACHINE[criterion])
        finish(session, own, at=AT)
    with store.reading() as session:
        stands = what_stands(session, audit)
        assert stands.verdicts == {**MACHINE, "needs.source": "met"}
        assert stands.findings == [1, 2, 3]
        assert stands.dismissed == {0: "Sourced in the paragraph before."}
        assert [(one.quote, one.reason) for one in stands.added] == [
            ("She fights with others", "Who says so, and when?")
        ]
        seen = sheet(session, begin_again(session, audit, "Ada"))
        assert seen.moderation.comment == "A careful advice."
        assert {n: row.decision for n, row in seen.decided.items()} == {
            0: "dismiss",
            1: "agree",
            2: "agree",
            3: "agree",
        }
        assert not seen.judged["needs.source"].agrees and seen.judged["outcomes.smart"].agrees
        machine = session.get(CriterionVerdict, (audit, "needs.source"))
        assert machine.verdict == "not_met", "the machine's verdict is kept beside"
        event = session.query(Event).filter_by(what="audit-moderated").one()
        assert event.data == {"changed": 1, "dismissed": 1, "added": 1}


def begin_again(session, audit, auditor):
    from advice_audit.store.cycle import Moderation

    return session.query(Moderation).filter_by(audit_id=audit, auditor=auditor).one()


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (lambda s, m: judge(s, m, "needs.source", "met", "  "), "no-reason"),
        (lambda s, m: judge(s, m, "needs.source", "excellent", "x"), "bad-verdict"),
        (lambda s, m: judge(s, m, "needs.unknown", "met", "x"), "no-criterion"),
        (lambda s, m: decide(s, m, 0, "dismiss"), "no-reason"),
        (lambda s, m: decide(s, m, 9, "agree"), "no-finding"),
        (lambda s, m: add_finding(s, m, "needs.unknown", "x", "y"), "no-criterion"),
        (lambda s, m: add_finding(s, m, "needs.source", "x", " "), "no-reason"),
    ],
)
def test_what_a_person_may_not_say(store, audit, what, expected):
    with store.session() as session:
        own = begin(session, audit, "Ada")
        with pytest.raises(ConfigurationError) as raised:
            what(session, own)
    assert code(raised) == expected


def test_a_finished_moderation_does_not_change(store, audit):
    with store.session() as session:
        own = moderate(session, audit, "Ada")
        for again in (
            lambda: judge(session, own, "needs.source", "met", "x"),
            lambda: decide(session, own, 0, "agree"),
            lambda: comment(session, own, "x"),
            lambda: begin(session, audit, "Ada"),
            lambda: finish(session, own),
        ):
            with pytest.raises(ConfigurationError) as raised:
                again()
            assert code(raised) == "moderation-finished"


def test_what_cannot_be_moderated(store):
    with store.session() as session:
        broken = keep(session, unreadable())
        for number, expected in ((broken, "not-audited"), (99, "no-audit")):
            with pytest.raises(ConfigurationError) as raised:
                begin(session, number, "Ada")
            assert code(raised) == expected


def test_the_second_auditor_sees_nothing_of_the_first(store, audit):
    with store.session() as session:
        moderate(
            session, audit, "Ada", changes={"needs.source": "met"}, dismiss=[0], add=[("needs.source", "She fights")]
        )
        seen = sheet(session, begin(session, audit, "Ben"))
        assert (seen.judged, seen.decided, seen.added, seen.moderation.comment) == ({}, {}, (), None)
        assert {row.criterion: row.verdict for row in seen.verdicts} == MACHINE
        assert differences(session, audit) == []


@pytest.fixture
def differing(store, audit):
    with store.session() as session:
        moderate(
            session,
            audit,
            "Ada",
            changes={"needs.source": "met"},
            dismiss=[0],
            add=[("needs.source", "She fights with others"), ("outcomes.smart", "A friend")],
        )
        moderate(
            session,
            audit,
            "Ben",
            changes={"general.current": "met"},
            dismiss=[0, 1],
            add=[("needs.source", "fights with others")],
            later=1,
        )
    return audit


def test_differences_are_listed_and_nothing_stands_until_they_are_settled(store, differing):
    with store.reading() as session:
        found = differences(session, differing)
        assert [(one.key, one.machine if one.kind == "verdict" else None, one.said) for one in found] == [
            ("needs.source", "not_met", {"Ada": "met", "Ben": "not_met"}),
            ("general.current", "partly_met", {"Ada": "partly_met", "Ben": "met"}),
            ("finding 2", None, {"Ada": "agree", "Ben": "dismiss"}),
            (found[3].key, None, {"Ada": "add"}),
        ]
        assert found[0].reasons == {"Ada": "Ada saw it otherwise."}
        assert (found[3].kind, found[3].quote) == ("added", "A friend")
        stands = what_stands(session, differing)
        assert set(MACHINE) - set(stands.verdicts) == {"needs.source", "general.current"}
        assert (stands.findings, list(stands.dismissed)) == ([2, 3], [0])
        assert [one.quote for one in stands.added] == ["She fights with others"]
        assert len(stands.open) == 4


def test_what_is_settled_stands_beside_what_each_said(store, differing):
    with store.session() as session:
        keys = [one.key for one in differences(session, differing)]
        for key, outcome in zip(keys, ["partly_met", "met", "does not stand", "stands"], strict=True):
            settle(session, differing, key, outcome, "Talked through together.", by="J Okafor", at=AT)
    with store.reading() as session:
        stands = what_stands(session, differing)
        assert stands.open == []
        assert stands.verdicts == {**MACHINE, "needs.source": "partly_met", "general.current": "met"}
        assert (stands.findings, sorted(stands.dismissed)) == ([2, 3], [0, 1])
        assert sorted(one.quote for one in stands.added) == ["A friend", "She fights with others"]
        said = (
            session.query(ModerationVerdict)
            .filter_by(criterion="needs.source")
            .order_by(ModerationVerdict.moderation_id)
        )
        assert [row.verdict for row in said] == ["met", "not_met"]
        assert session.query(Settled).filter_by(criterion="needs.source").one().settled_by == "J Okafor"


@pytest.mark.parametrize(
    ("key", "outcome", "reason", "expected"),
    [
        ("views.aspirations", "met", "x", "no-difference"),
        ("needs.source", "stands", "x", "bad-outcome"),
        ("finding 2", "met", "x", "bad-outcome"),
        ("needs.source", "met", " ", "no-reason"),
    ],
)
def test_what_cannot_be_settled(store, differing, key, outcome, reason, expected):
    with store.session() as session, pytest.raises(ConfigurationError) as raised:
        settle(session, differing, key, outcome, reason, by="J Okafor")
    assert code(raised) == expected


def test_agreement_of_machine_and_person_and_of_two_people(store, differing):
    with store.session() as session:
        second = keep(session, invented("two.docx"))
        moderate(session, second, "Ada")
        moderate(session, second, "Ben")
        alone = keep(session, invented("three.docx"))
        moderate(session, alone, "Ada", changes={"needs.source": "met"})
    with store.reading() as session:
        machine = machine_and_people(session, [differing, second, alone])
        both = people(session, [differing, second, alone])
    # Five looks at five criteria; `general.current` was left to a person, so the machine gave no verdict there.
    assert (machine.whole.units, machine.whole.agreed) == (20, 18)
    assert "general.current" not in machine.criteria
    assert (machine.criteria["needs.source"].units, machine.criteria["needs.source"].share) == (5, 0.6)
    assert (both.whole.units, both.whole.agreed) == (10, 8)
    assert both.criteria["general.current"].agreed == 1
    assert both.whole.ac1 is not None and both.whole.ac1_interval[0] < both.whole.ac1 < both.whole.ac1_interval[1]


def test_agreement_of_nobody(store, audit):
    with store.reading() as session:
        assert machine_and_people(session, [audit]).whole == people(session, [audit]).whole == Agreement(0, 0)


def test_the_writer_answers_while_the_audit_is_open(store, differing):
    with store.session() as session:
        answer(session, differing, "T. Quist", " The source is in paragraph 3. ", at=AT)
        with pytest.raises(ConfigurationError) as raised:
            close(session, differing, by="J Okafor")
        assert code(raised) == "not-settled"
        for one in differences(session, differing):
            settle(session, differing, one.key, "met" if one.kind == "verdict" else "stands", "x", by="J Okafor")
        close(session, differing, by="J Okafor", at=AT)
        close(session, differing, by="J Okafor", at=AT)
        assert [(one.writer, one.text) for one in answers_to(session, differing)] == [
            ("T. Quist", "The source is in paragraph 3.")
        ]
        for late in (
            lambda: answer(session, differing, "T. Quist", "And more."),
            lambda: begin(session, differing, "Cem"),
        ):
            with pytest.raises(ConfigurationError) as raised:
                late()
            assert code(raised) == "audit-closed"
        assert session.query(Event).filter_by(what="audit-closed").count() == 1


def test_a_safeguarding_concern_stays_open_until_somebody_says_what_was_done(store, audit):
    with store.session() as session:
        flag = raise_flag(session, audit, "Marks on both arms are mentioned under Strengths.", by="Ada", at=AT)
        assert raise_flag(session, audit, "Marks on both arms are mentioned under Strengths.", by="Ada").id == flag.id
        for text, expected in ((" ", "no-text"),):
            with pytest.raises(ConfigurationError) as raised:
                raise_flag(session, audit, text, by="Ada")
            assert code(raised) == expected
        assert [one.id for one in open_flags(session, [audit])] == [flag.id]
        assert open_flags(session, []) == []
        with pytest.raises(ConfigurationError):
            close_flag(session, flag.id, " ", by="Ada")
        close_flag(session, flag.id, "Told the MASH on 3 November.", by="J Okafor", at=AT)
        assert open_flags(session) == []
        with pytest.raises(ConfigurationError):
            close_flag(session, flag.id, "again", by="Ada")
        events = [event for event in session.query(Event).order_by(Event.id) if event.subject == f"flag {flag.id}"]
        assert [event.what for event in events] == ["concern-raised", "concern-closed"]
        assert "Marks" not in str([event.data for event in events])
