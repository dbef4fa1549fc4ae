"""The cells of ruled tables on a PDF page, those of a table inside a cell told from those around it."""

from advice_audit.documents.pdf_lines import Box

_PADDING = 9.0


def grids(tables: list[list[Box]]) -> list[list[Box]]:
    """Return the cells of each table, smaller tables first; a table drawn inside a cell of another is one of its own."""
    from pdfplumber.table import cells_to_tables

    found: list[list[Box]] = []
    while tables:
        boxes = tables.pop()
        for group in _between_padding(boxes):
            tables.append(group)
        inner = [box for box in boxes if any(encloses(other, box) for other in boxes)]
        if inner:
            # Rules of both may touch, which makes one table of them.
            tables.extend(cells_to_tables(inner))
            boxes = [box for box in boxes if box not in set(inner)]
        found.append(boxes)
    return sorted(found, key=lambda boxes: area(around(boxes)))


def around(boxes: list[Box]) -> Box:
    """Return the box around boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def area(box: Box) -> float:
    """Return a box's area in square points."""
    return (box[2] - box[0]) * (box[3] - box[1])


def encloses(outer: Box, inner: Box) -> bool:
    """Return whether a box lies within another and leaves some of it."""
    inside = outer[0] - 2 < inner[0] and outer[1] - 2 < inner[1] and inner[2] < outer[2] + 2 and inner[3] < outer[3] + 2
    return inside and any(abs(a - b) > 3 for a, b in zip(outer, inner, strict=True))


def _between_padding(boxes: list[Box]) -> list[list[Box]]:
    """Take out tables whose upper and lower rules lie on those of the cell around them, as at a page's end.

    Of the cell around them only the padding on the left is found, a cell too narrow for any word; it is put back whole.
    """
    found: list[list[Box]] = []
    for sliver in [box for box in boxes if box[2] - box[0] < _PADDING]:
        others = {x for box in boxes if not _beside(sliver, box) for x in (box[0], box[2])}
        right = min((x for x in others if x > sliver[2] + 3), default=max(box[2] for box in boxes))
        inner = [
            box
            for box in boxes
            if _beside(sliver, box) and box[0] > sliver[2] - 1 and box[2] < max(right, sliver[2]) + 2
        ]
        if inner and sliver in boxes:
            found.append([box for box in inner if box[2] - box[0] >= _PADDING])
            boxes[:] = [box for box in boxes if box not in {*inner, sliver}]
            boxes.append((sliver[0], sliver[1], right, sliver[3]))
    return [group for group in found if group]


def _beside(sliver: Box, box: Box) -> bool:
    return sliver[1] - 1 < (box[1] + box[3]) / 2 < sliver[3] + 1
