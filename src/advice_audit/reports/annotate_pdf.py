"""A PDF handed back with the words of each finding highlighted and a pop-up note on them."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.documents.assemble import Draft
from advice_audit.documents.guard import inspect
from advice_audit.documents.pdf import read_drafts
from advice_audit.documents.pdf_lines import Box, Paragraph, word_places
from advice_audit.documents.word_comments import OURS
from advice_audit.errors import ConfigurationError, UnreadableDocument
from advice_audit.reports.annotate_word import Noted

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject

_DAMAGED = "The PDF is damaged: no notes can be written into it. Printing it to a new PDF may help."
_COLOUR = (1.0, 0.86, 0.35)


def annotate(document_path: Path, findings: Sequence[Noted], out_path: Path, summary: str) -> None:
    """Write a copy of a PDF with findings as highlights.

    Args:
        document_path: the file as it was audited.
        findings: in any order; those without words (absences) are listed in the note at the top.
        out_path: where the copy goes.
        summary: what the note at the top of page 1 says.

    Raises:
        UnreadableDocument: if the file cannot be read, or is so damaged that a copy would lose some of it.
        ConfigurationError: `not-pdf` if it is not a PDF.
    """
    source = inspect(document_path)
    if source.format != "pdf":
        raise ConfigurationError("not-pdf", "Only PDF files can be handed back with highlights.")
    from pypdf.errors import PyPdfError

    read = read_drafts(source.data)
    drafts = [draft for draft in read.drafts if draft.text]
    try:
        marked = _marked(source.data, drafts, findings, summary)
        whole = read_drafts(marked).text == read.text
    except (
        PyPdfError,
        UnreadableDocument,
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
        RecursionError,
    ) as error:
        raise UnreadableDocument("damaged", _DAMAGED) from error
    # Of a damaged file pypdf may mend less than the reader does: a copy that lost words is never handed back.
    if not whole:
        raise UnreadableDocument("damaged", _DAMAGED)
    out_path.write_bytes(marked)


def _marked(data: bytes, drafts: list[Draft], findings: Sequence[Noted], summary: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    _forget_ours(writer)
    lines = [summary] if summary.strip() else []
    for finding in sorted(findings, key=lambda finding: (finding.start or 0, finding.end or 0)):
        boxes = _boxes(drafts, finding)
        note = f"{finding.message}\n{finding.suggestion}\nCriterion: {finding.criterion}"
        if not boxes:
            lines.append(f"{finding.message} {finding.suggestion} ({finding.criterion})")
        for page, page_boxes in boxes.items():
            _highlight(writer, page, page_boxes, note)
    if lines:
        _note(writer, "\n".join(lines))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _boxes(drafts: list[Draft], finding: Noted) -> dict[int, list[Box]]:
    """Return, by page, the boxes of a finding's words, a box a line."""
    found: dict[int, list[Box]] = {}
    if finding.start is None or finding.end is None:
        return found
    end = max(finding.end, finding.start + 1)
    for draft in drafts:
        if (
            not isinstance(draft.source, Paragraph)
            or not draft.start < end
            or draft.start + len(draft.text) <= finding.start
        ):
            continue
        touched = {
            id(word)
            for word, at, to in word_places(draft)
            if draft.start + at < end and finding.start < draft.start + to
        }
        for line in draft.source.lines:
            edges = [(word.x0, word.top, word.x1, word.bottom) for word in line.words if id(word) in touched]
            if edges:
                x0, top, x1, bottom = zip(*edges, strict=True)
                found.setdefault(line.page, []).append((min(x0), min(top), max(x1), max(bottom)))
    return found


def _highlight(writer: "PdfWriter", number: int, boxes: list[Box], note: str) -> None:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject

    page = writer.pages[number - 1]
    left, top = float(page.mediabox.left), float(page.mediabox.top)
    placed = [(left + x0, top - lower, left + x1, top - upper) for x0, upper, x1, lower in boxes]
    corners: list[FloatObject] = []
    for x0, y0, x1, y1 in placed:
        corners += [FloatObject(value) for value in (x0, y1, x1, y1, x0, y0, x1, y0)]
    x0s, y0s, x1s, y1s = zip(*placed, strict=True)
    mark = Highlight(rect=(min(x0s), min(y0s), max(x1s), max(y1s)), quad_points=ArrayObject(corners))
    _sign(mark, note)
    mark_colour(mark)
    writer.add_annotation(page_number=number - 1, annotation=mark)


def mark_colour(mark: "DictionaryObject") -> None:
    """Give an annotation our colour."""
    from pypdf.generic import ArrayObject, FloatObject, NameObject

    mark[NameObject("/C")] = ArrayObject([FloatObject(part) for part in _COLOUR])


def _note(writer: "PdfWriter", text: str) -> None:
    from pypdf.annotations import Text

    box = writer.pages[0].mediabox
    x, y = float(box.left) + 12, float(box.top) - 32
    note = Text(rect=(x, y, x + 20, y + 20), text=text, open=False)
    _sign(note, text)
    mark_colour(note)
    writer.add_annotation(page_number=0, annotation=note)


def _sign(annotation: "DictionaryObject", text: str) -> None:
    from pypdf.generic import NameObject, NumberObject, TextStringObject

    annotation[NameObject("/Contents")] = TextStringObject(text)
    annotation[NameObject("/T")] = TextStringObject(OURS)
    annotation[NameObject("/F")] = NumberObject(4)


def _forget_ours(writer: "PdfWriter") -> None:
    """Take out the notes of an earlier run."""
    from pypdf.generic import ArrayObject, NameObject

    for page in writer.pages:
        notes = page.get("/Annots")
        if notes is None:
            continue
        kept = [note for note in notes.get_object() if str(note.get_object().get("/T", "")) != OURS]
        page[NameObject("/Annots")] = ArrayObject(kept)
