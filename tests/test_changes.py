"""A redraft is compared with what it was."""

import pytest

from advice_audit.changes import compare
from advice_audit.results import AdviceResult, CriterionResult, FindingResult


def finding(criterion, quote=None, section="needs", message="m"):
    words = " ".join((quote or "").lower().split())
    return FindingResult(
        criterion=criterion,
        section=section if quote else None,
        quote=quote,
        start=0 if quote else None,
        end=len(quote) if quote else None,
        message=message,
        suggestion="s",
        confidence=0.9,
        fingerprint=f"{criterion}|{section if quote else ''}|{words}",
    )


def advice(*findings, **more):
    return AdviceResult(file="a.docx", sha256="0" * 64, status="audited", findings=findings, **more)


def told(old, new):
    changes = compare(advice(*old), advice(*new))
    return (
        [f.quote or f.message for f in changes.fixed],
        [(one.before.quote or one.before.message, one.now.quote or one.now.message) for one in changes.left],
        [f.quote or f.message for f in changes.new],
    )


SLEEP = "Nell does not sleep well and this makes mornings hard for all."
EDITED = "Nell does not sleep at all well and this makes mornings hard for everyone."


def test_the_same_words_are_left():
    assert told([finding("needs.source", SLEEP)], [finding("needs.source", SLEEP)]) == ([], [(SLEEP, SLEEP)], [])


def test_words_gone_are_put_right_and_other_words_are_new():
    old, new = finding("general.jargon", "SALT"), finding("general.jargon", "CAMHS")
    assert told([old], [new]) == (["SALT"], [], ["CAMHS"])


def test_lightly_edited_words_are_left():
    assert told([finding("needs.source", SLEEP)], [finding("needs.source", EDITED)]) == ([], [(SLEEP, EDITED)], [])


def test_another_criterion_on_the_same_words_is_new():
    assert told([finding("needs.source", SLEEP)], [finding("needs.impact", SLEEP)]) == ([SLEEP], [], [SLEEP])


def test_unedited_words_that_moved_to_another_section_are_left_but_edited_ones_are_not():
    old = finding("needs.source", SLEEP)
    assert told([old], [finding("needs.source", SLEEP, "strengths")]) == ([], [(SLEEP, SLEEP)], [])
    assert told([old], [finding("needs.source", EDITED, "strengths")]) == ([SLEEP], [], [EDITED])


def test_each_finding_is_matched_once():
    old = [finding("general.spelling", "recieve"), finding("general.spelling", "recieve")]
    assert told(old, old[:1]) == (["recieve"], [("recieve", "recieve")], [])
    assert told(old[:1], old) == ([], [("recieve", "recieve")], ["recieve"])


def test_the_more_alike_are_matched_first():
    near = SLEEP.replace("hard", "very hard")
    fixed, left, new = told([finding("a", SLEEP)], [finding("a", EDITED), finding("a", near)])
    assert (fixed, left, new) == ([], [(SLEEP, near)], [EDITED])


def test_absences_are_matched_by_criterion():
    old = [finding("process.consent", message="no consent"), finding("process.dates", message="no date")]
    new = [finding("process.consent", message="consent is not said"), finding("views.child", message="no views")]
    assert told(old, new) == (["no date"], [("no consent", "consent is not said")], ["no views"])


def test_an_absence_is_not_words():
    assert told([finding("a", message="none")], [finding("a", SLEEP)]) == (["none"], [], [SLEEP])


def test_grade_and_verdicts_tell_the_way():
    def judged(verdict, grade, score):
        criteria = [
            CriterionResult(id="a", verdict=verdict, score=score),
            CriterionResult(id="b", verdict="met", score=1),
        ]
        return advice(criteria=criteria, grade=grade, score=score)

    changes = compare(judged("not_met", "inadequate", 0.0), judged("met", "good", 1.0))
    assert (changes.grade, changes.score) == ("inadequate", 0.0)
    assert [(one.id, one.before, one.now) for one in changes.verdicts] == [("a", "not_met", "met")]


@pytest.mark.parametrize("count", [400])
def test_many_findings_take_no_time(count):
    import time

    old = [finding("a", f"{SLEEP} {number}") for number in range(count)]
    new = [finding("a", f"{EDITED} {number}") for number in range(count)]
    begun = time.process_time()
    assert len(compare(advice(*old), advice(*new)).left) == count
    assert time.process_time() - begun < 5
