"""Very many changes hide none: what is too much to be compared counts as changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from openroadmap.history import compared, revisions
from openroadmap.history.git import Git
from openroadmap.model.facts import Told
from repository import BUDGETS, CONTRACTS, PLAN, Repository, begin, read, reasons, updated

ONE, TWO = "title: Publish every contract\n", "title: Publish some contracts\n"
BASELINE = f"{PLAN}/baseline.yml"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """One edit of a record, then another record that goes to and fro."""
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {CONTRACTS: ONE, BUDGETS: ONE})
    repo.commit("2026-01-11", {CONTRACTS: f"{ONE}lead: Treasury\n"})
    for day in range(12, 28):
        repo.commit(f"2026-01-{day}", {BUDGETS: ONE if day % 2 else TWO})
    return repo


def test_two_contents_are_compared_once_however_often_they_change_places(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    contents = Git.contents

    def contents_and_note(git: Git, blobs: list[str]) -> object:
        asked.append(len(blobs))
        return contents(git, blobs)

    monkeypatch.setattr(Git, "contents", contents_and_note)
    monkeypatch.setattr(compared, "MOST_PAIRS", 3)
    reading = read(repo.folder)
    assert asked[0] == 2 * 3, "one of the first record, there and back of the other"
    assert reading.findings == ()
    assert len(reading.facts.updated[BUDGETS]) == 1 + 16
    assert updated(repo.folder, CONTRACTS) == ["2026-01-10", "2026-01-11"]


def test_what_is_not_compared_counts_as_changed_and_is_counted(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit("2026-02-10", {CONTRACTS: f"# laid out anew\n{ONE}lead: Treasury\n"})
    assert updated(repo.folder, CONTRACTS) == ["2026-01-10", "2026-01-11"]
    monkeypatch.setattr(compared, "MOST_PAIRS", 0)
    reading = read(repo.folder)
    assert reasons(reading) == ["too-many"]
    assert reading.findings[0].args == {"count": 4}
    assert updated(repo.folder, CONTRACTS) == ["2026-01-10", "2026-01-11", "2026-02-10"]


def test_a_file_that_is_edited_very_often_takes_no_place_from_others(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(10, 28):
        repo.commit(f"2026-02-{day}", {BUDGETS: f"title: Budget {day}\n"})
    monkeypatch.setattr(compared, "MOST_PAIRS", 2)
    facts = read(repo.folder).facts
    assert [each.after for each in facts.revised[CONTRACTS]] == ["lead"], "though it is older"
    assert len(facts.updated[BUDGETS]) == 1 + 16 + 18


def test_both_sides_of_an_old_status_stay_though_others_are_edited_very_often(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "date: 2026-01-01\ncommitment: open-contracts\ncompletion: "
    quiet, busy = (f"{PLAN}/views/{name}.yml" for name in ("quiet", "busy"))
    repo.commit("2026-02-01", {quiet: f"{said}limited\n", busy: f"{said}limited\n"})
    repo.commit("2026-02-02", {quiet: f"{said}complete\n"})
    for day in range(10, 28):
        repo.commit(f"2026-02-{day}", {busy: f"{said}limited\ntext: Words {day}\n"})
    monkeypatch.setattr(revisions, "MOST_GISTS", 4)
    found = read(repo.folder).facts.revised[quiet]
    sides = [(each.before, each.after) for each in found if each.told is Told.STATUS]
    assert sides == [("limited", "complete")]


def test_what_is_never_to_change_is_compared_before_all_else(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.commit("2026-02-10", {BASELINE: "frozen_on: 2025-12-15\n"})
    repo.commit("2026-02-11", {BASELINE: "# a remark\nfrozen_on: 2025-12-15\n"})
    repo.commit("2026-02-12", {CONTRACTS: ONE, BUDGETS: f"{ONE}lead: Treasury\n"})
    monkeypatch.setattr(compared, "MOST_PAIRS", 1)
    assert updated(repo.folder, BASELINE) == ["2026-02-10"]


def test_what_was_missed_is_noted_the_next_time_too(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compared, "MOST_PAIRS", 1)
    first = read(repo.folder, tmp_path / "cache")
    assert reasons(first) == ["too-many"]
    assert read(repo.folder, tmp_path / "cache") == first
