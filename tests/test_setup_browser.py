"""Without a browser the other tests run, and a person is told how to get one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CASES = """
import pytest

@pytest.mark.browser
def test_with_a_browser(chromium_path):
    assert chromium_path

def test_without_one():
    assert True
"""


def run_without_browser(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "tests/conftest.py", folder)
    (folder / "test_cases.py").write_text(CASES, "utf-8")
    env = {**os.environ, "OPENROADMAP_CHROMIUM": str(folder / "none"), "CI": "", **settings}
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "pyproject.toml"]
    return subprocess.run([*words, folder], cwd=ROOT, env=env, capture_output=True, text=True)


def test_tests_that_need_a_browser_are_left_out_with_advice(tmp_path: Path) -> None:
    report = run_without_browser(tmp_path)
    assert "1 passed, 1 skipped" in report.stdout
    assert report.returncode == 0
    for system in ("Debian", "Ubuntu", "Fedora", "macOS", "Windows"):
        assert f"  {system}:" in report.stdout


def test_continuous_integration_does_not_pass_without_a_browser(tmp_path: Path) -> None:
    report = run_without_browser(tmp_path, CI="true")
    assert "1 passed, 1 error" in report.stdout
    assert report.returncode == pytest.ExitCode.TESTS_FAILED
