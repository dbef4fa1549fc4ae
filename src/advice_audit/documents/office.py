"""Other office formats, by way of LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from advice_audit.documents.guard import Source, inspect
from advice_audit.errors import UnreadableDocument

SECONDS = 60.0
_NAMES = {"doc": "an old Word file (.doc)", "odt": "an OpenDocument file (.odt)", "rtf": "a rich text file (.rtf)"}


def converted(source: Source) -> Source:
    """Return a .doc, .odt or .rtf as .docx.

    Raises:
        UnreadableDocument: `unsupported` if LibreOffice is not installed, `damaged` if it cannot read the file.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        kind = _NAMES[source.format]
        raise UnreadableDocument(
            "unsupported", f"This is {kind}, which needs LibreOffice to be installed; or save it as .docx."
        )
    with tempfile.TemporaryDirectory(prefix="advice-audit-") as folder:
        original = Path(folder, f"advice.{source.format}")
        original.write_bytes(source.data)
        profile = Path(folder, "profile").as_uri()
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", "docx", "--outdir", str(Path(folder, "out")), str(original)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
            made = inspect(Path(folder, "out", "advice.docx"))
        except (subprocess.SubprocessError, OSError, UnreadableDocument) as error:
            raise UnreadableDocument("damaged", "LibreOffice could not read this file.") from error
    return replace(made, path=source.path)
