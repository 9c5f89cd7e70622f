"""Builds and checks in alternating rounds: a folder of projects comes in, runs go out by name."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from child import Run, run, weigh
from looking import Size, commitments, look
from sides import (
    OPENROADMAP,
    Side,
    change,
    hugo,
    hugo_with_formats,
    hugo_with_less,
    ours,
    stock,
)

Runs = dict[str, list[Run]]
"""The runs of each thing that was measured, in the order of the rounds."""

HERE = Path(__file__).parent


def build_in_rounds(base: Path, rounds: int) -> tuple[Runs, dict[str, Size]]:
    """Every side's builds, ours between the others; and what stands in the sites at the end."""
    expected = commitments(base)
    mine, sides = ours(base), _others(base)
    runs: Runs = {}
    for number in range(1, rounds + 1):
        record = base / "ours" / expected[number % len(expected)]["record"]
        for name, work in _round(mine, sides, record, number):
            os.sync()  # what the run before wrote is not this run's to wait for
            runs.setdefault(name, []).append(work())
    mine.clean()
    if together := weigh(mine.words, mine.folder):
        runs["together"] = [replace(each, memory=together) for each in runs["cold"]]
    return runs, {side.name: look(side, expected) for side in (mine, *sides.values())}


def _others(base: Path) -> dict[str, Side]:
    found = {"stock": stock(base, search=True), "plain": stock(base, search=False)}
    beside = {
        "hugo": hugo(base), "formats": hugo_with_formats(base), "less": hugo_with_less(base),
    }  # fmt: skip
    return found | {name: side for name, side in beside.items() if side is not None}


def _round(
    mine: Side, sides: dict[str, Side], record: Path, number: int
) -> Iterator[tuple[str, Callable[[], Run]]]:
    """One round's runs by name, ours and theirs in turn."""
    mine.clean()
    yield "cold", lambda: build(mine)
    yield from _theirs("stock", sides)
    yield "warm", lambda: build(mine)
    yield from _theirs("plain", sides)
    change(record, 1)
    yield "changed", lambda: build(mine)
    yield from _theirs("hugo", sides)
    yield from _theirs("formats", sides)
    yield from _theirs("less", sides)


def _theirs(name: str, sides: dict[str, Side]) -> Iterator[tuple[str, Callable[[], Run]]]:
    if side := sides.get(name):
        side.clean()
        yield name, lambda: build(side)


def build(side: Side) -> Run:
    """The whole process, from its start to its end."""
    return run(side.words, side.folder)


def alone(base: Path, rounds: int) -> tuple[list[Run], list[Run], list[Run]]:
    """Our own cold builds, warm builds and checks."""
    mine = ours(base)
    cold, warm, check = [], [], []
    for _ in range(rounds):
        mine.clean()
        cold.append(build(mine))
        warm.append(build(mine))
        check.append(run((*OPENROADMAP, "check"), mine.folder))
    return cold, warm, check


def check_in_rounds(base: Path, rounds: int) -> Runs:
    """`openroadmap check` of all records, and PyYAML loading the same files."""
    mine = ours(base)
    load = (sys.executable, str(HERE / "load_all.py"), "commitments")
    runs: Runs = {"check": [], "load": []}
    for _ in range(rounds):
        mine.clean()
        runs["check"].append(run((*OPENROADMAP, "check"), mine.folder))
        runs["load"].append(run(load, mine.folder))
    return runs
