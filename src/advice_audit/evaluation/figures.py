"""All figures of one evaluation in a form that can be printed, saved and compared."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from advice_audit.agreement import SURE, Agreement, agreement, wilson
from advice_audit.errors import ConfigurationError
from advice_audit.evaluation.score import Compared, Counts, Evaluation, weighted_kappa


class _Figures(BaseModel):
    model_config = ConfigDict(frozen=True)


class CountFigures(_Figures):
    """Precision, recall and F1 of some findings; None where there is nothing to divide by.

    `precision_interval` and `recall_interval` are 95% Wilson intervals.
    """

    matched: int
    false_alarms: int
    misses: int
    precision: float | None
    recall: float | None
    f1: float | None
    precision_interval: tuple[float, float] | None = None
    recall_interval: tuple[float, float] | None = None


class CriterionFigures(CountFigures):
    """Figures of one criterion.

    `kappa` is the quadratic weighted kappa of verdicts, `ac1` Gwet's AC1 and `agreement` the plain share of equal
    answers to whether there is something to find or not.
    """

    kappa: float | None
    agreement: float | None
    ac1: float | None


class Figures(_Figures):
    """Figures of a set of labelled advices. `f1_interval` is a 95% bootstrap interval over advices."""

    advices: int
    writers: tuple[str, ...]
    micro: CountFigures
    f1_interval: tuple[float, float] | None
    macro_f1: float
    kappa: float | None
    agreement: float | None
    ac1: float | None
    traps_hit: int
    traps: int
    criteria: dict[str, CriterionFigures]
    by_writer: dict[str, CountFigures]
    by_layout: dict[str, CountFigures]
    by_quality: dict[str, CountFigures]


def figures(evaluation: Evaluation, *, seed: int = 2026, rounds: int = 2000) -> Figures:
    """Return all figures of an evaluation.

    Args:
        evaluation: the advices compared with their labels.
        seed: of the bootstrap.
        rounds: how often the bootstrap draws.
    """
    compared = evaluation.compared
    hit, traps = evaluation.traps()
    pairs = evaluation.verdict_pairs()
    agreed = _agreed(pairs)
    return Figures(
        advices=len(compared),
        writers=tuple(evaluation.by_writer()),
        micro=_counts(evaluation.micro()),
        f1_interval=_bootstrap([_total(one) for one in compared], seed, rounds),
        macro_f1=round(evaluation.macro_f1(), 4),
        kappa=_rounded(weighted_kappa(pairs)),
        agreement=agreed.share,
        ac1=agreed.ac1,
        traps_hit=hit,
        traps=traps,
        criteria={name: _criterion(evaluation, name) for name in evaluation.criteria()},
        by_writer=_split(evaluation, [one.gold.writer for one in compared]),
        by_layout=_split(evaluation, [one.gold.meta.layout for one in compared]),
        by_quality=_split(evaluation, [one.gold.meta.quality for one in compared]),
    )


def _total(one: Compared) -> Counts:
    return Counts(len(one.matched), len(one.false_alarms), len(one.misses))


def _counts(counts: Counts) -> CountFigures:
    return CountFigures(
        matched=counts.matched,
        false_alarms=counts.false_alarms,
        misses=counts.misses,
        precision=_rounded(counts.precision),
        recall=_rounded(counts.recall),
        f1=_rounded(counts.f1),
        precision_interval=wilson(counts.matched, counts.matched + counts.false_alarms),
        recall_interval=wilson(counts.matched, counts.labelled),
    )


def _criterion(evaluation: Evaluation, name: str) -> CriterionFigures:
    pairs = evaluation.verdict_pairs(name)
    agreed = _agreed(pairs)
    return CriterionFigures(
        **_counts(evaluation.counts(name)).model_dump(),
        kappa=_rounded(weighted_kappa(pairs)),
        agreement=agreed.share,
        ac1=agreed.ac1,
    )


def _split(evaluation: Evaluation, keys: Sequence[str]) -> dict[str, CountFigures]:
    parts: dict[str, list[Compared]] = {}
    for key, one in zip(keys, evaluation.compared, strict=True):
        parts.setdefault(key, []).append(one)
    return {key: _counts(evaluation.micro(None, parts[key])) for key in sorted(parts)}


def _bootstrap(totals: Sequence[Counts], seed: int, rounds: int) -> tuple[float, float] | None:
    """Return the interval of micro F1 when advices are drawn anew: findings of one advice are not independent."""
    if len(totals) < 2:
        return None
    import numpy as np

    table = np.array([(c.matched, c.false_alarms, c.misses) for c in totals], dtype=float)
    drawn = np.random.default_rng(seed).integers(0, len(table), size=(rounds, len(table)))
    matched, alarms, misses = table[drawn].sum(axis=1).T
    divisor = 2 * matched + alarms + misses
    f1 = np.divide(2 * matched, divisor, out=np.ones_like(divisor), where=divisor > 0)
    low, high = np.quantile(f1, [(1 - SURE) / 2, (1 + SURE) / 2])
    return round(float(low), 4), round(float(high), 4)


def _agreed(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Return the agreement on whether there is something to find or not."""
    return agreement([[_found(one) for one in pair] for pair in pairs], ("found", "nothing"))


def _found(verdict: str) -> str:
    return "found" if verdict in ("partly_met", "not_met") else "nothing"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def load_figures(path: Path) -> dict[str, Figures]:
    """Read saved figures, by the name of their set; empty where there is no such file.

    Raises:
        ConfigurationError: the file is not one of saved figures.
    """
    import json

    if not path.exists():
        return {}
    try:
        return {name: Figures.model_validate(data) for name, data in json.loads(path.read_text("utf-8")).items()}
    except (ValueError, AttributeError, OSError) as error:
        raise ConfigurationError("bad-figures", f"{path}: not a file of saved figures") from error


def save_figures(path: Path, name: str, new: Figures) -> None:
    """Put one set's figures into a file, beside those of the other sets.

    Raises:
        ConfigurationError: the file cannot be written.
    """
    import json

    every = {**load_figures(path), name: new}
    text = json.dumps({key: every[key].model_dump(mode="json") for key in sorted(every)}, indent=1)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigurationError("cannot-write", f"{path}: cannot be written ({error.strerror})") from error
