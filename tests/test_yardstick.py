"""The yardstick forgives a busy machine, and nothing else; no test has a stopwatch of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest
import yardstick
from yardstick import ROUNDS, Work, Yardstick, cost

TESTS = Path(__file__).parent
STOPWATCH = re.compile(r"\b(?:timeit|process_time|thread_time|perf_counter|time\.time\()")


@pytest.fixture
def costing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterable[float]], Work]:
    """Work that costs what is said, run by run, and nothing afterwards."""
    costs: dict[Work, Iterator[float]] = {}

    def make(said: Iterable[float]) -> Work:
        each = iter(said)

        def work() -> None:
            pass

        costs[work] = each
        return work

    monkeypatch.setattr(yardstick, "cost", lambda work: next(costs[work]))
    return make


def test_work_within_the_bound_is_run_once(costing: Callable[[Iterable[float]], Work]) -> None:
    honest = Yardstick(costing(repeat(1.0)))
    honest.assert_at_most(2, costing([2.0]))
    honest.assert_at_most(2, costing([1.0]))


def test_work_beyond_the_bound_is_found(costing: Callable[[Iterable[float]], Work]) -> None:
    honest = Yardstick(costing(repeat(1.0)))
    with pytest.raises(pytest.fail.Exception, match=r"2\.1 times"):
        honest.assert_at_most(2, costing(repeat(2.1)))


def test_a_machine_that_was_busy_for_a_while_is_forgiven(
    costing: Callable[[Iterable[float]], Work],
) -> None:
    honest = Yardstick(costing(repeat(1.0)))
    honest.assert_at_most(2, costing(chain(repeat(9.0, ROUNDS), [2.0])))


def test_a_machine_that_has_become_slower_is_forgiven(
    costing: Callable[[Iterable[float]], Work],
) -> None:
    honest = Yardstick(costing(chain(repeat(1.0, yardstick.FIRST), repeat(5.0))))
    honest.assert_at_most(2, costing(repeat(9.0)))


def test_one_slow_run_of_the_yardstick_lets_nothing_through(
    costing: Callable[[Iterable[float]], Work],
) -> None:
    honest = Yardstick(costing(chain([9.0], repeat(1.0))))
    with pytest.raises(pytest.fail.Exception):
        honest.assert_at_most(2, costing(repeat(3.0)))


def test_work_that_grows_with_the_square_is_found() -> None:
    def square(size: int) -> None:
        for _ in range(size):
            sum(range(size))

    with pytest.raises(pytest.fail.Exception):
        Yardstick(lambda: [square(50) for _ in range(16)]).assert_at_most(3, lambda: square(800))


def test_what_a_program_costs_that_was_run_is_counted() -> None:
    program = "sum(range(3_000_000))"
    ours = cost(lambda: exec(program))  # noqa: S102 - ours
    theirs = cost(lambda: subprocess.run([sys.executable, "-c", program], check=True))
    assert theirs > ours / 4


def test_no_test_has_a_stopwatch_of_its_own() -> None:
    """A bound in seconds fails on a slow machine; patience (`monotonic`) is no bound."""
    files = [file for file in TESTS.rglob("*.py") if "benchmarks" not in file.parts]
    found = {file.name for file in files if STOPWATCH.search(file.read_text("utf-8"))}
    assert found == {"yardstick.py", "test_yardstick.py"}
