"""How fast a history is read, against asking git file by file.

In: how many records and commits to make up. Out: the time of a first reading,
of one when nothing was committed since and of one after another commit, and
what `git log` for each file would take, counted up from a sample.

    python tests/benchmarks/history.py [--files 5000] [--commits 2000]
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from openroadmap.history.facts import read_history

SAMPLE = 20
ROUNDS = 5
WANTED = 1.0
"""Seconds of a first reading at most; 2,000 commits and 5,000 files take half of it or less."""
ENVIRON = {
    "PATH": os.environ.get("PATH", os.defpath),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
WORDS = ("the", "of", "public", "contracts", "register", "ministry", "citizens", "open", "budget")
START = 1_600_000_000


def name(number: int) -> str:
    return f"commitments/m{number // 250}/2026-2027/commitments/c{number}.yml"


def record(number: int, version: int, chance: random.Random) -> str:
    lines = "".join(f"  {' '.join(chance.choices(WORDS, k=14))}\n" for _ in range(30))
    return f"title: Promise {number}, version {version}\nlead: Treasury\nproblem: >\n{lines}"


def stream(files: int, commits: int) -> Iterator[str]:
    """For ``git fast-import``: records are added evenly, and each commit edits two."""
    chance = random.Random(1)
    for commit in range(commits):
        day = START + commit * 40_000
        yield f"commit refs/heads/main\ncommitter a <a@example.org> {day} +0000\ndata 0\n"
        new = range(commit * files // commits, (commit + 1) * files // commits)
        old = (chance.randrange(new.start) for _ in range(2) if new.start)
        for number in dict.fromkeys((*new, *old)):
            text = record(number, commit, chance)
            yield f"M 644 inline {name(number)}\ndata {len(text)}\n{text}\n"


def git(folder: Path, *words: str, stdin: str = "") -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, env=ENVIRON, input=stdin, text=True, capture_output=True,
        check=True,
    )  # fmt: skip
    return done.stdout.strip()


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def another_commit(folder: Path, number: int) -> None:
    """One record more, on top."""
    text = record(number, 0, random.Random(number))
    day = START + 10**8 + number
    head = f"commit refs/heads/main\ncommitter a <a@example.org> {day} +0000\ndata 0\n"
    parent = f"from {git(folder, 'rev-parse', 'main')}\n"
    file = f"M 644 inline {name(number)}\ndata {len(text)}\n{text}\n"
    git(folder, "fast-import", "--quiet", stdin=head + parent + file)


def measure(folder: Path, files: int) -> float:
    """Print every figure; the seconds of a first reading."""
    today = datetime.now(UTC).date()
    cache = folder / ".git" / "cache"
    first = min(seconds(lambda: read(folder, today, None)) for _ in range(ROUNDS))
    read(folder, today, cache)
    same = min(seconds(lambda: read(folder, today, cache)) for _ in range(ROUNDS))
    after = []
    for round in range(ROUNDS):
        another_commit(folder, files + round)
        after.append(seconds(lambda: read(folder, today, cache)))
    log = ("log", "--first-parent", "--diff-filter=A", "--format=%cs", "--")
    asked = range(0, files, max(files // SAMPLE, 1))
    each = seconds(lambda: [git(folder, *log, name(number)) for number in asked]) / len(asked)
    for said, spent in (
        ("first reading", first),
        ("nothing committed since", same),
        ("after another commit", min(after)),
        (f"git log, {files} times", each * files),
    ):
        print(f"{said:26}{spent * 1000:12.1f} ms{spent / first:10.2f}")
    return first


def read(folder: Path, today: date, cache: Path | None) -> None:
    assert read_history(folder, today, ENVIRON, cache).facts.published


def main() -> None:
    options = argparse.ArgumentParser(description="Measure how fast a history is read.")
    options.add_argument("--files", type=int, default=5000)
    options.add_argument("--commits", type=int, default=2000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        git(folder, "init", "--quiet", "--initial-branch=main")
        git(folder, "fast-import", "--quiet", stdin="".join(stream(chosen.files, chosen.commits)))
        print(f"{chosen.files} records, {chosen.commits} commits")
        raise SystemExit(measure(folder, chosen.files) > WANTED)


if __name__ == "__main__":
    main()
