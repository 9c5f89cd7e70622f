"""One run of a program as its own process: words in, seconds and memory out.

The memory of a run is the largest the process or one of its children had, as
the system counts it. A child starts out as a copy of this process, so whoever
measures must stay smaller than what is measured: made-up plans are written by
a process of their own. What several processes hold together is looked at
while they run, which disturbs them: ``weigh`` is a run for that alone.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNIT = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in, in bytes
_ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": "1795392000",  # 23 November 2026: states depend on the day
    "NO_MKDOCS_2_WARNING": "1",
}
_NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"
_PROCESSES = Path("/proc")
_PAUSE = 0.01
_SHARE = re.compile(rb"^Pss: +(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the clock, seconds of the processors, bytes."""

    seconds: float
    work: float
    memory: int


class FailedError(RuntimeError):
    """A program that was to be measured did not do its work."""


def environment(**more: str) -> dict[str, str]:
    """This process's environment on the benchmark's day; Python may keep its byte code."""
    own = {name: value for name, value in os.environ.items() if name != _NO_BYTE_CODE}
    return {**own, **_ENVIRONMENT, **more}


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


def weigh(words: Sequence[str], folder: Path) -> int | None:
    """The most that a program and all its children held at one time, in bytes; None elsewhere.

    A page of memory that several of them share is counted once.
    """
    if not (_PROCESSES / "self" / "smaps_rollup").is_file():
        return None
    most = 0
    with subprocess.Popen(
        words, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            most = max(most, sum(map(_share, _family(process.pid))))
            time.sleep(_PAUSE)
    return most


def _family(process: int) -> Iterator[int]:
    """A process and its children, and theirs; those that end meanwhile have none."""
    yield process
    try:
        threads = list((_PROCESSES / str(process) / "task").iterdir())
        children = [child for each in threads for child in (each / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _share(process: int) -> int:
    """What of its memory falls to a process; 0 when it has ended."""
    try:
        found = _SHARE.search((_PROCESSES / str(process) / "smaps_rollup").read_bytes())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


def version(words: Sequence[str], pick: Mapping[str, str] | None = None) -> str:
    """The first line that a program says of itself."""
    said = subprocess.run(words, capture_output=True, text=True, env=environment(**(pick or {})))
    return (said.stdout or said.stderr).strip().partition("\n")[0]
