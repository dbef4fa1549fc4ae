"""Sections: which part of an advice each block belongs to, whatever the form calls it.

Every heading is judged by its own words and by what stands under it; the kinds of all headings are then
chosen together, so that the usual order of an advice counts too. A heading that names only a topic
("Sleep") keeps the section it stands in.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from advice_audit.classify.features import Example
from advice_audit.classify.persist import classifier
from advice_audit.documents.model import BlockKind
from advice_audit.language.canonical import sentences_of, spans_of
from advice_audit.language.extensions import register

if TYPE_CHECKING:
    from numpy.typing import NDArray

CONTINUES = "continues"
START = "start"
LEAST_CHANCE = 1e-3
CONTENT_WORDS = 80
# How much the words under a heading count beside the heading's own, and the usual order beside both.
# Chosen by leave-one-writer-out accuracy on the labelled advices.
CONTENT_WEIGHT = 0.7
ORDER_WEIGHT = 0.6
_LETTER = re.compile(r"\bH\s?([12])\b")
_FURNITURE = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading (None for text before the first) and the blocks under it."""

    heading: Span | None
    body: tuple[Span, ...]


@Language.factory("advice_sections", requires=["doc.spans"], assigns=["doc.spans"])
def make_sections(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc.spans["sections"]` and labels `doc.spans["sentences"]`."""
    register()
    return add_sections


def add_sections(doc: Doc) -> Doc:
    """Write sections, and give every sentence the kind of its section (or of its table column)."""
    from advice_audit.language.form_words import form_blocks

    parts = segments(doc)
    kinds = decide(parts)
    for block in form_blocks(parts):
        block._.of_form = True
    doc.spans["sections"] = [_section(doc, part, kind) for part, kind in _merged(parts, kinds)]
    doc.spans["sentences"] = _labelled(doc)
    return doc


def segments(doc: Doc) -> list[Segment]:
    """Split a document at its headings; one without headings is split at its paragraphs."""
    blocks = [b for b in spans_of(doc, "blocks") if b._.block.kind not in _FURNITURE]
    headings = sum(b._.block.kind == BlockKind.HEADING for b in blocks)
    found: list[tuple[Span | None, list[Span]]] = []
    for block in blocks:
        if block._.block.kind == BlockKind.HEADING:
            found.append((block, []))
        elif not found or headings < 2:
            found.append((None, [block]))
        else:
            found[-1][1].append(block)
    return [Segment(heading, tuple(body)) for heading, body in found]


def heading_example(heading: Span) -> Example:
    """Return what the heading classifier sees: the words without numbering and names, and their vector."""
    from advice_audit.language.vectors import sentence_vector

    words = ["<name>" if t.ent_type_ == "PERSON" else t.lower_ for t in heading if t.is_alpha or t.like_num]
    return Example(" ".join(words), sentence_vector(heading))


def content_example(body: Sequence[Span], heading: Span | None = None) -> Example:
    """Return what the content classifier sees: the first words under a heading, and how they are made."""
    import numpy as np

    from advice_audit.language.vectors import sentence_vector

    tokens = [t for block in body for t in block if not t.is_space][:CONTENT_WORDS]
    words = ["<name>" if t.ent_type_ == "PERSON" else "0" if t.like_num else t.lower_ for t in tokens]
    vector = sentence_vector(body[0]) if body else np.zeros(256, dtype="float32")
    length = max(len(tokens), 1)
    cues = {
        "quotes": 10 * sum(w in '"“”' for w in words) / length,
        "digits": 5 * sum(w == "0" or w[:1].isdigit() for w in words) / length,
        "names": 5 * words.count("<name>") / length,
        "cells": float(bool(body) and body[0]._.block.place is not None),
        "short": float(length < 20),
        "empty": float(not tokens),
    }
    return Example(" ".join(words), vector, cues)


def decide(parts: Sequence[Segment]) -> list[str]:
    """Return the kind of every segment: the likeliest sequence, given headings, contents and usual order."""
    if not parts:
        return []
    kinds = classifier("sections.content").classes
    return _as_lettered(parts, [kinds[i] for i in likeliest(_evidence(parts, kinds), *_order(kinds))])


def _as_lettered(parts: Sequence[Segment], kinds: Sequence[str]) -> list[str]:
    """Let a heading that says H1 or H2 decide, whatever stands under it: provision in the wrong one must stay there."""
    out: list[str] = []
    lettered: str | None = None
    for part, kind in zip(parts, kinds, strict=True):
        letters = set(_LETTER.findall(part.heading.text)) if part.heading is not None else set()
        if len(letters) == 1:
            lettered = f"provision_h{letters.pop()}"
        elif part.heading is not None or not kind.startswith("provision_"):
            lettered = None
        out.append(lettered or kind)
    return out


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one segment says: log scores of each kind by its heading and by its content, and of carrying on."""

    heading: "NDArray[Any]"
    content: "NDArray[Any]"
    carry: float


def likeliest(
    evidence: Sequence[Evidence],
    start: "NDArray[Any]",
    follows: "NDArray[Any]",
    content_weight: float = CONTENT_WEIGHT,
    order_weight: float = ORDER_WEIGHT,
) -> list[int]:
    """Return the likeliest kinds, as indexes.

    Args:
        evidence: one a segment.
        start: how likely each kind comes first.
        follows: how likely each kind (columns) follows each (rows).
        content_weight, order_weight: how much each counts beside the heading's words.
    """
    import numpy as np

    order = np.log(follows) * order_weight
    first = evidence[0]
    scores = np.log(start) * order_weight + first.heading + first.content * content_weight
    back = []
    for one in evidence[1:]:
        content = one.content * content_weight
        moves = scores[:, None] + order + (one.heading + content)[None, :]
        # A topic heading keeps the section it stands in, if what stands under it still fits there.
        stay = scores + one.carry + content
        best, source = moves.max(axis=0), moves.argmax(axis=0)
        kept = stay > best
        scores = np.where(kept, stay, best)
        back.append(np.where(kept, np.arange(len(scores)), source))
    path = [int(scores.argmax())]
    for source in reversed(back):
        path.append(int(source[path[-1]]))
    return path[::-1]


def _evidence(parts: Sequence[Segment], kinds: Sequence[str]) -> list[Evidence]:
    import numpy as np

    heading_model, content_model = classifier("sections.heading"), classifier("sections.content")
    contents = np.log(content_model.probabilities([content_example(p.body, p.heading) for p in parts]) + LEAST_CHANCE)
    named = [p.heading for p in parts if p.heading is not None]
    by_heading = iter(np.log(heading_model.probabilities([heading_example(h) for h in named]) + LEAST_CHANCE))
    columns = [heading_model.classes.index(k) for k in kinds]
    carries = heading_model.classes.index(CONTINUES)
    found = []
    for part, content in zip(parts, contents, strict=True):
        if not part.body:
            # A bare title or an empty answer has nothing under it to judge by.
            content = np.zeros_like(content)
        if part.heading is None:
            # Text without a heading of its own most often carries on.
            found.append(Evidence(np.full(len(kinds), -3.0), content, -0.5))
            continue
        heading = next(by_heading)
        doubt = float(np.log(0.15 + 0.85 * (1.0 - part.heading._.block.trust)))
        found.append(Evidence(heading[columns], content, float(heading[carries]) + doubt))
    return found


@cache
def _order(kinds: tuple[str, ...]) -> "tuple[NDArray[Any], NDArray[Any]]":
    """Return how likely each kind comes first and follows each, learnt with the classifiers and kept in their card."""
    import json

    import numpy as np

    from advice_audit.resources import resource

    card = json.loads((resource("models") / "classifiers" / "sections.heading.json").read_text(encoding="utf-8"))
    order = card["order"]
    follows = np.array([[order[before][after] for after in kinds] for before in kinds])
    return np.array([order[START][after] for after in kinds]), follows


def _merged(parts: Sequence[Segment], kinds: Sequence[str]) -> list[tuple[list[Segment], str]]:
    """Join neighbouring segments of one kind where the later one has no heading of its own kind."""
    merged: list[tuple[list[Segment], str]] = []
    for part, kind in zip(parts, kinds, strict=True):
        if merged and merged[-1][1] == kind:
            merged[-1][0].append(part)
        else:
            merged.append(([part], kind))
    return merged


def _section(doc: Doc, parts: list[Segment], kind: str) -> Span:
    blocks = [b for p in parts for b in (*([p.heading] if p.heading is not None else []), *p.body)]
    section = Span(doc, blocks[0].start, blocks[-1].end, label=kind)
    section._.heading = next((p.heading.text for p in parts if p.heading is not None), None)
    return section


def _labelled(doc: Doc) -> list[Span]:
    """Return the sentences with the kind of their section, or of their column in a table of views."""
    kind_of = {i: s.label_ for s in spans_of(doc, "sections") for i in range(s.start, s.end)}
    columns = _column_kinds(doc, kind_of)
    of_form = {i for b in spans_of(doc, "blocks") if b._.of_form for i in range(b.start, b.end)}
    labelled = []
    for sentence in sentences_of(doc):
        if sentence.start in of_form:
            continue
        kind = columns.get(sentence.start) or kind_of.get(sentence.start, "other")
        labelled.append(Span(doc, sentence.start, sentence.end, label=kind))
    return labelled


VIEWS = {
    "child_views": "child_views",
    "family_views": "child_views",
    "child_aspirations": "child_aspirations",
    "family_aspirations": "child_aspirations",
}


def _column_kinds(doc: Doc, kind_of: dict[int, str]) -> dict[int, str]:
    """Map token index to kind for cells in a views table whose columns are different people's."""
    tables: dict[int, list[Span]] = {}
    for block in spans_of(doc, "blocks"):
        if block._.block.kind == BlockKind.CELL and kind_of.get(block.start, "other") in VIEWS:
            tables.setdefault(block._.block.place.table, []).append(block)
    out: dict[int, str] = {}
    for cells in tables.values():
        owners = _owners([c for c in cells if c._.block.place.header])
        for cell in cells:
            owner = owners.get(cell._.block.place.column)
            if owner and not cell._.block.place.header:
                topic = VIEWS[kind_of[cell.start]].removeprefix("child_")
                out.update(dict.fromkeys(range(cell.start, cell.end), f"{owner}_{topic}"))
    return out


def _owners(headers: list[Span]) -> dict[int, str]:
    """Return whose each column is; of several that are headed by a bare name, the child's is named most often."""
    owners = {h._.block.place.column: _owner(h) for h in headers}
    names = {h._.block.place.column: h[0].text for h in headers if _is_name(h)}
    unsure = {column: name for column, name in names.items() if owners[column] is None}
    if unsure and len(headers) > 1:
        text = headers[0].doc.text
        child = max(unsure, key=lambda column: text.count(unsure[column]))
        taken = "child" in owners.values()
        owners.update({column: "child" if column == child and not taken else "family" for column in unsure})
    return {column: owner for column, owner in owners.items() if owner}


def _is_name(header: Span) -> bool:
    return len(header) <= 4 and header[0].text[:1].isupper() and all(t.text[:1].isupper() for t in header if t.is_alpha)


FAMILY_WORDS = frozenset(
    "mum mam mom mummy dad daddy mother father parent parents carer carers family gran granny nan nana grandma "
    "grandmother grandad grandfather aunt auntie uncle guardian guardians foster parental stepmum stepdad mums dads".split()
)
CHILD_WORDS = frozenset({"child", "child's", "yp", "me", "my", "i", "boy", "girl"})


def _owner(header: Span) -> str | None:
    words = {t.lower_ for t in header}
    if words & FAMILY_WORDS:
        return "family"
    if words & CHILD_WORDS or {"young", "person"} <= words:
        return "child"
    return None
