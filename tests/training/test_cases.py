"""The bare thread of a case: what is joined to what."""

from advice_audit.training.cases import case, case_id, concerns, is_case, relations

ITEM = {
    "child": "Ada",
    "age": 9,
    "said": [
        ["family", "Mum says nobody sleeps.", "N1"],
        ["worker", "I saw him on the fence twice.", "none"],
        ["child", "I like hoovers.", "-"],
        ["family", "Gran fears the move.", "E1"],
    ],
    "hopes": ["A friend to tea."],
    "strengths": [],
    "needs": ["Ada wakes four times a night.", "Ada has no friend."],
    "elsewhere": [["The clinic looks after her sleep.", "N1"]],
    "outcomes": [["Mum sleeps six hours.", "N1", ""], ["Ada has a friend to tea.", "N2", "H1"]],
    "provision": [["h1", "Saturday club, weekly.", "", "O2"], ["h2", "Night sitter, weekly.", "N1", "O1"]],
}


def test_a_case_is_a_short_advice_that_says_nothing_of_any_criterion():
    made = case(ITEM, "th9")
    assert is_case(made)
    assert not made.findings
    assert all(words in made.document.text for words in ITEM["needs"] + ITEM["hopes"])
    assert made.document.path.stem == case_id(ITEM, "th9")


def test_pairs_are_by_relation_in_the_words_of_both():
    joined = relations(ITEM)
    assert joined["need_elsewhere"] == [["Ada wakes four times a night.", "The clinic looks after her sleep."]]
    assert joined["outcome_aspiration"] == [["Ada has a friend to tea.", "A friend to tea."]]
    assert joined["outcome_provision"] == [
        ["Ada has a friend to tea.", "Saturday club, weekly."],
        ["Mum sleeps six hours.", "Night sitter, weekly."],
    ]


def test_a_concern_says_where_it_is_taken_up():
    assert concerns(ITEM) == {
        "Mum says nobody sleeps.": ("need", "Ada wakes four times a night."),
        "I saw him on the fence twice.": None,
        "Gran fears the move.": ("elsewhere", "The clinic looks after her sleep."),
    }
