"""PDF files, by pdfplumber: pages to lines, lines to paragraphs and tables, pages to one text."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from advice_audit.documents.assemble import Anchor, Draft, DraftMark, assemble
from advice_audit.documents.guard import Source
from advice_audit.documents.headings import infer_headings
from advice_audit.documents.model import Block, BlockKind, Document, Locator, Mark, MarkKind, Properties
from advice_audit.documents.ocr import HINT, Engine, find_engine
from advice_audit.documents.pdf_guard import check_streams
from advice_audit.documents.pdf_letters import TOO_MUCH, lay_out, make_letters_quickly
from advice_audit.documents.pdf_lines import Hyphens, Line, lines_of, words_of
from advice_audit.documents.pdf_margins import repeated
from advice_audit.documents.pdf_notes import Note, field_words, reader_notes, take_balloons
from advice_audit.documents.pdf_revisions import Revision, revision_marks, revisions_of, take_revisions
from advice_audit.documents.pdf_scans import MAX_SCANNED, scanned_words
from advice_audit.documents.pdf_story import Story
from advice_audit.documents.pdf_tables import PageTable, ruled_tables
from advice_audit.errors import UnreadableDocument

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

MAX_PAGES = 300
MAX_LETTERS = 3_000_000
MAX_ON_A_PAGE = 200_000


@dataclass(slots=True)
class PageText:
    """What is read from one page before margins are told and lines are joined."""

    number: int
    width: float
    height: float
    lines: list[Line]
    tables: list[PageTable]
    notes: list[Note] = field(default_factory=list)
    letters: int = 0
    pictures: int = 0
    scanned: bool = False
    revisions: list[Revision] = field(default_factory=list)


@dataclass(slots=True)
class PdfDrafts:
    """What is read from a PDF, placed in one text; drafts keep the lines that their words stand in."""

    drafts: list[Draft]
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    properties: Properties
    warnings: tuple[str, ...]


def read_pdf(source: Source) -> Document:
    """Read a PDF that holds text.

    Raises:
        UnreadableDocument: `encrypted`, `damaged`, `hostile`, `too-large`, or `no-text` for a scan without an engine for it.
    """
    read = read_drafts(source.data)
    return Document(
        source.path, source.sha256, "pdf", read.text, read.blocks, read.marks, read.properties, read.warnings
    )


def read_drafts(data: bytes, engine: Engine | None = None) -> PdfDrafts:
    """Read a PDF's bytes; raises what `read_pdf` raises.

    Args:
        data: the file.
        engine: reads pages that are pictures; Tesseract where none is given and it is installed.
    """
    pages, properties = _read_pages(data, engine or find_engine())
    letters = sum(page.letters for page in pages)
    if letters < 3 * len(pages) or letters == 0:
        raise UnreadableDocument("no-text", f"The PDF holds pictures of pages but no text that can be read. {HINT}")
    drafts = _drafts(pages)
    scanned = {page.number for page in pages if page.scanned}
    for draft in drafts:
        draft.scanned = draft.locator.page in scanned
    notes = [mark for page in pages for mark in _marks(page, drafts)]
    notes += revision_marks([revision for page in pages for revision in page.revisions], drafts)
    infer_headings([draft for draft in drafts if draft.kind not in (BlockKind.HEADER, BlockKind.FOOTER)])
    text, blocks, marks = assemble(drafts, notes)
    if not text.strip():
        raise UnreadableDocument("no-text", "The PDF holds no text that can be read.")
    return PdfDrafts(drafts, text, blocks, marks, properties, tuple(_warnings(pages)))


def _warnings(pages: list[PageText]) -> Iterator[str]:
    blank = [str(page.number) for page in pages if page.letters < 3 and page.pictures]
    if blank:
        yield f"Pages that are pictures were not read: {', '.join(blank)}. {HINT}"
    scanned = [str(page.number) for page in pages if page.scanned]
    if scanned:
        which = "All pages are" if len(scanned) == len(pages) else f"Pages that are scans ({', '.join(scanned)}):"
        said = "scans: their" if len(scanned) == len(pages) else "their"
        yield f"{which} {said} words were read by OCR and may be wrong. Check each quote against the page."


def _read_pages(data: bytes, engine: Engine | None) -> tuple[list[PageText], Properties]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfpage import PDFPage
    from pdfplumber.utils.exceptions import PdfminerException

    check_streams(data)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            # Counted before pdfplumber makes a page of each.
            if len(list(islice(PDFPage.create_pages(pdf.doc), MAX_PAGES + 1))) > MAX_PAGES:
                raise UnreadableDocument("too-large", "The PDF has more pages than any advice does.")
            return list(_pages(pdf, data, engine)), _properties(pdf)
    except UnreadableDocument:
        raise
    except (MemoryError, TimeoutError):
        raise
    except Exception as error:  # pdfminer lets every kind of error through on a damaged file
        causes = [error, *error.args] if isinstance(error, PdfminerException) else [error]
        if any(isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)) for cause in causes):
            raise UnreadableDocument("encrypted", "The PDF is protected by a password and cannot be opened.") from error
        raise UnreadableDocument("damaged", "The PDF is damaged and cannot be read.") from error


def _pages(pdf: "PDF", data: bytes, engine: Engine | None) -> Iterator[PageText]:
    forms = "AcroForm" in pdf.doc.catalog
    total = 0
    for number, page in enumerate(pdf.pages, 1):
        read = _page(page, number, forms)
        if engine is not None and read.letters < 3 and read.pictures:
            _recognise(read, page, data, engine)
        total += read.letters
        if total > MAX_LETTERS:
            raise UnreadableDocument("too-large", TOO_MUCH)
        yield read
        page.close()


def _page(page: "Page", number: int, forms: bool) -> PageText:
    lay_out(page, MAX_ON_A_PAGE)
    make_letters_quickly(page)
    page, strokes = take_revisions(page)
    words = words_of(page.extract_words(extra_attrs=["fontname", "size"]))
    revisions = revisions_of(strokes, words)
    if forms:
        words += field_words(page)
    notes, words = take_balloons(words, number, float(page.width))
    notes += reader_notes(page, number)
    tables, rest = ruled_tables(page, words, number)
    return PageText(
        number,
        float(page.width),
        float(page.height),
        lines_of(rest, number),
        tables,
        notes,
        len(page.chars) + sum(len(word.text) for word in words[:1]),
        len(page.images),
        revisions=revisions,
    )


def _recognise(read: PageText, page: "Page", data: bytes, engine: Engine) -> None:
    """Read a page that is a picture."""
    if read.number > MAX_SCANNED:
        raise UnreadableDocument("too-large", "The PDF has more scanned pages than any advice does.")
    words = scanned_words(page, data, read.number, engine)
    read.lines, read.letters, read.scanned = lines_of(words, read.number), sum(len(w.text) for w in words), True


def _drafts(pages: list[PageText]) -> list[Draft]:
    taken, heads, feet = repeated([page.lines for page in pages], [page.height for page in pages])
    for page in pages:
        page.lines = [line for line in page.lines if id(line) not in taken]
    cells = (cell for page in pages for table in page.tables for row in table.rows for cell in row)
    texts = [line.text for page in pages for line in page.lines] + [line.text for cell in cells for line in cell.lines]
    story = Story(Hyphens(texts))
    for page in pages:
        story.page(page.lines, page.tables)
    drafts = story.finish()
    for kind, lines in ((BlockKind.HEADER, heads), (BlockKind.FOOTER, feet)):
        drafts.extend(Draft(kind, line.text, Locator(page=line.page, boxes=(line.box,))) for line in lines)
    return drafts


def _marks(page: PageText, drafts: list[Draft]) -> Iterator[DraftMark]:
    """Anchor each note at the paragraph that stands at its height."""
    for note in page.notes:
        beside = [
            (abs((box[1] + box[3]) / 2 - note.top - 4), draft)
            for draft in drafts
            if draft.locator.page == note.page and draft.text
            for box in draft.locator.boxes
        ]
        draft = min(beside, key=lambda pair: pair[0])[1] if beside else drafts[-1]
        start, end = Anchor(draft, 0), Anchor(draft, len(draft.text))
        yield DraftMark(note.kind, note.text, start, start if note.kind is MarkKind.DELETE else end, note.author)


def _properties(pdf: "PDF") -> Properties:
    data = pdf.metadata or {}

    def text(name: str) -> str | None:
        value = data.get(name)
        return value.strip() or None if isinstance(value, str) else None

    def day(name: str) -> date | None:
        digits = "".join(sign for sign in text(name) or "" if sign.isdigit())[:8]
        try:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        except ValueError:
            return None

    return Properties(text("Title"), text("Author"), day("CreationDate"), day("ModDate"), len(pdf.pages))
