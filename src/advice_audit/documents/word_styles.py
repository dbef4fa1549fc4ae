"""Styles: which are headings, and what they say about looks, lists and hiding."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advice_audit.documents.word_names import VAL, switched_on, value, w, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(
    r"^(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek|overskrift|otsikko)\s*(\d)\b", re.I
)
_TITLE = re.compile(r"^(?:title|subtitle|titel|untertitel|titre|sous-titre|tytuł)$", re.I)
_LIKE_HEADING = re.compile(r"heading|\bhead\b|section title|sub-?title|^title|form title", re.I)
_NO_HEADING = re.compile(r"header|footer|toc|contents|table (?:grid|text|body)", re.I)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style comes to after following what it is based on."""

    name: str = ""
    level: int | None = None
    trust: float = 0.0
    title: bool = False
    contents: bool = False
    bold: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    size: float | None = None
    numbering: tuple[str, int] | None = None
    listed: bool = False


class Styles:
    """The styles of a file by id. Unknown ids give an empty style.

    Args:
        root: the tree of the styles part, or None.
    """

    def __init__(self, root: "_Element | None") -> None:
        self._raw: dict[str, _Element] = {}
        self._known: dict[str | None, Style] = {None: Style()}
        self.size = 11.0
        if root is None:
            return
        default: str | None = None
        for style in root.iterchildren(w("style")):
            name = style.get(w("styleId"), "")
            self._raw[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                default = name
        half = value(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"), "sz")
        self.size = _points(half) or 10.0
        if default is not None:
            self._known[None] = self[default]

    def __getitem__(self, name: str | None) -> Style:
        """Return the style with this id; None is the default paragraph style."""
        known = self._known.get(name)
        if known is None:
            known = self._resolve(name or "", 0)
            self._known[name] = known
        return known

    def _resolve(self, name: str, depth: int) -> Style:
        raw = self._raw.get(name)
        if raw is None or depth > 20:
            return Style()
        parent_id = value(raw, "basedOn")
        base = self._resolve(parent_id, depth + 1) if parent_id and parent_id != name else Style()
        title = (value(raw, "name") or name).strip()
        level, trust, is_title = _heading(title, raw.find(w("pPr")), base)
        runs = raw.find(w("rPr"))
        return Style(
            name=title,
            level=level,
            trust=trust,
            title=is_title,
            contents=base.contents or bool(re.match(r"(?:toc|table of contents|contents)\b", title, re.I)),
            bold=_or(switched_on(runs, "b"), base.bold),
            underlined=_or(switched_on(runs, "u"), base.underlined),
            capitals=_or(switched_on(runs, "caps"), base.capitals),
            hidden=_or(switched_on(runs, "vanish"), base.hidden),
            size=_points(value(runs, "sz")) or base.size,
            numbering=numbering_of(raw.find(w("pPr")), base.numbering),
            listed=base.listed or bool(re.match(r"list (?:bullet|number)", title, re.I)),
        )


def without_table_styles(data: bytes) -> bytes:
    """Return a styles part without its table styles, most of its bytes and none of them ever asked for."""
    opening, closing = b'<w:style w:type="table"', b"</w:style>"
    kept, at = [], 0
    while (begin := data.find(opening, at)) >= 0 and (end := data.find(closing, begin)) >= 0:
        kept.append(data[at:begin])
        at = end + len(closing)
    return b"".join([*kept, data[at:]])


def numbering_of(properties: "_Element | None", inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return list id and level that paragraph properties give, else the inherited ones; id "0" means none."""
    numbers = None if properties is None else properties.find(w("numPr"))
    if numbers is None:
        return inherited
    identity = value(numbers, "numId") or (inherited[0] if inherited else None)
    if identity is None or identity == "0":
        return None
    depth = value(numbers, "ilvl")
    return identity, whole(depth, inherited[1] if inherited else 0)


def _heading(title: str, paragraph: "_Element | None", base: Style) -> tuple[int | None, float, bool]:
    """Tell a heading style: by name, by outline level, by what it is based on, by a name like one."""
    named = _HEADING.match(title)
    if named:
        return max(1, int(named.group(1))), 1.0, False
    if _TITLE.match(title):
        return 1, 1.0, True
    outline = None if paragraph is None else paragraph.find(w("outlineLvl"))
    if outline is not None:
        depth = whole(outline.get(VAL), 9)
        return (depth + 1, 0.9, False) if 0 <= depth < 9 else (None, 0.0, False)
    if base.level is not None:
        return base.level, min(base.trust, 0.95), base.title
    if _LIKE_HEADING.search(title) and not _NO_HEADING.search(title):
        depth_in_name = re.search(r"([1-6])\s*$", title)
        return int(depth_in_name.group(1)) if depth_in_name else 1, 0.85, False
    return None, 0.0, False


def _or(given: bool | None, inherited: bool) -> bool:
    return inherited if given is None else given


def _points(half_points: str | None) -> float | None:
    return whole(half_points) / 2 or None
