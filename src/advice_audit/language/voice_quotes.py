"""Which tokens stand inside quotation marks: straight, curly, double, single, nested, and not apostrophes."""

import re

from spacy.tokens import Doc

_PAIRS = re.compile(
    r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*(?:”|$)"
    r'|"[^"\n]+"'
    r"|(?<!\w)‘(?!\s)[^\n]+?[^\s(]’(?!\w)"
    r"|(?<![\w.])'(?!\s|s\b|t\b|\d\ds)[^'\n]*(?:\b'\w[^'\n]*)*'(?!\w)",
    re.M,
)


def quoted(doc: Doc) -> bytearray:
    """Return one byte a token: 1 inside quotation marks (the marks too), 0 outside. A block never lends its quotes."""
    inside = bytearray(len(doc))
    edges = sorted(m.span() for m in _PAIRS.finditer(doc.text))
    if not edges:
        return inside
    at = 0
    for i, start in enumerate(doc.to_array("IDX").tolist()):
        while at < len(edges) and edges[at][1] <= start:
            at += 1
        if at < len(edges) and edges[at][0] <= start < edges[at][1]:
            inside[i] = 1
    return inside
