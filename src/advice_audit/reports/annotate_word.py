"""The author's own Word file handed back with a comment at the words of each finding.

Nothing else in it changes: other parts are copied byte for byte, earlier comments and tracked changes stay.
"""

import posixpath
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from advice_audit.documents.assemble import Draft, assemble
from advice_audit.documents.guard import inspect
from advice_audit.documents.word import read_drafts
from advice_audit.documents.word_names import STRICT, TRANSITIONAL
from advice_audit.documents.word_package import WordPackage, parse_part
from advice_audit.errors import ConfigurationError, UnreadableDocument
from advice_audit.reports.word_comment_part import (
    CONTENT_TYPE,
    EMPTY,
    RELATION,
    add_comment,
    forget_ours,
    next_id,
    surround,
)
from advice_audit.reports.word_cuts import Cuts, outermost

if TYPE_CHECKING:
    from lxml.etree import _Element


class Noted(Protocol):
    """What a finding must have to be noted. `start` and `end` are offsets into the canonical text."""

    @property
    def start(self) -> int | None: ...  # noqa: D102
    @property
    def end(self) -> int | None: ...  # noqa: D102
    @property
    def message(self) -> str: ...  # noqa: D102
    @property
    def suggestion(self) -> str: ...  # noqa: D102
    @property
    def criterion(self) -> str: ...  # noqa: D102


def annotate(document_path: Path, findings: Sequence[Noted], out_path: Path, summary: str) -> None:
    """Write a copy of a Word file with findings as comments.

    Args:
        document_path: the file as it was audited.
        findings: in any order; those without words (absences) are listed in the summary comment.
        out_path: where the copy goes.
        summary: what the comment at the top says, a line a paragraph.

    Raises:
        UnreadableDocument: if the file, or a part of it that reading leaves alone, cannot be read.
        ConfigurationError: `not-word` if it is not a Word file.
    """
    source = inspect(document_path)
    if source.format != "docx":
        raise ConfigurationError("not-word", "Only Word files can be handed back with comments.")
    package = WordPackage(source.data)
    read = read_drafts(package)
    assemble(read.drafts, read.marks)
    names = {kind: target for _, kind, target in package.related(package.main)}
    comments_name = names.get("comments") or posixpath.join(posixpath.dirname(package.main), "comments.xml")
    comments = package.part(comments_name)
    comments = parse_part(EMPTY) if comments is None else comments
    extended_name = names.get("commentsExtended")
    extended = package.part(extended_name) if extended_name else None
    forget_ours(comments, extended, list(read.roots.values()))
    texts = [draft for draft in read.drafts if draft.text and draft.locator.part == package.main]
    _write_comments(comments, read.roots[package.main], texts, findings, summary)
    changed: dict[str, _Element] = {**read.roots, comments_name: comments}
    if extended_name and extended is not None:
        changed[extended_name] = extended
    out_path.write_bytes(_repacked(source.data, changed, package.main, comments_name))


def _write_comments(
    comments: "_Element", root: "_Element", texts: list[Draft], findings: Sequence[Noted], summary: str
) -> None:
    when = datetime.now(UTC)
    identity = next_id(comments, [root])
    cuts = Cuts()
    absent = [line for line in summary.splitlines() if line.strip()]
    placed: list[tuple[Noted, _Element, _Element]] = []
    ordered = sorted(findings, key=lambda finding: (finding.start or 0, finding.end or 0))
    # All runs are cut before any is remembered: a later finding may cut where an earlier one ends.
    for finding in ordered:
        _ends(texts, finding, cuts)
    for finding in ordered:
        ends = _ends(texts, finding, cuts)
        if ends is None:
            absent.append(f"{finding.message} {finding.suggestion} ({finding.criterion})")
        else:
            placed.append((finding, *ends))
    top = _whole(texts[0], cuts) if texts else None
    if absent and top is not None:
        add_comment(comments, identity, absent, when)
        surround(outermost(top[0], last=False), outermost(top[1], last=True), identity)
        identity += 1
    for finding, first, last in placed:
        lines = [finding.message, finding.suggestion, f"Criterion: {finding.criterion}"]
        add_comment(comments, identity, [line for line in lines if line], when)
        surround(outermost(first, last=False), outermost(last, last=True), identity)
        identity += 1


def _ends(texts: list[Draft], finding: Noted, cuts: Cuts) -> "tuple[_Element, _Element] | None":
    """Return the runs that a finding's words begin and end with."""
    if finding.start is None or finding.end is None:
        return None
    start, end = finding.start, finding.end
    touched = [draft for draft in texts if draft.start < end and start < draft.start + len(draft.text)]
    if start == end:
        touched = [draft for draft in texts if draft.start <= start <= draft.start + len(draft.text)][:1]
        end = start + 1 if touched and start < touched[0].start + len(touched[0].text) else start
        start = end - 1
    if not touched:
        return None
    head, tail = touched[0], touched[-1]
    first = cuts.before(head, max(start - head.start, 0))
    last = cuts.after(tail, min(end - tail.start, len(tail.text)))
    return None if first is None or last is None else (first, last)


def _whole(draft: Draft, cuts: Cuts) -> "tuple[_Element, _Element] | None":
    first, last = cuts.before(draft, 0), cuts.after(draft, len(draft.text))
    return None if first is None or last is None else (first, last)


def _repacked(data: bytes, changed: "dict[str, _Element]", main: str, comments: str) -> bytes:
    """Write the zip anew, with changed parts in place of the old ones."""
    from lxml import etree

    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        strict = STRICT.encode() in old.read(_stored(old, main))[:20_000]
        trees = {name.lower(): tree for name, tree in changed.items()}
        fresh = comments.lower() not in {name.lower() for name in old.namelist()}
        rels = posixpath.join(posixpath.dirname(main), "_rels", posixpath.basename(main) + ".rels").lower()
        for info in old.infolist():
            name, content = info.filename.lower(), _content(old, info)
            if name in trees:
                content = etree.tostring(trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
                content = _strict(content) if strict else content
            elif fresh and name == "[content_types].xml":
                content = _with_type(content, comments)
            elif fresh and name == rels:
                content = _with_relation(content, comments, posixpath.dirname(main))
            new.writestr(info, content, ZIP_DEFLATED)
        if fresh:
            content = etree.tostring(changed[comments], xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(
                ZipInfo(comments, (2020, 1, 1, 0, 0, 0)), _strict(content) if strict else content, ZIP_DEFLATED
            )
    return buffer.getvalue()


def _content(archive: ZipFile, info: ZipInfo) -> bytes:
    try:
        return archive.read(info)
    except (BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        raise UnreadableDocument("damaged", "The file is damaged: no notes can be written into it.") from error


def _stored(archive: ZipFile, name: str) -> str:
    return next(stored for stored in archive.namelist() if stored.lower() == name.lower())


def _strict(content: bytes) -> bytes:
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    content = content.replace(TRANSITIONAL.encode(), STRICT.encode())
    return content.replace(relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships")


def _with_type(content: bytes, comments: str) -> bytes:
    from lxml import etree

    root = parse_part(content)
    override = root.makeelement("{http://schemas.openxmlformats.org/package/2006/content-types}Override", {})
    override.set("PartName", "/" + comments)
    override.set("ContentType", CONTENT_TYPE)
    root.append(override)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _with_relation(content: bytes, comments: str, folder: str) -> bytes:
    from lxml import etree

    root = parse_part(content)
    used = {relation.get("Id") for relation in root}
    number = next(number for number in range(1, 10_000) if f"rIdAA{number}" not in used)
    relation = root.makeelement("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship", {})
    relation.set("Id", f"rIdAA{number}")
    relation.set("Type", RELATION)
    relation.set("Target", posixpath.relpath(comments, folder) if folder else comments)
    root.append(relation)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
