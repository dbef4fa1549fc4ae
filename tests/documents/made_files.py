"""Small Word and PDF files, made by hand for one test each."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from fpdf import FPDF

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def run(text, looks=""):
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner, style=None, properties=""):
    style_xml = f'<w:pStyle w:val="{style}"/>' if style else ""
    parts = [part if part.startswith("<") else run(part) for part in inner]
    return f"<w:p><w:pPr>{style_xml}{properties}</w:pPr>{''.join(parts)}</w:p>"


def bold(text):
    return p(run(text, "<w:b/>"))


def cell(*paragraphs, span=1, properties=""):
    inner = "".join(part if part.startswith("<w:") else p(part) for part in paragraphs) or p()
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{properties}</w:tcPr>{inner}</w:tc>'


def row(*cells, properties=""):
    return (
        f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<w:tc') else cell(c) for c in cells)}</w:tr>"
    )


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def part(root, inner):
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {SPACES}>{inner}</w:{root}>'


def word(path: Path, body: str, **parts: str) -> Path:
    """Write a Word file; `parts` are named as their relationship (`comments`, `styles`, `header` ...)."""
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATION}{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{RELATION}officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{package}">{links}</Relationships>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


def pdf(path: Path, draw, pages=1, head="", foot="") -> Path:
    """Write a PDF; `draw` is called with the page object."""

    class Page(FPDF):
        def header(self):
            if head:
                self.set_font("helvetica", size=9)
                self.cell(0, 6, head)
                self.ln(12)

        def footer(self):
            if foot:
                self.set_y(-15)
                self.set_font("helvetica", size=9)
                self.cell(0, 6, foot.replace("#", str(self.page_no())))

    page = Page(format="A4")
    page.set_margins(20, 18)
    page.add_page()
    page.set_font("helvetica", size=11)
    draw(page)
    path.write_bytes(bytes(page.output()))
    return path


def zipped(**members: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def kinds(document):
    return [(str(block.kind), document.block_text(block)) for block in document.blocks]
