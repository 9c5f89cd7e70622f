"""The locks: every package pinned and hashed, in step with pyproject.toml, tied to no machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted(ROOT.glob("requirements*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

every_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)


def entries(lock: Path) -> list[str]:
    """One string a package, its hashes included."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text("utf-8"), flags=re.MULTILINE)
    return text.replace("\\\n", " ").splitlines()


def pinned(lock: Path) -> list[Requirement]:
    return [Requirement(entry.split("--hash")[0].strip()) for entry in entries(lock)]


def wanted(group: str) -> list[Requirement]:
    """What the package itself needs (""), one of its extras, or a group of tools."""
    own = {"": PROJECT["project"]["dependencies"], **PROJECT["project"]["optional-dependencies"]}
    return [Requirement(line) for line in (own | PROJECT["dependency-groups"])[group]]


@every_lock
def test_every_package_is_pinned_and_hashed(lock: Path) -> None:
    form = re.compile(r"[\w.-]+==\S+( ; [^-]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+")
    assert entries(lock)
    assert [entry for entry in entries(lock) if not form.fullmatch(entry)] == []


@every_lock
def test_no_address_and_no_path_is_in_a_lock(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert (
        re.findall(r"https?:|file:|--index|--extra|--find-links|--trusted| @ |/\w+/\w+/", text)
        == []
    )


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("requirements.txt", ("", "setup")),
        ("requirements-test.txt", ("", "setup", "test", "pdf")),
        ("requirements-benchmark.txt", ("benchmark",)),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(name: str, groups: tuple[str, ...]) -> None:
    found = {canonicalize_name(entry.name): entry.specifier for entry in pinned(ROOT / name)}
    for need in (need for group in groups for need in wanted(group)):
        exact = str(found[canonicalize_name(need.name)]).removeprefix("==")
        assert need.specifier.contains(exact), f"{need} is locked at {exact}: run scripts/lock"


def test_the_tests_run_on_the_versions_that_publish() -> None:
    smaller, larger = map(set, map(entries, (LOCKS[-1], ROOT / "requirements-test.txt")))
    assert LOCKS[-1].name == "requirements.txt"
    assert smaller <= larger


def test_every_dependency_says_why_it_is_here() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = [line for line in text.splitlines() if re.match(r'  "[a-z0-9-]+[><=]', line)]
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    lists = (project["dependencies"], *project["optional-dependencies"].values(), *groups.values())
    assert len(listed) == sum(map(len, lists))
    assert [line for line in listed if not re.search(r"# \w.{8,}", line)] == []
