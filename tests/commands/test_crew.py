"""Sharing out a build changes how long it takes, and nothing else."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from openroadmap.commands import crew
from openroadmap.commands.crew import deal, share_out


@dataclass(frozen=True)
class Task:
    name: str
    weight: int


def test_every_job_is_dealt_once_and_shares_are_even() -> None:
    tasks = [Task(str(n), n % 7 + 1) for n in range(40)]
    shares = deal(tasks, 3)
    assert sorted(task.name for share in shares for task in share) == sorted(t.name for t in tasks)
    loads = [sum(task.weight for task in share) for share in shares]
    assert max(loads) - min(loads) <= 7


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("this system has no copies of processes")
    monkeypatch.setattr(crew, "_processors", lambda: 2)
    monkeypatch.setattr(crew, "_can_fork", lambda: True)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.usefixtures("two_processors")
def test_all_jobs_are_done_by_two_processes(tmp_path: Path) -> None:
    def keep(task: Task) -> str:
        (tmp_path / task.name).write_text(str(os.getpid()), "utf-8")
        return task.name

    ready: list[int] = []
    own = share_out([Task(str(n), 100) for n in range(10)], keep, lambda: ready.append(1))
    assert ready == [1]
    done = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert set(done) == {str(n) for n in range(10)}
    assert len(set(done.values())) == 2
    assert sorted(own) == sorted(name for name, by in done.items() if by == str(os.getpid()))


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.usefixtures("two_processors")
def test_a_job_that_fails_is_left_to_the_build_and_stops_no_other(tmp_path: Path) -> None:
    def keep(task: Task) -> None:
        if task.name == "3":
            raise ValueError("broken")
        (tmp_path / task.name).touch()

    share_out([Task(str(n), 100) for n in range(10)], keep, lambda: None)
    assert {path.name for path in tmp_path.iterdir()} == {str(n) for n in range(10)} - {"3"}


def test_little_work_is_not_shared_out() -> None:
    done: list[Task] = []
    assert share_out([Task("a", 1), Task("b", 2)], done.append, lambda: pytest.fail()) == []
    assert done == []


def test_a_process_with_a_second_thread_is_not_copied() -> None:
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert not crew._can_fork()
    finally:
        release.set()
        thread.join()
