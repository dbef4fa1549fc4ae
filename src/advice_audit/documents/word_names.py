"""Names of WordprocessingML, in the braces that lxml wants."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def w(name: str) -> str:
    """Return a name of the main namespace: `w("p")`."""
    return _W + name


VAL = w("val")


def value(parent: "_Element | None", name: str) -> str | None:
    """Return `w:val` of a child, or None if there is no such child or value."""
    child = None if parent is None else parent.find(_W + name)
    return None if child is None else child.get(VAL)


def switched_on(parent: "_Element | None", name: str) -> bool | None:
    """Return whether an on/off property such as `w:b` is on; None if it is not given."""
    child = None if parent is None else parent.find(_W + name)
    if child is None:
        return None
    return child.get(VAL, "true") not in ("0", "false", "off", "none")


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return a number of the file; `otherwise` for what is absent, no number, or larger than any real one."""
    try:
        number = int(text or "")
    except ValueError:
        return otherwise
    return number if abs(number) < 1_000_000 else otherwise


def moment(text: str | None) -> datetime | None:
    """Return a date of the file, or None if it is absent or no date."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
