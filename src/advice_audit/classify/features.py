"""What a classifier sees of a span: its words with names and times masked, its sentence vector, and cues."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span, Token

# Names and dates are masked so that nothing is learnt about one child or one year.
MASKED_GROUPS = ("people", "times")


@dataclass(frozen=True, slots=True)
class Example:
    """One thing to judge.

    Args:
        text: masked, lower-case words separated by single spaces.
        vector: sentence vector of the original words.
        cues: named numbers that rules found, such as `{"frequency": 1.0}`; absent means 0.
    words: as they stand in the advice, for the encoder; empty where it is not asked.
    """

    text: str
    vector: "NDArray[Any]"
    cues: Mapping[str, float] = field(default_factory=dict)
    words: str = ""


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
    vectors = [sentence_vector(part) for part in parts]
    vector = vectors[0] if len(vectors) == 1 else np.mean(vectors, axis=0)
    return Example(text, vector, dict(cues or {}), plain_words(parts))


def plain_words(spans: "Iterable[Span]") -> str:
    """Return the words of spans as they stand, white space made single, a bar between two cells."""
    from advice_audit.language.canonical import words_of

    return " | ".join(" ".join(words_of(span).split()) for span in spans)


def masked(span: "Span") -> str:
    """Return the lower-case words of a span with people and times replaced by their labels."""
    masks, words = _masks(span.doc), _words(span.doc)
    out: list[str] = []
    for index in range(span.start, span.end):
        mask = masks.get(index)
        if mask is None:
            if words[index]:
                out.append(words[index])
        elif not out or out[-1] != mask:
            out.append(mask)
    return " ".join(out)


def _masks(doc: "Doc") -> dict[int, str]:
    from advice_audit.language.canonical import kept, spans_of

    def masks() -> dict[int, str]:
        spans = (span for group in MASKED_GROUPS for span in spans_of(doc, group))
        return {index: f"<{span.label_}>" for span in spans for index in range(span.start, span.end)}

    return kept(doc, "masks", masks)


def _words(doc: "Doc") -> list[str]:
    """Return the words of a document as a classifier sees them, white space as nothing."""
    from advice_audit.language.canonical import kept, tokens_of

    def word(token: "Token") -> str:
        return "" if token.is_space else "0" if token.like_num else token.lower_.replace("’", "'")

    return kept(doc, "masked words", lambda: [word(token) for token in tokens_of(doc)])
