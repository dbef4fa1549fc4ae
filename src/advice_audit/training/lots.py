"""What the encoder of units learns from: the units of each advice or case, and which of them readers joined."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.language.thread import Knot, KnotKind, raised, sentence_knot, thread
from advice_audit.training.links import Joined, joined_advices, joints
from advice_audit.training.minis import Labelled

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS: tuple[KnotKind, ...] = ("need", "outcome", "provision", "elsewhere", "strength", "aspiration")


@dataclass(slots=True)
class Lot:
    """The units of one document with what a reader said of them.

    Args:
        writer: whose document it is.
        units: kind and words of each.
        pairs: two units (by index), the relation, and whether they belong together.
    """

    writer: str
    units: list[tuple[str, str]] = field(default_factory=list)
    pairs: list[tuple[int, int, str, bool]] = field(default_factory=list)

    def place(self, kind: str, words: str) -> int:
        """Return the index of a unit, which is added where it is new."""
        unit = (kind, words)
        if unit not in self.units:
            self.units.append(unit)
        return self.units.index(unit)


def lots(pairs: "Iterable[tuple[Labelled, Doc]]", corpus: Path) -> Iterator[Lot]:
    """Yield a lot for each labelled document whose units a reader joined.

    Args:
        pairs: labelled documents, annotated.
        corpus: folder of the sample advices.
    """
    joined = joined_advices(corpus)
    for labelled, doc in pairs:
        advice = joined.get(labelled.document.path.stem)
        if advice is None:
            continue
        lot = Lot(labelled.writer)
        for kind in KINDS:
            for knot in thread(doc).of(kind):
                _knot(lot, knot)
        # The sentences that may raise a concern as well: where they lie is looked up too.
        for sentence in raised(doc):
            _knot(lot, sentence_knot("concern", sentence))
        _read_pairs(lot, doc, advice)
        if lot.pairs:
            yield lot


def write_lots(pairs: "Iterable[tuple[Labelled, Doc]]", corpus: Path, path: Path) -> int:
    """Write the lots as lines of JSON; return how many there are."""
    lines = [json.dumps(asdict(lot), ensure_ascii=False) for lot in lots(pairs, corpus)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def _knot(lot: Lot, knot: Knot) -> int:
    return lot.place(knot.kind, knot.words)


def _read_pairs(lot: Lot, doc: "Doc", advice: Joined) -> None:
    for joint in joints(doc, advice):
        for one, said in zip(joint.ones, joint.labels, strict=True):
            for other, linked in zip(joint.others, said, strict=True):
                if linked is not None:
                    lot.pairs.append((_knot(lot, one), _knot(lot, other), joint.relation, linked))
