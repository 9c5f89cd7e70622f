"""One run of a program as its own process: words in, seconds and memory out.

The memory is the largest the process or one of its children had, as the
system counts it. A child starts out as a copy of this process, so whoever
measures must stay smaller than what is measured: made-up plans are written by
a process of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNIT = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in, in bytes
_ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": "1795392000",  # 23 November 2026: states depend on the day
    "NO_MKDOCS_2_WARNING": "1",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the clock, seconds of the processors, bytes."""

    seconds: float
    work: float
    memory: int


class FailedError(RuntimeError):
    """A program that was to be measured did not do its work."""


def environment(**more: str) -> dict[str, str]:
    """This process's environment on the benchmark's day."""
    return {**os.environ, **_ENVIRONMENT, **more}


def run(words: Sequence[str], folder: Path, also: Sequence[int] = ()) -> Run:
    """Run a program in a folder; ``also`` are exit statuses that are well besides 0."""
    log = folder.parent / "last-run.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            words, cwd=folder, env=environment(), stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, *also):
        tail = log.read_text("utf-8", "replace")[-2000:]
        raise FailedError(f"{' '.join(words)} ended with {process.returncode}:\n{tail}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * _UNIT)


def version(words: Sequence[str], pick: Mapping[str, str] | None = None) -> str:
    """The first line that a program says of itself."""
    said = subprocess.run(words, capture_output=True, text=True, env=environment(**(pick or {})))
    return (said.stdout or said.stderr).strip().partition("\n")[0]
