"""What every part of a termly or annual report is made of."""

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator


class Part(BaseModel):
    """Base of everything in a report: fixed once filled, and free of signs that Word files cannot hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _printable(cls, value: Any) -> Any:
        return printable(value)


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(value: Any) -> Any:
    """Return a text, or every text in a tuple or list, with control characters as spaces; anything else as it is."""
    if isinstance(value, str):
        return _CONTROL.sub(" ", value)
    return type(value)(map(printable, value)) if type(value) in (tuple, list) else value
