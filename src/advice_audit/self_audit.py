"""A manager's own audit as one file, and its way into the store of the person who collects them, once only."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from advice_audit.errors import ConfigurationError
from advice_audit.initials import Initials
from advice_audit.results import AdviceResult
from advice_audit.store.audits import get_audit, save_audit
from advice_audit.store.base import now
from advice_audit.store.events import record
from advice_audit.store.models import Import

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

KIND = "self-audit"
LARGEST = 5_000_000


class SelfAudit(BaseModel):
    """What the file holds. `names` says whether names are shown in full; `people` is empty where they are not.

    `check` is the SHA-256 of all the rest, so that a file that was changed on its way is refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["advice-audit self-audit"] = "advice-audit self-audit"
    version: Literal[1] = 1
    audited_at: AwareDatetime
    audited_by: str
    rubric_id: str
    rubric_hash: str
    model_version: str
    names: Literal["initials", "full"]
    people: list[str]
    comment: str | None
    result: AdviceResult
    check: str = ""

    def sealed(self) -> "SelfAudit":
        """Return it with its check."""
        return self.model_copy(update={"check": self.hash()})

    def hash(self) -> str:
        """Return the SHA-256 of everything but the check itself."""
        data = self.model_dump(mode="json", exclude={"check"})
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def pack(
    result: AdviceResult,
    *,
    rubric_id: str,
    rubric_hash: str,
    model_version: str,
    by: str,
    people: Sequence[str],
    identify: bool,
    comment: str | None = None,
    at: datetime | None = None,
) -> bytes:
    """Return a self-audit as the content of a file.

    Args:
        result: the audit.
        rubric_id: id of the rubric; `rubric_hash` and `model_version` as in `advice_audit.versions`.
        by: the manager.
        people: names found in the advice.
        identify: show names in full; otherwise they become initials, in the file's name too.
        comment: what the manager says of it.
        at: when it was audited; now where it is not given.

    Raises:
        ConfigurationError: the advice could not be read.
    """
    if result.error is not None:
        raise ConfigurationError(result.error.code, f"{result.file}: {result.error.message}")
    initials = Initials(() if identify else people)
    sealed = SelfAudit(
        audited_at=(at or now()).astimezone(UTC),
        audited_by=by,
        rubric_id=rubric_id,
        rubric_hash=rubric_hash,
        model_version=model_version,
        names="full" if identify else "initials",
        people=list(people) if identify else [],
        comment=initials.optional(comment),
        result=_masked(result, initials),
    ).sealed()
    return (sealed.model_dump_json(indent=1) + "\n").encode()


def _masked(result: AdviceResult, initials: Initials) -> AdviceResult:
    data = result.model_dump()
    name = initials.file(PurePath(result.file.replace("\\", "/")).name)
    return AdviceResult.model_validate({**_texts(data, initials), "file": name, "sha256": result.sha256})


def _texts(value: Any, initials: Initials) -> Any:
    """Return the same data with names as initials in every text. Ids and hashes hold no names."""
    if isinstance(value, str):
        return initials.text(value)
    if isinstance(value, dict):
        return {key: _texts(one, initials) for key, one in value.items()}
    if isinstance(value, list):
        return [_texts(one, initials) for one in value]
    return value


def unpack(path: Path) -> SelfAudit:
    """Read a self-audit's file.

    Raises:
        ConfigurationError: it is none, or was changed on its way.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ConfigurationError("bad-self-audit", f"{path}: too large to be a self-audit")
        found = SelfAudit.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ConfigurationError("no-file", f"{path}: cannot be read ({error.strerror})") from error
    except ValidationError as error:
        raise ConfigurationError("bad-self-audit", f"{path}: this is not a self-audit of advice-audit") from error
    if found.check != found.hash() or found.result.status != "audited":
        raise ConfigurationError("bad-self-audit", f"{path}: changed on its way; ask for it again")
    return found


def take_in(session: "Session", path: Path, *, by: str, at: datetime | None = None) -> int:
    """Take a self-audit into the store, and return the audit's number.

    Raises:
        ConfigurationError: it cannot be read, or was taken in before, under whatever name.
    """
    found = unpack(path)
    known = session.get(Import, found.check)
    if known is not None:
        message = f"{path}: taken in already, on {known.at:%d/%m/%Y} by {known.by}; nothing was changed"
        raise ConfigurationError("already-imported", message)
    session.add(Import(sha256=found.check, kind=KIND, name=path.name, at=at or now(), by=by))
    number = save_audit(
        session,
        found.result,
        rubric_id=found.rubric_id,
        rubric_hash=found.rubric_hash,
        model_version=found.model_version,
        origin="self",
        by=found.audited_by,
        # Two managers may each have an "advice.docx".
        path=f"self-audit/{(found.result.sha256 or found.check)[:12]}/{found.result.file}",
        people=found.people,
        at=found.audited_at,
    )
    row = get_audit(session, number)
    row.rest = {**row.rest, "comment": found.comment}
    record(session, by, "self-audit-received", f"audit {number}", when=at, file=found.check[:12])
    return number
