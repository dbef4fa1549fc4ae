"""Actions: owner, day, state; who needs one; what a redraft put right."""

from datetime import date, timedelta

import pytest
from invented_audits import AT, finding, invented, keep, unreadable
from test_moderation import MACHINE, moderate

from advice_audit.actions import actions_of, add_action, close_action, overdue, redraft, without_action
from advice_audit.errors import ConfigurationError
from advice_audit.moderation.standing import standing_grade
from advice_audit.rubric.load import load_rubric
from advice_audit.store.models import Audit, Event

DUE = date(2026, 12, 1)


def add(session, **more):
    values = {
        "term": "2026-autumn",
        "text": "Name who said it.",
        "owner": "T. Quist",
        "due": DUE,
        "by": "J Okafor",
        "at": AT,
    }
    return add_action(session, **{**values, **more})


def test_an_action_from_the_first_day_to_the_last(store):
    with store.session() as session:
        audit = keep(session, invented())
        one = add(session, audit_id=audit, criterion="needs.source", text=" Name who said it. ")
        two = add(session, due=DUE - timedelta(days=7), owner=" The team ")
        assert [(a.id, a.text, a.owner, a.state) for a in actions_of(session)] == [
            (two.id, "Name who said it.", "The team", "open"), (one.id, "Name who said it.", "T. Quist", "open")
        ]  # fmt: skip
        assert overdue(session, DUE) == [two]
        assert overdue(session, DUE - timedelta(days=7)) == []
        close_action(session, one.id, "done", "The redraft names both.", by="T. Quist", at=AT + timedelta(days=3))
        close_action(session, two.id, "dropped", "The team has closed.", by="J Okafor")
        assert overdue(session, date(2027, 1, 1)) == []
        assert [a.id for a in actions_of(session, "2026-autumn", state="done")] == [one.id]
        assert (one.closed_at, one.outcome) == (AT + timedelta(days=3), "The redraft names both.")
        events = [(e.who, e.what) for e in session.query(Event).order_by(Event.id)]
        assert events == [("J Okafor", "action-added")] * 2 + [
            ("T. Quist", "action-done"),
            ("J Okafor", "action-dropped"),
        ]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"text": " "}, "no-text"),
        ({"owner": ""}, "no-text"),
        ({"due": date(2026, 11, 2)}, "bad-due"),
        ({"term": "autumn"}, "bad-term"),
        ({"audit_id": 77}, "no-audit"),
        ({"audit_id": 1, "criterion": "needs.unknown"}, "no-criterion"),
    ],
)
def test_what_is_no_action(store, more, code):
    with store.session() as session:
        keep(session, invented())
        with pytest.raises(ConfigurationError) as raised:
            add(session, **more)
    assert raised.value.code == code


def test_what_cannot_be_closed(store):
    with store.session() as session:
        one = add(session)
        for number, state, text, code in (
            (99, "done", "x", "no-action"),
            (one.id, "open", "x", "bad-state"),
            (one.id, "done", " ", "no-text"),
        ):
            with pytest.raises(ConfigurationError) as raised:
                close_action(session, number, state, text, by="x")
            assert raised.value.code == code
        close_action(session, one.id, "done", "x", by="x")
        with pytest.raises(ConfigurationError):
            close_action(session, one.id, "done", "again", by="x")


def test_every_advice_below_good_needs_one(store):
    with store.session() as session:
        grades = {
            g: keep(session, invented(f"{g}.docx", grade=g))
            for g in ("outstanding", "good", "requires_improvement", "inadequate")
        }
        numbers = list(grades.values())
        assert [a.id for a in without_action(session, numbers, None)] == [
            grades["requires_improvement"],
            grades["inadequate"],
        ]
        add(session, audit_id=grades["inadequate"])
        assert [a.id for a in without_action(session, numbers, None)] == [grades["requires_improvement"]]
        assert without_action(session, [grades["good"]], None) == []


def test_the_grade_that_counts_is_the_one_after_moderation(store):
    rubric = load_rubric("swindon-2022")
    with store.session() as session:
        audit = keep(session, invented(grade="good"))
        row = session.get(Audit, audit)
        assert standing_grade(session, row, rubric) == "good"
        moderate(session, audit, "Ada", changes=dict.fromkeys(MACHINE, "not_met"))
        assert standing_grade(session, row, rubric) == "inadequate"
        assert standing_grade(session, row, None) == "good"
        assert [a.id for a in without_action(session, [audit], rubric)] == [audit]
        assert row.grade == "good", "the machine's own grade is kept"


def test_a_redraft_shows_what_was_put_right(store):
    first = invented(text="draft", grade="requires_improvement")
    better = [
        c.model_copy(update={"verdict": "met", "score": 1.0}) if c.id == "needs.source" else c for c in first.criteria
    ]
    kept = [f for f in first.findings if f.criterion != "needs.source"]
    new = finding("general.jargon", "TAF", 5)
    second = invented(text="redraft").model_copy(update={"criteria": better, "findings": [*kept, new]})
    with store.session() as session:
        before, after = keep(session, first), keep(session, second)
        found = redraft(session, before, after)
        broken = keep(session, unreadable())
        with pytest.raises(ConfigurationError) as raised:
            redraft(session, before, broken)
    assert (found.put_right, found.left, found.new) == (2, 2, 1)
    assert (found.grade_before, found.grade_now, found.right) == ("requires_improvement", "good", ("needs.source",))
    assert raised.value.code == "not-audited"
