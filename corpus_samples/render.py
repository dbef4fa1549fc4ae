"""Renders sample advices to the files that an auditor sees.

    python corpus_samples/render.py                     all samples that have no rendering yet
    python corpus_samples/render.py a.yaml b.yaml       those again
    python corpus_samples/render.py --layout boxes --to FOLDER a.yaml

A sample's `meta.layout` says how it is rendered; `--layout` overrules it.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from render_pdf import render_pdf  # noqa: E402
from render_word import LAYOUTS, render_word  # noqa: E402

PDF_LAYOUTS = ("pdf", "pdf-table")


def load(path: Path) -> dict[str, Any]:
    """Return a sample as its YAML has it."""
    loaded: dict[str, Any] = YAML(typ="safe").load(path.read_text("utf-8"))
    return loaded


def render(path: Path, folder: Path, layout: str | None = None) -> Path:
    """Render one sample.

    Args:
        path: its YAML.
        folder: where the rendering goes, under the sample's name.
        layout: overrules the sample's own.

    Returns:
        The file written.

    Raises:
        ValueError: if the layout is unknown, or a tracked change or comment has no place in the text.
    """
    advice = load(path)
    chosen = layout or advice["meta"]["layout"]
    if chosen in PDF_LAYOUTS:
        target, data = folder / f"{path.stem}.pdf", render_pdf(advice, chosen)
    elif chosen in LAYOUTS:
        target, data = folder / f"{path.stem}.docx", render_word(advice, chosen)
    else:
        raise ValueError(f"{path.name}: unknown layout {chosen}")
    target.write_bytes(data)
    return target


def main() -> None:
    """Render what the command line names."""
    parser = argparse.ArgumentParser(description="Render sample advices to Word and PDF.")
    parser.add_argument("samples", nargs="*", type=Path)
    parser.add_argument("--layout", choices=[*LAYOUTS, *PDF_LAYOUTS])
    parser.add_argument("--to", type=Path, default=HERE)
    options = parser.parse_args()
    samples = options.samples or [
        path
        for path in sorted(HERE.glob("*.yaml"))
        if not any(path.with_suffix(end).exists() for end in (".docx", ".pdf"))
    ]
    for sample in samples:
        print(render(sample, options.to, options.layout))


if __name__ == "__main__":
    main()
