"""Labelled advices: the corpus format, read and validated."""

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from advice_audit.errors import ConfigurationError
from advice_audit.results import Verdict

RENDERED = (".docx", ".pdf", ".txt")


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldFinding(_Gold):
    """A labelled finding; an absence has no quote."""

    criterion: str
    section: str | None = None
    quote: str | None = None
    missing: tuple[str, ...] = ()


class GoldTrap(_Gold):
    """Words that look wrong and are right: a finding there is a false alarm."""

    criterion: str
    quote: str
    why: str = ""


class GoldLabels(_Gold):
    """Everything a careful auditor said of one advice."""

    verdicts: dict[str, Verdict]
    findings: tuple[GoldFinding, ...] = ()
    traps: tuple[GoldTrap, ...] = ()


class GoldChild(_Gold):
    """The child the advice is about."""

    name: str
    pronouns: str
    dob: date


class GoldMeta(_Gold):
    """What the writer knew. A moderated audit does not say who the child is, nor always the purpose."""

    service: str
    purpose: Literal["ehcna", "reassessment", "annual_review", "closure", "tribunal"] | None
    layout: str
    child: GoldChild | None = None
    requested: date | None = None
    completed: date | None = None
    meeting: date | None = None
    quality: Literal["strong", "mixed", "weak"]


class GoldSection(_Gold):
    """A section as written: body parts are `{p: ...}`, `{bullets: [...]}` or `{table: [[...]]}`."""

    kind: str
    heading: str | None = None
    body: tuple[dict[str, Any], ...] = ()


class GoldAdvice(_Gold):
    """One labelled advice. `path` is where its YAML file stands."""

    id: str
    meta: GoldMeta
    sections: tuple[GoldSection, ...]
    gold: GoldLabels
    path: Path = Field(default=Path())

    @property
    def writer(self) -> str:
        """Return the writer's id: the letters before the number."""
        return self.id.rstrip("0123456789")

    def rendered(self) -> Path:
        """Return the rendered file beside the YAML.

        Raises:
            ConfigurationError: there is none.
        """
        for ending in RENDERED:
            if (file := self.path.with_suffix(ending)).exists():
                return file
        raise ConfigurationError("no-rendered-file", f"{self.path}: no .docx, .pdf or .txt of the same name beside it")


def load_gold(path: Path) -> GoldAdvice:
    """Read one labelled advice.

    Raises:
        ConfigurationError: the file is not a labelled advice; the message names the file and the field.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
        return GoldAdvice.model_validate({**data, "path": path})
    except (YAMLError, TypeError, ValueError, OSError) as error:
        where = ""
        if isinstance(error, ValidationError):
            where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConfigurationError("bad-gold", f"{path}: not a labelled advice {where}".rstrip()) from error


def find_gold(paths: list[Path]) -> list[GoldAdvice]:
    """Read every labelled advice in files and folders, in order of name. Unit sets in sub-folders are left out."""
    files: list[Path] = []
    for path in paths:
        files += sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    return [load_gold(file) for file in files]
