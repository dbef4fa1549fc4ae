"""A table of patterns leaves out nothing that could match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advice_audit.language.literals import required
from advice_audit.language.tables import Table, table

SOURCES = (
    r"\b(?:cat|cot|cart|dog|do|[cd]ow|x?ray)s?\b",
    r"(?:a|ab|abc|b|bc|c)(?:c|ca|cb|b)?",
    r"\b(?:Mr|(?-i:Mum|mum|Nan)|dad|m[a-c]d)\s(?P<N>(?-i:[A-Z][a-z]+))",
    r"(?:one|(two)|three|(four)|five|tea)+",
    r"^\W*(?:no|none|n/?a|\?+|not (?:known|sure))?$",
    r"(?<!co)(?:operate|order|other|own)(?! not)",
)
TEXTS = st.text(alphabet="abcdmnortuwxyMDNCOK sſıİ?'/-", max_size=40)


def test_literals_are_told() -> None:
    assert required(re.compile(r"\b(?:social work(?:er)?|mentor)s?\b", re.I)) == frozenset({"social work", "mentor"})
    assert required(re.compile(r"\w+|x")) is None


@pytest.mark.parametrize("source", SOURCES)
@given(text=TEXTS)
def test_every_match_holds_a_literal_that_is_required(source: str, text: str) -> None:
    pattern = re.compile(source, re.I)
    if re.search("[ſıİ]", text) is None and (literals := required(pattern)) is not None:
        assert all(any(one in match[0].lower() for one in literals) for match in pattern.finditer(text))


@given(text=TEXTS)
def test_a_table_leaves_out_nothing_that_matches(text: str) -> None:
    named = Table({str(number): re.compile(source, re.I) for number, source in enumerate(SOURCES)})
    possible = {name for name, _ in named.possible(text)}
    assert {name for name, pattern in named.items() if pattern.search(text)} <= possible


def test_a_table_tries_only_what_may_match() -> None:
    named = table(work=r"\b(?:social work|mentor)s?\b", play=r"\bplaygroups?\b")
    assert [name for name, _ in named.possible("A Mentor calls.")] == ["work"]
    assert list(named.possible("Nothing of the kind.")) == []
