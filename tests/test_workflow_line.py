"""Whoever publishes is told where steps that readers saw are gone: the workflow's own lines do."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from repository import CONTRACTS, ENVIRON, Repository, begin

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ".ci/goes-on-from"
NONE = "0" * 40
REWRITTEN = "This branch was rewritten"
TURNED = "This branch was merged into another line"


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the workflow's step printed, wrote into its summary, and ended with."""

    log: str
    summary: str
    code: int


def lines() -> str:
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    (step,) = (each for each in steps if SCRIPT in each.get("run", ""))
    assert step["env"] == {"BEFORE": "${{ github.event.before }}"}
    assert [each.get("run") for each in steps].index("scripts/build") > steps.index(step)
    return str(step["run"])


def publish(folder: Path, before: str) -> Run:
    """Run the step as the forge does, on what is checked out in a folder."""
    summary = folder.parent / f"summary-{folder.name}"
    summary.write_text("", "utf-8")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-c", lines()],
        cwd=folder,
        env={**ENVIRON, "BEFORE": before, "GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return Run(done.stdout, summary.read_text("utf-8"), done.returncode)


def is_silent(run: Run) -> bool:
    return run == Run("", "", 0)


def warns(run: Run, words: str) -> bool:
    """In one line of the log, and whole in the summary; and it is no reason not to publish."""
    assert run.log.count("\n") == 1
    assert run.log.startswith("::warning title=Steps that were published are gone::")
    return words in run.log and words in run.summary and run.code == 0


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repo = begin(tmp_path / "site")
    (repo.folder / ".ci").mkdir()
    shutil.copy(ROOT / SCRIPT, repo.folder / SCRIPT)
    repo.commit("2026-01-10", {CONTRACTS: "title: Publish every contract\n"})
    return repo


def published(repo: Repository) -> str:
    return repo.commit("2026-02-10", {CONTRACTS: "title: Publish some contracts\n"})


def test_the_first_push_a_run_by_the_clock_and_one_by_hand_have_nothing_before(
    repo: Repository,
) -> None:
    assert is_silent(publish(repo.folder, NONE))
    assert is_silent(publish(repo.folder, ""))
    assert is_silent(publish(repo.folder, "0" * 64)), "where ids are longer"


def test_a_normal_push_of_one_commit_or_several_says_nothing(repo: Repository) -> None:
    before = published(repo)
    assert is_silent(publish(repo.folder, before)), "run once more"
    repo.commit("2026-03-10", {"a.txt": "a"})
    assert is_silent(publish(repo.folder, before))
    for number in range(300):
        repo.git("commit", "--quiet", "--allow-empty", f"--message={number}")
    assert is_silent(publish(repo.folder, before)), "however far back"


def test_a_merge_of_another_line_into_the_branch_says_nothing(repo: Repository) -> None:
    before = published(repo)
    repo.git("checkout", "--quiet", "-b", "proposal", "HEAD~")
    repo.commit("2026-02-20", {"a.txt": "a"})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "proposal")
    assert is_silent(publish(repo.folder, before))


def turned(repo: Repository) -> tuple[str, str]:
    """A line of one's own takes the published one in, and takes its place."""
    repo.git("checkout", "--quiet", "-b", "own")
    repo.commit("2026-02-01", {"a.txt": "a"})
    repo.git("checkout", "--quiet", "main")
    before = published(repo)
    repo.git("checkout", "--quiet", "own")
    repo.git("merge", "--quiet", "--no-ff", "main")
    repo.git("branch", "--force", "main", "own")
    repo.git("checkout", "--quiet", "main")
    return before, repo.git("rev-parse", "HEAD")


def test_a_merge_the_wrong_way_round_is_said_and_can_be_put_right_as_is_said(
    repo: Repository,
) -> None:
    before, now = turned(repo)
    run = publish(repo.folder, before)
    assert warns(run, TURNED)
    for command in (f"git reset --keep {before}", f"git merge --no-ff {now}^1"):
        assert command in run.summary
        repo.git(*command.split()[1:])
    assert is_silent(publish(repo.folder, before))
    assert (repo.folder / "a.txt").is_file(), "nothing is lost"


def test_a_line_that_is_older_and_was_merged_long_ago_is_said_too(repo: Repository) -> None:
    """What was published is there, and beside the line along which the days count."""
    before, _ = turned(repo)
    repo.commit("2026-04-10", {"b.txt": "b"})
    assert warns(publish(repo.folder, before), TURNED)


def test_a_force_push_is_said_and_can_be_put_right_as_is_said(
    repo: Repository, tmp_path: Path
) -> None:
    forge = tmp_path / "forge.git"
    repo.git("init", "--quiet", "--bare", "--initial-branch=main", str(forge))
    repo.git("--git-dir", str(forge), "config", "uploadpack.allowAnySHA1InWant", "true")
    repo.git("remote", "add", "origin", f"file://{forge}")
    before = published(repo)
    repo.git("push", "--quiet", "origin", "main")
    repo.git("reset", "--quiet", "--hard", "HEAD~")
    repo.commit("2026-03-10", {CONTRACTS: "title: Publish no contract\n"})
    repo.git("push", "--quiet", "--force", "origin", "main")
    fresh = tmp_path / "fresh"
    repo.git("clone", "--quiet", f"file://{forge}", str(fresh))
    (fresh / ".ci").mkdir(exist_ok=True)
    shutil.copy(ROOT / SCRIPT, fresh / SCRIPT)
    run = publish(fresh, before)
    assert warns(run, REWRITTEN)
    assert f"git fetch origin {before}" in run.summary
    assert f"origin {before}:BRANCH" in run.summary
    copy = Repository(fresh)
    copy.git("fetch", "--quiet", "origin", before)
    copy.git("push", "--quiet", "--force-with-lease", "origin", f"{before}:main")
    assert copy.git("--git-dir", str(forge), "rev-parse", "main") == before


def test_a_branch_that_was_set_back_is_said(repo: Repository) -> None:
    before = published(repo)
    repo.git("reset", "--quiet", "--hard", "HEAD~")
    assert warns(publish(repo.folder, before), REWRITTEN)


def test_a_shallow_clone_cannot_tell_and_says_how_it_could(
    repo: Repository, tmp_path: Path
) -> None:
    before = published(repo)
    repo.commit("2026-03-10", {"a.txt": "a"})
    copy = tmp_path / "copy"
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.folder}", str(copy))
    assert warns(publish(copy, before), "fetch-depth: 0")
    assert is_silent(publish(copy, NONE))


@pytest.mark.parametrize("before", ["$(touch hacked)", "-h", "; touch hacked", "HEAD", ".", "abc"])
def test_what_stands_for_a_commit_is_never_run_and_never_a_pattern(
    repo: Repository, before: str
) -> None:
    run = publish(repo.folder, before)
    assert run.log.startswith("::warning")
    assert not (repo.folder / "hacked").exists()


def test_the_script_can_be_run_where_it_lies() -> None:
    assert os.access(ROOT / SCRIPT, os.X_OK)
