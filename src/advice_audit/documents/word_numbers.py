"""The labels that Word makes for numbered paragraphs."""

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from advice_audit.documents.word_names import VAL, value, w, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Numbering:
    """Counts numbered paragraphs as they are met in reading order.

    Args:
        root: the tree of the numbering part, or None.
    """

    def __init__(self, root: "_Element | None") -> None:
        self._levels: dict[str, dict[int, _Element]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        for abstract in root.iterchildren(w("abstractNum")):
            levels = {whole(level.get(w("ilvl"))): level for level in abstract.iterchildren(w("lvl"))}
            self._levels[abstract.get(w("abstractNumId"), "")] = levels
        for number in root.iterchildren(w("num")):
            restarts = {
                whole(override.get(w("ilvl"))): whole(value(override, "startOverride"))
                for override in number.iterchildren(w("lvlOverride"))
                if value(override, "startOverride")
            }
            self._lists[number.get(w("numId"), "")] = (value(number, "abstractNumId") or "", restarts)

    def label(self, identity: str, depth: int) -> str | None:
        """Count one paragraph of a list.

        Args:
            identity: the list's `w:numId`.
            depth: its level, 0 the outermost.

        Returns:
            The label ("2.", "b)", "1.3"), or None for a bullet or an unknown list.
        """
        abstract, restarts = self._lists.get(identity, ("", {}))
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return None
        if depth in restarts:
            self._counts[abstract][depth] = restarts.pop(depth) - 1
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, _start(level) - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        if value(level, "numFmt") in ("bullet", "none", None):
            return None
        pattern = value(level, "lvlText") or ""
        return re.sub(r"%(\d)", lambda found: self._count(levels, counts, int(found.group(1)) - 1), pattern) or None

    def _count(self, levels: "dict[int, _Element]", counts: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        return _written(counts.get(depth, _start(level)), value(level, "numFmt"))


def _start(level: "_Element") -> int:
    start = level.find(w("start"))
    return whole(start.get(VAL)) if start is not None else 1


def _written(count: int, style: str | None) -> str:
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 5 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman"):
        text, rest = "", min(max(count, 0), 3999)
        for size, sign in _ROMAN:
            text += sign * (rest // size)
            rest %= size
        return text.upper() if style == "upperRoman" else text
    return f"{count:02d}" if style == "decimalZero" else str(count)
