"""Where a command's report goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advice_audit.errors import ConfigurationError

if TYPE_CHECKING:
    from advice_audit.reports.interface import Output


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
