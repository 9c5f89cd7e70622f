"""Figures as a Markdown table: measured pairs come in, rows with target and verdict go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from child import Run

HEAD = ("", "OpenRoadmap", "other", "figure", "by processor time", "target", "verdict")


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached: at least, or at most, a number."""

    least: float | None = None
    most: float | None = None
    unit: str = "×"

    def __str__(self) -> str:
        if self.least is not None:
            return f"at least {self.least:g} {self.unit}"
        return "–" if self.most is None else f"at most {self.most:g} {self.unit}"

    def verdict(self, value: float) -> str:
        if self.least is None and self.most is None:
            return "–"
        low, high = self.least or 0, float("inf") if self.most is None else self.most
        return "reached" if low <= value <= high else "missed"


NO_TARGET = Target()


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison as it is printed.

    ``value`` is what the target speaks of; ``work`` is the same ratio by the
    time of the processors, which a busy machine disturbs less.
    """

    what: str
    ours: str
    theirs: str
    value: float
    target: Target = NO_TARGET
    work: float | None = None

    def cells(self) -> tuple[str, ...]:
        shown = f"{self.value:.2f} ×" if self.target.unit == "×" else f"{self.value:.0f} MB"
        work = "–" if self.work is None else f"{self.work:.2f} ×"
        verdict = self.target.verdict(self.value)
        return self.what, self.ours, self.theirs, shown, work, str(self.target), verdict


def times_faster(
    what: str, ours: Sequence[Run], theirs: Sequence[Run], target: Target = NO_TARGET
) -> Row:
    """How many times longer the others took, round by round."""
    value = ratio(_seconds(theirs), _seconds(ours))
    return Row(what, *_both(ours, theirs), value, target, ratio(_work(theirs), _work(ours)))


def times_longer(
    what: str, ours: Sequence[Run], theirs: Sequence[Run], target: Target = NO_TARGET
) -> Row:
    """How many times longer we took, round by round."""
    value = ratio(_seconds(ours), _seconds(theirs))
    return Row(what, *_both(ours, theirs), value, target, ratio(_work(ours), _work(theirs)))


def saves(what: str, pairs: Sequence[tuple[float, float]], target: Target = NO_TARGET) -> Row:
    """Save to reload: the median of each side's saves."""
    ours, theirs = zip(*pairs, strict=True)
    value = ratio(theirs, ours)
    return Row(what, f"{median(ours):.2f} s", f"{median(theirs):.2f} s", value, target)


def memory(what: str, ours: Sequence[Run], theirs: Sequence[Run], limit: float | None) -> Row:
    """The largest process, in megabytes; the limit in bytes."""
    mine = median(one.memory for one in ours) / 1e6
    other = median(one.memory for one in theirs) / 1e6
    target = Target(most=limit / 1e6 if limit else None, unit="MB")
    return Row(what, f"{mine:.0f} MB", f"{other:.0f} MB", mine, target)


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the ratios, pair by pair."""
    return median(a / b for a, b in zip(above, below, strict=True))


def _seconds(runs: Sequence[Run]) -> list[float]:
    return [one.seconds for one in runs]


def _work(runs: Sequence[Run]) -> list[float]:
    return [one.work for one in runs]


def _both(ours: Sequence[Run], theirs: Sequence[Run]) -> tuple[str, str]:
    return f"{median(_seconds(ours)):.2f} s", f"{median(_seconds(theirs)):.2f} s"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
