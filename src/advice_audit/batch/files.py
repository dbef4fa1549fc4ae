"""Finds the files under folders and addresses, with size and time of change, without opening one."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from advice_audit.documents.find import ENDINGS
from advice_audit.errors import ConfigurationError


class Found(NamedTuple):
    """A file as it stands: `path` is absolute, or an address; `mtime_ns` None where its server keeps no time."""

    path: str
    size: int | None
    mtime_ns: int | None


@dataclass
class Finding:
    """What a search gave: the files by path, and the folders that could not be searched, each with the reason."""

    files: dict[str, Found] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)


def find_files(places: Sequence[str]) -> Finding:
    """Search files, folders and addresses (`scheme://...`, by fsspec).

    Linked folders are not followed. A folder that vanishes or may not be read is named in `unread`; the rest goes on.

    Raises:
        ConfigurationError: a place that was named does not exist or cannot be reached.
    """
    finding = Finding()
    for place in places:
        if is_address(place):
            files = _remote(place)
        else:
            # Not resolved: a folder reached by a link keeps the name by which its council knows it.
            top = Path(place).expanduser().absolute()
            if not top.exists():
                raise ConfigurationError("no-file", f"{place}: there is no such file or folder")
            files = _walk(os.path.normpath(top), finding) if top.is_dir() else iter([_found(top)])
        for found in files:
            finding.files.setdefault(found.path, found)
    return finding


def is_address(place: str) -> bool:
    """Tell whether a place is an address for fsspec rather than a path on this computer."""
    return "://" in place


def _found(path: Path) -> Found:
    stat = path.stat()
    return Found(str(path), stat.st_size, stat.st_mtime_ns)


def _walk(folder: str, finding: Finding) -> Iterator[Found]:
    folders: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                    folders.append(entry.path)
                elif is_advice_name(entry.name) and entry.is_file():
                    stat = entry.stat()
                    yield Found(entry.path, stat.st_size, stat.st_mtime_ns)
    except OSError as error:
        finding.unread[folder] = error.strerror or type(error).__name__
    for inner in folders:
        yield from _walk(inner, finding)


def is_advice_name(name: str) -> bool:
    """Tell whether a file of this name is to be audited: Word's lock files (`~$...`) and hidden files are not."""
    return not name.startswith(("~$", ".")) and name.lower().endswith(ENDINGS)


def _remote(address: str) -> Iterator[Found]:
    try:
        from fsspec.core import url_to_fs

        system, root = url_to_fs(address)
        listed: dict[str, dict[str, Any]] = system.find(root, detail=True)
    except (OSError, ValueError, ImportError) as error:
        raise ConfigurationError("no-file", f"{address}: cannot be searched ({type(error).__name__})") from error
    if not listed and not system.exists(root):
        raise ConfigurationError("no-file", f"{address}: there is no such file or folder")
    for name, info in sorted(listed.items()):
        if is_advice_name(name.rsplit("/", 1)[-1]):
            yield Found(system.unstrip_protocol(name), info.get("size"), changed(info))


def changed(info: dict[str, Any]) -> int | None:
    """Return when a file of fsspec's was last changed, in nanoseconds; None where its system does not say."""
    for key in ("mtime", "LastModified", "last_modified", "modified", "updated", "created"):
        value = info.get(key)
        if isinstance(value, datetime):
            return int(value.timestamp() * 1_000_000) * 1000
        if isinstance(value, (int, float)):
            return int(value * 1_000_000_000)
    return None


def named_kinds() -> str:
    """Return the endings of names for a message."""
    return ", ".join(ENDINGS)
