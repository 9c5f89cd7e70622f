"""What findings say to bring back is brought back, in sh, PowerShell and cmd alike."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from openroadmap.findings import Finding, Level, Place
from openroadmap.i18n import translator
from openroadmap.rules import RULES, tell
from openroadmap.rules.examples import A_COMMIT
from repository import CONTRACTS, PLAN, Repository, begin

BASELINE, CHANGE = f"{PLAN}/baseline.yml", f"{PLAN}/amendments/later.yml"
FIRST = "date: 2026-06-22\n"
ID = {"commitment": "open-contracts", "place": "riverside/2026-2027/open-contracts"}
GIT = [
    (f"{rule.code} {variant}", line)
    for rule in RULES
    for variant, example in rule.examples.items()
    for line in example.splitlines()
    if line.startswith("git ") and not line.startswith("git mv ")
]


@pytest.mark.parametrize(("of", "line"), GIT, ids=[of for of, _ in GIT])
def test_a_command_of_git_means_the_same_in_every_shell(of: str, line: str) -> None:
    """But for the one that names the folder in which one stands, which cmd calls otherwise."""
    line = line.replace('"$PWD"', "")
    assert not re.search(r"[$`'|&;<>^%!*]", line), f"{of}: {line}"


def test_commands_are_looked_at() -> None:
    assert {"C15 removed", "C16 file-gone", "C20 removed", "C20 rewritten"} <= {of for of, _ in GIT}


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    for key in ("user.name", "user.email"):
        repo.git("config", key, "a@example.org")
    repo.commit("2026-01-10", dict.fromkeys((CONTRACTS, BASELINE, CHANGE), "date: 2026-06-21\n"))
    repo.commit("2026-02-10", dict.fromkeys((CONTRACTS, BASELINE, CHANGE), FIRST))
    return repo


def example(rule: str, variant: str, file: str, args: dict[str, str]) -> list[str]:
    told = tell(Finding(rule, Level.ERROR, Place(file), (), variant, args), translator("en"))
    return told.example.splitlines()


def follow(repo: Repository, commands: list[str], chosen: int = 0) -> None:
    """Run each as its words, without any shell; the id is one of those that the first shows."""
    commit = ""
    for command in commands:
        git, *words = shlex.split(command.replace(A_COMMIT, commit or A_COMMIT))
        assert git == "git"
        said = repo.git(*words)
        ids = [line.split()[0] for line in said.splitlines() if re.match(r"[0-9a-f]{7} ", line)]
        commit = commit or ids[chosen]


@pytest.mark.parametrize(
    ("rule", "variant", "place", "file"),
    [
        ("C15", "removed", BASELINE, CONTRACTS),
        ("C16", "file-gone", CHANGE, CONTRACTS),
        ("C20", "removed", f"{PLAN}/plan.yml", BASELINE),
        ("C20", "agreement-removed", f"{PLAN}/plan.yml", CHANGE),
    ],
)
def test_a_file_that_is_gone_comes_back_as_it_last_was(
    repo: Repository, rule: str, variant: str, place: str, file: str
) -> None:
    repo.commit("2026-03-10", {file: None})
    repo.commit("2026-04-10", {"other.txt": "x"})
    follow(repo, example(rule, variant, place, {**ID, "path": file, "amendment": "later"}))
    assert (repo.folder / file).read_text("utf-8") == FIRST


def test_a_whole_plan_comes_back(repo: Repository) -> None:
    repo.commit("2026-03-10", dict.fromkeys((CONTRACTS, BASELINE, CHANGE)))
    follow(repo, example("C20", "plan-removed", "commitments", {"path": PLAN}))
    assert (repo.folder / CONTRACTS).read_text("utf-8") == FIRST


@pytest.mark.parametrize(
    ("variant", "file"), [("rewritten", BASELINE), ("agreement-rewritten", CHANGE)]
)
def test_what_was_written_anew_says_again_what_it_said_and_that_is_committed(
    repo: Repository, variant: str, file: str
) -> None:
    repo.commit("2026-03-10", {file: "date: 2026-12-31\n"})
    args = {"changed_on": "2026-03-10", "recorded_on": "2026-02-10", "field": "date"}
    commands = example("C20", variant, file, {**args, "before": "", "after": "", "same_day": ""})
    follow(repo, commands, chosen=1)
    assert repo.git("show", f"HEAD:{file}") + "\n" == FIRST
    assert repo.git("status", "--porcelain") == ""
