"""What work costs, held against other work of the same run: no test asks how fast a machine is.

Costs are of this thread and of the programs it ran, on the processor, so that what else the
machine does counts for nothing. The collector of garbage looks at what the work makes and
not at what all the tests before it left in the process, which no reader of ours ever meets.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from math import inf
from time import thread_time

import pytest

FIRST = 3
ROUNDS = 10

Work = Callable[[], object]


def cost(work: Work) -> float:
    """Seconds of the processor for one run."""
    gc.freeze()
    try:
        start = _spent()
        work()
        return _spent() - start
    finally:
        gc.unfreeze()


def _spent() -> float:
    programs = os.times()
    return thread_time() + programs.children_user + programs.children_system


class Yardstick:
    """Honest work, and how many times as much other work may cost."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.least = inf

    def assert_at_most(self, times: float, work: Work) -> None:
        """One run that keeps to the least seen of the yardstick is enough.

        Else a busy machine may have been the reason: both are measured anew, in turn,
        until the least of each agree, or have not done so in all rounds.
        """
        if self.least == inf:
            self.least = min(cost(self.work) for _ in range(FIRST))
        if cost(work) <= times * self.least:
            return
        yardstick = least = inf
        for _ in range(ROUNDS):
            yardstick, least = min(yardstick, cost(self.work)), min(least, cost(work))
            if least <= times * yardstick:
                return
        pytest.fail(f"{least / yardstick:.1f} times {yardstick:.4f} s; allowed are {times}")
