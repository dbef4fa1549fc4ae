"""Grids that state needs, outcomes and provision side by side, a row for each need: which column states what."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

STATED: dict[str, re.Pattern[str]] = {
    "need": re.compile(r"\bneeds?\b|\bsection d\b|\bdifficult(?:y|ies)\b|\bworr(?:y|ies)\b|\bconcerns?\b", re.I),
    "outcome": re.compile(
        r"\boutcomes?\b|\bsection e\b|(?:should|will|would) be different|want to (?:see|happen|achieve)|\bgoals?\b",
        re.I,
    ),
    "h1": re.compile(r"\bh1\b", re.I),
    "h2": re.compile(r"\bh2\b", re.I),
    "provision": re.compile(r"\bprovision\b|\bh1\b.*\bh2\b|\bhelp\b|\bsupport to be given\b", re.I),
}
GROUP = {"need": "needs", "outcome": "outcomes", "h1": "provisions", "h2": "provisions", "provision": "provisions"}
# "Which need it meets", "Outcome no.": a reference to what is stated elsewhere.
_REFERENCE = re.compile(
    r"\bwhich\b|\bserves?\b|\bmeets?\b|\blinked?\b|\bno\.?\b|\bnumber\b|\bref\b|\bwhy\b|\bhow\b|\bwho\b", re.I
)
LEAST_WORDS = 4


def stated_columns(headers: Mapping[int, str], cells: "Collection[Span]") -> dict[int, str]:
    """Return what each column states: `need`, `outcome`, `h1`, `h2` or `provision`; columns that only add to one are left out.

    Args:
        headers: the text over each column.
        cells: the cells under them, to tell statements from references to a number.
    """
    found: dict[int, str] = {}
    for column, text in headers.items():
        kind = _stated(text)
        # "–" says only that there is nothing for this need.
        under = [c for c in cells if c._.block.place.column == column and any(t.is_alpha for t in c)]
        said = sum(sum(t.is_alpha for t in c) >= LEAST_WORDS for c in under)
        if kind and 2 * said >= len(under) > 0:
            found[column] = kind
    return found


def _stated(header: str) -> str | None:
    if _REFERENCE.search(header):
        return None
    both = bool(STATED["h1"].search(header) and STATED["h2"].search(header))
    return next(
        (kind for kind, sign in STATED.items() if sign.search(header) and not (both and kind in ("h1", "h2"))), None
    )


def other_columns(columns: Mapping[int, str], own: str, missing: Collection[str]) -> dict[int, str]:
    """Return the columns of a grid that state something else than its section is for.

    Args:
        columns: from `stated_columns`.
        own: the group of the section's own units: `needs`, `outcomes` or `provisions`.
        missing: the groups that have no section of their own; only these are taken from a grid, as else a column repeats
            what is stated elsewhere.
    """
    if own not in {GROUP[kind] for kind in columns.values()}:
        return {}
    return {column: kind for column, kind in columns.items() if GROUP[kind] != own and GROUP[kind] in missing}


def in_columns(cells: "Collection[Span]", columns: Mapping[int, str]) -> "Iterator[tuple[str, Span]]":
    """Yield the cells under the columns given, in the order of the text, with what each states."""
    for cell in cells:
        kind = columns.get(cell._.block.place.column)
        if kind is not None:
            yield kind, cell
