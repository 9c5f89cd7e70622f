"""A plan as adopted that was changed together with its digests gives itself away in git."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from repository import PLAN, begin, gone_files, read, updated

BASELINE = f"{PLAN}/baseline.yml"
FIRST = "frozen_on: 2025-12-15\ndigest: abc\n"
OTHER = "frozen_on: 2025-12-16\ndigest: def\n"


def test_a_baseline_that_was_never_touched_has_one_day(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST})
    repository.commit("2026-02-01", {f"{PLAN}/plan.yml": "title: Plan\n"})
    assert updated(tmp_path, BASELINE) == ["2026-01-01"]


def test_a_change_is_seen(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST})
    repository.commit("2026-02-01", {BASELINE: OTHER})
    assert updated(tmp_path, BASELINE) == ["2026-01-01", "2026-02-01"]


def test_a_change_on_the_very_day_on_which_it_came_is_seen(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST})
    repository.commit("2026-01-01", {BASELINE: OTHER})
    assert updated(tmp_path, BASELINE) == ["2026-01-01", "2026-01-01"]


def test_two_changes_of_another_record_on_one_day_are_one_day(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    plan = f"{PLAN}/plan.yml"
    for title in ("A", "B", "C"):
        repository.commit("2026-01-01", {plan: f"title: {title}\n"})
    assert updated(tmp_path, plan) == ["2026-01-01"]


def test_who_deletes_it_and_freezes_anew_is_seen_too(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST})
    repository.commit("2026-02-01", {BASELINE: None})
    repository.commit("2026-03-01", {BASELINE: OTHER})
    assert updated(tmp_path, BASELINE) == ["2026-01-01", "2026-03-01"]


def test_who_puts_the_first_version_back_has_put_it_right(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST})
    repository.commit("2026-02-01", {BASELINE: OTHER})
    repository.commit("2026-03-01", {BASELINE: FIRST})
    assert updated(tmp_path, BASELINE) == ["2026-01-01"]


def test_another_layout_is_no_change(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST})
    repository.commit("2026-02-01", {BASELINE: "# A remark.\ndigest: 'abc'\nfrozen_on: 2025-12-15"})
    assert updated(tmp_path, BASELINE) == ["2026-01-01"]


def test_its_folder_may_move(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST, f"{PLAN}/plan.yml": "title: Plan\n"})
    repository.move("2026-02-01", PLAN, "commitments/riverside/2026")
    assert updated(tmp_path, "commitments/riverside/2026/baseline.yml") == ["2026-01-01"]


def test_who_deletes_it_is_seen(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST, f"{PLAN}/plan.yml": "title: Plan\n"})
    repository.commit("2026-02-01", {BASELINE: None})
    facts = read(tmp_path, tmp_path / "cache").facts
    assert gone_files(facts) == {BASELINE: date(2026, 1, 1)}
    assert read(tmp_path, tmp_path / "cache").facts == facts, "also from what is kept"
    assert facts.knew(BASELINE, date(2026, 1, 1))
    assert not facts.knew(BASELINE, date(2025, 12, 31))


def test_who_puts_it_back_has_put_it_right(tmp_path: Path) -> None:
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST})
    repository.commit("2026-02-01", {BASELINE: None})
    repository.commit("2026-03-01", {BASELINE: FIRST})
    assert read(tmp_path).facts.gone == {}
    assert updated(tmp_path, BASELINE) == ["2026-01-01"]


@pytest.mark.parametrize("first", ["delete", "move"])
def test_who_deletes_it_and_moves_the_plan_is_seen(tmp_path: Path, first: str) -> None:
    new = "commitments/riverside/2026"
    repository = begin(tmp_path)
    repository.commit("2026-01-01", {BASELINE: FIRST, f"{PLAN}/plan.yml": "title: Plan\n"})
    if first == "delete":
        repository.commit("2026-02-01", {BASELINE: None})
        repository.move("2026-03-01", PLAN, new)
    else:
        repository.move("2026-02-01", PLAN, new)
        repository.commit("2026-03-01", {f"{new}/baseline.yml": None})
    assert gone_files(read(tmp_path).facts) == {f"{new}/baseline.yml": date(2026, 1, 1)}
