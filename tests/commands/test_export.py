"""`openroadmap export` writes the data files that a build publishes, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from openroadmap.cli import cli
from openroadmap.commands.export import SettingsError, export_data, order_of
from riverside import assemble, lay, put

DAY = date(2026, 11, 23)
ASKED = "2026-11-23"


SETTINGS = """\
site_name: Promises
site_url: https://example.org/plans/
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = lay(tmp_path / "project")
    put(root, "mkdocs.yml", SETTINGS)
    return root


def test_the_order_is_that_of_the_settings(project: Path) -> None:
    put(project, "mkdocs.yml", """\
site_name: Promises
site_url: https://example.org/plans
repo_url: https://git.example/o/r
theme:
  name: material
plugins:
  - openroadmap:
      branch: trunk
      forge: gitlab
""")  # fmt: skip
    order = order_of(project, DAY)
    assert (order.name, order.url) == ("Promises", "https://example.org/plans/")
    assert (order.repo_url, order.branch, order.forge) == (
        *("https://git.example/o/r", "trunk", "gitlab"),
    )


@pytest.mark.parametrize("text", ["plugins: openroadmap\n", "theme: material\nplugins: [a]\n"])
def test_settings_that_say_little_are_no_stop(project: Path, text: str) -> None:
    put(project, "mkdocs.yml", text)
    assert order_of(project, DAY).name == "OpenRoadmap"


def test_a_project_without_settings_has_those_by_default(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    assert order_of(project, DAY).name == "OpenRoadmap"


@pytest.mark.parametrize("text", ["", "- a list\n", "{broken", "site_name: \x00\n"])
def test_settings_that_cannot_be_read_are_an_error_and_nothing_is_written(
    project: Path, text: str, tmp_path: Path
) -> None:
    put(project, "mkdocs.yml", text)
    with pytest.raises(SettingsError) as raised:
        order_of(project, DAY)
    exported = export_data(project, DAY, tmp_path / "out")
    assert exported.errors == raised.value.findings != ()
    assert {each.place.file for each in exported.errors} == {"mkdocs.yml"}
    assert not (tmp_path / "out").exists()


def test_it_writes_what_a_build_publishes(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    exported = export_data(project, DAY, folder)
    published = dict(assemble(order_of(project, DAY)).files)
    written = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    assert written == published
    assert sorted(exported.files) == sorted(written)


def test_errors_keep_it_from_writing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(project, "commitments/riverside/2024/commitments/contracts.yml", "titel: Wrong\n")
    monkeypatch.chdir(project)
    told = CliRunner().invoke(cli, ["export", str(tmp_path / "out"), "--as-of", ASKED])
    assert told.exit_code == 1
    assert "contracts.yml:" in told.stderr
    assert not (tmp_path / "out").exists()


def test_other_files_of_the_folder_stay(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", "utf-8")
    monkeypatch.chdir(project)
    told = CliRunner().invoke(cli, ["export", str(folder), "--as-of", ASKED])
    assert told.exit_code == 0, told.output
    assert f"written to {folder}" in told.output
    assert (folder / "mine.txt").read_text("utf-8") == "mine"
