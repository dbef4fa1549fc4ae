"""Fitting a classifier, with its calibration from writers it has not seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from advice_audit.classify.features import Example
from advice_audit.classify.model import Classifier, calibrated, matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Recipe:
    """Settings of a fit. `strength` is scikit-learn's C: larger trusts the data more."""

    strength: float = 1.0
    vector_weight: float = 2.0
    cue_weight: float = 1.5
    use_words: bool = True
    folds: int = 8


DEFAULT = Recipe()


@dataclass(frozen=True, slots=True)
class Fitted:
    """A classifier and what it said of each training example when its writer was left out."""

    classifier: Classifier
    held_out: "NDArray[Any]"


def fit(
    name: str, examples: Sequence[Example], labels: Sequence[str], writers: Sequence[str], recipe: Recipe = DEFAULT
) -> Fitted:
    """Fit on everything, calibrated on predictions made for writers left out in turn.

    Args:
        name: what the classifier decides.
        examples, labels, writers: parallel sequences; at least two labels and two writers.
        recipe: settings.
    """
    import numpy as np
    from sklearn.model_selection import GroupKFold

    target = np.asarray(labels)
    classes = tuple(sorted(set(labels)))
    folds = GroupKFold(min(recipe.folds, len(set(writers))))
    decisions = np.zeros((len(labels), 1 if len(classes) == 2 else len(classes)))
    for inside, outside in folds.split(target, target, writers):
        part = _fit_raw(name, [examples[i] for i in inside], target[inside], classes, recipe)
        features = matrix([examples[i] for i in outside], part.words, part.cues, part.vector_weight, part.cue_weight)
        decisions[outside] = features @ part.coefficients.T + part.intercepts
    slope, offset = _platt(decisions, target, classes)
    raw = _fit_raw(name, examples, target, classes, recipe)
    final = Classifier(
        raw.name, classes, raw.words, raw.cues, raw.vector_weight, raw.cue_weight,
        raw.coefficients, raw.intercepts, slope, offset,
    )  # fmt: skip
    return Fitted(final, calibrated(decisions, slope, offset))


def _fit_raw(
    name: str, examples: Sequence[Example], target: "NDArray[Any]", classes: tuple[str, ...], recipe: Recipe
) -> Classifier:
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    words = None
    if recipe.use_words:
        # token_pattern is a plain split: the words were tokenised by the pipeline.
        words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"\S+")
        words.fit([e.text for e in examples])
    cues = DictVectorizer().fit([e.cues for e in examples]) if any(e.cues for e in examples) else None
    features = matrix(examples, words, cues, recipe.vector_weight, recipe.cue_weight)
    model = LogisticRegression(C=recipe.strength, max_iter=2000)
    model.fit(features, target)
    coefficients, intercepts = model.coef_, model.intercept_
    if len(classes) > 2 and tuple(model.classes_) != classes:
        # A class unseen in this fold gets a very low score.
        full = np.zeros((len(classes), features.shape[1])), np.full(len(classes), -20.0)
        rows = [classes.index(c) for c in model.classes_] if len(model.classes_) > 2 else []
        full[0][rows], full[1][rows] = coefficients, intercepts
        coefficients, intercepts = full
    return Classifier(
        name, classes, words, cues, recipe.vector_weight, recipe.cue_weight, coefficients, intercepts, 1.0, 0.0
    )


def _platt(decisions: "NDArray[Any]", target: "NDArray[Any]", classes: tuple[str, ...]) -> tuple[float, float]:
    import numpy as np
    from scipy.optimize import minimize

    index = np.searchsorted(np.asarray(classes), target)

    def loss(parameters: "NDArray[Any]") -> float:
        chances = calibrated(decisions, parameters[0], parameters[1])
        picked = chances[np.arange(len(index)), index]
        return float(-np.log(np.clip(picked, 1e-9, 1)).mean())

    best = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(best[0]), float(best[1] if decisions.shape[1] == 1 else 0.0)
