"""A check and a build agree: whatever the one refuses, the other refuses for the same reasons."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openroadmap.cli import cli
from openroadmap.commands.build import assemble
from openroadmap.commands.check import check_site
from openroadmap.commands.facts import history_of
from openroadmap.commands.order import Order
from small_project import write

SETTINGS = """\
site_name: Promises
site_url: https://example.org/plans/
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap
"""
SOUND = {
    "mkdocs.yml": SETTINGS,
    "content/index.md": "# Promises\n",
    "commitments/riverside/member.yml": "name: Riverside\nlevel: local\n",
    "commitments/riverside/2026/plan.yml": "title: Plan\nkept_by: others\n",
    "commitments/riverside/2026/commitments/trees.yml": "title: Plant trees\n",
}
BROKEN = {
    "a page at a member's address": {"content/riverside.md": "# R\n"},
    "a page below a member": {"content/riverside/news.md": "# R\n"},
    "a page below the rules": {"content/rules/c01.md": "# R\n"},
    "a page below the standards": {"content/standards/own.md": "# R\n"},
    "two pages at one address": {"content/a.md": "# A\n", "content/a/index.md": "# A\n"},
    "a link to no address": {"content/index.md": "# P\n\n[gone](/riverside/2020/)\n"},
    "a link to no file": {"content/index.md": "# P\n\n[gone](gone.md)\n"},
    "a menu to no page": {"mkdocs.yml": SETTINGS + "nav:\n  - gone.md\n"},
    "a menu to a commitment": {"mkdocs.yml": SETTINGS + "nav:\n  - riverside/2026/trees/\n"},
    "a menu that is a word": {"mkdocs.yml": SETTINGS + "nav: index.md\n"},
    "a menu of two titles a line": {"mkdocs.yml": SETTINGS + "nav:\n  - A: a.md\n    B: b.md\n"},
    "a setting of MkDocs": {"mkdocs.yml": SETTINGS + "remote_branch: pages\n"},
    "an address of no website": {"mkdocs.yml": SETTINGS.replace("https://", "")},
    "a list for words": {"mkdocs.yml": SETTINGS + "copyright: [We]\n"},
    "a record that is broken": {"commitments/riverside/member.yml": "name: [R\n"},
    "a broken pack": {"commitments/standards/own.yml": "title: [R\n"},
}
LINE = re.compile(r"^(?:\S+?:)(?:\d+:)*\s([A-Z]\d\d) ", re.M)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path / "project", SOUND)
    return tmp_path / "project"


def run(project: Path, *arguments: str) -> tuple[int, str]:
    """Run a command in this process, as typed in the project."""
    with pytest.MonkeyPatch.context() as here:
        here.chdir(project)
        done = CliRunner().invoke(cli, [*arguments, "--as-of", "2026-11-23"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.exit_code, done.output


def checked(project: Path) -> tuple[int, set[str]]:
    status, said = run(project, "check", "--format", "json")
    found = json.loads(said)["findings"]
    return status, {each["rule"] for each in found if each["level"] == "error"}


@pytest.mark.parametrize("case", BROKEN)
def test_a_check_and_a_build_refuse_for_the_same_reasons(project: Path, case: str) -> None:
    write(project, BROKEN[case])
    status, codes = checked(project)
    built, said = run(project, "build")
    assert (status, codes) == (1, set(LINE.findall(said))), said
    assert built == 1
    assert not (project / "site").exists()


def test_a_check_and_a_build_pass_what_is_sound(project: Path) -> None:
    assert checked(project) == (0, set())
    assert run(project, "build")[0] == 0


def test_a_check_and_a_build_pass_a_project_without_content(project: Path) -> None:
    shutil.rmtree(project / "content")
    assert checked(project) == (0, set())
    status, said = run(project, "build")
    assert status == 0, said
    assert (project / "site/riverside/index.html").is_file()


def test_a_check_and_a_build_say_the_same_where_there_are_no_settings(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    sentence = "There is no mkdocs.yml here: this is no OpenRoadmap site yet."
    for command in ("check", "build"):
        status, said = run(project, command)
        assert status == 1
        assert "F09" in said
        assert sentence in " ".join(said.split())


def test_the_outline_names_every_page_that_a_build_makes(root: Path, today: date) -> None:
    made = assemble(Order(root, today)).pages
    checked = check_site(root, today, history=history_of(root, today))
    outlined = [(page.address, page.kind) for page in checked.pages]
    assert sorted(outlined) == sorted((page.address, page.kind) for page in made)
