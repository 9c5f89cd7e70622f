"""A file that nobody can read for a while hides no change, and makes none."""

from __future__ import annotations

from pathlib import Path

import pytest
from openroadmap.model.facts import WORDS, Told
from repository import CONTRACTS, PLAN, Repository, begin, read, updated

VIEW = f"{PLAN}/views/lab.yml"
STORY = CONTRACTS.replace(".yml", ".md")
BASELINE = f"{PLAN}/baseline.yml"
ONE = """\
date: 2026-03-05
commitment: open-contracts
completion: limited
text: Half of the contracts are missing.
by:
  organisation: Lab
  sector: civil_society
"""
TWO = ONE.replace("limited", "complete").replace("Half", "None")
PADDED = ONE + "#" * 300_000 + "\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    repo.commit("2026-03-10", {f"{PLAN}/plan.yml": "title: Plan\n", VIEW: ONE})
    return repo


def commit_bytes(repo: Repository, day: str, file: str, content: bytes) -> None:
    (repo.folder / file).write_bytes(content)
    repo.commit(day, {})


def told(repo: Repository, file: str = VIEW) -> list[tuple[str, Told, str, str]]:
    every = read(repo.folder).facts.revised.get(file, ())
    return [
        (each.day.isoformat(), each.told, *(_side(side) for side in (each.before, each.after)))
        for each in every
    ]


def _side(text: str) -> str:
    return WORDS if text.startswith(WORDS) else text


CHANGED = [
    ("2026-05-10", Told.STATUS, "limited", "complete"),
    ("2026-05-10", Told.TEXT, WORDS, WORDS),
    ("2026-05-10", Told.FIELDS, "", "completion text"),
]
UNREADABLE = {
    "padded": PADDED.encode(),
    "UTF-16": ONE.encode("utf-16"),
    "Windows-1252": ONE.replace("Lab", "Büro").encode("cp1252"),
    "a control character": ONE.replace("Lab", "Lab\x07").encode(),
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_what_comes_after_it_is_held_against_the_last_that_could_be_read(
    repo: Repository, content: bytes
) -> None:
    commit_bytes(repo, "2026-04-10", VIEW, content)
    repo.commit("2026-05-10", {VIEW: TWO})
    assert updated(repo.folder, VIEW) == ["2026-03-10", "2026-05-10"]
    assert told(repo) == CHANGED


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_put_right_as_it_was_has_changed_nothing(repo: Repository, content: bytes) -> None:
    commit_bytes(repo, "2026-04-10", VIEW, content)
    repo.commit("2026-05-10", {VIEW: ONE})
    assert updated(repo.folder, VIEW) == ["2026-03-10"]
    assert told(repo) == []


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_what_stays_so_may_say_anything_and_has_changed(repo: Repository, content: bytes) -> None:
    commit_bytes(repo, "2026-04-10", VIEW, content)
    assert updated(repo.folder, VIEW) == ["2026-03-10", "2026-04-10"]


def test_several_one_after_the_other_are_left_out_together(repo: Repository) -> None:
    for day, content in enumerate(UNREADABLE.values(), 10):
        commit_bytes(repo, f"2026-04-{day}", VIEW, content)
    repo.commit("2026-05-10", {VIEW: TWO})
    assert told(repo) == CHANGED


def test_a_file_that_could_not_be_read_at_first_came_when_it_could(repo: Repository) -> None:
    """Who opens the site could not read it before."""
    other = VIEW.replace("lab", "club")
    repo.put({other: ""})
    commit_bytes(repo, "2026-04-10", other, UNREADABLE["UTF-16"])
    repo.commit("2026-05-10", {other: TWO})
    assert updated(repo.folder, other) == ["2026-05-10"]
    assert read(repo.folder).facts.published[other].isoformat() == "2026-05-10"


def test_what_was_found_is_kept_for_the_next_time(repo: Repository, tmp_path: Path) -> None:
    commit_bytes(repo, "2026-04-10", VIEW, UNREADABLE["UTF-16"])
    read(repo.folder, tmp_path / "cache")
    repo.commit("2026-05-10", {VIEW: TWO})
    assert read(repo.folder, tmp_path / "cache") == read(repo.folder)


def test_yaml_that_is_broken_for_a_while_hides_no_edit_of_mere_spaces(repo: Repository) -> None:
    """Each of the three has the same words in the same order."""
    moved = ONE.replace("  sector: civil_society", "sector: civil_society")
    repo.commit("2026-04-10", {VIEW: ONE.replace("  sector", "\tsector")})
    repo.commit("2026-05-10", {VIEW: moved})
    assert updated(repo.folder, VIEW)[-1] == "2026-05-10"


def test_a_story_with_the_same_bytes_does_not_speak_for_a_record(repo: Repository) -> None:
    """In a story spaces say nothing; in a record they tell what belongs to what."""
    moved = ONE.replace("  sector: civil_society", "sector: civil_society")
    repo.commit("2026-04-10", {STORY: ONE, VIEW: ONE})
    repo.commit("2026-05-10", {STORY: moved, VIEW: moved})
    assert updated(repo.folder, VIEW) == ["2026-03-10", "2026-05-10"]
    assert told(repo, CONTRACTS) == []


def test_a_story_is_held_against_the_last_that_could_be_read(repo: Repository) -> None:
    repo.commit("2026-04-10", {CONTRACTS: "title: Contracts\n", STORY: "It began in a library.\n"})
    repo.commit("2026-05-10", {STORY: "x" * 300_000})
    repo.commit("2026-06-10", {STORY: "It began\nin a library.\n"})
    assert told(repo, CONTRACTS) == []
    repo.commit("2026-07-10", {STORY: "x" * 300_000})
    repo.commit("2026-08-10", {STORY: "It never began.\n"})
    assert [each[:2] for each in told(repo, CONTRACTS)] == [("2026-08-10", Told.STORY)]


def test_a_plan_as_adopted_is_read_up_to_its_own_size(repo: Repository) -> None:
    """It holds what many records hold."""
    large = "frozen_on: 2026-03-31\n" + "".join(f"n{n}: {'x' * 90}\n" for n in range(4_000))
    assert len(large) > 300_000
    repo.commit("2026-04-10", {BASELINE: large})
    repo.commit("2026-05-10", {BASELINE: f"# laid out anew\n{large}"})
    assert updated(repo.folder, BASELINE) == ["2026-04-10"]
    repo.commit("2026-06-10", {BASELINE: large.replace("03-31", "04-30")})
    assert updated(repo.folder, BASELINE) == ["2026-04-10", "2026-06-10"]
