"""The golden thread: which need leads to which outcome, and which provision serves it, joined by meaning.

`thread(doc)` gathers the knots (needs, outcomes, provisions, and the sentences of aspirations, strengths and needs met
elsewhere) and gives the probability that any two belong together. A classifier, `links.alone`, weighs the cues of
`link_pairs`, which rest on what the two say; another, `links`, weighs how that makes the pair stand among its rivals
(`thread_rivals`). A reference in so many words ("this serves outcome 2") counts for more than any of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast

from advice_audit.language.canonical import sentences_of, spans_of, words_of
from advice_audit.language.concerns import concern_example
from advice_audit.language.link_cues import Meaning, meaning
from advice_audit.language.link_pairs import Grid, pair_cues
from advice_audit.language.thread_references import ALL, column_numbers, numbers_of, referred_needs, referred_outcomes
from advice_audit.language.thread_rivals import ROUND, rival_table

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
# What was learnt tells more than any other cue, and penalties on weights weigh a cue by its size.
LEARNT = 2.0
MAY_BE_CONCERN = 0.25
POSSIBLE = 0.4
LEAST: dict[tuple[str, str], float] = {("concern", "need"): SURE}
# Cues that mean the same whatever the relation.
SAME_FOR_ALL = ("both ", "same_name", "same_service", "overlap", "shared_words", "nearest")
BARE = (
    "cosine",
    "area",
    "focus",
    "focus_of_one",
    "focus_of_other",
    "helped",
    "same_name",
    "same_service",
    "met",
    "overlap",
    "covered",
    "covers",
    "nearest_three",
    "learnt",
)


@dataclass(frozen=True, slots=True)
class Knot:
    """One thing that the thread runs through.

    Args:
        kind: what it is.
        quote: the words that state it.
        spans: all its words: a row's cells, or the paragraph.
        meaning: what it is about.
        words: that say what it is about: without the columns for who, when and how much.
        columns: the headers of the cells, where it is a row.
        sure: how likely it is that this is one at all; less than 1 only for concerns.
    """

    kind: KnotKind
    quote: "Span"
    spans: "tuple[Span, ...]"
    meaning: Meaning
    words: str
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
    _alone: "dict[tuple[str, str], NDArray[Any]]" = field(default_factory=dict)
    _cues: dict[tuple[str, str], Grid] = field(default_factory=dict)
    _places: "dict[str, NDArray[Any]]" = field(default_factory=dict)

    def of(self, kind: KnotKind) -> list[Knot]:
        """Return the knots of one kind, in the order of the text."""
        return self.knots.get(kind, [])

    def near(self, one: KnotKind, other: KnotKind) -> "NDArray[Any]":
        """Return how near the knots of two kinds lie in the space of links: cosines, a row for each of the first."""
        from advice_audit.classify.persist import space

        if not self._places:
            # All at once: the encoder is quicker with many.
            self._places = space().read({kind: [k.words for k in some] for kind, some in self.knots.items()})
        result: NDArray[Any] = self._places[one] @ self._places[other].T
        return result

    def links(self, one: KnotKind, other: KnotKind) -> "NDArray[Any]":
        """Return the probabilities of links: a row for each knot of the first kind, a column for each of the second."""
        import numpy as np

        key = (one, other)
        if key not in self._links:
            shape = len(self.of(one)), len(self.of(other))
            chances = _chances("links", self.rivals(one, other), shape) if all(shape) else np.zeros(shape)
            self._links[key] = self._with_references(one, other, chances)
        return self._links[key]

    def alone(self, one: KnotKind, other: KnotKind) -> "NDArray[Any]":
        """Return the probabilities of links by what each two knots say, whatever else the document holds."""
        key = (one, other)
        if key not in self._alone:
            self._cues[key], chances = _judged(self, one, other)
            self._alone[key] = self._with_references(one, other, chances)
        return self._alone[key]

    def rivals(self, one: KnotKind, other: KnotKind) -> Grid:
        """Return the cues by which the `links` classifier judges every pair of two kinds; none where a kind is missing."""
        relation = f"{one}_{other}"
        if not self.of(one) or not self.of(other):
            return {}
        around = [name for name, _ in ROUND.get(relation, ())]
        kinds = [cast("tuple[KnotKind, KnotKind]", tuple(name.split("_"))) for name in (relation, *around)]
        return _related(rival_table(relation, {f"{a}_{b}": self.alone(a, b) for a, b in kinds}), relation)

    def _with_references(self, one: KnotKind, other: KnotKind, chances: "NDArray[Any]") -> "NDArray[Any]":
        for i, j in references(self.of(one), self.of(other), f"{one}_{other}"):
            chances[i, j] = max(chances[i, j], SURE)
        return chances

    def nearest(self, one: KnotKind, other: KnotKind, across: bool = False) -> "dict[str, NDArray[Any]]":
        """Return for each knot the largest value of each bare cue between it and all of the other kind.

        Args:
            one, other: the relation, as for `links`, with a knot at least of each kind.
            across: of the knots of the second kind rather than of the first.
        """
        self.alone(one, other)
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
    from advice_audit.classify.signed import signed

    sentences = raised(doc)
    if not sentences:
        return []
    chances = classifier("concern").probability(signed("concern", [concern_example(s) for s in sentences]))
    return [(s, float(p)) for s, p in zip(sentences, chances, strict=True)]


def _unit_knot(kind: str, unit: "Span") -> Knot:
    about = meaning(_telling_cells(unit), unit._.quote, is_help=kind == "provision")
    return Knot(cast(KnotKind, kind), unit._.quote, unit._.cells, about, unit_words(unit), unit._.columns)


def unit_words(unit: "Span") -> str:
    """Return the words of a unit, without the columns for who, when and how much."""
    return " ".join(" ".join(words_of(cell) for cell in _telling_cells(unit)).split())


def _telling_cells(unit: "Span") -> "list[Span]":
    cells = [c for c, head in zip(unit._.cells, unit._.columns, strict=True) if not _ASIDE.search(head)]
    return cells or list(unit._.cells)


def sentence_knot(kind: KnotKind, sentence: "Span", sure: float = 1.0) -> Knot:
    """Make a knot of one sentence."""
    return Knot(kind, sentence, (sentence,), meaning([sentence]), " ".join(words_of(sentence).split()), sure=sure)


def link_examples(
    ones: Sequence[Meaning], others: Sequence[Meaning], relation: str, near: "NDArray[Any]"
) -> "list[list[Example]]":
    """Return what the `links.alone` classifier sees of every pair of meanings, a row for each of the first.

    Args:
        ones, others: the meanings.
        relation: such as `need_provision`; most cues are given for it and for all relations together.
        near: how near each two lie in the space of links.
    """
    return _examples(_related(_cues(ones, others, near), relation) if ones and others else {}, len(ones), len(others))


def _cues(ones: Sequence[Meaning], others: Sequence[Meaning], near: "NDArray[Any]") -> Grid:
    """Return the cues of nearness of every pair, with that of the space in which what readers joined lies near."""
    return {**pair_cues(ones, others), "learnt": LEARNT * near}


def rival_examples(grid: Grid, ones: Sequence[Knot], others: Sequence[Knot]) -> "list[list[Example]]":
    """Return what the `links` classifier sees of every pair, from `Thread.rivals`."""
    return _examples(grid, len(ones), len(others))


def _examples(grid: Grid, ones: int, others: int) -> "list[list[Example]]":
    import numpy as np

    from advice_audit.classify.pairs import grid_examples

    nothing = np.zeros(0, dtype=np.float32)
    return grid_examples(grid, [nothing] * ones, [nothing] * others) if grid else [[] for _ in range(ones)]


def _chances(name: str, grid: Grid, shape: tuple[int, int]) -> "NDArray[Any]":
    """Return what a classifier of pairs says of cues of every pair."""
    import numpy as np

    from advice_audit.classify.pairs import pair_probabilities
    from advice_audit.classify.persist import classifier

    nothing = [np.zeros((size, 0), dtype=np.float32) for size in shape]
    return pair_probabilities(classifier(name), nothing[0], nothing[1], grid)


def _related(cues: Grid, relation: str) -> Grid:
    import numpy as np

    like = _like(relation)
    own = {f"{like}:{name}": grid for name, grid in cues.items() if not name.startswith(SAME_FOR_ALL)}
    return {**cues, **own, like: np.ones_like(next(iter(cues.values())))}


def _like(relation: str) -> str:
    return {
        "need_elsewhere": "need_provision",
        "concern_strength": "concern_need",
        "concern_elsewhere": "concern_need",
        "concern_outcome": "need_outcome",
        "concern_provision": "need_provision",
    }.get(relation, relation)


def _judged(whole: Thread, one: KnotKind, other: KnotKind) -> "tuple[Grid, NDArray[Any]]":
    """Return the cues and the probability of every pair."""
    import numpy as np

    ones, others = ([k.meaning for k in whole.of(kind)] for kind in (one, other))
    if not ones or not others:
        return {}, np.zeros((len(ones), len(others)))
    cues = _cues(ones, others, whole.near(one, other))
    return cues, _chances("links.alone", _related(cues, f"{one}_{other}"), (len(ones), len(others)))


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
