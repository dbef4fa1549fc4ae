"""Cuts Word runs at characters, so that a comment can begin and end at exact words."""

from copy import deepcopy
from typing import TYPE_CHECKING

from advice_audit.documents.assemble import Draft
from advice_audit.documents.word_names import w
from advice_audit.documents.word_runs import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WRAPPERS = {
    w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdtContent", "sdt")
}


class Cuts:
    """Makes run borders in the trees of a Word file and remembers which text went where."""

    def __init__(self) -> None:
        self._parts: dict[_Element, list[tuple[int, _Element]]] = {}

    def before(self, draft: Draft, offset: int) -> "_Element | None":
        """Return the run that begins with the character at `offset` of a draft, cutting where needed."""
        found = _piece_at(draft, offset, forward=True)
        if found is None:
            return None
        piece, inside = found
        if piece.node is None:
            return piece.run
        node, local = self._segment(piece.node, piece.offset + inside)
        return self._border(piece.node, node, local, piece.offset + inside)

    def after(self, draft: Draft, offset: int) -> "_Element | None":
        """Return the run that ends with the character before `offset` of a draft, cutting where needed."""
        found = _piece_at(draft, offset - 1, forward=False)
        if found is None:
            return None
        piece, inside = found
        if piece.node is None:
            return piece.run
        raw = piece.offset + inside + 1
        node, local = self._segment(piece.node, raw - 1)
        if local + 1 < len(node.text or "") or _followed(node):
            self._border(piece.node, node, local + 1, raw)
        return _run_of(node)

    def _segment(self, node: "_Element", raw: int) -> "tuple[_Element, int]":
        begin, part = 0, node
        for start, candidate in self._parts.get(node, []):
            if start <= raw:
                begin, part = start, candidate
        return part, raw - begin

    def _border(self, origin: "_Element", node: "_Element", local: int, raw: int) -> "_Element":
        """Make a run begin at a character of a text node; return that run."""
        run = _run_of(node)
        text = node.text or ""
        if local <= 0 and _first_in_run(node):
            return run
        fresh = _like(run)
        properties = run.find(w("rPr"))
        if properties is not None:
            fresh.append(deepcopy(properties))
        following = list(node.itersiblings())
        if local <= 0:
            following.insert(0, node)
        elif local < len(text):
            rest = _like(node)
            rest.text, node.text = text[local:], text[:local]
            for part in (rest, node):
                part.set(_SPACE, "preserve")
            fresh.append(rest)
            parts = self._parts.setdefault(origin, [(0, origin)])
            parts.append((raw, rest))
            parts.sort(key=lambda part: part[0])
        for element in following:
            fresh.append(element)
        run.addnext(fresh)
        return fresh


def outermost(run: "_Element", *, last: bool) -> "_Element":
    """Return the run, or what wraps it as long as the run stands at that wrapper's end (`last`) or beginning."""
    element = run
    while (parent := element.getparent()) is not None and parent.tag in _WRAPPERS:
        siblings = [child for child in parent if child.tag not in (w("sdtPr"), w("sdtEndPr"))]
        edge = siblings[-1] if last else siblings[0]
        if edge is not element or not any(above.tag == w("p") for above in parent.iterancestors()):
            break
        element = parent
    return element


def _piece_at(draft: Draft, offset: int, *, forward: bool) -> tuple[Piece, int] | None:
    """Return the piece that holds a character, and the place in it; of made-up text, the nearest real one."""
    pieces = draft.source if isinstance(draft.source, list) else []
    wanted = offset + draft.trim
    position = 0
    index = None
    for number, piece in enumerate(pieces):
        if wanted < position + len(piece.text):
            index = number
            break
        position += len(piece.text)
    if index is None:
        return (pieces[-1], len(pieces[-1].text) - 1) if pieces and pieces[-1].node is not None else None
    if pieces[index].run is not None:
        return pieces[index], max(0, wanted - position)
    order = range(index + 1, len(pieces)) if forward else range(index - 1, -1, -1)
    for number in order:
        if pieces[number].run is not None:
            return pieces[number], 0 if forward else len(pieces[number].text) - 1
    return None


def _like(element: "_Element") -> "_Element":
    """Return an empty element with the same name and attributes."""
    return element.makeelement(element.tag, {str(name): str(value) for name, value in element.attrib.items()})


def _run_of(node: "_Element") -> "_Element":
    parent = node.getparent()
    assert parent is not None
    return parent


def _first_in_run(node: "_Element") -> bool:
    previous = node.getprevious()
    return previous is None or previous.tag == w("rPr")


def _followed(node: "_Element") -> bool:
    return node.getnext() is not None
