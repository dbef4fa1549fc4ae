"""The golden thread: which need leads to which outcome, and which provision serves it, joined by meaning.

`thread(doc)` gathers the knots (needs, outcomes, provisions, and the sentences of aspirations, strengths and needs met
elsewhere) and gives the probability that any two belong together. A classifier, `links.alone`, weighs the cues of
`link_cues`, which rest on what the two say; another, `links`, weighs how that makes the pair stand among its rivals
(`thread_rivals`). A reference in so many words ("this serves outcome 2") counts for more than any of them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast

from advice_audit.language.concerns import concern_example
from advice_audit.language.link_cues import Meaning, meaning, pair_table
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
MAY_BE_CONCERN = 0.1
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
    _links: "dict[str, NDArray[Any]]" = field(default_factory=dict)
    _alone: "dict[str, NDArray[Any]]" = field(default_factory=dict)
    _cues: dict[str, list[list[Mapping[str, float]]]] = field(default_factory=dict)

    def of(self, kind: KnotKind) -> list[Knot]:
        """Return the knots of one kind, in the order of the text."""
        return self.knots.get(kind, [])

    def links(self, one: KnotKind, other: KnotKind) -> "NDArray[Any]":
        """Return the probabilities of links: a row for each knot of the first kind, a column for each of the second."""
        key = f"{one}_{other}"
        if key not in self._links:
            chances = _probabilities("links", self.rivals(one, other), len(self.of(other)))
            self._links[key] = self._with_references(one, other, chances)
        return self._links[key]

    def alone(self, one: KnotKind, other: KnotKind) -> "NDArray[Any]":
        """Return the probabilities of links by what each two knots say, whatever else the document holds."""
        key = f"{one}_{other}"
        if key not in self._alone:
            examples = link_examples([k.meaning for k in self.of(one)], [k.meaning for k in self.of(other)], key)
            self._cues[key] = [[e.cues for e in row] for row in examples]
            chances = _probabilities("links.alone", examples, len(self.of(other)))
            self._alone[key] = self._with_references(one, other, chances)
        return self._alone[key]

    def rivals(self, one: KnotKind, other: KnotKind) -> "list[list[Example]]":
        """Return what the `links` classifier sees of every pair of two kinds."""
        relation = f"{one}_{other}"
        if not self.of(one) or not self.of(other):
            return [[] for _ in self.of(one)]
        around = [name for name, _ in ROUND.get(relation, ())]
        kinds = [cast("tuple[KnotKind, KnotKind]", tuple(name.split("_"))) for name in (relation, *around)]
        table = rival_table(relation, {f"{a}_{b}": self.alone(a, b) for a, b in kinds})
        return rival_examples(table, relation)

    def _with_references(self, one: KnotKind, other: KnotKind, chances: "NDArray[Any]") -> "NDArray[Any]":
        for i, j in references(self.of(one), self.of(other), f"{one}_{other}"):
            chances[i, j] = max(chances[i, j], SURE)
        return chances

    def nearest(self, one: KnotKind, other: KnotKind, index: int, across: bool = False) -> dict[str, float]:
        """Return the largest value of each bare cue between one knot and all of another kind.

        Args:
            one, other: the relation, as for `links`.
            index: of the knot among those of kind `one`, or of `other` where `across`.
            across: look from the second kind to the first.
        """
        self.alone(one, other)
        cues = self._cues[f"{one}_{other}"]
        partners = [row[index] for row in cues] if across else cues[index]
        return {name: max(c.get(name, 0.0) for c in partners) for name in BARE}


def thread(doc: "Doc") -> Thread:
    """Return the thread of an annotated document; the same object when asked again."""
    cached = doc.user_data.get("thread")
    if cached is None:
        knots = {kind: [_unit_knot(kind, u) for u in doc.spans[group]] for kind, group in UNITS.items()}
        for kind, sections in SENTENCES.items():
            knots[kind] = [
                sentence_knot(cast(KnotKind, kind), s)
                for s in doc.spans["sentences"]
                if s.label_ in sections and len(s) > 2
            ]
        knots["concern"] = [sentence_knot("concern", s, p) for s, p in concerns(doc) if p >= MAY_BE_CONCERN]
        if not knots["aspiration"]:
            # A form without a place for aspirations has the wishes among the views.
            views = [s for s in doc.spans["sentences"] if s.label_ in ("child_views", "family_views") and len(s) > 2]
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
    return [s for s in doc.spans["sentences"] if s.label_ in RAISED_IN and len(s) > 3]


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


def link_examples(ones: Sequence[Meaning], others: Sequence[Meaning], relation: str) -> "list[list[Example]]":
    """Return what the `links.alone` classifier sees of every pair of meanings, a row for each of the first.

    Args:
        ones, others: the meanings.
        relation: such as `need_provision`; most cues are given for it and for all relations together.
    """
    from advice_audit.classify.features import Example

    rows = pair_table(ones, others)
    return [
        [
            Example("", one.vector * other.vector, _for_relation(cues, relation))
            for other, cues in zip(others, row, strict=True)
        ]
        for one, row in zip(ones, rows, strict=True)
    ]


def rival_examples(table: "dict[str, NDArray[Any]]", relation: str) -> "list[list[Example]]":
    """Return what the `links` classifier sees of every pair.

    Args:
        table: from `rival_table`.
        relation: of the table.
    """
    import numpy as np

    from advice_audit.classify.features import Example

    nothing = np.zeros(0, dtype=np.float32)
    names, values = list(table), np.stack(list(table.values()), axis=-1).tolist()
    return [
        [Example("", nothing, _for_relation(dict(zip(names, cell, strict=True)), relation)) for cell in row]
        for row in values
    ]


def _for_relation(cues: dict[str, float], relation: str) -> dict[str, float]:
    like = _like(relation)
    own = {f"{like}:{name}": value for name, value in cues.items() if not name.startswith(SAME_FOR_ALL)}
    return {**cues, **own, like: 1.0}


def _like(relation: str) -> str:
    return {
        "need_elsewhere": "need_provision",
        "concern_strength": "concern_need",
        "concern_elsewhere": "concern_need",
        "concern_outcome": "need_outcome",
        "concern_provision": "need_provision",
    }.get(relation, relation)


def _probabilities(name: str, examples: "list[list[Example]]", width: int) -> "NDArray[Any]":
    import numpy as np

    from advice_audit.classify.persist import classifier

    flat = [e for row in examples for e in row]
    if not flat:
        return np.zeros((len(examples), width))
    chances: NDArray[Any] = classifier(name).probability(flat).reshape(len(examples), width)
    return chances


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
