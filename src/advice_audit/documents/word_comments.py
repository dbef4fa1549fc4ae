"""Comments of a Word file, with their replies and whether they are resolved."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from advice_audit.documents.spaces import visible
from advice_audit.documents.word_names import W14, W15, moment, w

if TYPE_CHECKING:
    from lxml.etree import _Element

OURS = "advice-audit"
"""Author of the comments that our own reports write; readers leave them out."""


@dataclass(slots=True)
class Comment:
    """One comment; a reply stands in its parent's `replies`."""

    identity: str
    text: str
    author: str | None
    when: datetime | None
    resolved: bool = False
    parent: str | None = None
    replies: list["Comment"] = field(default_factory=list)


def read_comments(root: "_Element | None", extended: "_Element | None") -> dict[str, Comment]:
    """Return comments by id, without our own.

    Args:
        root: the comments part.
        extended: the part that tells replies and resolved threads, where there is one.
    """
    found: dict[str, Comment] = {}
    by_paragraph: dict[str, Comment] = {}
    for element in () if root is None else root.iterchildren(w("comment")):
        author = element.get(w("author"))
        if author == OURS:
            continue
        paragraphs = list(element.iter(w("p")))
        text = "\n".join(visible("".join(t.text or "" for t in p.iter(w("t")))).strip() for p in paragraphs).strip()
        comment = Comment(element.get(w("id"), ""), text, author, moment(element.get(w("date"))))
        found[comment.identity] = comment
        for paragraph in paragraphs:
            by_paragraph[paragraph.get(W14 + "paraId", "")] = comment
    for entry in () if extended is None else extended.iterchildren(W15 + "commentEx"):
        known = by_paragraph.get(entry.get(W15 + "paraId", ""))
        if known is None:
            continue
        known.resolved = entry.get(W15 + "done") in ("1", "true")
        parent = by_paragraph.get(entry.get(W15 + "paraIdParent", ""))
        if parent is not None and parent is not known:
            known.parent = parent.identity
            parent.replies.append(known)
    return found
