"""The bare thread of a case as a tiny labelled advice: what was said, needs, outcomes and provision, and what serves what."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from advice_audit.training.minis import Labelled, mini_document

COVERS = frozenset({"links"})
"""Too short and tidy a thread to teach what is broken in a whole advice: a case teaches links only."""
SAID_UNDER = {"worker": "Current involvement", "child": "Child's views", "family": "Family's views"}
LETTERS = {"need": "N", "strength": "T", "elsewhere": "E"}


def case(item: dict[str, Any], writer: str) -> Labelled:
    """Make the tiny advice of one case.

    Args:
        item: `child`, `age`, `said` (by whom, words, where taken up), `hopes`, `strengths`, `needs`, `elsewhere` (words, needs),
            `outcomes` (words, needs, hopes) and `provision` (section, words, needs, outcomes); references such as "N1 N3".
        writer: the hand.
    """
    sections = [(SAID_UNDER[who], _lines(_said(item, who))) for who in SAID_UNDER]
    sections += [
        ("Aspirations", _lines(item["hopes"])),
        ("Strengths", _lines(item.get("strengths") or ())),
        ("Social care needs (section D)", _lines(item["needs"])),
        ("Needs met elsewhere", _lines(words for words, _ in item.get("elsewhere") or ())),
        ("Outcomes (section E)", _lines(words for words, *_ in item["outcomes"])),
        *(
            (f"Section {name.upper()}", _lines(p[1] for p in item["provision"] if p[0] == name))
            for name in ("h1", "h2")
        ),
    ]
    document = mini_document([s for s in sections if s[1]], child=item["child"], age=int(item["age"]))
    return Labelled(replace(document, path=Path(case_id(item, writer))), (), writer, COVERS)


def is_case(labelled: Labelled) -> bool:
    """Tell a case from a whole advice and from pieces of one criterion."""
    return labelled.covers == COVERS


def case_id(item: dict[str, Any], writer: str) -> str:
    """Return a name for a case: one hand gives no two children the same name, age and first need."""
    return f"{writer} {item['child']} {item['age']} {item['needs'][0][:40]}".replace("/", " ").replace(".", " ")


def relations(item: dict[str, Any]) -> dict[str, list[list[str]]]:
    """Return the pairs that belong together, by relation, as `units/threads` has them."""
    needs, hopes = item["needs"], item["hopes"]
    outcomes = [words for words, *_ in item["outcomes"]]
    return {
        "need_outcome": [[needs[n], words] for words, of, _ in item["outcomes"] for n in _numbers(of, "N")],
        "need_provision": [[needs[n], words] for _, words, of, _ in item["provision"] for n in _numbers(of, "N")],
        "need_elsewhere": [[needs[n], words] for words, of in item.get("elsewhere") or () for n in _numbers(of, "N")],
        "outcome_provision": [[outcomes[n], words] for _, words, _, of in item["provision"] for n in _numbers(of, "O")],
        "outcome_aspiration": [[words, hopes[n]] for words, _, of in item["outcomes"] for n in _numbers(of, "H")],
    }


def concerns(item: dict[str, Any]) -> dict[str, tuple[str, str] | None]:
    """Return each concern with the kind and words of the place where it is taken up, or None."""
    places = {
        "need": item["needs"],
        "strength": item.get("strengths") or (),
        "elsewhere": [words for words, _ in item.get("elsewhere") or ()],
    }
    found: dict[str, tuple[str, str] | None] = {}
    for _, words, where in item["said"]:
        if where == "-":
            continue
        joined = [(kind, places[kind][n]) for kind, letter in LETTERS.items() for n in _numbers(where, letter)]
        found[words] = joined[0] if joined else None
    return found


def _said(item: dict[str, Any], who: str) -> list[str]:
    return [words for by, words, _ in item["said"] if by == who]


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


def _numbers(references: str, letter: str) -> list[int]:
    """Return the places, counted from 0, of references such as "N1 N3"."""
    return [int(r[1:]) - 1 for r in str(references).split() if r[0] == letter and r[1:].isdigit()]
