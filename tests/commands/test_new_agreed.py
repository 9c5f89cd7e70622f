"""A new amendment of a frozen plan says what it is of, or why nothing could be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
import riverside
from click.testing import CliRunner, Result
from openroadmap.cli import cli
from repository import begin

PLAN, PLACE = f"commitments/{riverside.TWO}", f"{riverside.TWO}/trees"
TREES = f"{PLAN}/commitments/trees.yml"
LAID = f"{PLAN}/amendments/2026-05-01-trees.yml"
DROPPED = "date: 2026-01-01\ncommitment: trees\nkind: withdraw\nreason: No water is left.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan that is frozen as adopted."""
    root = riverside.lay(tmp_path / "site")
    riverside.put(root, TREES, "title: Plant trees\nends_on: 2026-09-30\n")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    assert run("adopt", riverside.TWO, "--as-of", "2026-01-15").exit_code == 0
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def new(place: str = PLACE) -> Result:
    return run("new", "amendment", place, "--as-of", "2026-05-01")


def refused(place: str = PLACE) -> str:
    done = new(place)
    assert done.exit_code == 2
    assert not Path(PLAN, "amendments", "2026-05-01-trees.yml").exists()
    return done.output


@pytest.mark.parametrize("place", [PLACE, riverside.TWO])
def test_where_nothing_differs_that_is_said(site: Path, place: str) -> None:
    done = new(place)
    assert done.exit_code == 0
    assert "differs from what was agreed, so agreed is left empty" in done.output


def test_where_something_differs_there_is_nothing_to_remark(site: Path) -> None:
    riverside.put(site, TREES, "title: Plant trees\nends_on: 2026-12-31\n")
    assert new().output == f"Written: {LAID}\n"


@pytest.mark.parametrize(
    "text", ["title: Plant trees\nends_on: soon\n", 'title: "Plant\n', "- trees\n"]
)
def test_a_record_that_cannot_be_read_is_mended_first(site: Path, text: str) -> None:
    """Of what was left out in reading nobody agreed that it is dropped."""
    riverside.put(site, TREES, text)
    assert f"{TREES} cannot be read: mend it first." in refused()


def test_a_plan_or_its_frozen_copy_that_cannot_be_read_is_mended_first(site: Path) -> None:
    riverside.put(site, f"{PLAN}/baseline.yml", "plan: [\n")
    assert "baseline.yml cannot be read" in refused()
    riverside.put(site, f"{PLAN}/plan.yml", "title: [\n")
    assert "plan.yml cannot be read" in refused(riverside.TWO)


def test_a_commitment_whose_file_is_gone_is_brought_back_first(site: Path) -> None:
    (site / TREES).unlink()
    said = refused()
    assert f"Bring it back, as {TREES}, from a copy of your own." in said
    assert "kind: withdraw" in said


@pytest.mark.parametrize("is_committed", [True, False])
def test_git_brings_it_back_by_the_lines_that_are_shown(site: Path, is_committed: bool) -> None:
    repository = begin(site)
    repository.commit("2026-01-16", {})
    (site / TREES).unlink()
    if is_committed:
        repository.commit("2026-02-01", {"README.md": "Without trees.\n"})
    how, _, rest = refused().partition("Bring it back, ")[2].partition("\n")
    assert how == "with the id that the first line shows for a1b2c3d:"
    shows, restores = (line.split()[1:] for line in rest.partition("To withdraw")[0].splitlines())
    id = repository.git(*shows).split()[0]
    repository.git(*(id if word == "a1b2c3d" else word for word in restores))
    assert (site / TREES).read_text("utf-8") == "title: Plant trees\nends_on: 2026-09-30\n"
    assert new().exit_code == 0


def test_a_withdrawal_that_the_record_tells_of_already_is_filled_in(site: Path) -> None:
    """It bears a day before the plan was frozen, so nothing explains it yet."""
    riverside.put(site, f"{PLAN}/amendments/2026-01-trees.yml", DROPPED)
    assert new().output == f"Written: {LAID}\n"
    assert "\nkind: withdraw\n" in (site / LAID).read_text("utf-8")


def test_a_commitment_that_came_later_is_added(site: Path) -> None:
    riverside.put(site, f"{PLAN}/commitments/paths.yml", "title: Mend paths\n")
    assert new(f"{riverside.TWO}/paths").exit_code == 0
    text = (site / f"{PLAN}/amendments/2026-05-01-paths.yml").read_text("utf-8")
    assert "\nkind: add\n" in text
    assert "agreed:\n  - field: title\n    says: Mend paths\n" in text
