"""Whose a cell or a passage is by its place: the head of its column or row, or a heading that is no more than a name."""

from spacy.tokens import Doc, Span

from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import spans_of
from advice_audit.language.voice_speakers import Speaker, Speakers


def owners(doc: Doc, speakers: Speakers) -> dict[int, Speaker]:
    """Map token index to whoever heads its column or its row, or stands alone in a heading above it."""
    owners: dict[int, Speaker] = {}
    columns: dict[tuple[int, int], Speaker] = {}
    rows: dict[tuple[int, int], Speaker] = {}
    heading: Speaker | None = None
    for block in spans_of(doc, "blocks"):
        info = block._.block
        if info.kind == BlockKind.HEADING:
            heading = _only(block, speakers, _ANYBODY)
        place = info.place
        if place is None or info.kind != BlockKind.CELL:
            owner = heading
        else:
            if place.header and (named := _only(block, speakers, _FAMILY)):
                columns[place.table, place.column] = named
            elif place.column == 0 and len(block) <= 6 and (named := _only(block, speakers, _FAMILY)):
                rows[place.table, place.row] = named
            owner = columns.get((place.table, place.column)) or rows.get((place.table, place.row)) or heading
        if owner is not None and info.kind != BlockKind.HEADING:
            owners[block.start] = owner
    return owners


# "The family's views" owns nothing: it is the section's name, and each view in it still needs an owner.
_FAMILY = frozenset({"family", "household", "relatives"})
_ANYBODY = _FAMILY | {"parent", "parents", "carer", "carers", "guardian", "guardians", "social", "worker"}


def _only(block: Span, speakers: Speakers, unnamed: frozenset[str]) -> Speaker | None:
    """Return the one adult a short heading names; words in `unnamed` name nobody."""
    if len(block) > 12:
        return None
    tokens = [i for i in range(block.start, block.end) if speakers.lowers[i] not in unnamed]
    found = {s.kind: s for i in tokens if (s := speakers.at.get(i)) is not None}
    found.pop("document", None)
    if "carer" in found:
        return found["carer"]
    return found.get("professional") if len(found) == 1 and len(block) <= 6 else None
