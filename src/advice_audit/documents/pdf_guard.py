"""What is checked of a PDF before it is parsed: that its packed streams unpack to no more than any advice holds."""

import re
import zlib

from advice_audit.errors import UnreadableDocument

MAX_STREAM = 100 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
_SMALL = 64 * 1024
"""Packed once, so little cannot hold more than 64 MB."""
_CHUNK = 4 * 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(
    rb"\[[^\[\]]{0,80}(?:/Fl(?:ateDecode)?|/LZW(?:Decode)?)\b[^\[\]]{0,80}(?:/Fl(?:ateDecode)?|/LZW(?:Decode)?)\b"
)
_MESSAGE = "The PDF unpacks to far more than any real one."


def check_streams(data: bytes) -> None:
    """Refuse a PDF whose streams unpack to far more than an advice; nothing is kept of what they hold.

    Raises:
        UnreadableDocument: `hostile`.
    """
    if _TWICE.search(data):
        raise UnreadableDocument("hostile", _MESSAGE)
    total = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        end = data.find(b"endstream", start)
        size = (end if end >= 0 else len(data)) - start
        if size >= _SMALL:
            total += _unpacked(data, start)
        if total > MAX_UNPACKED:
            raise UnreadableDocument("hostile", _MESSAGE)


def _unpacked(data: bytes, start: int) -> int:
    """Return how many bytes a stream unpacks to, 0 if it is not packed this way."""
    engine = zlib.decompressobj()
    size = 0
    rest = data[start : start + _CHUNK]
    at = start + len(rest)
    try:
        while rest and not engine.eof:
            size += len(engine.decompress(rest, _CHUNK))
            if size > MAX_STREAM:
                raise UnreadableDocument("hostile", _MESSAGE)
            rest = engine.unconsumed_tail
            if not rest:
                rest = data[at : at + _CHUNK]
                at += len(rest)
    except zlib.error:
        return size
    return size
