"""What every test may ask for: the day, the project's folder, a browser.

A browser is a real Chromium, found on this machine and never fetched. Without
one, tests marked `browser` are left out with a word on how to install it; in
continuous integration (CI=true) they fail instead.
"""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "msedge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# Where Python may keep no byte code, each of the many programs that the tests start compiles
# the engine and its templates anew, which takes longer than what it does.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
settings.register_profile("here", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("here")
ADVICE = """\
No Chromium was found, so the tests that need a browser could not run. To install one:
  Debian:   apt install chromium
  Ubuntu:   snap install chromium
  Fedora:   dnf install chromium
  macOS:    brew install --cask google-chrome
  Windows:  winget install Google.Chrome
Or name one that you have: OPENROADMAP_CHROMIUM=/path/to/chromium"""


@cache
def find_chromium() -> Path | None:
    """The browser named in the environment, or the first one known by name or place."""
    named = os.environ.get("OPENROADMAP_CHROMIUM")
    if named:
        return Path(named) if shutil.which(named) else None
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else next(filter(Path.exists, map(Path, PLACES)), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") is None or find_chromium():
        return
    if os.environ.get("CI") == "true":
        pytest.fail(ADVICE, pytrace=False)
    pytest.skip("no Chromium found; see the end of this report")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if find_chromium() is None:
        terminalreporter.section("browser")
        terminalreporter.line(ADVICE)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Ask for it in tests marked `browser`; they run only where there is one."""
    found = find_chromium()
    if found is None:
        pytest.fail(f"Mark this test `browser`.\n{ADVICE}", pytrace=False)
    return found


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def today() -> date:
    """The one day on which all tests happen."""
    return date(2026, 11, 23)
