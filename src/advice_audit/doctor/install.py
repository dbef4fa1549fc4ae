"""The computer, the libraries, and the programs that one can do without."""

import platform
import re
import shutil
from importlib import metadata

from advice_audit.doctor.report import Computer, Installed

_MB = 1024 * 1024
# Extra of the package, or program -> what it is for.
_EXTRAS = {"postgres": "a store on a PostgreSQL server", "dask": "--engine dask", "ocr": "scanned PDFs"}
_PROGRAMS = {"soffice": ".doc, .odt and .rtf files", "tesseract": "scanned PDFs"}


def computer() -> Computer:
    """Return what this runs on."""
    from psutil import virtual_memory

    from advice_audit.batch.run import usable_processors

    memory = virtual_memory()
    return Computer(
        system=f"{platform.system()} {platform.release()} ({platform.machine()})",
        python=platform.python_version(),
        processors=usable_processors(),
        memory_mb=memory.total // _MB,
        free_mb=memory.available // _MB,
    )


def libraries() -> list[Installed]:
    """Return the libraries that the package requires, with their versions."""
    return [_library(name) for name, extra in _required() if extra is None]


def extras() -> list[Installed]:
    """Return the libraries and programs that only some uses need."""
    found = [_library(name, _EXTRAS[extra]) for name, extra in _required() if extra in _EXTRAS]
    for name, use in _PROGRAMS.items():
        there = shutil.which(name) is not None
        found.append(Installed(name=name, version=None, state="ok" if there else "missing", for_what=use))
    return found


def _required() -> list[tuple[str, str | None]]:
    """Return what the package's own metadata asks for: names, and the extra that asks."""
    asked = []
    for line in metadata.requires("advice-audit") or []:
        name = re.match(r"[A-Za-z0-9._-]+", line)
        extra = re.search(r"extra == ['\"]([\w-]+)['\"]", line)
        if name is not None and name[0] != "advice-audit":
            asked.append((name[0], extra[1] if extra else None))
    return asked


def _library(name: str, use: str | None = None) -> Installed:
    try:
        return Installed(name=name, version=metadata.version(name), state="ok", for_what=use)
    except metadata.PackageNotFoundError:
        return Installed(name=name, version=None, state="missing", for_what=use)
