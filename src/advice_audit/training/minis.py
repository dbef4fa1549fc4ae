"""Unit sets as tiny labelled advices, so that one way of training serves both."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from advice_audit.documents.model import Block, BlockKind, CellPlace, Document
from advice_audit.evaluation.gold import GoldFinding
from advice_audit.training.corpus import unit_items

COMPLETED = date(2023, 6, 1)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its labels. `covers` are the criteria it was labelled for: silence on others means nothing."""

    document: Document
    findings: tuple[GoldFinding, ...]
    writer: str
    covers: frozenset[str]


def minis(corpus: Path) -> Iterator[Labelled]:
    """Yield every item of the unit sets as a tiny advice."""
    from advice_audit.training.cases import case
    from advice_audit.training.passages import MAKERS as PASSAGES

    for name, make in {**MAKERS, **PASSAGES, "cases": case}.items():
        for writer, item in unit_items(corpus, name):
            made = make(item, writer)
            if made is not None:
                yield made


def mini_document(sections: list[tuple[str, str]], child: str = "Sam", age: int = 9) -> Document:
    """Build a document: the form's first lines, then sections.

    Args:
        sections: heading and text; lines become paragraphs, and a line with " | " a table row.
        child: first name.
        age: on the day of completion.
    """
    born = date(COMPLETED.year - age, 1, 15)
    front = [f"Name: {child}", f"Date of birth: {born:%d %B %Y}", f"Date completed: {COMPLETED:%d %B %Y}"]
    return document_of(front, sections)


def document_of(front: Sequence[str], sections: Sequence[tuple[str, str]]) -> Document:
    """Build a document from the lines of the form's front and its sections, as in `mini_document`."""
    pieces: list[tuple[BlockKind, str, CellPlace | None]] = [(BlockKind.HEADING, "Child's details", None)]
    pieces += [(BlockKind.PARAGRAPH, line, None) for line in front]
    for number, (heading, text) in enumerate(sections):
        pieces.append((BlockKind.HEADING, heading, None))
        for row, line in enumerate(text.strip().split("\n")):
            cells = line.split(" | ")
            if len(cells) == 1:
                pieces.append((BlockKind.PARAGRAPH, line, None))
            else:
                pieces += [(BlockKind.CELL, c, CellPlace(number, row, i)) for i, c in enumerate(cells) if c.strip()]
    return _joined(pieces)


def _joined(pieces: list[tuple[BlockKind, str, CellPlace | None]]) -> Document:
    blocks, parts, start = [], [], 0
    for kind, text, place in pieces:
        text = " ".join(text.split())
        blocks.append(
            Block(kind, start, start + len(text), place=place, level=1 if kind == BlockKind.HEADING else None)
        )
        parts.append(text)
        start += len(text) + 1
    return Document(Path("unit"), "", "unit", "\n".join(parts), tuple(blocks))


def _need(item: dict[str, Any], writer: str) -> Labelled:
    text = item["text"].split(" | ")[0]
    faults = {
        "needs.source": not item["source"],
        "needs.frequency": not item["frequency"],
        "needs.impact": not item["impact"],
    }
    # A hand that was asked for single needs only says nothing of how often two run together.
    if "multiple" in item:
        faults["needs.paragraph"] = item["multiple"]
    findings = [GoldFinding(criterion=c, section="needs", quote=text) for c, wrong in faults.items() if wrong]
    findings += [GoldFinding(criterion="needs.remit", section="needs", quote=q) for q in item.get("remit") or ()]
    document = mini_document([("Social and care needs", item["text"])], child=item.get("child") or "Sam")
    return Labelled(document, tuple(findings), writer, frozenset({*faults, "needs.remit"}))


def _outcome(item: dict[str, Any], writer: str) -> Labelled:
    text, step = item["text"], item.get("step")
    findings = []
    if item.get("change_fault"):
        findings.append(GoldFinding(criterion="outcomes.change", section="outcomes", quote=text))
    if item.get("missing"):
        missing = tuple(item["missing"])
        findings.append(GoldFinding(criterion="outcomes.smart", section="outcomes", quote=text, missing=missing))
    document = mini_document([("Outcomes", f"{text} | {step}" if step else text)])
    return Labelled(document, tuple(findings), writer, frozenset({"outcomes.change", "outcomes.smart"}))


def _provision(item: dict[str, Any], writer: str) -> Labelled:
    text = item["text"].split(" | ")[0]
    findings = []
    if item["remit"] != "social":
        findings.append("provision.remit")
    elif item.get("belongs") and item["belongs"] != item["placed"]:
        findings.append("provision.section")
    if item["remit"] == "social" and item.get("missing"):
        findings.append("provision.specified")
    heading = f"Section {item['placed'].upper()}"
    made = tuple(GoldFinding(criterion=c, section=f"provision_{item['placed']}", quote=text) for c in findings)
    covers = {"provision.remit", "provision.section"}
    if item["remit"] == "social":
        covers.add("provision.specified")
    return Labelled(mini_document([(heading, item["text"])], age=int(item["age"])), made, writer, frozenset(covers))


MAKERS: dict[str, Callable[[dict[str, Any], str], Labelled | None]] = {
    "needs": _need,
    "outcomes": _outcome,
    "provision": _provision,
}
