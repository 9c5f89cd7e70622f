"""Who follows what a finding says, word by word, ends where nothing is left to be mended."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openroadmap.cli import cli
from openroadmap.rules.examples import A_COMMIT
from repository import Repository, begin

MEMBER = "commitments/riverside"
PLAN, RENAMED = f"{MEMBER}/2026", f"{MEMBER}/2026-2028"
CLUB = f"{PLAN}/commitments/youth-club.yml"
FILES = {
    "mkdocs.yml": (
        "site_name: Promises\ndocs_dir: content\ntheme:\n  name: material\nplugins: [openroadmap]\n"
    ),
    "content/index.md": "# Promises\n",
    f"{MEMBER}/member.yml": "name: Riverside\n",
    f"{PLAN}/plan.yml": "title: First plan\nkept_by: others\nadopted_on: 2026-01-15\n",
    f"{PLAN}/commitments/trees.yml": "title: Plant trees\nlead: Parks\n",
    f"{PLAN}/commitments/youth-club.md": "They asked for it.\n",
    f"{PLAN}/commitments/youth-club.fr.yml": "title: Entendre les jeunes\n",
    f"{PLAN}/commitments/youth-club.fr.md": "Ils l'ont voulu.\n",
    CLUB: "title: Hear young people\nlead: Youth Office\nends_on: 2027-12-31\n",
    f"{PLAN}/updates/2026-02-01-club.yml": (
        "date: 2026-02-01\ncommitment: youth-club\nprogress: The club met for the first time.\n"
    ),
}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A plan that was frozen as adopted."""
    repo = begin(tmp_path / "site")
    repo.put(FILES)
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    assert run("adopt", "riverside/2026", "--as-of", "2026-01-15").exit_code == 0
    repo.commit("2026-02-02", {})
    return repo


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def found(level: str = "error") -> list[dict[str, str]]:
    """What a check finds, of a level."""
    findings: list[dict[str, str]] = json.loads(run("check", "--format", "json").output)["findings"]
    return [each for each in findings if each["level"] == level]


def advice(rule: str) -> dict[str, str]:
    """The only error there is, which is of the rule."""
    (error,) = found()
    assert error["rule"] == rule
    return error


def follow(repo: Repository, error: dict[str, str], at: str) -> None:
    """Run each line to copy as its words; where one shows a commit, its id goes into the next."""
    commit = ""
    for command in error["example"].splitlines():
        git, *words = shlex.split(command.replace(A_COMMIT, commit or A_COMMIT))
        assert git == "git"
        commit = (repo.git(*words).split() or [commit])[0]
    repo.commit(at, {})


def test_the_folder_of_a_frozen_plan_keeps_its_name(repo: Repository) -> None:
    before = found("warning")
    repo.move("2026-03-01", PLAN, RENAMED)
    error = advice("C20")
    assert error["example"] == f"git mv {RENAMED} {PLAN}"
    refused = run("adopt", "riverside/2026-2028")
    assert refused.exit_code == 2
    for words in (error["what"], error["fix"], error["example"]):
        assert words in " ".join(refused.output.split()), "it is told the same"
    follow(repo, error, "2026-03-02")
    assert found() == []
    assert found("warning") == before


def test_a_frozen_plan_that_was_renamed_and_then_lost_its_copy_comes_back(
    repo: Repository,
) -> None:
    """In two steps: the copy first, which then says where the folder lay."""
    repo.move("2026-03-01", PLAN, RENAMED)
    repo.commit("2026-03-02", {f"{RENAMED}/baseline.yml": None})
    follow(repo, advice("C20"), "2026-03-03")
    follow(repo, advice("C20"), "2026-03-04")
    assert (repo.folder / PLAN / "baseline.yml").is_file()
    assert found() == []


def test_an_agreed_change_that_was_removed_comes_back(repo: Repository) -> None:
    change = f"{PLAN}/amendments/2026-02-10-club.yml"
    said = (
        "date: 2026-02-10\ncommitment: youth-club\nkind: modify\nreason: The hall is closed.\n"
        "agreed:\n  - field: ends_on\n    says: 2028-06-30\n"
    )
    repo.commit("2026-02-10", {change: said, CLUB: FILES[CLUB].replace("2027-12-31", "2028-06-30")})
    assert found() == []
    repo.commit("2026-03-01", {change: None})
    assert [each["rule"] for each in found()] == ["C15", "C20"]
    follow(repo, found()[1], "2026-03-02")
    assert found() == []


def test_the_file_of_an_adopted_commitment_keeps_its_name(repo: Repository) -> None:
    """It goes back with all that lies beside it, also where it was changed on the way."""
    before = found("warning")
    for ending in (".yml", ".md", ".fr.yml", ".fr.md"):
        club = CLUB.removesuffix(".yml")
        (repo.folder / f"{club}{ending}").rename(repo.folder / f"{PLAN}/commitments/club{ending}")
    repo.commit("2026-03-01", {})
    error = advice("C15")
    assert "youth-club" in error["what"]
    assert error["example"].splitlines()[0] == f"git mv {PLAN}/commitments/club.yml {CLUB}"
    follow(repo, error, "2026-03-02")
    assert found() == []
    assert found("warning") == before


def test_a_file_that_was_renamed_and_changed_is_moved_back_and_the_change_is_told(
    repo: Repository,
) -> None:
    promise = FILES[CLUB].replace("2027", "2028")
    repo.commit("2026-03-01", {CLUB: None, f"{PLAN}/commitments/club.yml": promise})
    (error,) = (each for each in found() if each["rule"] == "C15")
    follow(repo, error, "2026-03-02")
    assert "ends_on (2027-12-31 → 2028-12-31)" in advice("C15")["what"]
