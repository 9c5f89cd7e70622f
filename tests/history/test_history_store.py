"""What was found is kept by commit, as data, and believed only when it is whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openroadmap.history.git import Git
from repository import BUDGETS, CONTRACTS, Repository, begin, read

ONE = "title: Publish every public contract\n"
TWO = "title: Publish the budget as data\n"
Asked = list[str]


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.commit("2026-02-10", {CONTRACTS: TWO, BUDGETS: ONE})
    return repo


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The commands git was given, and how many contents it was asked for."""
    seen: Asked = []
    ask, contents = Git.ask, Git.contents

    def ask_and_note(git: Git, *words: str) -> bytes:
        seen.append(words[0])
        return ask(git, *words)

    def contents_and_note(git: Git, blobs: list[str]) -> object:
        seen.append(f"{len(blobs)} contents")
        return contents(git, blobs)

    monkeypatch.setattr(Git, "ask", ask_and_note)
    monkeypatch.setattr(Git, "contents", contents_and_note)
    return seen


def test_the_same_commit_is_read_once(repo: Repository, cache: Path, asked: Asked) -> None:
    first = read(repo.folder, cache)
    assert asked == ["rev-parse", "log", "2 contents"]
    asked.clear()
    assert read(repo.folder, cache) == first
    assert asked == ["rev-parse"]


def test_of_a_new_commit_only_new_contents_are_read(
    repo: Repository, cache: Path, asked: Asked
) -> None:
    read(repo.folder, cache)
    asked.clear()
    repo.commit("2026-03-10", {"README.md": "x"})
    after = read(repo.folder, cache)
    assert asked == ["rev-parse", "log"]
    repo.commit("2026-03-11", {CONTRACTS: ONE + "lead: Treasury\n"})
    asked.clear()
    last = read(repo.folder, cache)
    assert asked == ["rev-parse", "log", "2 contents"]
    assert last == read(repo.folder)
    assert len(last.facts.updated[CONTRACTS]) == len(after.facts.updated[CONTRACTS]) + 1


def test_two_projects_of_a_repository_do_not_take_each_others(
    repo: Repository, cache: Path
) -> None:
    repo.commit("2026-03-10", {f"second/{BUDGETS}": TWO})
    assert read(repo.folder, cache).facts.published.keys() == {CONTRACTS, BUDGETS}
    assert read(repo.folder / "second", cache).facts.published.keys() == {BUDGETS}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "[" * 100_000,
        '{"form": 1}',
        "\x80\x04K*.",
        '{"form": 1, "key": [], "kept": {"a b": "yes"}}',
    ],
)
def test_what_is_not_whole_is_not_believed(repo: Repository, cache: Path, text: str) -> None:
    expected = read(repo.folder, cache)
    for file in cache.iterdir():
        file.write_text(text, "utf-8")
    assert read(repo.folder, cache) == expected


@pytest.mark.parametrize("kept", [{"a.yml": []}, {"a.yml": ["x"]}, {"a.yml": [True]}, [1], None])
def test_days_that_are_none_are_not_believed(repo: Repository, cache: Path, kept: object) -> None:
    expected = read(repo.folder, cache)
    file = cache / "history.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), "kept": kept}), "utf-8")
    assert read(repo.folder, cache) == expected


@pytest.mark.parametrize(
    "spoilt",
    [
        {"gone": {"a.yml": [[1]]}},
        {"gone": {"a.yml": [[], 1, None]}},
        {"gone": {"a.yml": [[1], "x", None]}},
        {"gone": {"a.yml": [[1], 1, ["soon", "", "", [], []]]}},
        {"gone": {"a.yml": [[1], 1, ["", "", "", [1], []]]}},
        {"gone": {"a.yml": [[1], 1, ["", "", "", [], [["colour", "", "red"]]]]}},
        {"gone": ["a.yml"]},
        {"revised": {"a.yml": [[1, "status", "", "limited"]]}},
        {"revised": {"a.yml": [[1, "colour", "", "red", "blue"]]}},
        {"revised": {"a.yml": [["x", "status", "", "limited", "complete"]]}},
        {"revised": {"a.yml": [[1, "status", "", 5, "complete"]]}},
        {"revised": None},
    ],
)
def test_what_is_gone_or_changed_and_is_not_whole_is_not_believed(
    repo: Repository, cache: Path, spoilt: dict[str, object]
) -> None:
    expected = read(repo.folder, cache)
    file = cache / "history.json"
    whole = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**whole, "kept": {**whole["kept"], **spoilt}}), "utf-8")
    assert read(repo.folder, cache) == expected


def test_what_records_came_to_is_read_once(repo: Repository, cache: Path, asked: Asked) -> None:
    """Also of those that are gone, while other commits come on top."""
    report = CONTRACTS.replace("commitments/open-contracts", "updates/2026-01-10-news")
    repo.commit("2026-03-10", {report: "date: 2026-01-10\ncompletion: limited\n"})
    repo.commit("2026-03-11", {report: "date: 2026-01-10\ncompletion: complete\n"})
    repo.commit("2026-03-12", {report: None})
    first = read(repo.folder, cache).facts
    assert asked == ["rev-parse", "log", "4 contents", "2 contents"]
    asked.clear()
    repo.commit("2026-04-10", {"README.md": "x"})
    assert read(repo.folder, cache).facts == first
    assert asked == ["rev-parse", "log"]


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(
    repo: Repository, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert read(repo.folder, tmp_path / "file" / "cache") == read(repo.folder)


def test_reading_writes_nothing_into_the_repository(repo: Repository) -> None:
    before = {path: path.stat().st_mtime_ns for path in repo.folder.rglob("*")}
    read(repo.folder)
    assert {path: path.stat().st_mtime_ns for path in repo.folder.rglob("*")} == before
