"""How long assessing takes beside building: a number of commitments comes in, a ratio goes out.

    python tests/benchmarks/assessing.py --n 5000

Every plan of the made-up project also gets a timetable, a way to give input, and contributions
with their answers, so that every requirement has something to be decided by. The build is a
whole process without a cache; assessing is the work on records that were read, with facts of a
full history, against both the pack of the plan's level and the national eight.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from generate import SEED, our_files, write
from openroadmap.measure.assessment import assess
from openroadmap.model.facts import GitFacts, History
from openroadmap.model.site import PlanRecords
from openroadmap.read.files import walk
from openroadmap.read.site import read_member, read_plan
from openroadmap.standards.load import our_packs
from records import make_members

TODAY = date(2026, 11, 23)
CONTRIBUTIONS = 60
"""Contributions of each plan; every other one has an answer of its own."""
MOST = 0.1
"""What assessing may take of a build."""

TIMELINE = """\
published_on: 2025-01-02
opportunities:
  - title: Send your ideas
    opens_on: 2025-02-01
    closes_on: 2025-03-31
"""
MECHANISM = """\
title: Ideas online
opens_on: 2025-02-01
closes_on: 2025-03-31
channels: [Online form]
"""


def process_files(plan: str) -> Iterator[tuple[str, str]]:
    """Records of the process, in a plan's folder."""
    yield f"{plan}/cocreation/timeline.yml", TIMELINE
    yield f"{plan}/mechanisms/ideas.yml", MECHANISM
    for number in range(CONTRIBUTIONS):
        day = date(2025, 2, 1) + timedelta(days=number % 50)
        yield f"{plan}/contributions/c{number}.yml", f"received_on: {day}\ntitle: An idea\n"
        if number % 2:
            yield (
                f"{plan}/responses/r{number}.yml",
                f"contributions: [c{number}]\ndecision: not_accepted\n"
                "reason: It is for the region to decide.\npublished_on: 2025-04-15\n",
            )


def read_all(root: Path) -> list[PlanRecords]:
    found = []
    for member in walk(root)[0]:
        around = read_member(member)
        found += [read_plan(plan, around.context).records for plan in member.plans]
    return found


def facts_of(root: Path) -> GitFacts:
    """As if every file had come in one year before and been changed twice."""
    files = [file.relative_to(root).as_posix() for file in (root / "commitments").rglob("*.yml")]
    days = (date(2026, 2, 1), date(2026, 8, 1))
    return GitFacts(
        History.FULL, dict.fromkeys(files, date(2025, 1, 3)), dict.fromkeys(files, days)
    )


def seconds_to_assess(plans: list[PlanRecords], facts: GitFacts) -> float:
    packs = our_packs()
    gc.disable()
    start = time.perf_counter()
    for records in plans:
        for pack in ("local", "national-2022"):
            assess(records, packs[pack], TODAY, facts)
    took = time.perf_counter() - start
    gc.enable()
    return took


def seconds_to_build(root: Path, site: Path) -> float:
    words = [sys.executable, "-m", "openroadmap.cli", "build", "--as-of", str(TODAY),
             "--site-dir", str(site)]  # fmt: skip
    for folder in (root / ".cache", site):
        shutil.rmtree(folder, ignore_errors=True)
    start = time.perf_counter()
    subprocess.run(words, cwd=root, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=5000, help="Commitments.")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="openroadmap-benchmark-") as folder:
        root = Path(folder) / "ours"
        write(root, our_files(make_members(asked.n, SEED)))
        for plan in sorted((root / "commitments").glob("*/*/")):
            write(root, process_files(plan.relative_to(root).as_posix()))
        plans, facts = read_all(root), facts_of(root)
        rounds = [
            (seconds_to_assess(plans, facts), seconds_to_build(root, Path(folder) / "site"))
            for _ in range(asked.rounds)
        ]
    ratio = statistics.median(one / other for one, other in rounds)
    for one, other in rounds:
        print(f"assessing {one:.2f} s, building {other:.2f} s: {one / other:.3f}")
    verdict = "met" if ratio <= MOST else "missed"
    print(f"{asked.n} commitments in {len(plans)} plans: {ratio:.3f} (target {MOST}, {verdict})")


if __name__ == "__main__":
    main()
