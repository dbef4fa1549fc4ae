"""Remarks between colleagues that were typed into the text: "[AL: please check]", "DRAFT - manager to confirm"."""

import re
from collections.abc import Iterator

_BRACKETED = re.compile(r"\[[^\[\]\n]{8,300}\]|\(\([^()\n]{8,300}\)\)")
_INITIALS = re.compile(
    r"^[\[(]+\s*[A-Z]{1,3}\s*(:|\s[-–—]\s|(?= (?:add|ask|can|check|chase|delete|move|please|put|see)\b))|[-–—\s]\s?[A-Z]{2,3}\s*(\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?)?\s*[\])]+$"
)
# Round brackets hold many other things, so what stands in them must give a colleague a task or ask one something.
_ROUND = re.compile(
    r"(\((?:(?-i:[A-Z]{2,3}|[A-Z][a-z]+)\s|manager\s|author\s|admin\s)?(?:still\s)?to (?:check|confirm|add|ask|chase|update|amend|reword|rewrite|finish|insert|complete|delete|move|follow up|double.?check)\b[^()\n]{4,200}\)|"
    r"\((?:(?:please|pls) (?:check|can|could|confirm|amend|add|delete)|check with|check if|check whether|chase|query|note to|nb for)\b[^()\n]{4,200}\)|"
    r"\([^()\n]{0,120}\b(?:do we (?:need|want|have|know)|should (?:we|this|I)|can you|could you|have (?:we|you)|is (?:this|that|it) (?:right|ok|okay|correct|still|needed|the right)|shall (?:I|we))\b[^()\n]{0,120}\?\s?\))",
    re.I,
)
_TO_COLLEAGUE = re.compile(
    r"\?|!|\b(please|pls|can you|could you|do you|have you|check|chase|confirm with|ask|add (if|more|date)|"
    r"need to|needs to be|before (it|this|you) (goes|go|is sent|send)|do not send|don't send|not sure|delete|amend|"
    r"query|note to|manager|my comment|reword|expand)\b",
    re.I,
)
_PLACEHOLDER = re.compile(r"^[\[(]+\s*((insert|enter|add|type|child|young person|parent|name|date|day|time|hours?|number|"
                          r"xx|tbc|tba|provider|service|start|end)\b[^?!:]{0,40}|how (many|much|often|long)\b[^!:]{0,20}\??)[\])]+$", re.I)  # fmt: skip
_STAMP = re.compile(
    r"(?m)^(?:\W*|[^\n]{0,40}(?=(?-i:DRAFT)))(draft\b[^\n]{0,120}|(not|awaiting|subject to) (manager|management|final)[^\n]{0,80}|"
    r"(note|nb|n\.b\.)\s+(to|for) (self|manager|[A-Z][a-z]+|typist|admin)\b[^\n]{0,160}|"
    r"(?:(?-i:[A-Z][a-z]+),?\s)?(please|pls|can you|could you) (check|can you|could you|amend|delete|add|confirm)\b[^\n]{0,160})$",
    re.I,
)


def remark_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of remarks typed into a text."""
    for match in _BRACKETED.finditer(text):
        inside = match.group()
        if not _PLACEHOLDER.match(inside) and (_INITIALS.search(inside) or _TO_COLLEAGUE.search(inside)):
            yield match.span()
    for match in (*_ROUND.finditer(text), *_STAMP.finditer(text)):
        yield match.span(1)


def is_remark(text: str) -> bool:
    """Tell whether a whole paragraph, item or cell is nothing but a remark in brackets."""
    words = text.strip()
    return words[:1] in "[(" and any(end - start == len(words) for start, end in remark_ranges(words))
