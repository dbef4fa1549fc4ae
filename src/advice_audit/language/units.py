"""Units: the needs, outcomes and provisions of an advice, whether written as paragraphs, bullets or rows.

A row of a table is one unit and all its cells count; the cell that states the need, outcome or provision is
quoted (annotation guide, decision 1).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.documents.model import BlockKind
from advice_audit.language.extensions import register

GROUPS = {
    "needs": ("needs", "need"),
    "outcomes": ("outcomes", "outcome"),
    "provision_h1": ("provisions", "h1"),
    "provision_h2": ("provisions", "h2"),
}
STATES = {
    "need": re.compile(r"\bneeds?\b|\bworr|\bconcern|\bdifficult|\barea\b|\bissue|what is hard", re.I),
    "outcome": re.compile(r"\boutcomes?\b|\btarget|\bgoal|want to (see|happen|achieve)|will be different|\baim", re.I),
    "h1": re.compile(r"\bprovision|\bservice|\bsupport\b|\bwhat\b|\bhelp\b|\bpackage|\bintervention", re.I),
}
STATES["h2"] = STATES["h1"]
_PART_LABEL = re.compile(
    r"^(evidence|source|sources?|who (says|told)|frequency|how often|how much|impact|effect|what it (does|means)|provider|"
    r"provided by|delivered by|amount|hours|start(s| date)?|from|until|ends?|end date|review(ed)?|dates?|when|by when|"
    r"steps?|success|measure|who( will)?( help)?|support|which (need|outcome)|outcome|linked to)\b[^.:]{0,25}:",
    re.I,
)
_NIL = re.compile(
    r"^\W*(none|nil|n/?a|not applicable|not required|no (other |further |additional |current |social care |ongoing )*"
    r"(needs?|provisions?|services?|support|outcomes?|concerns?|h[12])\b)",
    re.I,
)
_NO_MORE = re.compile(r"\b(other than|apart from|beyond) (this|these|that|the above)\b|\bno (other|further)\b", re.I)
_STRENGTH = re.compile(r"^\W*(strengths?|what'?s (going|working) well|protective factors?|positives?)\b\s*[.:–-]", re.I)


@Language.factory("advice_units", requires=["doc.spans"], assigns=["doc.spans"])
def make_units(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["needs"]`, `["outcomes"]` and `["provisions"]`."""
    register()
    return add_units


def add_units(doc: Doc) -> Doc:
    """Write the units of every section of needs, outcomes and provision."""
    found: dict[str, list[Span]] = {"needs": [], "outcomes": [], "provisions": []}
    for section in doc.spans["sections"]:
        if section.label_ in GROUPS:
            group, label = GROUPS[section.label_]
            blocks = [b for b in doc.spans["blocks"] if section.start <= b.start < section.end]
            found[group] += _units(blocks, label)
    for group, units in found.items():
        doc.spans[group] = units
    return doc


def _units(blocks: Iterable[Span], label: str) -> Iterator[Span]:
    for is_table, group in groupby(_body(blocks), key=_in_table):
        members = list(group)
        yield from _rows(members, label) if is_table else _paragraphs(members, label)


def _body(blocks: Iterable[Span]) -> Iterator[Span]:
    skipped = {BlockKind.HEADING, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE}
    return (b for b in blocks if b._.block.kind not in skipped)


def _in_table(block: Span) -> int | None:
    """Return the table of a block that shares its row with other columns, or None for running text."""
    place = block._.block.place
    if place is None or block._.block.kind != BlockKind.CELL:
        return None
    # A form's one-column rows hold running text; so does an answer cell beside its label.
    beside = any(
        other._.block.place is not None
        and other._.block.kind == BlockKind.CELL
        and other._.block.place.table == place.table
        and other._.block.place.column != place.column
        for other in block.doc.spans["blocks"]
    )
    return int(place.table) if beside else None


def _paragraphs(blocks: list[Span], label: str) -> Iterator[Span]:
    grouped: list[list[Span]] = []
    for block in blocks:
        if grouped and _PART_LABEL.match(block.text):
            grouped[-1].append(block)
        elif not is_filler(block):
            grouped.append([block])
    for cells in grouped:
        yield _unit(cells, [""] * len(cells), cells[0], label)


def _rows(cells: list[Span], label: str) -> Iterator[Span]:
    headers = {c._.block.place.column: c.text.lower() for c in cells if c._.block.place.header}
    body = [c for c in cells if not c._.block.place.header]
    if not headers and _is_record(body):
        yield _unit(body, [""] * len(body), body[1], label)
        return
    stating = _stating_column(headers, label)
    for _, row in groupby(body, key=lambda c: c._.block.place.row):
        members = list(row)
        main = next((c for c in members if c._.block.place.column == stating), members[0])
        if is_filler(main) and len(members) < 2 or _NIL.match(main.text):
            continue
        yield _unit(members, [headers.get(c._.block.place.column, "") for c in members], main, label)


def _is_record(body: list[Span]) -> bool:
    """Tell a table whose first column holds labels (Service, Provider, Amount): it describes one unit."""
    labels = [c for c in body if c._.block.place.column == 0]
    known = sum(bool(_PART_LABEL.match(c.text.rstrip(":") + ":")) for c in labels)
    return len(labels) > 1 and len(body) > 1 and known * 2 >= len(labels)


def _stating_column(headers: dict[int, str], label: str) -> int:
    for column, text in headers.items():
        if STATES[label].search(text) and not re.search(r"\bwho\b|\bserves\b|\bhelps\b|\bwhich\b|\bmeets\b", text):
            return column
    plain = [c for c, text in headers.items() if not re.fullmatch(r"\W*(no|ref|#|number|priority)?\W*", text)]
    return min(plain, default=0)


def is_filler(block: Span) -> bool:
    """Tell a line that states nothing: a nil return, a label such as "Long term", or a strength among needs."""
    text = block.text.strip()
    if _NIL.match(text) or _STRENGTH.match(text):
        return True
    words = [t for t in block if t.is_alpha]
    if len(words) <= 14 and _NO_MORE.search(text):
        return True
    return (len(words) <= 4 and not text.endswith(".") and block._.block.kind != BlockKind.LIST_ITEM) or text.endswith(":")


def _unit(cells: list[Span], columns: list[str], main: Span, label: str) -> Span:
    doc = main.doc
    unit = Span(doc, cells[0].start, cells[-1].end, label=label)
    unit._.cells = tuple(cells)
    unit._.columns = tuple(columns)
    unit._.quote = first_sentence(main) if label == "need" else main
    unit._.section = {"need": "needs", "outcome": "outcomes"}.get(label, f"provision_{label}")
    return unit


def first_sentence(block: Span, least: int = 4) -> Span:
    """Return a block's first sentence, with a topic label ("Sleep.") before it where there is one."""
    end = block.end
    for sentence in block.doc.spans["sentences"]:
        if block.start <= sentence.start and sentence.end <= block.end and sentence.end - block.start > least:
            end = sentence.end
            break
    return Span(block.doc, block.start, end)
