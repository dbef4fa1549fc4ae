"""Odd spaces and signs made plain, one character for one, so that offsets never shift."""

_ODD_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r\n\x85\u2028\u2029"
)
_TABLE = {ord(space): " " for space in _ODD_SPACES}
_TABLE |= {0x2011: "-", 0x2010: "-"}

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphens and other signs of no width: readers leave them out."""

_DROP = str.maketrans("", "", INVISIBLE)


def plain(text: str) -> str:
    """Return `text` with odd spaces as spaces and odd hyphens as hyphens; its length stays the same."""
    return text.translate(_TABLE)


def visible(text: str) -> str:
    """Return `plain(text)` without signs of no width."""
    return text.translate(_DROP).translate(_TABLE)
