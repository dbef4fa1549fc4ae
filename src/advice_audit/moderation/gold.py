"""Moderated audits as labelled advices: a YAML file each, with the advice itself beside it, as `train` reads them."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advice_audit.errors import ConfigurationError, UnreadableDocument
from advice_audit.evaluation.gold import RENDERED
from advice_audit.evaluation.matching import words
from advice_audit.moderation.settle import Stands, finished, what_stands
from advice_audit.private import write_private
from advice_audit.store.audits import get_audit, load_audit

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.documents.model import Document
    from advice_audit.store.models import Audit

QUALITY = {"outstanding": "strong", "good": "strong", "requires_improvement": "mixed", "inadequate": "weak"}


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of one audit: where its labels were written, or why not.

    `lost` counts added findings whose words do not stand in the advice.
    """

    audit_id: int
    file: Path | None
    why: str | None = None
    lost: int = 0


def export_gold(session: "Session", audit_ids: Sequence[int], folder: Path) -> Iterator[Exported]:
    """Write every moderated audit as a labelled advice; files are for their owner only.

    Args:
        session: any session.
        audit_ids: which audits.
        folder: where to; made where it is not there.

    Yields:
        What became of each. One that nobody finished, that is not settled, or whose advice has gone or changed, is
        left out with the reason.

    Raises:
        ConfigurationError: the folder cannot be written to.
    """
    from advice_audit.documents import open_document

    for audit_id in audit_ids:
        audit, stands = get_audit(session, audit_id), what_stands(session, audit_id)
        path = Path(audit.path)
        if why := _unfit(session, audit, stands, path):
            yield Exported(audit_id, None, why)
            continue
        try:
            document = open_document(path)
        except UnreadableDocument as error:
            yield Exported(audit_id, None, error.message)
            continue
        if document.sha256 != audit.sha256:
            yield Exported(audit_id, None, "the advice was changed after it was audited")
            continue
        data, lost = _gold(session, audit, stands, document)
        file = folder / f"moderated{audit_id}.yaml"
        write_private(file.with_suffix(path.suffix.lower()), path.read_bytes())
        write_private(file, _yaml(data))
        yield Exported(audit_id, file, None, lost)


def _unfit(session: "Session", audit: "Audit", stands: Stands, path: Path) -> str | None:
    if not finished(session, audit.id):
        return "nobody has finished moderating it"
    if stands.open:
        return f"{len(stands.open)} differences are still to be settled"
    if not path.is_file():
        return "the advice is no longer where it was"
    if path.suffix.lower() not in RENDERED:
        return f"labelled advices are {', '.join(RENDERED)} files"
    return None


def _gold(session: "Session", audit: "Audit", stands: Stands, document: "Document") -> tuple[dict[str, Any], int]:
    result = load_audit(session, audit.id)
    kept = [_finding(result.findings[n].model_dump()) for n in stands.findings]
    added = [_finding({"criterion": r.criterion, "section": r.section, "quote": r.quote}) for r in stands.added]
    there = _flat(document.text)
    found = [one for one in added if one["quote"] is None or _flat(one["quote"]) in there]
    traps = [
        {"criterion": finding.criterion, "quote": finding.quote, "why": why}
        for n, why in stands.dismissed.items()
        if (finding := result.findings[n]).quote
    ]
    data = {
        "id": f"moderated{audit.id}",
        "meta": _meta(audit),
        "sections": [_section(document.text, section) for section in result.model_dump()["sections"]],
        "gold": {"verdicts": stands.verdicts, "findings": [*kept, *found], "traps": traps},
    }
    return data, len(added) - len(found)


def _meta(audit: "Audit") -> dict[str, Any]:
    days = {name: getattr(audit, name) for name in ("requested", "completed", "meeting")}
    return {
        "service": audit.service or "",
        "purpose": audit.purpose,
        "layout": "moderated",
        **days,
        "quality": QUALITY[audit.grade or "good"],
    }


def _finding(data: dict[str, Any]) -> dict[str, Any]:
    finding = {"criterion": data["criterion"], "section": data["section"], "quote": data["quote"]}
    return {**finding, "missing": data["missing"]} if data.get("missing") else finding


def _section(text: str, section: dict[str, Any]) -> dict[str, Any]:
    lines = [line.strip() for line in text[section["start"] : section["end"]].split("\n") if line.strip()]
    if section["heading"] and lines and words(lines[0]) == words(section["heading"]):
        lines = lines[1:]
    return {"kind": section["kind"], "heading": section["heading"], "body": [{"p": line} for line in lines]}


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _yaml(data: dict[str, Any]) -> bytes:
    from ruamel.yaml import YAML

    buffer = io.StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    yaml.dump(data, buffer)
    return buffer.getvalue().encode()


def require_any(exported: Sequence[Exported]) -> None:
    """Refuse an export of nothing.

    Raises:
        ConfigurationError: no audit was fit; the message has every reason.
    """
    if not any(one.file for one in exported):
        reasons = "; ".join(f"audit {one.audit_id}: {one.why}" for one in exported) or "there is no audit"
        raise ConfigurationError("no-gold", f"nothing to export: {reasons}")
