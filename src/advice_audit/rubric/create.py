"""A new rubric that starts from another and holds only what differs."""

from pathlib import Path

from advice_audit.errors import RubricError
from advice_audit.rubric.load import find_rubric, load_rubric

_TEMPLATE = """\
# This rubric extends another: whatever is not said here is taken from there. Run `advice-audit rubric check` on it
# after every change.
extends: {base}
id: {id}
title: {title}
version: "1"
council: {council}
based_on: {based_on}

# Criteria to leave out, by id:
# without: [views.adulthood]

# Changes to criteria, by id; a new id adds a criterion:
# criteria:
#   - id: needs.frequency
#     weight: 2

# Your own services. The kinds of service found in any council are taken over, the other council's own are not.
# services:
#   - id: example-club
#     name: Example Club
#     provider: who runs it
#     section: h1
#     does: what it does, in a few words
#     specify: what its entry in a plan must say

# Words of your own, added to the others:
# lexicons:
#   jargon: {{example term: the plain words}}
#   spelling: [Exampleton]
"""


def new_rubric(
    rubric_id: str, base: str | Path, out: Path, *, title: str | None = None, council: str | None = None
) -> Path:
    """Write a rubric that extends another and changes nothing yet, ready to be edited.

    Args:
        rubric_id: the new id: small letters, digits and hyphens.
        base: id or path of the rubric to start from.
        out: the file to write; never overwritten.
        title: its title; the base's where None.
        council: whose it is; the base's where None.

    Raises:
        RubricError: the base cannot be used, the id is wrong, or the file is there already or cannot be written.
    """
    if out.exists():
        raise RubricError("exists", f"{out}: is there already; choose another --out")
    start = load_rubric(base)
    path = find_rubric(base)
    text = _TEMPLATE.format(
        id=_quoted(rubric_id),
        base=_quoted(str(path.resolve()) if path == Path(base) else str(base)),
        title=_quoted(title or start.title),
        council=_quoted(council or start.council),
        based_on=_quoted(start.based_on),
    )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RubricError("cannot-write", f"{out}: cannot be written ({error.strerror})") from error
    try:
        load_rubric(out)
    except RubricError:
        out.unlink()
        raise
    return out


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
