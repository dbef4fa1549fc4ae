"""One paragraph of Word: its text as it would be sent, its looks, and its marks.

Insertions are in, deletions out; every character remembers the `w:t` that it stands in.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.documents.assemble import Anchor, Draft, Look
from advice_audit.documents.model import BlockKind, Locator, MarkKind
from advice_audit.documents.spaces import INVISIBLE, plain
from advice_audit.documents.word_comments import Comment
from advice_audit.documents.word_controls import form_field, is_contents, is_placeholder, symbol, tick_box
from advice_audit.documents.word_marks import Trail
from advice_audit.documents.word_names import MC, VAL, M, switched_on, value, w, whole
from advice_audit.documents.word_styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN = "Hidden text was left out."
_UNFILLED = "Some form fields are not filled in."


@dataclass(slots=True)
class Piece:
    """Characters of a draft. `offset` is where they begin in the node's text; no node: made by the reader."""

    text: str
    node: "_Element | None"
    offset: int
    run: "_Element | None"


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False


class Runs(Trail):
    """Reads paragraphs one after another; comment ranges and fields may go on from one to the next.

    Args:
        styles: the file's styles.
        comments: the file's comments by id.
    """

    def __init__(self, styles: Styles, comments: dict[str, Comment]) -> None:
        super().__init__(comments)
        self.warnings: set[str] = set()
        self.boxes: list[_Element] = []
        self._styles = styles
        self._fields: list[_Field] = []
        self._begin(Locator(), Style())

    def read(self, paragraph: "_Element", locator: Locator, style: Style) -> tuple[Draft, str]:
        """Read a paragraph.

        Returns:
            A draft whose `text` is not yet set, and the raw text: line breaks are newlines, nothing is trimmed.
            Text boxes that hang on the paragraph are left in `boxes`.
        """
        self._begin(locator, style)
        draft = self.draft
        marks_before = len(self.marks)
        properties = paragraph.find(w("pPr"))
        if properties is not None:
            self._paragraph_changes(properties)
        self._inline(paragraph)
        self._close_formats(properties)
        draft.source = self._pieces
        draft.look = self._look(properties)
        if len(self.marks) > marks_before:
            self._word_marks(marks_before)
        return draft, "".join(piece.text for piece in self._pieces)

    def _begin(self, locator: Locator, style: Style) -> None:
        self.begin(Draft(BlockKind.PARAGRAPH, locator=locator))
        self.boxes = []
        self._pieces: list[Piece] = []
        self._ink = 0
        self._style = style
        self._bold = self._underlined = self._capitals = 0
        self._sizes: dict[float, int] = {}
        self._formats: list[tuple[_Element, Anchor]] = []

    def _inline(self, parent: "_Element") -> None:
        for child in parent:
            handler = _INLINE.get(child.tag)
            if handler is not None:
                handler(self, child)

    def _run(self, run: "_Element") -> None:
        properties = run.find(w("rPr"))
        before, first = self._length, len(self._pieces)
        if properties is None:
            style = self._style
            bold, underlined, capitals, size = style.bold, style.underlined, style.capitals, style.size
        else:
            named = value(properties, "rStyle")
            own = self._styles[named] if named else Style()
            hidden = switched_on(properties, "vanish")
            if hidden or (hidden is None and (own.hidden or self._style.hidden)):
                if any(t.text for t in run.iter(w("t"))):
                    self.warnings.add(_HIDDEN)
                return
            bold = _first(switched_on(properties, "b"), own.bold or self._style.bold)
            underlined = _first(switched_on(properties, "u"), own.underlined or self._style.underlined)
            capitals = _first(switched_on(properties, "caps"), own.capitals or self._style.capitals)
            size = whole(value(properties, "sz")) / 2 or own.size or self._style.size
        for child in run:
            handler = _IN_RUN.get(child.tag)
            if handler is not None:
                handler(self, child, run)
        if self._length > before:
            self._weigh(bold, underlined, capitals, size, first)
            if properties is not None:
                change = properties.find(w("rPrChange"))
                if change is not None:
                    self._add(MarkKind.FORMAT, "", self._anchor(before), self._anchor(self._length), change)

    def _weigh(self, bold: bool, underlined: bool, capitals: bool, size: float | None, first: int) -> None:
        ink = sum(len(piece.text) - piece.text.count(" ") for piece in self._pieces[first:])
        self._ink += ink
        if bold:
            self._bold += ink
        if underlined:
            self._underlined += ink
        if capitals:
            self._capitals += ink
        if size is not None and ink:
            self._sizes[size] = self._sizes.get(size, 0) + ink

    def _emit(self, text: str, node: "_Element | None", offset: int, run: "_Element | None") -> None:
        if text and (not self._fields or all(field.shown for field in self._fields)):
            self._pieces.append(Piece(text, node, offset, run))
            self._length += len(text)

    def _text(self, node: "_Element", run: "_Element | None") -> None:
        raw = node.text or ""
        if raw.isascii():
            self._emit(plain(raw) if "\n" in raw or "\t" in raw or "\r" in raw else raw, node, 0, run)
            return
        begin = 0
        for index, sign in enumerate(raw):
            if sign in INVISIBLE:
                self._emit(plain(raw[begin:index]), node, begin, run)
                begin = index + 1
        self._emit(plain(raw[begin:]), node, begin, run)

    def _break(self, node: "_Element", run: "_Element") -> None:
        self._emit("\n", None, 0, run)

    def _space(self, node: "_Element", run: "_Element") -> None:
        self._emit(" ", None, 0, run)

    def _hyphen(self, node: "_Element", run: "_Element") -> None:
        self._emit("-", None, 0, run)

    def _symbol(self, node: "_Element", run: "_Element") -> None:
        self._emit(symbol(node), None, 0, run)

    def _field_sign(self, node: "_Element", run: "_Element") -> None:
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            shown = form_field(node.find(w("ffData")))
            if shown:
                self._emit(shown, None, 0, run)
                self._emit(" ", None, 0, run)
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            field = self._fields[-1]
            field.shown = not field.code.strip().upper().startswith(("TOC", "FORMCHECKBOX", "FORMDROPDOWN"))
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _field_code(self, node: "_Element", run: "_Element") -> None:
        if self._fields and not self._fields[-1].shown:
            self._fields[-1].code += node.text or ""

    def _ruby(self, node: "_Element", run: "_Element") -> None:
        for base in node.iterchildren(w("rubyBase")):
            self._inline(base)

    def _drawing(self, node: "_Element", run: "_Element | None" = None) -> None:
        found = _outermost_boxes(node)
        self.boxes.extend(found)

    def _alternate(self, node: "_Element", run: "_Element | None" = None) -> None:
        for option in node:
            before = (len(self.boxes), self._length)
            self._drawing(option)
            if option.tag in (MC + "Choice", MC + "Fallback"):
                for inner in option.iterchildren(w("r")):
                    self._run(inner)
            if (len(self.boxes), self._length) != before:
                return

    def _math(self, node: "_Element") -> None:
        for text in node.iter(M + "t"):
            self._emit(plain(text.text or ""), None, 0, None)

    def _insertion(self, node: "_Element") -> None:
        kind = MarkKind.MOVE if node.tag == w("moveTo") else MarkKind.INSERT
        start = self._anchor(self._length)
        self._inline(node)
        if self._length > start.offset:
            self._add(kind, "", start, self._anchor(self._length), node)

    def _deletion(self, node: "_Element") -> None:
        if any(t.text for t in node.iter(w("delText"), w("t"))):
            self.removed([node], node)

    def _moved_away(self, node: "_Element") -> None:
        """What was moved away is marked where it arrived."""

    def _control(self, control: "_Element") -> None:
        content = control.find(w("sdtContent"))
        if content is None or is_contents(control):
            return
        box = tick_box(control)
        if box is not None:
            self._emit(box, None, 0, None)
            self._emit(" ", None, 0, None)
        elif is_placeholder(control):
            self.warnings.add(_UNFILLED)
        else:
            self._inline(content)

    def _simple_field(self, node: "_Element") -> None:
        if not node.get(w("instr"), "").strip().upper().startswith("TOC"):
            self._inline(node)

    def _range_start(self, node: "_Element") -> None:
        self.range_start(node.get(w("id"), ""))

    def _range_end(self, node: "_Element") -> None:
        self.range_end(node.get(w("id"), ""))

    def _reference(self, node: "_Element", run: "_Element") -> None:
        identity = node.get(w("id"), "")
        comment = self._comments.get(identity)
        if comment is not None and identity not in self._commented and identity not in self._open:
            place = self._anchor(self._length)
            self._add_comment(comment, place, place)

    def _word_marks(self, first: int) -> None:
        """Give insertions, moves and changes of format in this paragraph the words that they cover."""
        raw = "".join(piece.text for piece in self._pieces)
        for mark in self.marks[first:]:
            if mark.kind in (MarkKind.INSERT, MarkKind.MOVE, MarkKind.FORMAT) and mark.start.draft is self.draft:
                mark.text = mark.text or raw[mark.start.offset : mark.end.offset]

    def _paragraph_changes(self, properties: "_Element") -> None:
        change = properties.find(w("pPrChange"))
        if change is not None:
            self._formats.append((change, self._anchor(0)))
        for name in ("ins", "del"):
            sign = properties.find(f"{w('rPr')}/{w(name)}")
            if sign is not None:
                self._formats.append((sign, self._anchor(0)))

    def _close_formats(self, properties: "_Element | None") -> None:
        for change, start in self._formats:
            end = self._anchor(self._length)
            if change.tag == w("pPrChange"):
                self._add(MarkKind.FORMAT, "", start, end, change)
            elif not self._length and change.tag == w("ins"):
                self._add(MarkKind.INSERT, "¶", end, end, change)
            elif self._length and change.tag == w("del"):
                self._add(MarkKind.DELETE, "¶", end, end, change)

    def _look(self, properties: "_Element | None") -> Look:
        whole = self._ink
        if not whole:
            return Look()
        shade = None if properties is None else properties.find(w("shd"))
        size = max(self._sizes, key=self._sizes.__getitem__) if self._sizes else self._styles.size
        return Look(
            bold=self._bold >= whole,
            underlined=self._underlined >= whole,
            capitals=self._capitals >= whole,
            shaded=is_shaded(shade),
            size=size,
        )


def is_shaded(shade: "_Element | None") -> bool:
    """Return whether a `w:shd` gives a colour that can be seen."""
    if shade is None:
        return False
    fill = (shade.get(w("fill")) or "auto").lower()
    return fill not in ("auto", "ffffff") or shade.get(VAL, "clear") not in ("clear", "nil")


def _first(given: bool | None, otherwise: bool) -> bool:
    return otherwise if given is None else given


def _outermost_boxes(node: "_Element") -> "list[_Element]":
    """Text boxes under a node; of a box saved twice, for old and new Word, the new one."""
    if node.tag == w("txbxContent"):
        return [node]
    found: list[_Element] = []
    for child in node:
        if not isinstance(child.tag, str):
            continue
        inner = _outermost_boxes(child)
        found.extend(inner)
        if inner and node.tag == MC + "AlternateContent":
            break
    return found


_INLINE = {
    w("r"): Runs._run,
    w("ins"): Runs._insertion,
    w("moveTo"): Runs._insertion,
    w("del"): Runs._deletion,
    w("moveFrom"): Runs._moved_away,
    w("sdt"): Runs._control,
    w("fldSimple"): Runs._simple_field,
    w("commentRangeStart"): Runs._range_start,
    w("commentRangeEnd"): Runs._range_end,
    MC + "AlternateContent": Runs._alternate,
    M + "oMath": Runs._math,
    M + "oMathPara": Runs._math,
} | {w(name): Runs._inline for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo", "subDoc")}

_IN_RUN = {
    w("t"): Runs._text,
    w("tab"): Runs._space,
    w("ptab"): Runs._space,
    w("br"): Runs._break,
    w("cr"): Runs._break,
    w("noBreakHyphen"): Runs._hyphen,
    w("sym"): Runs._symbol,
    w("fldChar"): Runs._field_sign,
    w("instrText"): Runs._field_code,
    w("ruby"): Runs._ruby,
    w("drawing"): Runs._drawing,
    w("pict"): Runs._drawing,
    MC + "AlternateContent": Runs._alternate,
    w("commentReference"): Runs._reference,
}
