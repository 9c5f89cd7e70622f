"""Sharing out a build changes how long it takes, and nothing else."""

from __future__ import annotations

import errno
import multiprocessing
import os
import threading
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest
from openroadmap.commands import crew
from openroadmap.commands.crew import at_once, pile_up, share_out


@dataclass(frozen=True)
class Task:
    name: str
    weight: int


@pytest.mark.parametrize("count", [1, 40, 2_048, 10_000])
def test_every_job_is_in_one_pile_and_the_heaviest_in_the_first(count: int) -> None:
    tasks = [Task(str(n), n % 7 + 1) for n in range(count)]
    piles = pile_up(tasks)
    assert len(piles) == min(count, 2_048)
    assert sorted(task.name for pile in piles for task in pile) == sorted(t.name for t in tasks)
    assert piles[0][0].weight == max(task.weight for task in tasks)


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("this system has no copies of processes")
    monkeypatch.setattr(crew, "_processors", lambda: 2)
    monkeypatch.setattr(crew, "_can_fork", lambda: True)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.usefixtures("two_processors")
def test_all_jobs_are_done_by_two_processes(tmp_path: Path) -> None:
    both, come = get_context("fork").Barrier(2), set[int]()

    def keep(task: Task) -> str:
        if os.getpid() not in come:  # with its first job, each waits for the other
            come.add(os.getpid())
            both.wait(60)
        (tmp_path / task.name).write_text(str(os.getpid()), "utf-8")
        return task.name

    ready: list[int] = []
    shared = share_out([Task(str(n), 100) for n in range(10)], keep, lambda: ready.append(1))
    assert ready == [1]
    assert shared.whole
    done = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert set(done) == {str(n) for n in range(10)}
    assert len(set(done.values())) == 2
    assert sorted(shared.made) == sorted(
        name for name, by in done.items() if by == str(os.getpid())
    )


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.usefixtures("two_processors")
def test_a_job_that_fails_is_left_to_the_build_and_stops_no_other(tmp_path: Path) -> None:
    def keep(task: Task) -> None:
        if task.name == "3":
            raise ValueError("broken")
        (tmp_path / task.name).touch()

    assert not share_out([Task(str(n), 100) for n in range(10)], keep).whole
    assert {path.name for path in tmp_path.iterdir()} == {str(n) for n in range(10)} - {"3"}


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.usefixtures("two_processors")
def test_a_helper_works_while_this_process_does_something_else() -> None:
    both, mine = get_context("fork").Barrier(2), list[int]()

    def work() -> tuple[int, bytes]:
        both.wait(60)  # each goes on only when the other is at work
        return os.getpid(), b"\0" * 1_000_000

    def meanwhile() -> None:
        both.wait(60)
        mine.append(os.getpid())

    by, data = at_once(work, meanwhile)
    assert (by != os.getpid(), len(data), mine) == (True, 1_000_000, [os.getpid()])


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.usefixtures("two_processors")
def test_what_a_helper_fails_at_is_done_here_where_its_reason_is_met() -> None:
    here, mine = os.getpid(), list[int]()

    def work() -> str:
        if os.getpid() != here:
            raise ValueError("not there")
        return "done here"

    assert at_once(work, lambda: mine.append(1)) == "done here"
    assert mine == [1]


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.usefixtures("two_processors")
def test_a_helper_is_not_left_behind_when_this_process_fails() -> None:
    def fail() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        at_once(list, fail)
    assert not multiprocessing.active_children()


def test_without_a_second_processor_one_thing_is_done_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crew, "_processors", lambda: 1)
    done: list[str] = []
    assert at_once(lambda: done.append("work"), lambda: done.append("meanwhile")) is None
    assert done == ["meanwhile", "work"]


@pytest.mark.usefixtures("two_processors")
def test_without_a_file_in_memory_one_thing_is_done_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    def nothing_left(name: str) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(os, "memfd_create", nothing_left, raising=False)
    at_once(lambda: done.append("work"), lambda: done.append("meanwhile"))
    monkeypatch.delattr(os, "memfd_create")
    at_once(lambda: done.append("work"), lambda: done.append("meanwhile"))
    assert done == ["meanwhile", "work"] * 2


def test_little_work_is_not_shared_out() -> None:
    done: list[Task] = []
    shared = share_out([Task("a", 1), Task("b", 2)], done.append, lambda: pytest.fail())
    assert (done, shared.made, shared.whole) == ([], (), False)


def test_a_process_with_a_second_thread_is_not_copied() -> None:
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert not crew._can_fork()
    finally:
        release.set()
        thread.join()
