"""What every report format is given and gives back, and how a format is found by its name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, cast

from advice_audit.results import AdviceResult

if TYPE_CHECKING:
    from advice_audit.documents.model import Document
    from advice_audit.rubric.model import Rubric

FormatName = Literal["text", "json", "html", "docx", "sarif"]


@dataclass(frozen=True, slots=True)
class Audited:
    """One file's result, and the document it is about (None where the file could not be read)."""

    result: AdviceResult
    document: "Document | None" = None


@dataclass(frozen=True, slots=True)
class Screen:
    """What the reader looks at: columns of characters, and whether it shows colour. Only `text` asks."""

    width: int = 100
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one `check` did, in the order in which the files were given."""

    rubric: "Rubric"
    audited: Sequence[Audited]
    today: date
    screen: Screen = field(default_factory=Screen)


@dataclass(frozen=True, slots=True)
class Output:
    """One file's worth of report: a name for where a folder is wanted, and the bytes."""

    name: str
    content: bytes


class Format(Protocol):
    """A report format."""

    def __call__(self, run: Run) -> list[Output]:
        """Return the report: one output for all files together, or one a file."""
        ...


_MODULES: dict[FormatName, str] = {
    "text": "text",
    "json": "json",
    "html": "html",
    "docx": "docx",
    "sarif": "sarif",
}


def find_format(name: FormatName) -> Format:
    """Return the format of that name; its module, and what it needs, is imported only now."""
    module = import_module(f"advice_audit.reports.{_MODULES[name]}")
    return cast(Format, module.render)
