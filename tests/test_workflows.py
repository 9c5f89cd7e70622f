"""Workflows and samples: valid, pinned, harmless whatever a stranger proposes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
OURS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SAMPLES = sorted((ROOT / ".ci/samples").glob("forgejo-*.yml"))
GITLAB = ROOT / ".ci/samples/gitlab-ci.yml"
TAKE_DATA = ROOT / ".ci/take-data"

every_workflow = pytest.mark.parametrize("file", [*OURS, *SAMPLES], ids=lambda file: file.name)
every_own_workflow = pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)


def load(file: Path) -> dict[str, Any]:
    """A workflow as text all through, so that the key `on` stays what it says."""
    return yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


def run(*words: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True)


def schema_report(schema: str, *options: str | Path) -> str:
    tool = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}")
    report = run(*tool, *options)
    return "" if report.returncode == 0 else report.stdout + report.stderr


@every_workflow
def test_a_workflow_is_valid(file: Path) -> None:
    assert schema_report("github-workflows", file) == ""


def test_the_gitlab_sample_is_valid() -> None:
    assert schema_report("gitlab-ci", "--data-transform", "gitlab-ci", GITLAB) == ""


def test_the_settings_for_updates_are_valid() -> None:
    assert schema_report("dependabot", ROOT / ".github/dependabot.yml") == ""


def test_an_auditor_of_workflows_finds_nothing() -> None:
    tool = (Path(sys.executable).with_name("zizmor"), "--offline", "--persona=pedantic")
    report = run(*tool, ROOT / ".github", *SAMPLES)
    assert report.returncode == 0, report.stdout + report.stderr


@every_workflow
def test_rights_are_given_job_by_job_and_never_to_a_whole_workflow(file: Path) -> None:
    assert load(file)["permissions"] == {}


@every_workflow
def test_every_job_ends_by_itself(file: Path) -> None:
    assert all(int(job["timeout-minutes"]) <= 30 for job in load(file)["jobs"].values())


@every_workflow
def test_a_proposal_meets_no_secret_and_no_right_to_write(file: Path) -> None:
    workflow = load(file)
    assert not {"pull_request_target", "workflow_run"} & set(workflow["on"])
    assert "secrets." not in file.read_text("utf-8")
    if "pull_request" in workflow["on"]:
        rights = [job.get("permissions", {}) for job in workflow["jobs"].values()]
        assert all(right in ({}, {"contents": "read"}) for right in rights)


@every_workflow
def test_nothing_from_a_proposal_is_pasted_into_a_command(file: Path) -> None:
    steps = [step for job in load(file)["jobs"].values() for step in job["steps"]]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]


@every_own_workflow
def test_an_action_is_pinned_to_a_commit_with_its_version_beside_it(file: Path) -> None:
    pinned = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
    used = [line.strip("- ") for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not pinned.fullmatch(line)] == []


@every_own_workflow
def test_a_checkout_brings_the_whole_history_and_keeps_no_credentials(file: Path) -> None:
    steps = [step for job in load(file)["jobs"].values() for step in job["steps"]]
    checkouts = [step["with"] for step in steps if "actions/checkout@" in step.get("uses", "")]
    assert checkouts
    wanted = {"fetch-depth": "0", "persist-credentials": "false"}
    assert all(options == wanted for options in checkouts)


def test_the_site_is_rebuilt_every_day() -> None:
    cron = load(ROOT / ".github/workflows/publish.yml")["on"]["schedule"][0]["cron"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", cron)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A branch with an engine and records, and a proposal that changes both."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    put(tmp_path, {"scripts/engine": "honest", "commitments/a.yml": "old", "content/x.md": "x"})
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "proposal")
    put(tmp_path, {"scripts/engine": "forged", "scripts/new": "forged", "commitments/a.yml": "new"})
    put(tmp_path, {"commitments/b.yml": "added", "mkdocs.yml": "forged"})
    git(tmp_path, "rm", "--quiet", "content/x.md")
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "main")
    put(tmp_path, {"commitments/c.yml": "meanwhile"})
    commit(tmp_path)
    return tmp_path


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    author = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    git(folder, *author, "commit", "-qm", "Change")


def git(folder: Path, *words: str) -> str:
    report = run("git", *words, cwd=folder)
    assert report.returncode == 0, report.stderr
    return report.stdout


def files_of(folder: Path) -> dict[str, str]:
    found = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def test_only_the_data_of_a_proposal_is_taken(repository: Path) -> None:
    report = run(TAKE_DATA, "proposal", cwd=repository)
    assert report.returncode == 0, report.stderr
    assert files_of(repository) == {
        "scripts/engine": "honest",
        "commitments/a.yml": "new",
        "commitments/b.yml": "added",
        "commitments/c.yml": "meanwhile",
    }


def test_a_proposal_that_no_longer_fits_is_told_so(repository: Path) -> None:
    put(repository, {"commitments/a.yml": "changed meanwhile too"})
    commit(repository)
    report = run(TAKE_DATA, "proposal", cwd=repository)
    assert report.returncode == 1
    assert "up to date" in report.stderr
