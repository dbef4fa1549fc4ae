"""The golden thread: which need leads to which outcome, and which provision serves it, joined by meaning.

`thread(doc)` gathers the knots (needs, outcomes, provisions, and the sentences of aspirations, strengths and needs met
elsewhere) and gives the probability that any two belong together. A classifier, `links`, weighs the cues of
`link_cues`; a reference in so many words ("this serves outcome 2") counts for more than any of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast

from advice_audit.language.canonical import sentences_of, spans_of
from advice_audit.language.concerns import concern_example
from advice_audit.language.link_cues import Meaning, meaning
from advice_audit.language.link_pairs import Grid, pair_cues
from advice_audit.language.thread_references import ALL, column_numbers, numbers_of, referred_needs, referred_outcomes

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span

    from advice_audit.classify.features import Example

KnotKind = Literal["concern", "aspiration", "strength", "need", "elsewhere", "outcome", "provision"]
SENTENCES: dict[str, tuple[str, ...]] = {
    "aspiration": ("child_aspirations", "family_aspirations"),
    "strength": ("strengths",),
    "elsewhere": ("needs_met_elsewhere",),
}
RAISED_IN = ("child_views", "family_views", "child_aspirations", "family_aspirations", "current_involvement")
UNITS = {"need": "needs", "outcome": "outcomes", "provision": "provisions"}
_ASIDE = re.compile(
    r"\bwho\b|provider|provided by|\bby whom|from whom|source|evidence from|when\b|dates?\b|how (often|much|long)|amount|start|\bend|review|frequency|"
    r"\bby\b|hours|cost|ref\b|\bno\.",
    re.I,
)
SURE = 0.97
MAY_BE_CONCERN = 0.1
POSSIBLE = 0.4
LEAST: dict[tuple[str, str], float] = {("concern", "need"): SURE}
BARE = (
    "cosine",
    "area",
    "focus",
    "focus_of_one",
    "focus_of_other",
    "helped",
    "same_name",
    "same_service",
    "near_area",
    "overlap",
    "covered",
    "covers",
    "nearest_three",
)


@dataclass(frozen=True, slots=True)
class Knot:
    """One thing that the thread runs through.

    Args:
        kind: what it is.
        quote: the words that state it.
        spans: all its words: a row's cells, or the paragraph.
        meaning: what it is about.
        columns: the headers of the cells, where it is a row.
        sure: how likely it is that this is one at all; less than 1 only for concerns.
    """

    kind: KnotKind
    quote: "Span"
    spans: "tuple[Span, ...]"
    meaning: Meaning
    columns: tuple[str, ...] = ()
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two knots and how likely it is that they belong together, between 0 and 1."""

    one: Knot
    other: Knot
    probability: float


@dataclass(slots=True)
class Thread:
    """The knots of one document and the links between them, worked out once."""

    knots: dict[str, list[Knot]]
    kept: dict[object, Any] = field(default_factory=dict)
    """What others worked out from the links and want to keep as long."""
    _links: "dict[tuple[str, str], NDArray[Any]]" = field(default_factory=dict)
    _cues: dict[tuple[str, str], Grid] = field(default_factory=dict)

    def of(self, kind: KnotKind) -> list[Knot]:
        """Return the knots of one kind, in the order of the text."""
        return self.knots.get(kind, [])

    def links(self, one: KnotKind, other: KnotKind) -> "NDArray[Any]":
        """Return the probabilities of links: a row for each knot of the first kind, a column for each of the second."""
        key = (one, other)
        if key not in self._links:
            relation = f"{one}_{other}"
            self._cues[key], self._links[key] = _judged(self.of(one), self.of(other), relation)
            for i, j in references(self.of(one), self.of(other), relation):
                self._links[key][i, j] = max(self._links[key][i, j], SURE)
        return self._links[key]

    def nearest(self, one: KnotKind, other: KnotKind, across: bool = False) -> "dict[str, NDArray[Any]]":
        """Return for each knot the largest value of each bare cue between it and all of the other kind.

        Args:
            one, other: the relation, as for `links`, with a knot at least of each kind.
            across: of the knots of the second kind rather than of the first.
        """
        self.links(one, other)
        return {name: self._cues[one, other][name].max(axis=0 if across else 1) for name in BARE}


def thread(doc: "Doc") -> Thread:
    """Return the thread of an annotated document; the same object when asked again."""
    cached = doc.user_data.get("thread")
    if cached is None:
        knots = {kind: [_unit_knot(kind, u) for u in spans_of(doc, group)] for kind, group in UNITS.items()}
        for kind, sections in SENTENCES.items():
            knots[kind] = [
                sentence_knot(cast(KnotKind, kind), s) for s in sentences_of(doc) if s.label_ in sections and len(s) > 2
            ]
        knots["concern"] = [sentence_knot("concern", s, p) for s, p in concerns(doc) if p >= MAY_BE_CONCERN]
        if not knots["aspiration"]:
            # A form without a place for aspirations has the wishes among the views.
            views = [s for s in sentences_of(doc) if s.label_ in ("child_views", "family_views") and len(s) > 2]
            knots["aspiration"] = [sentence_knot("aspiration", s) for s in views]
        cached = doc.user_data["thread"] = Thread(knots)
    return cast(Thread, cached)


PAIRS: tuple[tuple[KnotKind, KnotKind], ...] = (
    ("concern", "need"), ("need", "outcome"), ("need", "provision"), ("need", "elsewhere"),
    ("outcome", "provision"), ("outcome", "aspiration"),
)  # fmt: skip


def thread_links(doc: "Doc") -> list[Link]:
    """Return the links to show a reader: of each knot that to its likeliest partner of every kind, and all sure ones.

    Args:
        doc: annotated document.
    """
    whole = thread(doc)
    return [
        Link(a, whole.of(other)[j], float(chances[i, j]))
        for one, other in PAIRS
        for chances in [whole.links(one, other)]
        for i, a in enumerate(whole.of(one))
        for j in range(chances.shape[1])
        if chances[i, j] >= LEAST.get((one, other), POSSIBLE) and _stands_out(chances, i, j, other)
    ]


def _stands_out(chances: "NDArray[Any]", i: int, j: int, other: KnotKind) -> bool:
    """Tell whether a link is the best of either end, or sure. Of hopes, only an outcome's best counts: they are many."""
    best = chances[i, j] == chances[i].max()
    return bool(best or (other != "aspiration" and (chances[i, j] >= SURE or chances[i, j] == chances[:, j].max())))


def raised(doc: "Doc") -> "list[Span]":
    """Return the sentences in which somebody could raise a concern: views, hopes and current involvement."""
    return [s for s in sentences_of(doc) if s.label_ in RAISED_IN and len(s) > 3]


def concerns(doc: "Doc") -> "list[tuple[Span, float]]":
    """Return those sentences with the probability that each raises a social or care concern."""
    from advice_audit.classify.persist import classifier

    sentences = raised(doc)
    if not sentences:
        return []
    chances = classifier("concern").probability([concern_example(s) for s in sentences])
    return [(s, float(p)) for s, p in zip(sentences, chances, strict=True)]


def _unit_knot(kind: str, unit: "Span") -> Knot:
    return Knot(cast(KnotKind, kind), unit._.quote, unit._.cells, _unit_meaning(kind, unit), unit._.columns)


def _unit_meaning(kind: str, unit: "Span") -> Meaning:
    """Return what a unit is about, without the columns for who, when and how much."""
    cells = [c for c, head in zip(unit._.cells, unit._.columns, strict=True) if not _ASIDE.search(head)]
    return meaning(cells or unit._.cells, unit._.quote, is_help=kind == "provision")


def sentence_knot(kind: KnotKind, sentence: "Span", sure: float = 1.0) -> Knot:
    """Make a knot of one sentence."""
    return Knot(kind, sentence, (sentence,), meaning([sentence]), sure=sure)


def link_example(one: Meaning, other: Meaning, relation: str) -> "Example":
    """Return what the `links` classifier sees of two meanings.

    Args:
        one, other: the two.
        relation: such as `need_provision`; the cues are given for it and for all relations together.
    """
    from advice_audit.classify.features import Example

    cues = _related(pair_cues([one], [other]), relation)
    return Example("", one.vector * other.vector, {name: float(grid[0, 0]) for name, grid in cues.items()})


def _related(cues: Grid, relation: str) -> Grid:
    import numpy as np

    relation = _like(relation)
    again = {f"{relation}:{name}": cues[name] for name in ("cosine", "area", "covered", "focus")}
    return {**cues, **again, relation: np.ones_like(cues["cosine"])}


def _like(relation: str) -> str:
    return {
        "need_elsewhere": "need_provision",
        "concern_strength": "concern_need",
        "concern_elsewhere": "concern_need",
        "concern_outcome": "need_outcome",
        "concern_provision": "need_provision",
    }.get(relation, relation)


def _judged(ones: Sequence[Knot], others: Sequence[Knot], relation: str) -> "tuple[Grid, NDArray[Any]]":
    """Return the cues and the probability of every pair."""
    import numpy as np

    from advice_audit.classify.pairs import pair_probabilities
    from advice_audit.classify.persist import classifier

    if not ones or not others:
        return {}, np.zeros((len(ones), len(others)))
    meanings = [k.meaning for k in ones], [k.meaning for k in others]
    cues = pair_cues(*meanings)
    vectors = [np.vstack([m.vector for m in some]) for some in meanings]
    return cues, pair_probabilities(classifier("links"), vectors[0], vectors[1], _related(cues, relation))


def references(ones: Sequence[Knot], others: Sequence[Knot], relation: str) -> list[tuple[int, int]]:
    """Return the pairs (by index) that the writer joined in so many words.

    Args:
        ones, others: the knots of the two kinds.
        relation: such as `outcome_provision`.
    """
    if relation == "outcome_provision":
        found = [referred_outcomes(k.spans) | column_numbers(k.spans, k.columns, "outcome") for k in others]
    elif relation in ("need_provision", "need_outcome"):
        found = [referred_needs(k.spans) | column_numbers(k.spans, k.columns, "need") for k in others]
    else:
        return []
    at = {number: i for i, number in enumerate(numbers_of([k.quote for k in ones]))}
    joined = [(at[n], j) for j, numbers in enumerate(found) for n in numbers if n in at]
    return joined + [(i, j) for j, numbers in enumerate(found) if ALL in numbers for i in range(len(ones))]
