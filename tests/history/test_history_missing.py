"""Where the history is not whole nothing is worked out from it, and the reason is told."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from openroadmap.history.facts import read_history
from openroadmap.model.facts import NO_FACTS, History
from repository import (
    BUDGETS,
    CONTRACTS,
    ENVIRON,
    LATEST,
    Repository,
    begin,
    published,
    read,
    reasons,
)

ONE = "title: Publish every public contract\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """Three commits on one record, the last with a second."""
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-10", {CONTRACTS: ONE})
    repo.commit("2026-02-10", {CONTRACTS: ONE + "lead: Treasury\n"})
    repo.commit("2026-03-10", {BUDGETS: ONE})
    return repo


WHOLE = {CONTRACTS: "2026-01-10", BUDGETS: "2026-03-10"}


def clone(repo: Repository, folder: Path, *options: str) -> Repository:
    repo.git("clone", "--quiet", *options, f"file://{repo.folder}", str(folder))
    return Repository(folder)


def nothing(root: Path, reason: str, **environ: str) -> None:
    reading = read(root, **environ)
    assert reading.facts == NO_FACTS
    assert reasons(reading) == [reason]


def test_a_shallow_clone_has_no_facts_and_a_warning(repo: Repository, tmp_path: Path) -> None:
    copy = clone(repo, tmp_path / "copy", "--depth=2")
    reading = read(copy.folder)
    assert reading.facts.history is History.SHALLOW
    assert reading.facts.published == reading.facts.updated == {}
    (finding,) = reading.findings
    assert (finding.rule, finding.variant, finding.level) == ("D02", "shallow", "warning")


def test_a_shallow_clone_has_facts_once_the_rest_is_fetched(
    repo: Repository, tmp_path: Path
) -> None:
    copy, cache = clone(repo, tmp_path / "copy", "--depth=1"), tmp_path / "cache"
    assert read(copy.folder, cache).facts.history is History.SHALLOW
    copy.git("fetch", "--quiet", "--unshallow")
    assert read(copy.folder, cache).facts.published.keys() == WHOLE.keys()


def test_a_clone_deeper_than_the_history_is_whole(repo: Repository, tmp_path: Path) -> None:
    assert published(clone(repo, tmp_path / "copy", "--depth=99").folder) == WHOLE


@pytest.mark.parametrize("kind", ["blob:none", "tree:0"])
def test_what_a_partial_clone_lacks_is_not_fetched(
    repo: Repository, tmp_path: Path, kind: str
) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.commit("2026-04-01", {CONTRACTS: ONE + "lead: Ministry of Finance\n"})
    copy = clone(repo, tmp_path / "copy", f"--filter={kind}")
    before = sorted((copy.folder / ".git/objects").rglob("*"))
    nothing(copy.folder, "partial")
    assert sorted((copy.folder / ".git/objects").rglob("*")) == before


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    nothing(tmp_path, "no-repository")


def test_a_repository_without_commits(tmp_path: Path) -> None:
    repo = begin(tmp_path / "site")
    repo.put({CONTRACTS: ONE})
    nothing(repo.folder, "uncommitted")


def test_a_project_that_somebody_elses_repository_does_not_hold(repo: Repository) -> None:
    project = repo.folder / "project"
    Repository(repo.folder).put({f"project/{CONTRACTS}": ONE})
    nothing(project, "uncommitted")


def test_a_project_in_a_folder_of_a_repository(repo: Repository) -> None:
    repo.commit("2026-04-01", {f"project/{CONTRACTS}": "title: Another\n"})
    assert published(repo.folder / "project") == {CONTRACTS: "2026-04-01"}


def test_records_in_a_submodule_have_a_history_elsewhere(repo: Repository, tmp_path: Path) -> None:
    outer = begin(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", str(repo.folder), "commitments/theirs")
    outer.commit("2026-06-01", {"commitments/ours/2026/plan.yml": ONE})
    assert published(outer.folder) == {"commitments/ours/2026/plan.yml": "2026-06-01"}
    assert published(outer.folder / "commitments/theirs") == WHOLE


def test_a_working_tree_beside_and_a_commit_without_a_branch(
    repo: Repository, tmp_path: Path
) -> None:
    repo.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "beside"), "HEAD~1")
    assert published(tmp_path / "beside") == {CONTRACTS: "2026-01-10"}


def spoil(folder: Path, file: str, text: str) -> None:
    (folder / ".git" / file).write_text(text, "utf-8")


def test_a_head_that_is_none(repo: Repository) -> None:
    spoil(repo.folder, "HEAD", "?\n")
    nothing(repo.folder, "broken")


def test_a_head_that_names_a_commit_which_is_not_there(repo: Repository) -> None:
    spoil(repo.folder, "HEAD", "0123456789" * 4 + "\n")
    nothing(repo.folder, "broken")


@pytest.mark.parametrize("what", ["HEAD~2", "HEAD~1^{tree}", f"HEAD~1:{CONTRACTS}"])
def test_a_commit_a_folder_or_a_content_that_was_lost(repo: Repository, what: str) -> None:
    lost = repo.git("rev-parse", what)
    (repo.folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    nothing(repo.folder, "broken")


def test_settings_of_the_repository_that_git_cannot_read(repo: Repository) -> None:
    spoil(repo.folder, "config", "[core\n")
    nothing(repo.folder, "broken")


def test_a_git_file_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: nowhere\n", "utf-8")
    nothing(tmp_path, "broken")


def test_no_git_to_ask(repo: Repository, tmp_path: Path) -> None:
    nothing(repo.folder, "no-git", PATH=str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to be root")
def test_a_repository_of_somebody_else_is_refused_by_git(repo: Repository) -> None:
    for path in (repo.folder, *repo.folder.rglob("*")):
        os.chown(path, 54_321, 54_321)
    nothing(repo.folder, "refused")


def fake_git(folder: Path, script: str) -> str:
    """A program by the name of git; the path to find it by."""
    folder.mkdir()
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{folder}{os.pathsep}{ENVIRON['PATH']}"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'fatal: detected dubious ownership in repository' >&2; exit 128", "refused"),
        ("echo 'fatal: unsafe repository' >&2; exit 128", "refused"),
        ("exit 1", "broken"),
        ("echo false", "broken"),
        ("exit 0", "broken"),
        ('case "$*" in *rev-parse*) printf "false\\n1234\\n\\n";; *) echo "@x";; esac', "broken"),
        ('case "$*" in *rev-parse*) printf "false\\n1234\\n\\n";; *) echo hello;; esac', "broken"),
    ],
)
def test_whatever_git_answers_is_a_reason(
    repo: Repository, tmp_path: Path, script: str, reason: str
) -> None:
    no_settings = 'case "$*" in *get-regexp*) exit 1;; esac'
    nothing(repo.folder, reason, PATH=fake_git(tmp_path / "bin", f"{no_settings}\n{script}"))


@pytest.mark.parametrize("slow", ["rev-parse", "log", "cat-file"])
def test_a_git_that_takes_too_long_is_left(repo: Repository, tmp_path: Path, slow: str) -> None:
    real = shutil.which("git")
    script = f'case "$*" in *{slow}*) exec sleep 20;; *) exec {real} "$@";; esac'
    environ = {**ENVIRON, "PATH": fake_git(tmp_path / "bin", script)}
    reading = read_history(repo.folder, LATEST, environ, seconds=0.5)
    assert reasons(reading) == ["slow"]
    assert reading.facts == NO_FACTS


def test_a_hook_hands_its_place_on_and_that_is_not_taken(repo: Repository, tmp_path: Path) -> None:
    other = begin(tmp_path / "other")
    other.commit("2020-01-01", {CONTRACTS: ONE})
    surroundings = {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(other.folder / ".git/index"),
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git/objects"),
        "GIT_PREFIX": "x/",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.worktree",
        "GIT_CONFIG_VALUE_0": str(other.folder),
        "GIT_PAGER": "false",
        "PAGER": "false",
        "GIT_TRACE": "2",
    }
    plain, within = read(repo.folder), read(repo.folder, **surroundings)
    assert within == plain
    assert plain.facts.history is History.FULL


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("log.diffMerges", "off"),
        ("log.follow", "true"),
        ("log.date", "relative"),
        ("log.decorate", "full"),
        ("diff.orderFile", "not-there"),
        ("diff.relative", "true"),
        ("diff.renames", "copies"),
        ("diff.external", "false"),
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("core.pager", "false"),
        ("core.quotePath", "true"),
        ("core.fsmonitor", "false"),
        ("pager.log", "true"),
        ("format.pretty", "full"),
        ("i18n.logOutputEncoding", "UTF-16"),
        ("alias.log", "!false"),
    ],
)
def test_settings_do_not_change_what_the_history_says(
    repo: Repository, name: str, value: str
) -> None:
    repo.git("checkout", "--quiet", "-b", "proposal", "HEAD~1")
    story = CONTRACTS.replace(".yml", ".md")
    repo.commit("2026-02-11", {story: "Once.\n"})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "proposal", at="2026-04-01T12:00:00Z")
    repo.git("config", name, value)
    assert published(repo.folder) == {**WHOLE, story: "2026-04-01"}


def test_neither_a_replacement_nor_a_graft_rewrites_the_history(repo: Repository) -> None:
    early = {"at": "2020-01-01T12:00:00Z"}
    root = repo.git("rev-parse", "HEAD~2")
    other = repo.git("commit-tree", f"{root}^{{tree}}", "-m", "x", **early)
    repo.git("replace", root, other)
    spoil(repo.folder, "info/grafts", f"{repo.git('rev-parse', 'HEAD')} {other}\n")
    assert published(repo.folder) == WHOLE
