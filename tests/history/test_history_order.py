"""A commit comes after its parent, and what stood on another line of commits was said too."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from openroadmap.history.facts import read_history
from openroadmap.model.facts import Told
from repository import ENVIRON, LATEST, PLAN, Repository, begin, gone_files, read, updated

BASELINE = f"{PLAN}/baseline.yml"
AMENDMENT = f"{PLAN}/amendments/2026-03-02-minutes.yml"
PLAN_FILE = f"{PLAN}/plan.yml"
OTHER_FILE = "content/index.md"
FIRST = "frozen_on: 2025-12-15\ndigest: abc\n"
OTHER = "frozen_on: 2025-12-16\ndigest: def\n"
TODAY = LATEST - timedelta(days=1)


def agreed(day: str) -> str:
    return (
        "date: 2026-03-02\nkind: modify\ncommitment: minutes\n"
        f"agreed:\n  - field: milestones.m1.due_on\n    says: {day}\n"
    )


JUNE, DECEMBER = agreed("2026-06-30"), agreed("2026-12-31")


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {PLAN_FILE: "title: Plan\n"})
    return repository


def agreements(repo: Repository) -> list[tuple[str, str, str]]:
    """What amendments say otherwise than before: since when, and both sides."""
    found = read(repo.folder).facts.revised.get(AMENDMENT, ())
    return [
        (each.day.isoformat(), each.before, each.after)
        for each in found
        if each.told is Told.AGREED
    ]


def join(repo: Repository, *others: str) -> None:
    """Merge lines into what is checked out, without a commit."""
    repo.git("merge", "--no-commit", "--no-ff", "--allow-unrelated-histories", *others)


def side_line(repo: Repository, since: str = "HEAD~1") -> None:
    """A line beside main with a harmless commit."""
    repo.git("checkout", "--quiet", "-b", "side", since)
    repo.commit("2026-04-01", {OTHER_FILE: "Words\n"})


def test_a_commit_is_never_earlier_than_those_before_it(repo: Repository) -> None:
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    repo.commit("2026-05-01", {OTHER_FILE: "Words\n"})
    repo.commit("2026-03-02", {AMENDMENT: DECEMBER})
    assert agreements(repo) == [("2026-05-01", "2026-06-30", "2026-12-31")]
    assert updated(repo.folder, AMENDMENT) == ["2026-03-02", "2026-05-01"]


def test_a_commit_of_the_same_day_has_that_day(repo: Repository) -> None:
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    repo.commit("2026-03-02", {AMENDMENT: DECEMBER})
    assert agreements(repo) == [], "on the day on which it came it may be put right"
    assert updated(repo.folder, AMENDMENT) == ["2026-03-02"]


@pytest.mark.parametrize("day", ["2099-01-01", "@99999999999 +0000"])
def test_what_a_commit_of_a_day_to_come_changed_has_changed_by_today(
    repo: Repository, day: str
) -> None:
    repo.commit("2026-03-02", {AMENDMENT: JUNE, BASELINE: FIRST})
    repo.commit(day, {AMENDMENT: DECEMBER, BASELINE: OTHER})
    assert agreements(repo) == [(TODAY.isoformat(), "2026-06-30", "2026-12-31")]
    assert updated(repo.folder, BASELINE) == ["2026-03-02", TODAY.isoformat()]


def test_a_day_to_come_does_not_move_the_days_after_it(repo: Repository) -> None:
    repo.commit("2099-01-01", {OTHER_FILE: "Words\n"})
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    assert updated(repo.folder, AMENDMENT) == ["2026-03-02"]


def test_a_day_that_lay_ahead_is_believed_when_it_has_come(repo: Repository) -> None:
    """Also where what was read is kept, and nothing was committed since."""
    repo.commit("2026-12-24", {AMENDMENT: JUNE})
    repo.commit("2026-03-02", {BASELINE: FIRST})
    cache, christmas = repo.folder.parent / "kept", date(2026, 12, 24)
    before = read(repo.folder, cache).facts
    assert before.published[AMENDMENT] == date(2026, 3, 2), "it came before that commit"
    assert before.published[BASELINE] == date(2026, 3, 2)
    for latest in (christmas, christmas + timedelta(days=1)):
        after = read_history(repo.folder, latest, ENVIRON, cache).facts
        assert after.published[AMENDMENT] == christmas
        assert after.published[BASELINE] == christmas, "it came after that commit"


DOUBTFUL = pytest.mark.parametrize("day", ["2030-01-01", "@8900000000 +0000", "@99999999999 +0000"])


@DOUBTFUL
def test_a_day_that_cannot_be_right_is_that_of_the_next_commit(repo: Repository, day: str) -> None:
    """So nothing that came or was changed in between is without a day."""
    repo.commit(day, {AMENDMENT: JUNE, BASELINE: FIRST})
    repo.commit(day, {BASELINE: OTHER})
    repo.commit("2026-03-04", {OTHER_FILE: "Words\n"})
    repo.commit("2026-05-01", {AMENDMENT: DECEMBER})
    assert agreements(repo) == [("2026-05-01", "2026-06-30", "2026-12-31")]
    assert updated(repo.folder, AMENDMENT) == ["2026-03-04", "2026-05-01"]
    assert updated(repo.folder, BASELINE) == ["2026-03-04", "2026-03-04"], "seen on the same day"


@DOUBTFUL
def test_who_freezes_and_changes_on_days_that_cannot_be_right_is_seen(
    repo: Repository, day: str
) -> None:
    repo.commit(day, {BASELINE: FIRST})
    assert BASELINE not in read(repo.folder).facts.updated
    repo.commit(day, {BASELINE: OTHER})
    assert updated(repo.folder, BASELINE) == [TODAY.isoformat()] * 2


@DOUBTFUL
def test_what_was_said_on_another_line_on_such_a_day_was_said_by_the_merge(
    repo: Repository, day: str
) -> None:
    repo.git("checkout", "--quiet", "-b", "other")
    repo.commit(day, {AMENDMENT: JUNE})
    repo.git("checkout", "--quiet", "main")
    repo.commit("2026-03-04", {OTHER_FILE: "Words\n"})
    join(repo, "other")
    repo.commit("2026-04-01", {AMENDMENT: DECEMBER})
    repo.commit("2026-05-01", {AMENDMENT: JUNE})
    assert agreements(repo)[-1] == ("2026-05-01", "2026-12-31", "2026-06-30")
    assert updated(repo.folder, AMENDMENT) == ["2026-04-01", "2026-05-01"]


def test_what_was_read_as_of_a_far_day_is_not_believed_today(
    repo: Repository, tmp_path: Path
) -> None:
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    repo.commit("2030-01-01", {AMENDMENT: DECEMBER})
    cache = tmp_path / "kept"
    far = read_history(repo.folder, date(2199, 1, 1), ENVIRON, cache).facts
    assert far.updated[AMENDMENT][-1] == date(2030, 1, 1)
    assert read(repo.folder, cache) == read(repo.folder)


def test_a_merge_that_changes_what_was_agreed_on_the_other_line_is_seen(repo: Repository) -> None:
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    side_line(repo)
    join(repo, "main")
    repo.commit("2026-05-01", {AMENDMENT: DECEMBER})
    assert agreements(repo) == [("2026-05-01", "2026-06-30", "2026-12-31")]


def test_a_merge_that_takes_it_over_has_changed_nothing(repo: Repository) -> None:
    repo.commit("2026-03-02", {AMENDMENT: JUNE, BASELINE: FIRST})
    side_line(repo)
    join(repo, "main")
    repo.commit("2026-05-01", {})
    assert agreements(repo) == []
    assert updated(repo.folder, BASELINE) == ["2026-05-01"]


def test_drafts_on_a_branch_count_only_as_they_were_merged(repo: Repository) -> None:
    repo.git("checkout", "--quiet", "-b", "draft")
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    repo.commit("2026-03-05", {AMENDMENT: DECEMBER})
    repo.git("checkout", "--quiet", "main")
    repo.commit("2026-03-06", {OTHER_FILE: "Words\n"})
    repo.git("merge", "--no-ff", "--message=x", "draft", at="2026-03-07T12:00:00Z")
    assert agreements(repo) == []
    assert updated(repo.folder, AMENDMENT) == ["2026-03-07"]


def test_a_branch_that_is_behind_brings_nothing_old_back(repo: Repository) -> None:
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    repo.git("checkout", "--quiet", "-b", "behind")
    repo.commit("2026-03-03", {OTHER_FILE: "Words\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit("2026-03-04", {AMENDMENT: JUNE + "reason: The clerk fell ill.\n"})
    repo.move("2026-03-05", PLAN, "commitments/riverside/2026")
    repo.git("merge", "--no-ff", "--message=x", "behind", at="2026-03-07T12:00:00Z")
    facts = read(repo.folder).facts
    assert gone_files(facts) == {}
    assert facts.updated[AMENDMENT.replace("2026-2027", "2026")] == (
        date(2026, 3, 2), date(2026, 3, 4),
    )  # fmt: skip


@pytest.mark.parametrize("frozen", [FIRST, OTHER])
def test_a_line_of_its_own_does_not_take_the_place_of_what_was_frozen(
    repo: Repository, frozen: str
) -> None:
    """The other line is joined with all that it says left out."""
    repo.commit("2026-03-02", {BASELINE: FIRST, AMENDMENT: JUNE})
    repo.git("checkout", "--quiet", "--orphan", "new")
    repo.commit("2026-02-01", {BASELINE: frozen, AMENDMENT: None})
    join(repo, "--strategy=ours", "main")
    repo.commit("2026-05-01", {})
    expected = ["2026-02-01"] if frozen == FIRST else ["2026-03-02", "2026-05-01"]
    assert updated(repo.folder, BASELINE) == expected
    assert gone_files(read(repo.folder).facts) == {AMENDMENT: date(2026, 3, 2)}


def test_a_merge_of_several_lines_is_held_against_each(repo: Repository) -> None:
    repo.git("checkout", "--quiet", "-b", "one")
    repo.commit("2026-03-02", {AMENDMENT: JUNE})
    repo.git("checkout", "--quiet", "-b", "two", "main")
    repo.commit("2026-03-03", {BASELINE: FIRST})
    repo.git("checkout", "--quiet", "main")
    repo.commit("2026-03-04", {OTHER_FILE: "Words\n"})
    join(repo, "one", "two")
    repo.commit("2026-05-01", {AMENDMENT: DECEMBER, BASELINE: OTHER})
    assert agreements(repo) == [("2026-05-01", "2026-06-30", "2026-12-31")]
    assert updated(repo.folder, BASELINE) == ["2026-03-03", "2026-05-01"]
