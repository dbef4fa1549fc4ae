"""Word files: the parts put together to one document."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from advice_audit.documents.assemble import Draft, DraftMark, assemble
from advice_audit.documents.guard import Source
from advice_audit.documents.headings import infer_headings
from advice_audit.documents.model import BlockKind, Document, Properties
from advice_audit.documents.word_body import Body
from advice_audit.documents.word_comments import read_comments
from advice_audit.documents.word_names import moment, w
from advice_audit.documents.word_numbers import Numbering
from advice_audit.documents.word_package import WordPackage, parse_part
from advice_audit.documents.word_runs import Runs
from advice_audit.documents.word_styles import Styles, without_table_styles
from advice_audit.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "created": "{http://purl.org/dc/terms/}created",
    "modified": "{http://purl.org/dc/terms/}modified",
}


@dataclass(slots=True)
class WordDrafts:
    """What is read from a Word file before it is joined: drafts keep the runs that their words stand in."""

    drafts: list[Draft]
    marks: list[DraftMark]
    roots: "dict[str, _Element]" = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def read_word(source: Source) -> Document:
    """Read a Word file.

    Raises:
        UnreadableDocument: `damaged`, `hostile`, `too-large`, or `no-text`.
    """
    package = WordPackage(source.data)
    read = read_drafts(package)
    text, blocks, marks = assemble(read.drafts, read.marks)
    if not text.strip():
        raise UnreadableDocument("no-text", "The Word file holds no text.")
    return Document(source.path, source.sha256, "docx", text, blocks, marks, _properties(package), read.warnings)


def read_drafts(package: WordPackage) -> WordDrafts:
    """Read every part of a Word file that holds text, in reading order."""
    parts: dict[str, list[str]] = {}
    for _, kind, target in package.related(package.main):
        parts.setdefault(kind, []).append(target)
    kinds = ("numbering", "comments", "commentsExtended")
    trees = {kind: package.part(parts[kind][0]) for kind in kinds if kind in parts}
    style_data = package.data(parts["styles"][0]) if "styles" in parts else None
    styles = Styles(parse_part(without_table_styles(style_data)) if style_data else None)
    runs = Runs(styles, read_comments(trees.get("comments"), trees.get("commentsExtended")))
    numbering = Numbering(trees.get("numbering"))
    main = package.part(package.main)
    body = None if main is None else main.find(w("body"))
    if main is None or body is None:
        raise UnreadableDocument("damaged", "The Word file has no text part.")
    drafts = Body(runs, styles, numbering, package.main).read(body, (main.index(body),))
    infer_headings(drafts)
    roots = {package.main: main}
    for kind, note in _NOTES.items():
        for name in parts.get(kind, []):
            drafts.extend(_notes(package, name, note, Body(runs, styles, numbering, name), roots))
    for kind, block in (("header", BlockKind.HEADER), ("footer", BlockKind.FOOTER)):
        drafts.extend(_margins(package, parts.get(kind, []), block, runs, styles, roots))
    runs.leftover_replies()
    return WordDrafts(drafts, runs.marks, roots, tuple(sorted(runs.warnings)))


def _notes(package: WordPackage, name: str, note: str, body: Body, roots: "dict[str, _Element]") -> list[Draft]:
    root = package.part(name)
    if root is None:
        return []
    roots[name] = root
    found: list[Draft] = []
    for index, element in enumerate(root):
        if element.tag == w(note) and element.get(w("type")) in (None, "normal"):
            found.extend(body.read(element, (index,)))
    for draft in found:
        draft.kind, draft.level, draft.trust = BlockKind.FOOTNOTE, None, 1.0
    return found


def _margins(
    package: WordPackage,
    names: list[str],
    kind: BlockKind,
    runs: Runs,
    styles: Styles,
    roots: "dict[str, _Element]",
) -> list[Draft]:
    """Headers or footers: each different text once."""
    found: list[Draft] = []
    seen: set[str] = set()
    for name in names:
        root = package.part(name)
        if root is None:
            continue
        roots[name] = root
        for draft in Body(runs, styles, Numbering(None), name).read(root, ()):
            if draft.text in seen:
                draft.text = ""
            seen.add(draft.text)
            draft.kind, draft.level, draft.trust, draft.place, draft.number = kind, None, 1.0, None, None
            found.append(draft)
    return found


def _properties(package: WordPackage) -> Properties:
    for _, kind, target in package.related(""):
        if kind != "core-properties":
            continue
        root = package.part(target)
        texts = {name: None if root is None else root.findtext(tag) for name, tag in _CORE.items()}
        return Properties(
            title=(texts["title"] or "").strip() or None,
            author=(texts["author"] or "").strip() or None,
            created=_day(texts["created"]),
            modified=_day(texts["modified"]),
        )
    return Properties()


def _day(text: str | None) -> date | None:
    when = moment(text)
    return when.date() if when else None
