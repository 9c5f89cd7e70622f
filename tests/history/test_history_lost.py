"""A plan whose whole folder is gone is known, unless it was only ever there to be copied."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openroadmap.findings import Level
from openroadmap.history.lost_plans import lost_findings
from openroadmap.model.facts import Lost
from repository import LATEST, PLAN, Repository, begin, read

MEMBER = "commitments/riverside/member.yml"
PLAN_FILE, BASELINE = f"{PLAN}/plan.yml", f"{PLAN}/baseline.yml"
WHOLE = {
    MEMBER: "name: Riverside\n",
    PLAN_FILE: "title: Plan\n",
    BASELINE: "frozen_on: 2026-01-01\n",
}
MARCH = date(2026, 3, 10)
FROZEN = Lost("riverside", "2026-2027", MARCH, True)


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", WHOLE)
    return repo


def lost(
    repo: Repository, *there: str, by: date = LATEST, cache: Path | None = None
) -> list[Lost]:
    return [*read(repo.folder, cache).facts.lost(there, by)]


def remove(repo: Repository, *files: str, at: str = "2026-03-10") -> None:
    repo.commit(at, dict.fromkeys(files or (PLAN_FILE, BASELINE)))


def test_a_plan_is_not_gone_while_it_is_there(repo: Repository) -> None:
    assert lost(repo) == []


def test_a_plan_that_is_gone_is_known_by_its_ids_and_its_day(
    repo: Repository, tmp_path: Path
) -> None:
    remove(repo)
    assert lost(repo) == [FROZEN]
    for _ in range(2):
        assert lost(repo, cache=tmp_path / "cache") == [FROZEN], "also from what is kept"


def test_a_plan_that_was_never_frozen_is_known_as_that(repo: Repository) -> None:
    other = "commitments/riverside/2018"
    repo.commit("2026-02-10", {f"{other}/plan.yml": "title: Old\n"})
    remove(repo, f"{other}/plan.yml")
    assert lost(repo, PLAN) == [Lost("riverside", "2018", MARCH, False)]


def test_a_baseline_that_went_first_was_there_all_the_same(repo: Repository) -> None:
    """Or a plan could vanish in two steps."""
    remove(repo, BASELINE, at="2026-02-10")
    remove(repo, PLAN_FILE)
    assert lost(repo) == [FROZEN]


def test_a_plan_goes_with_its_member(repo: Repository) -> None:
    remove(repo, PLAN_FILE, BASELINE, MEMBER)
    assert lost(repo) == [FROZEN]


def test_a_plan_that_lies_there_again_is_not_gone(repo: Repository) -> None:
    """Whoever brings it back sees that the fault is mended before committing that."""
    remove(repo)
    assert lost(repo, PLAN) == []
    repo.commit("2026-04-10", WHOLE)
    assert lost(repo) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [(PLAN, "commitments/riverside/2026"), ("commitments/riverside", "commitments/brook")],
)
def test_a_folder_that_was_renamed_is_not_gone(repo: Repository, old: str, new: str) -> None:
    repo.move("2026-03-10", old, new)
    assert lost(repo) == []


@pytest.mark.parametrize("file", [PLAN_FILE, MEMBER])
@pytest.mark.parametrize("yes", ["yes", "Yes", "true"])
def test_an_invented_plan_may_go(file: str, yes: str, tmp_path: Path) -> None:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {**WHOLE, file: f"{WHOLE[file]}example: {yes}\n"})
    remove(repo)
    for _ in range(2):
        assert lost(repo, cache=tmp_path / "cache") == [], "also from what is kept"


def test_an_invented_plan_may_go_with_its_member(tmp_path: Path) -> None:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {**WHOLE, MEMBER: "name: Riverside\nexample: yes\n"})
    remove(repo, PLAN_FILE, BASELINE, MEMBER)
    assert lost(repo) == []


@pytest.mark.parametrize("said", ["example: no\n", "example: perhaps\n", "example: [yes]\n", "{"])
def test_a_plan_that_stopped_saying_so_is_not_invented(tmp_path: Path, said: str) -> None:
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {**WHOLE, PLAN_FILE: "title: Plan\nexample: yes\n"})
    repo.commit("2026-02-10", {PLAN_FILE: f"title: Plan\n{said}"})
    remove(repo)
    assert lost(repo) == [FROZEN]


def test_a_plan_is_not_invented_by_being_called_so_before_it_goes(repo: Repository) -> None:
    example = "title: Plan\nexample: yes\n"
    repo.commit("2026-02-10", {PLAN_FILE: example, MEMBER: "name: Riverside\nexample: yes\n"})
    remove(repo)
    assert lost(repo) == [FROZEN]


def test_before_it_came_a_plan_is_not_missed(repo: Repository) -> None:
    remove(repo)
    assert lost(repo, by=date(2026, 1, 9)) == []
    assert lost(repo, by=date(2026, 1, 10)) == [FROZEN]


def test_what_is_named_like_no_plan_was_never_published(repo: Repository) -> None:
    odd = "commitments/riverside/$(id)/plan.yml"
    repo.commit("2026-02-10", {odd: "title: Odd\n"})
    remove(repo, odd)
    assert lost(repo, PLAN) == []


def test_a_part_of_the_history_proves_nothing(repo: Repository, tmp_path: Path) -> None:
    remove(repo)
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.folder}", str(tmp_path / "copy"))
    assert [*read(tmp_path / "copy").facts.lost((), LATEST)] == []


def test_only_a_frozen_plan_is_a_fault_and_stands_where_somebody_looks() -> None:
    draft = Lost("riverside", "2018", MARCH, False)
    (found,) = lost_findings([FROZEN, draft], {"riverside"})
    assert (found.rule, found.variant, found.level) == ("C20", "plan-removed", Level.ERROR)
    assert (found.place.file, found.args) == (MEMBER, {"path": PLAN})
    (found,) = lost_findings([FROZEN], set())
    assert found.place.file == "commitments", "its member is gone too"
