"""The parts of a Word file: a zip of XML, parsed so that nothing outside it is ever asked for."""

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from advice_audit.documents.word_names import STRICT, TRANSITIONAL, R
from advice_audit.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 40 * 1024 * 1024
MAX_TAGS = 1_500_000
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class WordPackage:
    """A Word file opened for reading, part by part.

    Args:
        data: the file's bytes, already checked by the guard.

    Raises:
        UnreadableDocument: `damaged` if it is no zip or has no main part.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableDocument("damaged", "The Word file is damaged and cannot be opened.") from error
        self._names = {name.lower(): name for name in self._zip.namelist()}
        self.main = self._main_part()

    def data(self, name: str) -> bytes | None:
        """Return a part's bytes, or None if there is no such part."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        try:
            return self._zip.read(stored)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise UnreadableDocument("damaged", "The Word file is damaged and cannot be opened.") from error

    def part(self, name: str) -> "_Element | None":
        """Return a part's parsed tree, or None if there is no such part.

        Raises:
            UnreadableDocument: `hostile`, `too-large` or `damaged`.
        """
        data = self.data(name)
        return None if data is None else parse_part(data)

    def related(self, name: str) -> list[tuple[str, str, str]]:
        """Return the relationships of a part: id, last word of the type, and target part's name."""
        folder, base = posixpath.split(name)
        rels = self.part(posixpath.join(folder, "_rels", base + ".rels"))
        found = []
        for rel in () if rels is None else rels.iter(_RELS + "Relationship"):
            if rel.get("TargetMode") == "External":
                continue
            target = rel.get("Target", "")
            target = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            found.append((rel.get("Id", ""), rel.get("Type", "").rsplit("/", 1)[-1], target))
        return found

    def _main_part(self) -> str:
        for _, kind, target in self.related(""):
            if kind == "officeDocument" and target.lower() in self._names:
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise UnreadableDocument("damaged", "The Word file has no text part.")


def parse_part(data: bytes) -> "_Element":
    """Parse XML of a part with no entities, no network, no deep nesting.

    Raises:
        UnreadableDocument: `hostile` for a document type, `too-large`, or `damaged`.
    """
    from lxml import etree

    if len(data) > MAX_PART or (len(data) > MAX_TAGS and data.count(b"<") > MAX_TAGS):
        raise UnreadableDocument("too-large", "The Word file holds more than any advice does.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:200]:
        data = _as_utf8(data)
    if b"<!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        raise UnreadableDocument("hostile", "The Word file holds definitions that no real Word file has.")
    if STRICT.encode() in data[:20_000]:
        data = _transitional(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise UnreadableDocument("hostile", "The Word file is nested deeper than any real one.") from error
        raise UnreadableDocument("damaged", "The Word file is damaged and cannot be opened.") from error


def _as_utf8(data: bytes) -> bytes:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise UnreadableDocument("damaged", "The Word file is damaged and cannot be opened.") from error
    return text.split("?>", 1)[-1].encode() if text.lstrip().startswith("<?xml") else text.encode()


def _transitional(data: bytes) -> bytes:
    """Strict files differ from ordinary ones in their namespaces only, for what is read here."""
    relations = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    return data.replace(STRICT.encode(), TRANSITIONAL.encode()).replace(relations, R.strip("{}").encode())
