"""The styles of our Word reports, so that a council can change the look of all of them in one place."""

from typing import TYPE_CHECKING, Any

from advice_audit.reports.word_fields import add_field, box

if TYPE_CHECKING:
    from docx.document import Document

LEAD, QUIET, SOURCE, EXAMPLE = "Lead", "Quiet", "Quote Source", "Example"
URGENT_TITLE, URGENT, CALL = "Urgent Title", "Urgent", "Call To Attention"
TABLE_TEXT, TABLE_HEAD = "Table Text", "Table Heading"
INK, SOFT, RED, GREEN, AMBER = "1C2733", "4D5A68", "A1261F", "1A6A3B", "855300"
FONT = "Calibri"


def prepare(title: str, subtitle: str) -> "Document":
    """Return an empty A4 document with our styles, its language, its properties and numbered pages."""
    import docx
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    _own(document)
    _built_in(document)
    _language(document)
    properties = document.core_properties
    properties.title, properties.subject, properties.author = title, subtitle, "advice-audit"
    properties.language, properties.comments = "en-GB", ""
    foot = section.footer.paragraphs[0]
    foot.style = document.styles[QUIET]
    _right_tab(foot)
    foot.add_run(f"{subtitle}\tPage ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES", "1")
    return document


def _right_tab(paragraph: Any) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)


def _font(style: Any, size: float, colour: str = INK, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), FONT)


def _space(style: Any, before: float, after: float) -> None:
    from docx.shared import Pt

    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _built_in(document: "Document") -> None:
    styles: Any = document.styles
    for name, size, before, after in (
        ("Normal", 11, 0, 6),
        ("Title", 24, 0, 2),
        ("Subtitle", 14, 0, 10),
        ("Heading 1", 17, 22, 8),
        ("Heading 2", 13, 14, 4),
        ("TOC Heading", 13, 14, 4),
        ("List Bullet", 11, 0, 4),
        ("Caption", 10, 10, 4),
        ("Quote", 11, 6, 0),
        ("List Continue", 11, 0, 8),
    ):
        bold = name.startswith(("Heading", "TOC", "Caption", "Title"))
        _font(styles[name], size, SOFT if name == "Subtitle" else INK, bold=bold)
        _space(styles[name], before, after)
    title = styles["Title"].element.get_or_add_pPr()
    for line in title.findall(title.nsmap["w"].join(("{", "}")) + "pBdr"):
        title.remove(line)
    styles["Normal"].paragraph_format.line_spacing = 1.12
    box(styles["Quote"], GREEN)
    for name in ("Quote", "List Continue"):
        _indent(styles[name])


def _own(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE

    looks = {
        LEAD: (12.5, INK, True, 4, 6),
        QUIET: (10, SOFT, False, 0, 4),
        SOURCE: (9.5, SOFT, False, 0, 8),
        EXAMPLE: (11, INK, False, 8, 2),
        URGENT_TITLE: (13, RED, True, 8, 0),
        URGENT: (11, INK, False, 0, 0),
        CALL: (11, INK, False, 8, 8),
        TABLE_TEXT: (9, INK, False, 1, 1),
        TABLE_HEAD: (9, INK, True, 1, 1),
    }
    for name, (size, colour, bold, before, after) in looks.items():
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        _font(style, size, colour, bold=bold)
        _space(style, before, after)
        if name in (URGENT, URGENT_TITLE):
            box(style, RED, "box", 18)
        if name in (CALL, EXAMPLE):
            box(style, RED if name == CALL else AMBER)
        if name in (SOURCE, EXAMPLE):
            _indent(style)
        if name.startswith("Table"):
            style.paragraph_format.line_spacing = 1.0
        if name in (EXAMPLE, URGENT_TITLE):
            style.paragraph_format.keep_with_next = True


def _indent(style: Any) -> None:
    from docx.shared import Cm

    style.paragraph_format.left_indent = Cm(0.6)


def _language(document: "Document") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = document.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    properties.append(language)
