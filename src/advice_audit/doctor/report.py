"""What the doctor reports: for a person, and as JSON."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal["ok", "missing", "wrong"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Computer(_Part):
    """What it runs on. `memory_mb` is all the memory there is, `free_mb` what a new program could have."""

    system: str
    python: str
    processors: int
    memory_mb: int
    free_mb: int


class Installed(_Part):
    """A library or program; `for_what` says what it is needed for, where one can do without it."""

    name: str
    version: str | None
    state: State
    for_what: str | None = None


class Model(_Part):
    """A part of the models, with the beginning of the hash of its bytes."""

    name: str
    state: State
    version: str | None = None
    hash: str | None = None
    message: str | None = None


class RubricState(_Part):
    """A rubric that ships with the product."""

    id: str
    title: str | None
    version: str | None
    hash: str | None
    criteria: int
    state: State
    message: str | None = None


class StoreState(_Part):
    """The store. `revision` is that of its tables; `newest` that which this program writes."""

    place: str
    state: State
    message: str | None = None
    revision: str | None = None
    newest: str | None = None
    audits: int | None = None
    documents: int | None = None
    last_audit: str | None = None
    megabytes: float | None = None


class Speed(_Part):
    """How fast an invented advice of `words` words is audited: seconds to load, to parse it and to judge it."""

    words: int
    load_seconds: float
    parse_seconds: float
    judge_seconds: float
    advices_a_minute: float


class Diagnosis(_Part):
    """Everything that the doctor found. `healthy` is false where something that is needed is missing or wrong."""

    version: Literal["1"] = "1"
    program: str
    model_version: str | None
    healthy: bool
    computer: Computer
    libraries: list[Installed] = Field(default_factory=list)
    extras: list[Installed] = Field(default_factory=list)
    models: list[Model] = Field(default_factory=list)
    rubrics: list[RubricState] = Field(default_factory=list)
    store: StoreState
    speed: Speed | None = None


def in_text(diagnosis: Diagnosis) -> str:
    """Return the diagnosis for a person."""
    machine = diagnosis.computer
    lines = [
        f"advice-audit {diagnosis.program}: {'everything is in order' if diagnosis.healthy else 'something is wrong'}",
        f"{machine.system}, Python {machine.python}, {machine.processors} processors, "
        f"{machine.memory_mb:,} MB of memory ({machine.free_mb:,} MB free)",
        "",
        "Models",
        *(_line(one.state, one.name, one.version, one.hash, one.message) for one in diagnosis.models),
        "",
        "Rubrics",
        *(_line(r.state, r.id, r.version, r.hash, r.message or f"{r.criteria} criteria") for r in diagnosis.rubrics),
        "",
        "Store",
        _line(diagnosis.store.state, diagnosis.store.place, *_store(diagnosis.store)),
        "",
        "Libraries",
        *(_line(one.state, one.name, one.version) for one in diagnosis.libraries),
        "",
        "What one can do without",
        *(_line(one.state, one.name, one.version, one.for_what) for one in diagnosis.extras),
    ]
    if diagnosis.speed is not None:
        lines += ["", "Speed", *_speed(diagnosis.speed)]
    return "\n".join(lines) + "\n"


def _line(state: State, *parts: str | None) -> str:
    return f"  {state:<8}{'  '.join(part for part in parts if part)}"


def _store(store: StoreState) -> list[str | None]:
    if store.message:
        return [store.message]
    size = None if store.megabytes is None else f"{store.megabytes:,.1f} MB"
    last = f"last audit {store.last_audit}" if store.last_audit else None
    return [f"tables {store.revision}", f"{store.audits:,} audits of {store.documents:,} files", size, last]


def _speed(speed: Speed) -> list[str]:
    return [
        f"  The models load in {speed.load_seconds:.1f} s.",
        f"  An invented advice of {speed.words} words: parsed in {speed.parse_seconds:.2f} s, "
        f"judged in {speed.judge_seconds:.2f} s.",
        f"  About {speed.advices_a_minute:.0f} such advices a minute with one worker.",
    ]
