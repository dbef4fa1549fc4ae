"""What a classifier sees of a span: its words with names and times masked, its sentence vector, and cues."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span

# Names and dates are masked so that nothing is learnt about one child or one year.
MASKED_GROUPS = ("people", "times")


@dataclass(frozen=True, slots=True)
class Example:
    """One thing to judge.

    Args:
        text: masked, lower-case words separated by single spaces.
        vector: sentence vector of the original words.
        cues: named numbers that rules found, such as `{"frequency": 1.0}`; absent means 0.
    """

    text: str
    vector: "NDArray[Any]"
    cues: Mapping[str, float] = field(default_factory=dict)


def example(spans: "Span | Iterable[Span]", cues: Mapping[str, float] | None = None) -> Example:
    """Make an example of a span, or of the cells of a row taken together.

    Args:
        spans: one span, or several of the same `Doc`.
        cues: what rules found there.
    """
    import numpy as np
    from spacy.tokens import Span

    from advice_audit.language.vectors import sentence_vector

    parts = [spans] if isinstance(spans, Span) else list(spans)
    text = " | ".join(masked(part) for part in parts)
    vector = np.mean([sentence_vector(part) for part in parts], axis=0)
    return Example(text, vector, dict(cues or {}))


def masked(span: "Span") -> str:
    """Return the lower-case words of a span with people and times replaced by their labels."""
    masks = _masks(span.doc)
    out: list[str] = []
    for token in span:
        mask = masks.get(token.i)
        if mask is None:
            if not token.is_space:
                out.append("0" if token.like_num else token.lower_.replace("’", "'"))
        elif not out or out[-1] != mask:
            out.append(mask)
    return " ".join(out)


def _masks(doc: "Doc") -> dict[int, str]:
    cached = doc.user_data.get("masks")
    if cached is None:
        cached = {
            index: f"<{span.label_}>"
            for group in MASKED_GROUPS
            if group in doc.spans
            for span in doc.spans[group]
            for index in range(span.start, span.end)
        }
        doc.user_data["masks"] = cached
    result: dict[int, str] = cached
    return result
