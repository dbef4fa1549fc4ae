"""The comments part of a Word file: our comments taken out, new ones put in, everything else kept."""

from datetime import datetime
from typing import TYPE_CHECKING

from advice_audit.documents.word_comments import OURS
from advice_audit.documents.word_names import W14, W15, w, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

INITIALS = "AA"
EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def forget_ours(comments: "_Element", extended: "_Element | None", trees: "list[_Element]") -> None:
    """Take out the comments of an earlier run, and every trace of them in the text."""
    ids: set[str] = set()
    paragraphs: set[str] = set()
    for comment in [c for c in comments.iterchildren(w("comment")) if c.get(w("author")) == OURS]:
        ids.add(comment.get(w("id"), ""))
        paragraphs.update(p.get(W14 + "paraId", "") for p in comment.iter(w("p")))
        comments.remove(comment)
    for entry in [] if extended is None else list(extended.iterchildren(W15 + "commentEx")):
        if entry.get(W15 + "paraId", "-") in paragraphs:
            extended.remove(entry)  # type: ignore[union-attr]
    for tree in trees if ids else ():
        for sign in list(tree.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
            if sign.get(w("id")) not in ids:
                continue
            parent = sign.getparent()
            if parent is None:
                continue
            parent.remove(sign)
            above = parent.getparent()
            if parent.tag == w("r") and above is not None and all(child.tag == w("rPr") for child in parent):
                above.remove(parent)


def next_id(comments: "_Element", trees: "list[_Element]") -> int:
    """Return the first comment id that nothing uses."""
    used = [c.get(w("id"), "") for c in comments.iterchildren(w("comment"))]
    used += [
        sign.get(w("id"), "") for tree in trees for sign in tree.iter(w("commentRangeStart"), w("commentReference"))
    ]
    return max((whole(identity, -1) for identity in used), default=-1) + 1


def add_comment(comments: "_Element", identity: int, lines: list[str], when: datetime) -> None:
    """Add a comment of ours.

    Args:
        comments: root of the comments part.
        identity: its id.
        lines: a paragraph each.
        when: the date it bears.
    """
    comment = comments.makeelement(w("comment"), {})
    comment.set(w("id"), str(identity))
    comment.set(w("author"), OURS)
    comment.set(w("date"), when.strftime("%Y-%m-%dT%H:%M:%SZ"))
    comment.set(w("initials"), INITIALS)
    for number, line in enumerate(lines):
        paragraph = _child(comment, "p")
        if not number:
            _child(_child(paragraph, "r"), "annotationRef")
        text = _child(_child(paragraph, "r"), "t")
        text.text = "".join(sign for sign in line if sign >= " " or sign == "\t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    comments.append(comment)


def surround(first: "_Element", last: "_Element", identity: int) -> None:
    """Put a comment's signs around what begins with one element and ends with another."""
    start, end, run = (first.makeelement(w(name), {}) for name in ("commentRangeStart", "commentRangeEnd", "r"))
    for sign in (start, end, _child(run, "commentReference")):
        sign.set(w("id"), str(identity))
    first.addprevious(start)
    last.addnext(end)
    end.addnext(run)


def _child(parent: "_Element", name: str) -> "_Element":
    element = parent.makeelement(w(name), {})
    parent.append(element)
    return element
