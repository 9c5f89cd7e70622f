"""What a build and a server print: contributed names and texts steer no terminal and no runner."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openroadmap.findings import Finding, Level, Place
from openroadmap.mkdocs_plugin.telling import tell, tell_line
from small_project import SETTINGS, write

PATIENCE = 30.0
STEERING = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|##\w*\[|^\s*::", re.M
)
TRICKS = {
    "mkdocs.yml": SETTINGS.replace("  - austin/index.md\n", ""),
    "content/index.md": "# Promises\n",
    "content/take-part.md": "# Take part\n",
    "commitments/a/member.yml": 'name: A\n"##[add-mask]a": x\n"::error::b": x\n',
    "commitments/a/2024/plan.yml": "title: Plan\n",
    "commitments/a/2024/commitments/a##[error]b.yml": "title: X\n",
    "commitments/a/2024/commitments/\x1b[2Jc.yml": "title: X\n",
    "commitments/a/2024/commitments/\u202ed.yml": "title: X\n",
}


@pytest.fixture
def tricky(tmp_path: Path) -> Path:
    write(tmp_path / "tricky", TRICKS)
    return tmp_path / "tricky"


def is_harmless(said: str) -> bool:
    return "a## [error]b.yml" in said and "add-mask" in said and not STEERING.search(said)


def test_a_build_prints_no_name_that_a_terminal_or_runner_obeys(tricky: Path) -> None:
    command = [sys.executable, "-m", "openroadmap.cli", "build", "--as-of", "2026-11-23"]
    done = subprocess.run(command, cwd=tricky, capture_output=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    said = (done.stdout + done.stderr).decode()
    assert is_harmless(said), said


def test_a_server_prints_no_name_that_a_terminal_or_runner_obeys(tricky: Path) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "openroadmap.cli", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    log = tricky.parent / "serve.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=tricky, stdout=out, stderr=out)
    try:
        deadline = time.monotonic() + PATIENCE
        while "Serving on" not in log.read_text() and time.monotonic() < deadline:
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
    finally:
        process.terminate()
        process.wait(PATIENCE)
    assert is_harmless(log.read_text()), log.read_text()


def test_a_finding_of_an_unknown_rule_is_told_by_its_code() -> None:
    finding = Finding("Z99", Level.ERROR, Place("a.yml", 2, 1), (), "odd", {"name": "\x1b[2J"})
    assert tell_line(finding, "en") == "a.yml:2:1: Z99 Z99 odd \\u001b[2J"


def test_a_sentence_that_lacks_a_word_is_not_passed_over() -> None:
    finding = Finding("F06", Level.ERROR, Place("a.yml"), (), "theme", {"word": "x"})
    with pytest.raises(KeyError, match="name"):
        tell(finding, "en")
