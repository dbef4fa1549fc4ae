"""The record of a sample: all that a reader needs to check it, or to draw it again."""

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Chosen(_Part):
    """One advice of the sample. `file` is None where its name may not be shown; `became` says what came of it."""

    position: int
    lot: str
    file: str | None
    service: str | None
    completed: date | None
    became: str


class EarlierDraw(_Part):
    """A draw for the same term that this one took the place of."""

    drawn_at: datetime
    drawn_by: str
    seed: int
    reason: str | None


class SampleRecord(_Part):
    """One draw.

    `listed` is how many advices the source has, `population` how many of them the term is about, `eligible` how many
    could be chosen; `excluded` gives the reasons for the difference, with numbers. `list_hash` is the SHA-256 of the
    names of those that could be chosen, one a line; `repeat` the command that draws the sample again.
    """

    term: str
    title: str
    drawn_at: datetime
    drawn_by: str
    source: str
    size: int
    seed: int
    stratified_by: str | None
    listed: int
    population: int
    eligible: int
    excluded: tuple[tuple[str, int], ...]
    method: str
    list_hash: str
    repeat: str
    chosen: tuple[Chosen, ...]
    reserves: tuple[Chosen, ...]
    earlier: tuple[EarlierDraw, ...]
    reminder: str
