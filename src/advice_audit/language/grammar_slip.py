"""What a slip of grammar is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: half-open token range in the sentence's `Doc`, what is wrong, and what was probably meant."""

    start: int
    end: int
    what: str
    instead: str
