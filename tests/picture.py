"""Takes the README's picture: the demonstration site comes in, `.github/screenshot.png` goes out.

Not a test. Run it by `scripts/picture` when the look of the pages has changed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from conftest import find_chromium  # noqa: E402 - tests are not a package

PAGE = "ontario/2017/open-data-charter/index.html"
PICTURE = ROOT / ".github" / "screenshot.png"
SIZE = {"width": 1200, "height": 900}


def main() -> None:
    chromium = find_chromium()
    if chromium is None:
        sys.exit("Chromium is needed for a picture; scripts/test says how to install it.")
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "openroadmap.cli", "build", "--site-dir", folder]
        subprocess.run([*command, "--as-of", "2026-11-23"], cwd=ROOT, check=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport=SIZE, color_scheme="light")
            page.goto((Path(folder) / PAGE).as_uri())
            page.screenshot(path=PICTURE)
            browser.close()


if __name__ == "__main__":
    main()
