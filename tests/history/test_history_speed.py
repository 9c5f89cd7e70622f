"""One pass over the history, held against asking git file by file."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from openroadmap.history.facts import HistoryReading
from repository import ENVIRON, begin, read
from yardstick import Yardstick

FILES, COMMITS, SAMPLE = 5_000, 200, 10
WANTED = 20
"""Times faster; some 500 are usual."""


def stream() -> Iterator[str]:
    """A history for ``git fast-import``: files are added evenly, and some edited each time."""
    for commit in range(COMMITS):
        day = 1_750_000_000 + commit * 86_400
        yield f"commit refs/heads/main\ncommitter a <a@example.org> {day} +0000\ndata 0\n"
        new = range(commit * FILES // COMMITS, (commit + 1) * FILES // COMMITS)
        for number in (*new, *range(0, new.start, 500)):
            text = f"title: Promise {number}\nproblem: >\n  As of {commit},\n  nobody can see it.\n"
            yield f"M 644 inline {name(number)}\ndata {len(text)}\n{text}\n"


def name(number: int) -> str:
    return f"commitments/m{number // 50}/2026/commitments/c{number}.yml"


def test_one_pass_is_much_faster_than_a_question_for_each_file(tmp_path: Path) -> None:
    repo = begin(tmp_path / "site")
    words, history = ["git", "fast-import", "--quiet"], "".join(stream()).encode()
    subprocess.run(words, cwd=repo.folder, env=ENVIRON, input=history, check=True)
    asked: dict[str, str] = {}
    readings: list[HistoryReading] = []

    def ask() -> None:
        for path in map(name, range(0, FILES, FILES // SAMPLE)):
            words = ("log", "--first-parent", "--diff-filter=A", "--format=%cs", "--", path)
            asked[path] = repo.git(*words)

    def read_all() -> None:
        readings.append(read(repo.folder))

    Yardstick(ask).assert_at_most(FILES / SAMPLE / WANTED, read_all)
    facts = readings[0].facts
    assert asked == {path: facts.published[path].isoformat() for path in asked}
    assert len(asked) == SAMPLE
    assert len(facts.published) == FILES
    assert len(facts.updated[name(0)]) == COMMITS
