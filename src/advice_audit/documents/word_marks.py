"""Where tracked changes and comments of a Word file begin and end, noted while its paragraphs are read."""

from typing import TYPE_CHECKING

from advice_audit.documents.assemble import Anchor, Draft, DraftMark
from advice_audit.documents.model import BlockKind, MarkKind
from advice_audit.documents.spaces import plain
from advice_audit.documents.word_comments import Comment
from advice_audit.documents.word_names import moment, w

if TYPE_CHECKING:
    from lxml.etree import _Element


class Trail:
    """The marks met so far, and the draft and offset that reading has reached.

    Args:
        comments: the file's comments by id.
    """

    def __init__(self, comments: dict[str, Comment]) -> None:
        self.marks: list[DraftMark] = []
        self.draft = Draft(BlockKind.PARAGRAPH)
        self.anchors: list[Anchor] = []
        self._length = 0
        self._comments = comments
        self._open: dict[str, Anchor] = {}
        self._waiting: list[str] = []
        self._commented: set[str] = set()
        self._threads: list[tuple[DraftMark, Comment]] = []

    def begin(self, draft: Draft) -> None:
        """Go on to the next draft; comments that begin between paragraphs begin with it."""
        self.draft = draft
        self.anchors = []
        self._length = 0
        for identity in self._waiting:
            self._open[identity] = self._anchor(0)
        self._waiting = []

    def range_start(self, identity: str, between: bool = False) -> None:
        """Note where a comment's range begins; `between` paragraphs it begins with the next one."""
        if between:
            self._waiting.append(identity)
        else:
            self._open[identity] = self._anchor(self._length)

    def range_end(self, identity: str) -> None:
        """Note where a comment's range ends, which makes the comment a mark."""
        start = self._open.pop(identity, None)
        comment = self._comments.get(identity)
        if start is not None and comment is not None:
            self._add_comment(comment, start, self._anchor(self._length))

    def removed(self, elements: "list[_Element]", change: "_Element") -> None:
        """Note words that a tracked change takes out, at the place reached."""
        parts = (t.text or "" for element in elements for t in element.iter(w("delText"), w("t")))
        place = self._anchor(self._length)
        self._add(MarkKind.DELETE, plain("".join(parts)), place, place, change)

    def added(self, start: Anchor, change: "_Element", text: str) -> None:
        """Note a tracked insertion of whole paragraphs or rows, from `start` to the place reached."""
        self._add(MarkKind.INSERT, text, start, self._anchor(self._length), change)

    def leftover_replies(self) -> None:
        """Give replies that have no range of their own the place of their parent."""
        for mark, comment in [(m, c) for m, c in self._threads if c.replies]:
            for reply in comment.replies:
                if reply.identity not in self._commented:
                    self._add_comment(reply, mark.start, mark.end)

    def _anchor(self, offset: int) -> Anchor:
        anchor = Anchor(self.draft, offset)
        self.anchors.append(anchor)
        return anchor

    def _add_comment(self, comment: Comment, start: Anchor, end: Anchor) -> None:
        self._commented.add(comment.identity)
        mark = DraftMark(MarkKind.COMMENT, comment.text, start, end, comment.author, comment.when, comment.resolved)
        self.marks.append(mark)
        self._threads.append((mark, comment))

    def _add(self, kind: MarkKind, text: str, start: Anchor, end: Anchor, change: "_Element") -> None:
        author, when = change.get(w("author")), moment(change.get(w("date")))
        last = self.marks[-1] if self.marks else None
        joins = (
            last is not None
            and last.kind is kind
            and (last.author, last.when) == (author, when)
            and last.end.draft is start.draft
            and last.end.offset == start.offset
        )
        if joins and last is not None:
            last.text += text
            last.end = end
            return
        self.marks.append(DraftMark(kind, text, start, end, author, when))
