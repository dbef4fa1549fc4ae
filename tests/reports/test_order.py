from advice_audit.reports.order import counts, distinct, groups, unjudged


def test_what_caps_the_grade_comes_first_then_what_costs_most(result, rubric):
    order = [group.criterion.id for group in groups(result, rubric)]
    assert order == [
        "privacy.other-children",  # a limiting rule
        "needs.source",  # 2 x 1 x 0.9
        "process.consent",  # 2 x 1 x 0.8
        "outcomes.smart",  # 1 x 0.5 x 0.8, before jargon only by the rubric's order
        "general.jargon",
    ]
    assert groups(result, rubric)[1].cost == 1.8
    assert [group.limits for group in groups(result, rubric)] == [True, False, False, False, False]


def test_a_criterion_without_findings_is_not_listed(result, rubric):
    clean = result.model_copy(update={"findings": []})
    assert groups(clean, rubric) == []


def test_findings_of_a_group_come_surest_first(result, rubric):
    source = next(group for group in groups(result, rubric) if group.criterion.id == "needs.source")
    assert [finding.confidence for finding in source.findings] == [0.9, 0.8]


def test_the_same_words_with_the_same_fault_are_told_once(result):
    jargon = next(f for f in result.findings if f.criterion == "general.jargon")
    again = jargon.model_copy(update={"start": 900, "end": 904, "quote": "salt"})
    other = jargon.model_copy(update={"message": "Another fault."})
    assert [(f.message, times) for f, times in distinct((jargon, again, other))] == [
        (jargon.message, 2),
        ("Another fault.", 1),
    ]


def test_what_falls_short_by_no_finding_was_not_judged(result):
    waiting = result.criteria[0].model_copy(update={"id": "needs.remit", "verdict": "partly_met", "needs_person": True})
    more = result.model_copy(update={"criteria": [*result.criteria, waiting]})
    assert (unjudged(result), unjudged(more)) == (frozenset(), {"needs.remit"})
    assert counts(more) == counts(result) == {"met": 1, "partly_met": 2, "not_met": 3, "not_applicable": 1}
