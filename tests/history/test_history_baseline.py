"""A plan as adopted that was changed together with its digests gives itself away in git."""

from __future__ import annotations

from pathlib import Path

from repository import PLAN, begin, updated

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
