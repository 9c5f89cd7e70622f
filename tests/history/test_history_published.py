"""The day a record became public is that of the commit which brought it to the branch."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from openroadmap.i18n import translator
from openroadmap.rules import tell
from repository import (
    BUDGETS,
    CONTRACTS,
    LATEST,
    PLAN,
    TIMELINE,
    Repository,
    begin,
    published,
    read,
)

ONE = "title: Publish every public contract\nlead: Ministry of Finance\n"
TWO = "title: Publish the budget as data\nlead: Treasury\n"
PLAN_FILE = f"{PLAN}/plan.yml"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return begin(tmp_path / "site")


def test_the_day_is_that_of_the_first_commit_with_the_file(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.commit("2026-02-10", {CONTRACTS: TWO, BUDGETS: ONE})
    assert published(repo.folder) == {CONTRACTS: "2026-01-10", BUDGETS: "2026-02-10"}


def test_when_it_was_written_does_not_count(repo: Repository) -> None:
    repo.commit("2026-03-01", {CONTRACTS: ONE}, written="2020-01-01T12:00:00Z")
    assert published(repo.folder) == {CONTRACTS: "2026-03-01"}


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-01T00:30:00+02:00", "2026-02-28"),
        ("2026-02-28T22:30:00-02:00", "2026-03-01"),
        ("2026-02-28T23:59:59+00:00", "2026-02-28"),
        ("2026-03-01T00:00:00+00:00", "2026-03-01"),
    ],
)
def test_days_are_those_of_universal_time(repo: Repository, moment: str, day: str) -> None:
    repo.commit(moment, {CONTRACTS: ONE})
    assert published(repo.folder) == {CONTRACTS: day}


def on_a_branch(repo: Repository) -> None:
    """A timeline written on a branch in January, while others worked on until March."""
    repo.commit("2026-01-01", {CONTRACTS: ONE})
    repo.git("checkout", "--quiet", "-b", "proposal")
    repo.commit("2026-01-05", {TIMELINE: "published_on: 2026-01-05\n"})
    repo.git("checkout", "--quiet", "main")
    repo.commit("2026-03-01", {BUDGETS: TWO})


def test_what_was_merged_counts_from_its_merge(repo: Repository) -> None:
    on_a_branch(repo)
    repo.git("merge", "--quiet", "--no-ff", "proposal", at="2026-04-01T12:00:00Z")
    assert published(repo.folder)[TIMELINE] == "2026-04-01"


def test_what_was_squashed_counts_from_the_commit_on_the_branch(repo: Repository) -> None:
    on_a_branch(repo)
    repo.git("merge", "--quiet", "--squash", "proposal")
    repo.commit("2026-04-02", {})
    assert published(repo.folder)[TIMELINE] == "2026-04-02"


def test_what_was_rebased_counts_from_the_rebase(repo: Repository) -> None:
    on_a_branch(repo)
    repo.git("rebase", "--quiet", "main", "proposal", at="2026-04-03T12:00:00Z")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--ff-only", "proposal")
    assert published(repo.folder)[TIMELINE] == "2026-04-03"


def test_a_branch_that_took_main_in_stays_a_branch(repo: Repository) -> None:
    on_a_branch(repo)
    repo.git("checkout", "--quiet", "proposal")
    repo.git("merge", "--quiet", "main", at="2026-03-02T12:00:00Z")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "proposal", at="2026-04-01T12:00:00Z")
    assert published(repo.folder)[TIMELINE] == "2026-04-01"
    assert published(repo.folder)[BUDGETS] == "2026-03-01"


def test_what_a_merge_itself_adds_counts_from_it(repo: Repository) -> None:
    on_a_branch(repo)
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "proposal")
    repo.commit("2026-04-01", {f"{PLAN}/forum.yml": "name: Forum\n"})
    assert published(repo.folder)[f"{PLAN}/forum.yml"] == "2026-04-01"


def test_what_is_not_committed_is_in_no_facts(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.put({BUDGETS: TWO})
    repo.git("add", "--all")
    assert published(repo.folder) == {CONTRACTS: "2026-01-10"}


def test_what_was_taken_away_is_in_no_facts(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE, BUDGETS: TWO})
    repo.commit("2026-01-11", {CONTRACTS: None})
    assert published(repo.folder) == {BUDGETS: "2026-01-10"}


def test_a_deletion_that_is_undone_changes_nothing(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE, BUDGETS: TWO})
    repo.commit("2026-01-11", {CONTRACTS: None})
    repo.commit("2026-01-12", {CONTRACTS: ONE})
    assert published(repo.folder)[CONTRACTS] == "2026-01-10"


def test_a_plan_whose_folder_is_renamed_keeps_its_days(repo: Repository) -> None:
    title = {PLAN_FILE: "title: Plan\nends_on: 2027-12-31\n"}
    repo.commit("2026-01-10", {CONTRACTS: ONE, **title})
    repo.commit("2026-02-10", {TIMELINE: "published_on: 2026-02-10\n"})
    moved = "commitments/riverside/2026-2028"
    edited = {f"{moved}/plan.yml": "title: A longer plan\nends_on: 2028-06-30\nlead: Mayor\n"}
    repo.move("2026-05-01", PLAN, moved, edited)
    assert published(repo.folder) == {
        f"{moved}/commitments/open-contracts.yml": "2026-01-10",
        f"{moved}/plan.yml": "2026-01-10",
        f"{moved}/cocreation/timeline.yml": "2026-02-10",
    }


def test_a_renamed_member_and_a_moved_project_keep_their_days(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE, "commitments/riverside/member.yml": "name: R\n"})
    repo.move("2026-02-01", "commitments/riverside", "commitments/riverside-city")
    repo.move("2026-03-01", "commitments", "website/commitments")
    assert published(repo.folder / "website") == {
        CONTRACTS.replace("riverside", "riverside-city"): "2026-01-10",
        "commitments/riverside-city/member.yml": "2026-01-10",
    }


def test_a_record_that_gets_another_id_keeps_its_day(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.move("2026-02-01", CONTRACTS, BUDGETS)
    assert published(repo.folder) == {BUDGETS: "2026-01-10"}


def test_a_record_that_resembles_one_that_went_counts_from_its_own_day(repo: Repository) -> None:
    """Git itself calls this a rename, which would let new minutes be as old as others."""
    minutes = (
        "title: Meeting of the multi-stakeholder forum\nkind: forum\nstatus: held\n"
        "date: 2026-0{n}-01\nattendance:\n  government: 4\n  civil_society: 6\n"
    )
    old, new = f"{PLAN}/meetings/2026-01-01-forum.yml", f"{PLAN}/meetings/2026-06-01-forum.yml"
    repo.commit("2026-01-10", {old: minutes.format(n=1), CONTRACTS: ONE})
    repo.commit("2026-06-10", {old: None, new: minutes.format(n=6)})
    assert "R" in repo.git("show", "--name-status", "--find-renames", "--format=")
    assert published(repo.folder)[new] == "2026-06-10"


def test_a_part_of_a_plan_moved_to_another_plan_is_no_renamed_folder(repo: Repository) -> None:
    other = "commitments/riverside/2028-2029"
    repo.commit("2026-01-10", {CONTRACTS: ONE, BUDGETS: TWO, PLAN_FILE: "title: Plan\n"})
    budgets = BUDGETS.replace(PLAN, other)
    rewritten = {BUDGETS: None, budgets: "title: Something else altogether\n"}
    repo.move("2026-05-01", CONTRACTS, CONTRACTS.replace(PLAN, f"{other}"), rewritten)
    assert published(repo.folder) == {
        PLAN_FILE: "2026-01-10",
        CONTRACTS.replace(PLAN, other): "2026-01-10",
        budgets: "2026-05-01",
    }


def test_a_name_that_is_used_again_names_a_new_record(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.move("2026-02-01", CONTRACTS, BUDGETS)
    repo.commit("2026-03-01", {CONTRACTS: TWO})
    assert published(repo.folder) == {BUDGETS: "2026-01-10", CONTRACTS: "2026-03-01"}


def test_a_copy_is_a_new_record(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.commit("2026-02-01", {BUDGETS: ONE})
    assert published(repo.folder)[BUDGETS] == "2026-02-01"


def test_of_two_with_the_same_content_the_one_of_that_name_is_kept(repo: Repository) -> None:
    third = f"{PLAN}/commitments/a-third.yml"
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.commit("2026-02-10", {third: ONE})
    repo.move("2026-03-01", PLAN, "commitments/riverside/new")
    assert published(repo.folder) == {
        CONTRACTS.replace("2026-2027", "new"): "2026-01-10",
        third.replace("2026-2027", "new"): "2026-02-10",
    }
    contracts = CONTRACTS.replace("2026-2027", "new")
    elsewhere = {third.replace("2026-2027", "new"): None}
    repo.move("2026-03-02", contracts, BUDGETS.replace("2026-2027", "new"), elsewhere)
    assert list(published(repo.folder).values()) == ["2026-02-10"], "the later one: no false proof"


def test_a_link_in_place_of_a_record_is_no_record(repo: Repository) -> None:
    repo.put({CONTRACTS: ONE})
    (repo.folder / BUDGETS).symlink_to("open-contracts.yml")
    repo.commit("2026-01-10", {})
    assert published(repo.folder) == {CONTRACTS: "2026-01-10"}
    (repo.folder / BUDGETS).unlink()
    repo.commit("2026-02-10", {BUDGETS: TWO})
    assert published(repo.folder)[BUDGETS] == "2026-02-10"


def test_a_right_to_execute_is_no_change(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    (repo.folder / CONTRACTS).chmod(0o755)
    repo.commit("2026-02-10", {})
    assert [day.isoformat() for day in read(repo.folder).facts.updated[CONTRACTS]] == ["2026-01-10"]


def test_ids_of_the_newer_form_are_read_too(tmp_path: Path) -> None:
    repo = begin(tmp_path / "site", "--object-format=sha256")
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.commit("2026-01-11", {CONTRACTS: TWO})
    assert published(repo.folder) == {CONTRACTS: "2026-01-10"}


@pytest.mark.parametrize("name", ["données du site", "α β", 'a"b\\c', "two\nlines", "commitments"])
def test_a_project_may_lie_in_a_folder_with_any_name(repo: Repository, name: str) -> None:
    repo.commit("2026-01-10", {f"{name}/{CONTRACTS}": ONE, "other/commitments/a/b/plan.yml": TWO})
    repo.commit("2026-02-10", {f"{name}/{CONTRACTS}": TWO, f"{name}/{PLAN}/größe ±.yml": ONE})
    assert published(repo.folder / name) == {
        CONTRACTS: "2026-01-10",
        f"{PLAN}/größe ±.yml": "2026-02-10",
    }


def test_a_day_after_today_proves_nothing_and_is_said(repo: Repository) -> None:
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.commit("2027-05-05", {BUDGETS: ONE, CONTRACTS: TWO})
    reading = read(repo.folder)
    assert reading.facts.published == {CONTRACTS: date(2026, 1, 10)}, "as for its first day"
    assert reading.facts.updated[CONTRACTS] == (date(2026, 1, 10), LATEST - timedelta(days=1))
    assert BUDGETS not in reading.facts.updated
    (note,) = reading.findings
    assert (note.variant, note.level) == ("future", "note")
    assert note.args == {"changes": f"{BUDGETS}, {CONTRACTS}", "more": 0}


@pytest.mark.parametrize("day", ["@99999999999 +0000", "@8900000000 +0000"])
def test_a_day_no_calendar_has_proves_nothing_and_is_said(repo: Repository, day: str) -> None:
    repo.commit(day, {CONTRACTS: ONE})
    reading = read(repo.folder)
    assert reading.facts.published == {}
    assert [each.args["changes"] for each in reading.findings] == [CONTRACTS]


def test_of_many_files_some_are_named(repo: Repository) -> None:
    files = [f"{PLAN}/commitments/c{number}.yml" for number in range(7)]
    repo.commit("2027-05-05", dict.fromkeys((*files, "README.md"), ONE))
    (note,) = read(repo.folder).findings
    assert note.args == {"changes": ", ".join(files[:5]), "more": 2}
    told = tell(note, translator("en")).what
    assert told.endswith(f"{files[4]}, and 2 more.")
    assert told.startswith("By git's record these files were changed on a day that has not come")
