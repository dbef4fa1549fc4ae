"""Terms of the audit cycle."""

from datetime import date

import pytest

from advice_audit.errors import ConfigurationError
from advice_audit.terms import AuditTerm, next_audit, parse_term, term_of


def test_a_term():
    term = parse_term(" 2026-Autumn ")
    assert (str(term), term.title, term.audit_month) == ("2026-autumn", "autumn term 2026", date(2026, 11, 1))
    assert (term.first, term.last) == (date(2026, 9, 1), date(2026, 12, 31))
    assert [str(term.shifted(n)) for n in (-3, -1, 0, 1, 2)] == [
        "2025-autumn", "2026-summer", "2026-autumn", "2027-spring", "2027-summer"
    ]  # fmt: skip
    assert AuditTerm(2026, "spring") < AuditTerm(2026, "summer") < term < AuditTerm(2027, "spring")


@pytest.mark.parametrize("text", ["autumn", "2026", "2026-winter", "26-autumn", "2026 autumn", ""])
def test_what_is_no_term(text):
    with pytest.raises(ConfigurationError, match="2026-autumn"):
        parse_term(text)


@pytest.mark.parametrize(
    ("day", "term", "due"),
    [
        (date(2026, 11, 30), "2026-autumn", "2026-autumn"),
        (date(2026, 12, 1), "2026-autumn", "2027-spring"),
        (date(2027, 1, 1), "2027-spring", "2027-spring"),
        (date(2027, 4, 15), "2027-spring", "2027-summer"),
        (date(2027, 8, 31), "2027-summer", "2027-autumn"),
    ],
)
def test_which_term_a_day_is_in_and_which_audit_comes_next(day, term, due):
    assert (str(term_of(day)), str(next_audit(day))) == (term, due)
