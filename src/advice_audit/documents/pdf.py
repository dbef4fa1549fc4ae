"""PDF, by pdfplumber."""

import io

from advice_audit.documents.assemble import Draft, assemble
from advice_audit.documents.guard import Source
from advice_audit.documents.model import BlockKind, Document, Locator
from advice_audit.documents.spaces import visible


def read_pdf(source: Source) -> Document:
    """Read a text PDF."""
    import pdfplumber

    drafts = []
    with pdfplumber.open(io.BytesIO(source.data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            previous, size = None, None
            for line in page.extract_text_lines():
                bold = all("Bold" in str(c["fontname"]) for c in line["chars"])
                joins = previous is not None and line["top"] - previous < 3 and size == bold
                if joins and drafts:
                    drafts[-1].text += " " + visible(line["text"]).strip()
                else:
                    kind = BlockKind.HEADING if bold else BlockKind.PARAGRAPH
                    drafts.append(
                        Draft(kind, visible(line["text"]).strip(), Locator(page=number), trust=0.6 if bold else 1.0)
                    )
                previous, size = line["bottom"], bold
            page.close()
    text, blocks, marks = assemble(drafts, [])
    return Document(source.path, source.sha256, "pdf", text, blocks, marks)
