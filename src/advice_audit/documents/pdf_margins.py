"""Lines that stand at the head or foot of page after page."""

import re

from advice_audit.documents.pdf_lines import Line

_PAGE_NUMBER = re.compile(r"^(?:page\s*)?#+(?:\s*(?:of|/)\s*#+)?$|^[-–]\s*#+\s*[-–]$|\bpage # of #\b", re.I)
_ZONE = 0.13


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text).strip().casefold()


def repeated(pages: list[list[Line]], heights: list[float]) -> tuple[set[int], list[Line], list[Line]]:
    """Tell the repeated lines.

    Args:
        pages: the lines of each page, from top to bottom.
        heights: the height of each page in points.

    Returns:
        The ids of all lines that repeat, and one line of each different text at the head and at the foot.
    """
    seen: dict[tuple[bool, str], list[Line]] = {}
    for lines, height in zip(pages, heights, strict=True):
        for at_foot, edge in ((False, lines[:4]), (True, lines[-4:])):
            for line in edge:
                near = line.top > height * (1 - _ZONE) if at_foot else line.bottom < height * _ZONE
                if near:
                    seen.setdefault((at_foot, _shape(line)), []).append(line)
    taken: set[int] = set()
    heads: list[Line] = []
    feet: list[Line] = []
    for (at_foot, shape), lines in seen.items():
        number = bool(_PAGE_NUMBER.search(shape))
        often = len({line.page for line in lines}) >= max(2, 0.5 * len(pages))
        level = max(line.top for line in lines) - min(line.top for line in lines) < 6
        if number or (often and level):
            taken.update(id(line) for line in lines)
            (feet if at_foot else heads).append(lines[0])
    return taken, heads, feet
