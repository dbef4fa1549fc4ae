"""Names become initials, other words stay."""

import pytest

from advice_audit.initials import Initials, initials_of

NAMES = ["Orla Penhaligon", "Mrs Penhaligon", "Penhaligon", "Orla", "P. Lindqvist", "Anne-Marie O’Dowd", "Will", "Kit"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Orla Penhaligon", "O.P."),
        ("Orla", "O."),
        ("Mr and Mrs Whitby", "Mr and Mrs W."),
        ("P. Lindqvist", "P.L."),
        ("Anne-Marie O’Dowd", "A.M.O."),
        ("Dr. Yusuf", "Dr. Y."),
        ("123", "123"),
    ],
)
def test_initials(name, short):
    assert initials_of(name) == short


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Orla Penhaligon's mother, Mrs Penhaligon", "O.P.'s mother, Mrs P."),
        ("ORLA PENHALIGON (8) and Orla’s dog", "O.P. (8) and O.’s dog"),
        ("Kit will meet Will; a kitten is not Kitty", "K. will meet W.; a kitten is not Kitty"),
        ("seen by P Lindqvist and P. Lindqvist", "seen by P.L. and P.L."),
        ("with Anne-Marie O’Dowd", "with A.M.O."),
        ("the orlando road", "the orlando road"),
        ("", ""),
    ],
)
def test_names_in_a_text(text, masked):
    assert Initials(NAMES).text(text) == masked


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("orla_penhaligon-2026.docx", "O.P.-2026.docx"),
        ("Advice ORLA PENHALIGON.pdf", "Advice O.P..pdf"),
        ("penhaligon3.docx", "P.3.docx"),
        ("advice-17.docx", "advice-17.docx"),
    ],
)
def test_names_in_a_file_name(name, masked):
    assert Initials(NAMES).file(name) == masked


def test_nothing_is_known():
    assert Initials([]).text("Orla") == Initials(["", " - "]).file("Orla") == "Orla"
    assert Initials([]).optional(None) is None
