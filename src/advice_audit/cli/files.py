"""Which files a command is meant to audit, and where its report goes."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.documents.endings import ENDINGS
from advice_audit.errors import ConfigurationError

if TYPE_CHECKING:
    from advice_audit.reports.interface import Output


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


def check_out(out: Path | None, inputs: Sequence[Path]) -> None:
    """Refuse an `--out` that would overwrite an advice.

    Raises:
        ConfigurationError: it is one of the files to be audited.
    """
    if out is not None and out.resolve() in {path.resolve() for path in inputs}:
        raise ConfigurationError("out-is-input", f"{out}: the report would overwrite the advice; choose another --out")


def write_outputs(outputs: "Sequence[Output]", out: Path, *, one_a_file: bool = False) -> list[Path]:
    """Write a report to a file, or several to a folder; return where they went.

    Args:
        outputs: what to write.
        out: a file, or a folder. A new path without an ending is a folder where `one_a_file` is set.
        one_a_file: the format writes one output for each advice.

    Raises:
        ConfigurationError: it cannot be written, or there are several and `out` is a file.
    """
    folder = out.is_dir() or (one_a_file and not out.suffix)
    if len(outputs) > 1 and not folder:
        raise ConfigurationError("out-is-file", f"{out}: several files are to be written; give a folder as --out")
    written: list[Path] = []
    try:
        (out if folder else out.parent).mkdir(parents=True, exist_ok=True)
        for output in outputs:
            path = _free(out / output.name, written) if folder else out
            path.write_bytes(output.content)
            written.append(path)
    except OSError as error:
        raise ConfigurationError("cannot-write", f"{out}: cannot be written ({error.strerror})") from error
    return written


def _free(path: Path, taken: Sequence[Path]) -> Path:
    number = 1
    candidate = path
    while candidate in taken:
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate
