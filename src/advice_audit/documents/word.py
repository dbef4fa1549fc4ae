"""Word files (first version)."""

import io

from advice_audit.documents.assemble import Draft, assemble
from advice_audit.documents.guard import Source
from advice_audit.documents.model import BlockKind, CellPlace, Document, Locator
from advice_audit.documents.spaces import visible


def read_word(source: Source) -> Document:
    """Read a .docx: headings, paragraphs, bullets, tables in order."""
    import zipfile

    from lxml import etree

    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(source.data)).read("word/document.xml"))
    drafts: list[Draft] = []
    tables = [0]

    def text_of(p: etree._Element) -> str:
        return visible("".join(t.text or "" for t in p.iter(w + "t"))).strip()

    def walk(node: etree._Element, place: CellPlace | None, form: bool) -> None:
        for child in node:
            if child.tag == w + "p":
                text = text_of(child)
                style = child.find(f"{w}pPr/{w}pStyle")
                name = style.get(w + "val", "") if style is not None else ""
                runs = [r for r in child.iter(w + "r") if any(t.text for t in r.iter(w + "t"))]
                bold = bool(runs) and all(r.find(f"{w}rPr/{w}b") is not None for r in runs)
                if name.startswith(("Heading", "Title")):
                    drafts.append(Draft(BlockKind.HEADING, text, Locator("word/document.xml"), 1, 1.0, place))
                elif bold and len(text) < 90 and (place is None or form):
                    drafts.append(Draft(BlockKind.HEADING, text, Locator("word/document.xml"), 1, 0.6, place))
                elif name.startswith("List"):
                    drafts.append(Draft(BlockKind.LIST_ITEM, text, place=place))
                else:
                    drafts.append(Draft(BlockKind.CELL if place else BlockKind.PARAGRAPH, text, place=place))
            elif child.tag == w + "tbl":
                number = tables[0]
                tables[0] += 1
                shaded = any(tc.find(f"{w}tcPr/{w}shd") is not None for tc in child.iterfind(f"{w}tr/{w}tc"))
                for r, row in enumerate(child.iterfind(w + "tr")):
                    for c, cell in enumerate(row.iterfind(w + "tc")):
                        walk(cell, CellPlace(number, r, c, 1, r == 0 and not shaded), shaded)
            elif child.tag != w + "tcPr":
                walk(child, place, form)

    walk(root[0], None, False)
    text, blocks, marks = assemble(drafts, [])
    return Document(source.path, source.sha256, "docx", text, blocks, marks)
