"""Takes the README's picture anew: a real report on the invented advice in tests/samples, seen through Chromium.

Run by `.venv/bin/python scripts/make_picture.py`; needs Chromium and the project installed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "samples" / "advice.txt"
PICTURE = ROOT / "docs" / "report.png"
WIDTH, HEIGHT, GAP = 1180, 1240, 24
ONLY_THE_TEXT = ".top, .summary, .advice > section:not(.reading) { display: none }"


def shoot(browser: str, page: str, out: Path, profile: Path) -> Image.Image:
    """Return what the browser shows of a page."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}"]
    command = [browser, *options, f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={out}", page]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return Image.open(out).convert("RGB")


def main() -> None:
    """Audit, shoot the top of the page and its margin notes, and put the two side by side."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Taking the picture needs Chromium.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "report.html"
        program = "from advice_audit.cli import main; main()"
        command = [sys.executable, "-c", program, "check", str(SAMPLE), "--format", "html", "--out", str(page)]
        done = subprocess.run([*command, "--today", "2025-11-10"], check=False, timeout=300)
        if done.returncode not in (0, 1):
            sys.exit("The sample could not be audited.")
        top = shoot(browser, page.as_uri(), folder / "top.png", folder / "profile")
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("</head>", f"<style>{ONLY_THE_TEXT}</style></head>"), encoding="utf-8")
        notes = shoot(browser, page.as_uri(), folder / "notes.png", folder / "profile")
        both = Image.new("RGB", (WIDTH * 2 + GAP, HEIGHT), "white")
        both.paste(top, (0, 0))
        both.paste(notes, (WIDTH + GAP, 0))
        both.quantize(128).save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
