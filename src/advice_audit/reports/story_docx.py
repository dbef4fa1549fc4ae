"""A story as a Word file that can be edited: real styles and headings, a table of contents, pictures with alt text."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from advice_audit.reports.interface import Output
from advice_audit.reports.story import (
    Block,
    Bullets,
    Chapter,
    Chart,
    Examples,
    Figure,
    Paragraph,
    Quotes,
    Story,
    Sub,
    Warning,
)
from advice_audit.reports.word_fields import add_bookmark, add_contents, describe
from advice_audit.reports.word_styles import CALL, EXAMPLE, LEAD, QUIET, SOURCE, URGENT, URGENT_TITLE, prepare
from advice_audit.reports.word_table import add_table

if TYPE_CHECKING:
    from docx.document import Document


def render_docx(story: Story) -> list[Output]:
    """Return the report as a Word file."""
    document = prepare(story.title, story.subtitle)
    writer = _Writer(document)
    writer.title(story)
    for number, chapter in enumerate(story.chapters[1:], start=1):
        writer.chapter(number, chapter)
    for line in story.foot:
        document.add_paragraph(line, style=QUIET)
    page = BytesIO()
    document.save(page)
    return [Output(f"{story.file}.docx", page.getvalue())]


class _Writer:
    def __init__(self, document: "Document") -> None:
        self.document = document

    def title(self, story: Story) -> None:
        add = self.document.add_paragraph
        add(story.title, style="Title")
        add(story.subtitle, style="Subtitle")
        if story.urgent:
            add(story.urgent.title, style=URGENT_TITLE)
            for item in story.urgent.items:
                add(item, style=URGENT)
        for name, value in story.facts:
            paragraph = add(style=QUIET)
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(value)
        short = story.chapters[0]
        self.document.add_heading(short.title, level=1)
        self.blocks(short.blocks)
        add("Contents", style="TOC Heading")
        entries = [(f"{n}  {c.title}", _mark(c), 1) for n, c in enumerate(story.chapters[1:], start=1)]
        add_contents(self.document, entries)

    def chapter(self, number: int, chapter: Chapter) -> None:
        heading = self.document.add_heading(f"{number}  {chapter.title}", level=1)
        add_bookmark(heading, _mark(chapter), number)
        if number == 1:
            heading.paragraph_format.page_break_before = True
        self.blocks(chapter.blocks)

    def blocks(self, blocks: Sequence[Block | Sub]) -> None:
        for number, block in enumerate(blocks):
            self.block(block)
            if isinstance(block, Paragraph) and isinstance(next(iter(blocks[number + 1 :]), None), Figure):
                # A heading and its one sentence must not stay behind when the picture goes to the next page.
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True

    def block(self, block: Block | Sub) -> None:
        if isinstance(block, Sub):
            self.document.add_heading(block.title, level=2)
            self.blocks(block.blocks)
        elif isinstance(block, Paragraph):
            self.paragraph(block)
        elif isinstance(block, Bullets):
            for item in block.items:
                self.document.add_paragraph(item, style="List Bullet")
        elif isinstance(block, Warning):
            paragraph = self.document.add_paragraph(style=CALL)
            paragraph.add_run(f"{block.title}. ").bold = True
            paragraph.add_run(" ".join(block.items))
        elif isinstance(block, Quotes):
            self.quotes(block)
        elif isinstance(block, Examples):
            self.examples(block)
        elif isinstance(block, Figure):
            self.picture(block.chart)
            add_table(self.document, block.table)
        else:
            add_table(self.document, block)

    def paragraph(self, block: Paragraph) -> None:
        style = {"plain": "Normal", "lead": LEAD, "quiet": QUIET}[block.tone]
        paragraph = self.document.add_paragraph(style=style)
        if block.label:
            paragraph.add_run(f"{block.label}: ").bold = True
        paragraph.add_run(block.text)

    def quotes(self, block: Quotes) -> None:
        for text, label in block.items:
            self.document.add_paragraph(text, style="Quote").paragraph_format.keep_with_next = True
            self.document.add_paragraph(label, style=SOURCE)

    def examples(self, block: Examples) -> None:
        from docx.shared import Pt

        for item in block.items:
            if item.quotation:
                self.document.add_paragraph(item.quotation, style=EXAMPLE)
            paragraph = self.document.add_paragraph(style="List Continue")
            paragraph.add_run(f"{item.label}: ").bold = True
            paragraph.add_run(item.message)
            if item.suggestion:
                paragraph.paragraph_format.space_after = Pt(0)
                self.document.add_paragraph(item.suggestion, style=SOURCE)

    def picture(self, chart: Chart) -> None:
        from docx.shared import Inches

        from advice_audit.reports.chart_picture import WIDTH, picture

        caption = self.document.add_paragraph(chart.title, style="Caption")
        caption.paragraph_format.keep_with_next = True
        run: Any = self.document.add_paragraph().add_run()
        shape = run.add_picture(BytesIO(picture(chart)), width=Inches(WIDTH))
        describe(shape, chart.title, chart.text)


def _mark(chapter: Chapter) -> str:
    return f"_Toc_{chapter.key.replace('-', '_')}"
