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
    ranges = [m.span() for m in _PAIRS.finditer(doc.text)]
    if not ranges and '"' not in doc.text and "“" not in doc.text:
        return inside
    edges = sorted(ranges)
    at = 0
    for token in doc:
        while at < len(edges) and edges[at][1] <= token.idx:
            at += 1
        if at < len(edges) and edges[at][0] <= token.idx < edges[at][1]:
            inside[token.i] = 1
    return inside
