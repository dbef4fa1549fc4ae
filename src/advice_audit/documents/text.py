"""Plain text and Markdown: lines to paragraphs, headings, lists and comments."""

import re
from collections.abc import Iterator
from itertools import pairwise

from advice_audit.documents.assemble import Anchor, Draft, DraftMark, assemble
from advice_audit.documents.guard import Source
from advice_audit.documents.headings import bullet_length, infer_headings, reads_as_heading
from advice_audit.documents.model import BlockKind, Document, Locator, MarkKind
from advice_audit.documents.spaces import visible
from advice_audit.errors import UnreadableDocument

_HASHES = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_NUMBER = re.compile(r"^(\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_COMMENT = re.compile(r"^Commented \[([A-Za-z]{1,5})\d+(?:R\d+)?\]:\s*(.*)$")
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,})$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ROW = re.compile(r"^\|.*\|$")
MAX_LETTERS = 3_000_000


def read_text(source: Source) -> Document:
    """Read a text or Markdown file.

    Raises:
        UnreadableDocument: `too-large` or `no-text`.
    """
    content = decode(source.data)
    if len(content) > MAX_LETTERS:
        raise UnreadableDocument("too-large", "The file holds more text than any advice does.")
    drafts: list[Draft] = []
    marks: list[DraftMark] = []
    for number, line in _paragraphs(content.splitlines()):
        comment = _COMMENT.match(line)
        if comment:
            last = drafts[-1] if drafts else Draft(BlockKind.PARAGRAPH)
            start, end = Anchor(last, 0), Anchor(last, len(last.text))
            marks.append(DraftMark(MarkKind.COMMENT, comment.group(2), start, end, comment.group(1)))
        elif _UNDERLINE.match(line):
            if drafts and reads_as_heading(drafts[-1].text, marked=True):
                drafts[-1].kind, drafts[-1].level = BlockKind.HEADING, 1 if line[0] == "=" else 2
        else:
            drafts.append(_draft(line, number, source.format == "md"))
    infer_headings(drafts, bare=not any(draft.kind is BlockKind.HEADING for draft in drafts))
    _label_lines(drafts)
    text, blocks, placed = assemble(drafts, marks)
    if not text.strip():
        raise UnreadableDocument("no-text", "The file holds no text.")
    return Document(source.path, source.sha256, source.format, text, blocks, placed)


def decode(data: bytes) -> str:
    """Return a text file's letters: UTF-8 or UTF-16, else as Windows writes them."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield paragraphs with the number of their first line; lines broken to a width are joined."""
    cleaned = [visible(line).strip() for line in lines]
    lengths = sorted(len(line) for line in cleaned if len(line) > 30)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    full = sum(len(line) > 0.8 * width for line in cleaned)
    wrapped = 55 <= width <= 120 and full >= 3
    begun, paragraph = 0, ""
    for number, line in enumerate(cleaned, 1):
        if paragraph and line and wrapped and _runs_on(cleaned[number - 2], line, width):
            paragraph += ("" if re.search(r"\w-$", paragraph) else " ") + line
            continue
        if paragraph:
            yield begun, paragraph
        begun, paragraph = number, line
    if paragraph:
        yield begun, paragraph


def _runs_on(above: str, line: str, width: int) -> bool:
    if bullet_length(line) or _NUMBER.match(line) or _HASHES.match(line) or _ROW.match(line) or _COMMENT.match(line):
        return False
    return len(above) + 1 + len(line.split()[0]) > width * 0.92 and len(above) > 0.6 * width


def _draft(line: str, number: int, markdown: bool) -> Draft:
    draft = Draft(BlockKind.PARAGRAPH, line, Locator(line=number))
    hashes = _HASHES.match(line)
    if hashes:
        draft.kind, draft.level, draft.text = BlockKind.HEADING, len(hashes.group(1)), hashes.group(2)
    elif bullet := bullet_length(line):
        draft.kind, draft.text = BlockKind.LIST_ITEM, line[bullet:].strip()
    bold = _EMPHASIS.fullmatch(draft.text)
    if bold:
        draft.look.bold, draft.text = True, bold.group(2)
    if markdown:
        draft.text = _EMPHASIS.sub(r"\2", draft.text)
        if _ROW.match(draft.text):
            cells = [cell.strip() for cell in draft.text.strip("|").split("|")]
            draft.text = "" if all(re.fullmatch(r":?-+:?", cell) for cell in cells) else " | ".join(cells)
    return draft


def _label_lines(drafts: list[Draft]) -> None:
    """A line that is only a label and a colon heads what follows it."""
    for draft, following in pairwise(drafts):
        label = draft.kind is BlockKind.PARAGRAPH and draft.text.endswith(":") and reads_as_heading(draft.text[:-1], 6)
        if label and following.kind is BlockKind.PARAGRAPH:
            draft.kind, draft.trust, draft.level = BlockKind.HEADING, 0.45, 2
