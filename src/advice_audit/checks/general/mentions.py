"""A term at its first mention: what the finders of acronyms, professional words and names of services hand on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Span

TermKind = Literal["acronym", "jargon", "service"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A term at its first mention in running text. `plain` is what to write instead, where that is known."""

    span: "Span"
    sentence: "Span"
    kind: TermKind
    plain: str | None
