"""Areas of life: found by everyday words, in any form, and near each other where their subjects are."""

import pytest

from advice_audit.language.area_cues import area_table, areas_of_both
from advice_audit.language.life_areas import AREAS, _weights, areas, helped, shared
from advice_audit.language.life_areas_help import HELPS, NEAR
from advice_audit.language.link_cues import Meaning


def _meaning(text: str, is_help: bool = False) -> Meaning:
    import numpy as np

    found = areas(text)
    return Meaning(np.zeros(4), {}, np.zeros((0, 4)), found, found, helped(text) if is_help else {})


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("She is up four times a night", "night_care"),
        ("bolts towards the kerb when a lorry passes", "roads"),
        ("an appointee for his Universal Credit", "benefits"),
        ("A carer ’s assessment for Mr Okoro", "carer_rest"),
        ("the carers' assessment", "carer_rest"),
        ("she self-harms when alone", "self_harm"),
        ("she self harms", "self_harm"),
        ("cannot be lifted since the sling tore", "handling"),
        ("has not seen her brothers since May", "contact"),
    ],
)
def test_everyday_words_tell_the_area(text: str, area: str) -> None:
    assert areas(text).get(area, 0) >= 1


def test_a_word_of_dates_and_names_says_little_alone() -> None:
    assert areas("every Tuesday night")["sleep"] < 1 <= areas("asleep by nine")["sleep"]


def test_words_inside_other_words_are_not_found() -> None:
    assert "roads" not in areas("broadside")
    assert "money" not in areas("coinsurance")


def test_several_words_of_an_area_count_for_more() -> None:
    assert areas("bath, shower and shampoo")["hygiene"] > areas("a bath")["hygiene"]


def test_help_serves_what_it_is_for() -> None:
    assert helped("A night sitter once a week")["carer_rest"] == 1
    assert "access" in helped("Grab rails by the back door")
    assert helped("Something else entirely") == {}


def test_help_and_nearness_name_areas_that_exist() -> None:
    served = {area for _, areas_served in HELPS for area in _weights(areas_served)}
    assert served | {area for pair in NEAR for area in pair} <= AREAS.keys()


def test_areas_that_touch_are_near_and_the_rest_are_not() -> None:
    same, near = shared(areas("hoist"), areas("ramp"))
    assert same == 0
    assert near > 0.5
    assert shared(areas("hoist"), areas("cannabis")) == (0.0, 0.0)


def test_a_table_prefers_the_help_that_serves_the_need() -> None:
    needs = [_meaning("His mother is exhausted"), _meaning("He runs into the road")]
    offers = [_meaning("Overnight respite", is_help=True), _meaning("Road safety lessons", is_help=True)]
    table = area_table(needs, offers)
    for name in ("area", "met", "helped_or_area"):
        assert table[name].shape == (2, 2)
        assert table[name][0, 0] > table[name][0, 1]
        assert table[name][1, 1] > table[name][1, 0]


def test_units_about_nothing_known_say_so() -> None:
    table = area_table([_meaning("xyzzy")], [_meaning("hoist"), _meaning("plugh")])
    assert table["no_area"].tolist() == [[1, 1]]
    assert table["no_area_of_other"].tolist() == [[0, 1]]
    assert table["area"].tolist() == [[0, 0]]


def test_shared_areas_are_named() -> None:
    shared_by = areas_of_both([_meaning("a hoist and a bath")], [_meaning("the bath"), _meaning("cannabis")])
    assert {area: values.tolist() for area, values in shared_by.items()} == {"hygiene": [[0.5, 0.0]]}
