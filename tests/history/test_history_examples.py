"""A plan that was real does not become an example in silence: real repositories in, facts out."""

from __future__ import annotations

from pathlib import Path

import pytest
from openroadmap.model.facts import Told
from repository import PLAN, Repository, begin, read

MEMBER = "commitments/riverside/member.yml"
FILE = f"{PLAN}/plan.yml"
REAL, INVENTED = "title: Plan\n", "title: Plan\nexample: yes\n"
US, EXAMPLE = "name: Riverside\n", "name: Riverside\nexample: yes\n"
OTHER = "commitments/riverside/2028-2029/plan.yml"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return begin(tmp_path / "site")


def since(repo: Repository, file: str = FILE) -> list[tuple[str, str, str]]:
    """Each day since which a plan is called an example that once was none."""
    every = read(repo.folder).facts.revised.get(file, ())
    return [
        (each.day.isoformat(), each.before, each.after)
        for each in every
        if each.told is Told.EXAMPLE
    ]


@pytest.mark.parametrize("line", ["example: yes", "example: True", '"ex\\x61mple": yes'])
def test_a_plan_that_was_real_and_is_called_an_example(repo: Repository, line: str) -> None:
    repo.commit("2026-01-10", {MEMBER: US, FILE: REAL})
    assert since(repo) == []
    repo.commit("2026-08-01", {FILE: f"{REAL}{line}\n"})
    repo.commit("2026-08-09", {FILE: f"{REAL}{line}\nlead: A\n"})
    assert since(repo) == [("2026-08-01", "no", "yes")]


def test_so_it_is_where_its_member_is_called_one(repo: Repository) -> None:
    repo.commit("2026-01-10", {MEMBER: US, FILE: REAL})
    repo.commit("2026-08-01", {MEMBER: EXAMPLE})
    repo.commit("2026-09-01", {OTHER: REAL})
    assert since(repo) == [("2026-08-01", "no", "yes")]
    assert since(repo, OTHER) == []


def test_an_example_from_the_start_stays_one_whichever_record_says_so(repo: Repository) -> None:
    repo.commit("2026-01-10", {MEMBER: US, FILE: INVENTED})
    repo.commit("2026-02-10", {MEMBER: EXAMPLE, FILE: REAL})
    repo.commit("2026-03-10", {MEMBER: EXAMPLE, FILE: f"{INVENTED}lead: A\n"})
    assert since(repo) == []


def test_what_was_real_for_a_while_is_told_and_the_line_taken_away_is_not(
    repo: Repository,
) -> None:
    repo.commit("2026-01-10", {MEMBER: US, FILE: INVENTED})
    repo.commit("2026-02-10", {FILE: REAL})
    repo.commit("2026-03-10", {FILE: INVENTED})
    assert since(repo) == [("2026-03-10", "no", "yes")]
    repo.commit("2026-04-10", {FILE: REAL})
    assert since(repo) == []


def test_a_record_that_nobody_could_read_for_a_while_says_nothing(repo: Repository) -> None:
    repo.commit("2026-01-10", {MEMBER: US, FILE: INVENTED})
    repo.commit("2026-02-10", {FILE: "example: [\n"})
    repo.commit("2026-03-10", {FILE: INVENTED})
    assert since(repo) == []


def test_another_folder_takes_the_history_with_it(repo: Repository) -> None:
    repo.commit("2026-01-10", {MEMBER: US, FILE: f"{REAL}lead: A\nsummary: Long enough.\n"})
    repo.move("2026-02-10", PLAN, "commitments/riverside/2026")
    there = "commitments/riverside/2026/plan.yml"
    repo.commit("2026-03-10", {there: f"{INVENTED}lead: A\nsummary: Long enough.\n"})
    assert since(repo, there) == [("2026-03-10", "no", "yes")]


def test_it_is_kept_for_the_next_run(repo: Repository, tmp_path: Path) -> None:
    repo.commit("2026-01-10", {MEMBER: US, FILE: REAL})
    repo.commit("2026-08-01", {MEMBER: EXAMPLE})
    first, again = (read(repo.folder, tmp_path / "cache").facts for _ in range(2))
    assert first == again
    assert [each.told for each in again.revised[FILE]] == [Told.EXAMPLE]
