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
    assert run.log.startswith("::warning title=Does this go on from what was published?::")
    assert run.log.rstrip("\n").endswith(run.summary.rstrip("\n").replace("\n", "%0A"))
    return words in run.summary and run.code == 0


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


def turned(repo: Repository) -> str:
    """A line of one's own takes the published one in, and takes its place; what was published."""
    repo.git("checkout", "--quiet", "-b", "own")
    repo.commit("2026-02-01", {"own.txt": "own"})
    repo.git("checkout", "--quiet", "main")
    before = published(repo)
    repo.git("checkout", "--quiet", "own")
    repo.git("merge", "--quiet", "--no-ff", "main")
    repo.git("branch", "--force", "main", "own")
    repo.git("checkout", "--quiet", "main")
    return before


def rewritten(repo: Repository) -> str:
    """What was published gives way to something else; what was published."""
    before = repo.commit("2026-02-10", {"lost.txt": "lost"})
    repo.git("reset", "--quiet", "--hard", "HEAD~")
    repo.commit("2026-03-10", {"new.txt": "new"})
    return before


def forge_of(repo: Repository) -> Path:
    """Where the branch was pushed to, which a push by force is not needed for from then on."""
    forge = repo.folder.parent / "forge.git"
    repo.git("init", "--quiet", "--bare", "--initial-branch=main", str(forge))
    repo.git("--git-dir", str(forge), "config", "uploadpack.allowAnySHA1InWant", "true")
    repo.git("--git-dir", str(forge), "config", "receive.denyNonFastForwards", "true")
    repo.git("remote", "add", "origin", f"file://{forge}")
    repo.git("push", "--quiet", "origin", "main")
    return forge


def copy_of(repo: Repository, forge: Path, name: str) -> Repository:
    folder = repo.folder.parent / name
    repo.git("clone", "--quiet", f"file://{forge}", str(folder))
    return Repository(folder)


def carry_out(run: Run, copy: Repository) -> None:
    """Run the commands of the advice, word by word, in somebody's copy."""
    commands = [each.split() for each in run.summary.splitlines() if each.startswith("    ")]
    assert commands[0] == ["git", "fetch", "origin"]
    for _, *words in commands:
        message = [at for at, word in enumerate(words) if word.startswith('"')]
        if message:
            (start,), end = message, next(n for n, w in enumerate(words) if w.endswith('"'))
            words[start : end + 1] = [" ".join(words[start : end + 1]).strip('"')]
        copy.git(*words, at="2026-05-01T12:00:00Z")


def files_of(repo: Repository) -> set[str]:
    return set(repo.git("ls-files", "*.txt").split())


@pytest.mark.parametrize("later", [0, 2])
@pytest.mark.parametrize("unpushed", [False, True], ids=["all-pushed", "more-to-push"])
def test_a_merge_the_wrong_way_round_can_be_put_right_as_is_said_and_nothing_is_lost(
    repo: Repository, later: int, unpushed: bool
) -> None:
    """Whatever was committed after the merge, pushed or not, and without a push by force."""
    before = turned(repo)
    names = [f"later-{number}.txt" for number in range(later)]
    for name in names:
        repo.commit("2026-04-10", {name: name})
    wrong = repo.git("rev-parse", "HEAD")
    forge = forge_of(repo)
    run = publish(repo.folder, before)
    assert warns(run, TURNED)
    if unpushed:
        repo.commit("2026-04-12", {"unpushed.txt": "x"})
    carry_out(run, repo)
    assert repo.git("branch", "--show-current") == "main"
    assert files_of(repo) >= {"own.txt", *names, *(["unpushed.txt"] if unpushed else [])}
    copy = copy_of(repo, forge, "copy")
    assert files_of(copy) == {"own.txt", *names}
    assert (copy.folder / CONTRACTS).read_text("utf-8") == "title: Publish some contracts\n"
    assert is_silent(publish(copy.folder, before)), "it goes on from what was published first"
    assert is_silent(publish(copy.folder, wrong)), "and is not called wrong when that is pushed"
    copy.commit("2026-06-10", {"more.txt": "more"})
    assert is_silent(publish(copy.folder, wrong)), "nor with more on top of it"


def test_who_takes_a_mended_branch_into_a_line_of_their_own_is_told_again(
    repo: Repository,
) -> None:
    before = turned(repo)
    forge_of(repo)
    carry_out(publish(repo.folder, before), repo)
    mended = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "--quiet", "-b", "next", "HEAD~")
    repo.commit("2026-06-01", {"next.txt": "next"})
    repo.git("merge", "--quiet", "--no-ff", "--message=Go on from here", "main")
    assert warns(publish(repo.folder, mended), TURNED)


def test_who_merges_what_was_published_into_a_mend_that_was_not_is_told_again(
    repo: Repository,
) -> None:
    """Somebody pushed in between: the mend does not hold that, so it does not go on from it."""
    before = turned(repo)
    run = publish(repo.folder, before)
    between = repo.commit("2026-04-20", {"between.txt": "x"})
    repo.git("checkout", "--quiet", "--detach", before)
    repo.git("merge", "--quiet", "--no-ff", f"--message=Go on from {before}", f"{between}~")
    repo.git("merge", "--quiet", "--no-ff", between)
    assert f"Go on from {before}" in run.summary
    assert warns(publish(repo.folder, between), TURNED)


def test_a_line_that_is_older_and_was_merged_long_ago_is_said_too(repo: Repository) -> None:
    """What was published is there, and beside the line along which the days count."""
    before = turned(repo)
    repo.commit("2026-04-10", {"b.txt": "b"})
    assert warns(publish(repo.folder, before), TURNED)


@pytest.mark.parametrize("who", ["bystander", "fresh", "culprit"])
def test_a_force_push_can_be_put_right_as_is_said_and_nothing_is_lost(
    repo: Repository, who: str
) -> None:
    """In the copy of a bystander, who has not heard of it, in a new one, and in the very one."""
    forge = forge_of(repo)
    bystander = copy_of(repo, forge, "bystander")
    before = rewritten(repo)
    repo.git("push", "--quiet", "origin", f"{before}:main")
    bystander.git("pull", "--quiet", "--rebase", "origin", "main")
    repo.git("--git-dir", str(forge), "config", "receive.denyNonFastForwards", "false")
    repo.git("push", "--quiet", "--force", "origin", "main")
    repo.git("--git-dir", str(forge), "config", "receive.denyNonFastForwards", "true")
    now = repo.git("rev-parse", "HEAD")
    fresh = copy_of(repo, forge, "fresh")
    run = publish(fresh.folder, before)
    assert warns(run, REWRITTEN)
    carry_out(run, {"bystander": bystander, "fresh": fresh, "culprit": repo}[who])
    copy = copy_of(repo, forge, "copy")
    assert files_of(copy) == {"lost.txt", "new.txt"}
    assert is_silent(publish(copy.folder, before)), "it goes on from what was published first"
    assert is_silent(publish(copy.folder, now)), "and from what was published meanwhile"


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


@pytest.mark.parametrize(
    "before", ["$(touch hacked)", "-h", "; touch hacked", "HEAD", ".", "abc", "notahash"]
)
def test_what_is_no_id_of_a_commit_is_said_and_never_run_and_never_a_pattern(
    repo: Repository, before: str
) -> None:
    run = publish(repo.folder, before)
    assert warns(run, f"“{before}” is not the whole id of a commit")
    assert not (repo.folder / "hacked").exists()


@pytest.mark.parametrize("begun", [False, True], ids=["no-repository", "no-commit"])
def test_where_there_is_no_commit_that_is_said(tmp_path: Path, begun: bool) -> None:
    folder = tmp_path / "site"
    if begun:
        begin(folder)
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / SCRIPT, folder / SCRIPT)
    assert warns(publish(folder, "a" * 40), "There is no commit here")


def test_the_script_can_be_run_where_it_lies() -> None:
    assert os.access(ROOT / SCRIPT, os.X_OK)
