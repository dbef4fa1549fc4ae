"""What python-docx has no words for: a filled table of contents, fields, alt text, repeated headings of tables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def add_field(paragraph: "Paragraph", code: str, shown: str) -> None:
    """Add a field with what it shows until Word works it out anew."""
    for kind in ("begin", "separate", "end"):
        if kind == "end":
            paragraph.add_run(shown)
        _mark(paragraph, kind)
        if kind == "begin":
            _code(paragraph, code)


def _mark(paragraph: "Paragraph", kind: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    char = OxmlElement("w:fldChar")
    char.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(char)


def _code(paragraph: "Paragraph", code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    paragraph.add_run()._r.append(text)


def add_contents(document: "Document", entries: Sequence[tuple[str, str, int]]) -> None:
    """Add a table of contents that shows its entries at once and can be brought up to date in Word.

    Args:
        document: where to add it.
        entries: text, bookmark and level (1 or 2) of each heading. Without page numbers, which only Word can know.
    """
    last = len(entries) - 1
    for number, (text, bookmark, level) in enumerate(entries):
        paragraph = document.add_paragraph(style=_contents_style(document, level))
        if number == 0:
            _mark(paragraph, "begin")
            _code(paragraph, r'TOC \o "1-1" \n \h \z \u')
            _mark(paragraph, "separate")
        _link(paragraph, text, bookmark)
        if number == last:
            _mark(paragraph, "end")


def _contents_style(document: "Document", level: int) -> Any:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    # Word's built-in name; python-docx's own template does not hold it.
    name = f"toc {level}"
    if name in [style.name for style in document.styles]:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.left_indent = Cm(0.6 * (level - 1))
    style.paragraph_format.space_after = Pt(2)
    return style


def _link(paragraph: "Paragraph", text: str, bookmark: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(text)
    paragraph._p.append(link)
    link.append(run._r)


def add_bookmark(paragraph: "Paragraph", name: str, number: int) -> None:
    """Put a bookmark around a paragraph's text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else 1, start)
    paragraph._p.append(end)


def describe(shape: Any, title: str, text: str) -> None:
    """Give a picture its alternative text."""
    # Without distances LibreOffice assumes some, and the picture stands off the text's edge.
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")
    properties = shape._inline.docPr
    properties.set("title", title)
    properties.set("descr", text)


def repeat_header(row: Any) -> None:
    """Repeat a table's row on every page, and keep it whole."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def keep_whole(row: Any) -> None:
    """Keep a table's row on one page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def shade(cell: Any, colour: str) -> None:
    """Give a table's cell a background colour (hexadecimal, without #)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:color"), "auto")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)


def box(style: Any, colour: str, side: str = "left", width: int = 24) -> None:
    """Give a paragraph style a line at one side, or all around (`side` "box"); `width` in eighths of a point."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for name in ("top", "left", "bottom", "right") if side == "box" else (side,):
        line = OxmlElement(f"w:{name}")
        for key, value in (("val", "single"), ("sz", str(width)), ("space", "6"), ("color", colour)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = style.element.get_or_add_pPr()
    # The schema fixes the order: borders come before spacing and indents.
    later = [
        child
        for child in properties
        if child.tag in {qn(f"w:{n}") for n in ("shd", "spacing", "ind", "jc", "outlineLvl")}
    ]
    if later:
        later[0].addprevious(borders)
    else:
        properties.append(borders)
