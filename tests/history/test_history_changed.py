"""What differs from a revision is known by path, and nothing in a revision's name is obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest
from openroadmap.history.changed import changed_files
from openroadmap.history.git import HistoryError
from repository import BUDGETS, CONTRACTS, ENVIRON, Repository, begin


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = begin(tmp_path / "site")
    repository.commit("2026-01-10", {CONTRACTS: "title: One\n", BUDGETS: "title: Two\n"})
    return repository


def test_nothing_differs_from_a_clean_checkout(repo: Repository) -> None:
    assert changed_files(repo.folder, "HEAD", ENVIRON) == frozenset()


def test_changed_staged_new_and_removed_files_differ(repo: Repository) -> None:
    odd = "commitments/a/2026/commitments/überblick und mehr.yml"
    repo.put({CONTRACTS: "title: Other\n", BUDGETS: None, odd: "title: New\n"})
    repo.git("add", BUDGETS)
    assert changed_files(repo.folder, "HEAD", ENVIRON) == {CONTRACTS, BUDGETS, odd}


def test_commits_since_the_revision_count(repo: Repository) -> None:
    repo.commit("2026-02-10", {CONTRACTS: "title: Other\n"})
    assert changed_files(repo.folder, "HEAD~1", ENVIRON) == {CONTRACTS}


def test_paths_are_those_below_the_project_in_a_larger_repository(tmp_path: Path) -> None:
    repository = begin(tmp_path / "all")
    repository.commit("2026-01-10", {f"site/{CONTRACTS}": "title: One\n", "other.txt": "x"})
    repository.put({f"site/{CONTRACTS}": "title: Two\n", "other.txt": "y"})
    assert changed_files(repository.folder / "site", "HEAD", ENVIRON) == {CONTRACTS}


@pytest.mark.parametrize("revision", ["nonsense", "--output=stolen", "-h", "", "HEAD:x"])
def test_what_is_no_revision_is_refused(repo: Repository, revision: str) -> None:
    with pytest.raises(HistoryError):
        changed_files(repo.folder, revision, ENVIRON)
    assert not (repo.folder / "stolen").exists()
