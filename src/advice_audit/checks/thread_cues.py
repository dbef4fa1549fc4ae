"""What the checks of the golden thread share: how well one unit is joined to those it should be joined to."""

from typing import TYPE_CHECKING

from advice_audit.checks.learned import Candidate
from advice_audit.classify.features import Example

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
    import numpy as np

    chances = whole.links(one, other)
    if across:
        chances = chances.T
    row = chances[index] if chances.size else np.zeros(0)
    if not len(row):
        return {"no_partners": 1.0}
    order = np.sort(row)[::-1]
    rivals = np.delete(chances, index, axis=0)
    margin = row - (rivals.max(axis=0) if len(rivals) else 0.0)
    best = float(order[0])
    return {
        "best_odds": odds(best),
        "alone": odds(_best_alone(whole, one, other, index, across)),
        "second": float(order[1]) if len(order) > 1 else 0.0,
        "margin": float(margin.max()),
        "chosen": float((margin >= 0).any()),
        **{f"top_{name}": value for name, value in whole.nearest(one, other, index, across).items()},
    }


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
    near = {f"top_{name}": value for name, value in whole.nearest(one, other, index).items()}
    return {"alone": odds(_best_alone(whole, one, other, index, across=False)), **near}


def _best_alone(whole: "Thread", one: "KnotKind", other: "KnotKind", index: int, across: bool) -> float:
    alone = whole.alone(one, other)
    return float((alone[:, index] if across else alone[index]).max())


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
    from advice_audit.checks.provision._units import is_nothing, kind_cues
    from advice_audit.language.thread import thread

    whole = thread(doc)
    made = []
    for index, (knot, unit) in enumerate(zip(whole.of("provision"), doc.spans["provisions"], strict=True)):
        if is_nothing(unit):
            continue
        cues = {f"kind {n}": v for n, v in kind_cues(unit, context).items() if n in KINDS_THAT_TELL}
        need = joined(whole, "need", "provision", index, across=True)
        outcome = joined(whole, "outcome", "provision", index, across=True)
        cues |= {f"need {n}": v for n, v in need.items() if not n.startswith("top_") or n in NAMED}
        cues |= {f"outcome {n}": v for n, v in outcome.items() if not n.startswith("top_") or n in NAMED}
        cues["outcome beside_others"] = beside_others(whole, "outcome", "provision", index)
        cues["through"] = through(whole, "need", "outcome", "provision", index, back=True)
        made.append(Candidate(knot.quote, Example("", knot.meaning.vector, cues)))
    return made
