"""Which files of a folder are advices."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from advice_audit.errors import ConfigurationError

ENDINGS = (".docx", ".docm", ".pdf", ".txt", ".md", ".doc", ".odt", ".rtf")


def find_advices(paths: Sequence[Path]) -> list[Path]:
    """Return the files to audit: those named, and in folders all whose name ends like an advice's, in order of name.

    Word's lock files (`~$…`), hidden files and linked folders are left out, and a file met twice is audited once.

    Raises:
        ConfigurationError: a path does not exist, or there is nothing to audit.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise ConfigurationError("no-file", f"{path}: there is no such file or folder")
        for file in _walk(path) if _is_folder(path) else [path]:
            found.setdefault(file.resolve(), file)
    if not found:
        kinds = ", ".join(ENDINGS)
        raise ConfigurationError("no-advices", f"{_listed(paths)}: no advice found there (files ending in {kinds})")
    return list(found.values())


def _is_folder(path: Path) -> bool:
    # NOTE: a folder called x.docx goes to the reader, which says that it is not a file.
    return path.is_dir() and path.suffix.lower() not in ENDINGS


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(("~$", ".")):
            continue
        if _is_folder(path):
            if not path.is_symlink() and os.access(path, os.R_OK | os.X_OK):
                yield from _walk(path)
        elif path.suffix.lower() in ENDINGS:
            yield path


def _listed(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths)
