"""Sentences of chosen sections, with whose voice they are, as one example for a classifier."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from advice_audit.classify.features import Example
from advice_audit.language.canonical import sentences_of, spans_of
from advice_audit.language.voice_cues import readings

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.language.voice_cues import Reading


def voiced(doc: "Doc", kinds: Iterable[str]) -> "list[tuple[Span, Reading, Span]]":
    """Return (sentence, reading, voice) for every sentence of the given section kinds, in order."""
    wanted = frozenset(kinds)
    triples = zip(sentences_of(doc), readings(doc), spans_of(doc, "voices"), strict=True)
    return [t for t in triples if t[0].label_ in wanted]


_SETTLED = frozenset(
    {
        "child_views",
        "needs",
        "needs_met_elsewhere",
        "outcomes",
        "provision_h1",
        "provision_h2",
        "consent",
        "signoff",
        "chronology",
    }
)


def child_section(doc: "Doc") -> "list[tuple[Span, Reading, Span]]":
    """Return the sentences of the child's sections; where none was recognised, those elsewhere in which the child speaks.

    A form may give the child's views under a heading that nothing tells from another; the child's own words then show
    where they stand.
    """
    own = voiced(doc, ("child_views", "child_aspirations"))
    if any(s.label_ == "child_views" for s, _, _ in own):
        return own
    triples = zip(sentences_of(doc), readings(doc), spans_of(doc, "voices"), strict=True)
    return own + [
        t
        for t in triples
        if t[0].label_ not in _SETTLED and t[2].label_.startswith("child") and t[2]._.confidence >= 0.5
    ]


def judged(doc: "Doc", kinds: Iterable[str], others: frozenset[str]) -> "list[tuple[Span, Reading, Span]]":
    """Return `voiced`, without labels, cut-off ends of quotations, and the columns or rows that belong to others.

    Args:
        doc: annotated with voices.
        kinds: section kinds wanted.
        others: kinds of speaker whose own column or row is left out.
    """
    labels = _label_cells(doc)
    kept = []
    for one in voiced(doc, kinds):
        sentence, reading, _ = one
        cues = reading.example.cues
        if sum(t.is_alpha for t in sentence) < 2 or sentence.start in labels or "tail" in cues:
            continue
        if any(f"owner:{other}" in cues for other in others):
            continue
        kept.append(one)
    return kept


def _label_cells(doc: "Doc") -> set[int]:
    """Return the first token of each short cell that labels its row or heads its column."""
    found: set[int] = set()
    wide = {
        b._.block.place.table
        for b in spans_of(doc, "blocks")
        if b._.block.place is not None and b._.block.place.column > 0
    }
    for block in spans_of(doc, "blocks"):
        place = block._.block.place
        if place is not None and (place.header or (place.column == 0 and place.table in wide and len(block) <= 6)):
            found.add(block.start)
    return found


def passage(sentences: "Sequence[tuple[Span, Reading, Span]]", cues: Mapping[str, float]) -> Example:
    """Make one example of several sentences: their words in order, the mean of their vectors, and the cues given."""
    import numpy as np

    if not sentences:
        return Example("<nothing>", np.zeros(256, dtype="float32"), {**cues, "nothing": 1.0})
    text = " . ".join(reading.example.text for _, reading, _ in sentences)
    return Example(text, np.mean([reading.example.vector for _, reading, _ in sentences], axis=0), dict(cues))


def voices_of(sentences: "Sequence[tuple[Span, Reading, Span]]") -> dict[str, float]:
    """Return how far the passage holds each voice: 1 - the chance that none of its sentences has it."""
    none: dict[str, float] = {}
    for _, _, voice in sentences:
        none[voice.label_] = none.get(voice.label_, 1.0) * (1.0 - voice._.confidence)
    return {f"voice:{label}": 1.0 - rest for label, rest in none.items()}
