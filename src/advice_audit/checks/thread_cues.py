"""What the checks of the golden thread share: how well one unit is joined to those it should be joined to."""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate
from advice_audit.classify.features import Example
from advice_audit.language.canonical import spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from advice_audit.checks.model import Context
    from advice_audit.language.thread import KnotKind, Thread

    Cues = dict[str, float]

NAMED = ("top_same_name", "top_same_service")
# Kinds of provision that more often stand alone (another service's) or seldom do (a social worker's visits).
KINDS_THAT_TELL = frozenset(
    "catalogue_health catalogue_education health education social_work carers therapeutic council".split()
)


def joined(whole: "Thread", one: "KnotKind", other: "KnotKind", index: int, across: bool = False) -> "Cues":
    """Return how well one unit is joined to the units of another kind.

    Args:
        whole: the thread.
        one, other: the relation, such as `need` and `provision`.
        index: of the unit among those of kind `one`, or of kind `other` where `across`.
        across: look from the relation's second kind to its first.

    Returns:
        Cues: the odds of the best link, among its rivals and by what the two say alone; the second-best; how far the best one
        stands out from what the unit's rivals have with the same partner; whether any partner has this unit as its own best;
        and the bare cues of nearness.
    """
    key = ("joined", one, other, across)
    if key not in whole.kept:
        whole.kept[key] = _joined(whole, one, other, across)
    cues: Cues = whole.kept[key][index]
    return cues


def _joined(whole: "Thread", one: "KnotKind", other: "KnotKind", across: bool) -> "list[Cues]":
    import numpy as np

    chances = whole.links(one, other).T if across else whole.links(one, other)
    if not chances.size:
        return [{"no_partners": 1.0}] * len(chances)
    order = np.sort(chances, axis=1)[:, ::-1]
    # What the best rival of each unit has with the same partner: the best of all, or the second where that is its own.
    ranked = np.sort(chances, axis=0)[::-1]
    rivals = np.where(chances == ranked[0], ranked[1], ranked[0]) if len(ranked) > 1 else 0.0
    margin = chances - rivals
    alone = (whole.alone(one, other).T if across else whole.alone(one, other)).max(axis=1)
    nearest = {f"top_{name}": values.tolist() for name, values in whole.nearest(one, other, across).items()}
    return [
        {
            "best_odds": odds(float(order[i, 0])),
            "alone": odds(float(alone[i])),
            "second": float(order[i, 1]) if order.shape[1] > 1 else 0.0,
            "margin": float(margin[i].max()),
            "chosen": float((margin[i] >= 0).any()),
            **{name: values[i] for name, values in nearest.items()},
        }
        for i in range(len(chances))
    ]


def joined_alone(whole: "Thread", one: "KnotKind", other: "KnotKind", index: int) -> "Cues":
    """Return how near a unit is to those of another kind by what they say, whatever rivals it has.

    Of concerns many may be taken up by one need, so that they are no rivals of each other.

    Args:
        whole, one, other, index: as for `joined`.

    Returns:
        `alone`, the odds of the best link, and the bare cues of nearness; or `no_partners`.
    """
    if not whole.of(other):
        return {"no_partners": 1.0}
    near = {f"top_{name}": float(values[index]) for name, values in whole.nearest(one, other).items()}
    return {"alone": odds(float(whole.alone(one, other)[index].max())), **near}


def beside_others(whole: "Thread", one: "KnotKind", other: "KnotKind", index: int) -> float:
    """Return how far the best link of a unit of kind `other` stands above the mean of its fellows' best; 0 without links.

    Args:
        whole, one, other: as for `joined`.
        index: of the unit among those of kind `other`.
    """
    chances = whole.links(one, other)
    if not chances.size:
        return 0.0
    best = [odds(float(chance)) for chance in chances.max(axis=0)]
    return best[index] - sum(best) / len(best)


def through(
    whole: "Thread", first: "KnotKind", middle: "KnotKind", last: "KnotKind", index: int, back: bool = False
) -> float:
    """Return the best link by way of a third kind, such as from a need over an outcome to a provision.

    Args:
        whole: the thread.
        first, middle, last: kinds in the order in which the relations are named.
        index: of the unit among those of kind `first`, or of `last` where `back`.
        back: look from the last kind to the first.
    """
    one, two = whole.links(first, middle), whole.links(middle, last)
    if not one.size or not two.size:
        return 0.0
    paths = one[:, :, None] * two[None, :, :]
    return float(paths[:, :, index].max() if back else paths[index].max())


def odds(chance: float) -> float:
    """Return the log odds of a chance, within -1 and 1."""
    from math import log

    kept = min(max(chance, 0.01), 0.99)
    return log(kept / (1 - kept)) / 4.6


def provision_candidates(doc: "Doc", context: "Context") -> list[Candidate]:
    """Return every provision with cues for how well it is joined to needs and to outcomes, and for its kind."""
    from advice_audit.checks.provision._units import is_nothing
    from advice_audit.language.thread import thread

    whole = thread(doc)
    key = ("provision candidates", context.rubric.id)
    if key not in whole.kept:
        whole.kept[key] = [
            Candidate(knot.quote, Example("", knot.meaning.vector, _provision_cues(whole, index, unit, context)))
            for index, (knot, unit) in enumerate(zip(whole.of("provision"), spans_of(doc, "provisions"), strict=True))
            if not is_nothing(unit)
        ]
    made: list[Candidate] = whole.kept[key]
    return made


def _provision_cues(whole: "Thread", index: int, unit: "Span", context: "Context") -> "Cues":
    from advice_audit.checks.provision._units import kind_cues

    cues = {f"kind {n}": v for n, v in kind_cues(unit, context).items() if n in KINDS_THAT_TELL}
    kinds: tuple[KnotKind, ...] = ("need", "outcome")
    for kind in kinds:
        found = joined(whole, kind, "provision", index, across=True)
        cues |= {f"{kind} {n}": v for n, v in found.items() if not n.startswith("top_") or n in NAMED}
    cues["outcome beside_others"] = beside_others(whole, "outcome", "provision", index)
    cues["through"] = through(whole, "need", "outcome", "provision", index, back=True)
    return cues
