"""Fits what the golden thread rests on: which remarks raise a concern, and which two units belong together.

Both learn from whole advices in which a reader joined needs, outcomes, provision and hopes, and said of each concern where
it is taken up (`units/threads`); `links.alone` also from bare cases (`units/cases`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from advice_audit.classify.features import Example
from advice_audit.classify.fit import Recipe
from advice_audit.classify.persist import space
from advice_audit.classify.signed import signed
from advice_audit.evaluation.matching import quotes_match
from advice_audit.language.concerns import concern_example
from advice_audit.language.thread import (
    Knot,
    KnotKind,
    Thread,
    link_examples,
    raised,
    rival_examples,
    sentence_knot,
    thread,
)
from advice_audit.training.cases import case_id, relations
from advice_audit.training.cases import concerns as case_concerns
from advice_audit.training.corpus import unit_items
from advice_audit.training.criteria import Task
from advice_audit.training.minis import Labelled

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

# Chosen by area under the curve on left-out writers.
ALONE = Recipe(strength=0.5, vector_weight=0.0, cue_weight=2.0, use_words=False)
LINKS = Recipe(strength=0.3, vector_weight=0.0, cue_weight=1.0, use_words=False)
CONCERN = Recipe(strength=2.0, vector_weight=1.0, cue_weight=1.0)
RELATIONS = ("need_outcome", "need_provision", "need_elsewhere", "outcome_provision", "outcome_aspiration")
TAKEN_UP_IN: tuple[KnotKind, ...] = ("need", "strength", "elsewhere")


@dataclass(frozen=True, slots=True)
class Joined:
    """How a reader joined one advice: pairs of beginnings of quotes by relation, and each concern with where it is taken up."""

    relations: dict[str, list[list[str]]]
    concerns: dict[str, tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Joint:
    """One relation in one advice: the units of either side, and of every pair whether the reader joined it (None: unsaid)."""

    relation: str
    ones: Sequence[Knot]
    others: Sequence[Knot]
    labels: Sequence[Sequence[bool | None]]


def joined_advices(corpus: Path) -> dict[str, Joined]:
    """Read `<corpus>/units/threads` and `cases`: name of the advice's file, without its ending -> how it is joined."""
    cases = {
        case_id(item, hand): Joined(relations(item), case_concerns(item)) for hand, item in unit_items(corpus, "cases")
    }
    return cases | {
        item["advice"]: Joined(
            {name: item[name] for name in RELATIONS},
            {said: (where[0], where[1]) if where else None for said, *where in item["concerns"]},
        )
        for _, item in unit_items(corpus, "threads")
    }


def concern_task(pairs: "Iterable[tuple[Labelled, Doc]]", corpus: Path) -> Task:
    """Return the task of telling a concern among the remarks of views, hopes and current involvement.

    Args:
        pairs: labelled advices with their annotated documents.
        corpus: folder of the sample advices.
    """
    joined = joined_advices(corpus)
    task = Task("concern", CONCERN)
    for labelled, doc in pairs:
        advice = joined.get(labelled.document.path.stem)
        for sentence in raised(doc) if advice else ():
            assert advice is not None
            found = any(begins(sentence.text, said) for said in advice.concerns)
            _add(task, concern_example(sentence), found, labelled.writer)
    task.examples = signed(task.name, task.examples)
    return task


def alone_task(pairs: "Iterable[tuple[Labelled, Doc]]", corpus: Path) -> Task:
    """Return the task of telling two units that belong together by what the two say.

    Args:
        pairs: labelled advices with their annotated documents.
        corpus: folder of the sample advices.
    """
    joined = joined_advices(corpus)
    task = Task("links.alone", ALONE)
    for labelled, doc in pairs:
        advice = joined.get(labelled.document.path.stem)
        for example, linked in _examples(doc, advice) if advice else ():
            _add(task, example, linked, labelled.writer)
    return task


def link_task(pairs: "Iterable[tuple[Labelled, Doc]]", corpus: Path) -> Task:
    """Return the task of telling two units that belong together by how they stand among their rivals.

    Args:
        pairs: labelled advices with their annotated documents, whose threads rest on `links.alone` as it answers for a
            writer never seen.
        corpus: folder of the sample advices.
    """
    joined = joined_advices(corpus)
    task = Task("links", LINKS)
    for labelled, doc in pairs:
        advice = joined.get(labelled.document.path.stem)
        for example, linked in _among_rivals(doc, advice) if advice else ():
            _add(task, example, linked, labelled.writer)
    return task


def _add(task: Task, example: Example, yes: bool, writer: str) -> None:
    task.examples.append(example)
    task.labels.append("yes" if yes else "no")
    task.writers.append(writer)


def joints(doc: "Doc", advice: Joined) -> Iterator[Joint]:
    """Yield every relation of an advice with what the reader said of each pair."""
    whole = thread(doc)
    for relation, pairs in advice.relations.items():
        ones, others = (whole.of(cast(KnotKind, kind)) for kind in relation.split("_"))
        yield Joint(relation, ones, others, [_partners(one, others, pairs) for one in ones])
    for said, where in advice.concerns.items():
        sentence = next((s for s in raised(doc) if begins(s.text, said)), None)
        if sentence is not None:
            knot = sentence_knot("concern", sentence)
            for kind in TAKEN_UP_IN:
                others = whole.of(kind)
                yield Joint(f"concern_{kind}", [knot], others, [_takers(others, kind, where)])


def _partners(one: Knot, others: Sequence[Knot], pairs: Sequence[Sequence[str]]) -> list[bool | None]:
    names = [second for first, second in pairs if begins(one.quote.text, first)]
    return [any(begins(other.quote.text, name) for name in names) for other in others]


def _takers(others: Sequence[Knot], kind: str, where: tuple[str, str] | None) -> list[bool | None]:
    """Return which units take a concern up; None where the reader did not say."""
    taken = [where is not None and where[0] == kind and begins(other.quote.text, where[1]) for other in others]
    # Only the best place was written down: a unit of another kind may take the concern up as well.
    return [linked if linked or where is None or where[0] == kind else None for linked in taken]


def _examples(doc: "Doc", advice: Joined) -> Iterator[tuple[Example, bool]]:
    for joint in joints(doc, advice):
        meanings = [k.meaning for k in joint.ones], [k.meaning for k in joint.others]
        near = _near(joint.relation, [k.words for k in joint.ones], [k.words for k in joint.others])
        yield from _labelled(link_examples(*meanings, joint.relation, near), joint.labels)


def _near(relation: str, ones: Sequence[str], others: Sequence[str]) -> "NDArray[Any]":
    """Return how near units of the two kinds of a relation lie in the space of links."""
    one, other = relation.split("_")
    read = space().read({one: ones, other: others})
    near: NDArray[Any] = read[one] @ read[other].T
    return near


def _labelled(
    examples: Sequence[Sequence[Example]], labels: Sequence[Sequence[bool | None]]
) -> Iterator[tuple[Example, bool]]:
    for row, said in zip(examples, labels, strict=True):
        for example, linked in zip(row, said, strict=True):
            if linked is not None:
                yield example, linked


def _among_rivals(doc: "Doc", advice: Joined) -> Iterator[tuple[Example, bool]]:
    whole = thread(doc)
    for relation, pairs in advice.relations.items():
        one, other = (cast(KnotKind, kind) for kind in relation.split("_"))
        others = whole.of(other)
        yield from _labelled(_rivals(whole, one, other), [_partners(k, others, pairs) for k in whole.of(one)])
    for kind in TAKEN_UP_IN:
        others = whole.of(kind)
        for row, knot in zip(_rivals(whole, "concern", kind), whole.of("concern"), strict=True):
            said = next((said for said in advice.concerns if begins(knot.quote.text, said)), None)
            if said is not None:
                yield from _labelled([row], [_takers(others, kind, advice.concerns[said])])


def _rivals(whole: Thread, one: KnotKind, other: KnotKind) -> list[list[Example]]:
    return rival_examples(whole.rivals(one, other), whole.of(one), whole.of(other))


def begins(text: str, beginning: str) -> bool:
    """Tell whether a text is the one whose beginning a reader wrote down."""
    plain = " ".join(text.split())
    return plain.startswith(beginning) or (len(beginning.split()) > 3 and quotes_match(plain, beginning))
