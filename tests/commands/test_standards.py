"""The command `openroadmap standards`: a table, JSON by its schema, Markdown."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator
from openroadmap.cli import STANDARDS_FORMATS, cli
from openroadmap.commands.standards import FORMATS
from openroadmap.i18n import translator
from openroadmap.report.standards_json import standards_schema

TODAY = date(2026, 11, 23)
ENGLISH = translator("en")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "commitments" / "m" / "p"
    folder.mkdir(parents=True)
    (folder.parent / "member.yml").write_text("name: Member\n")
    (folder / "plan.yml").write_text("title: A *plan*\nlevel: local\nstarts_on: 2027-01-01\n")
    (folder.parent / "q").mkdir()
    (folder.parent / "q" / "plan.yml").write_text("title: Another\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, ["standards", "--as-of", "2026-11-23", *args])


def output(*args: str) -> Any:
    result = run(*args)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_formats_on_the_command_line_are_those_there_are() -> None:
    assert tuple(FORMATS) == STANDARDS_FORMATS


def test_the_table_groups_requirements_and_names_their_states(project: Path) -> None:
    text = output("m/p")
    assert "m/p  A *plan*" in text
    assert "Held against: OGP Local requirements and recommended practice" in text
    assert "Only OGP's Support Unit decides" in text
    places = [text.index(f"\n{name}\n") for name in ("Required", "Recommended", "Going further")]
    assert places == sorted(places)
    line = next(line for line in text.splitlines() if line.startswith("  L1.1 "))
    assert line.endswith("Not started")


def test_a_plan_of_which_the_level_is_unknown_is_named(project: Path) -> None:
    assert "m/q: it is not recorded whether national or local rules apply." in output()


def test_json_follows_its_schema(project: Path) -> None:
    found = json.loads(output("--format", "json"))
    Draft7Validator.check_schema(standards_schema())
    assert [str(error) for error in Draft7Validator(standards_schema()).iter_errors(found)] == []
    assert (found["version"], found["as_of"], found["unassessed"]) == (1, "2026-11-23", ["m/q"])


def test_markdown_shows_what_was_typed_as_text(project: Path) -> None:
    text = output("--format", "markdown", "m/p")
    assert "A \\*plan\\*" in text
    assert "| L1\\.1 A forum exists | Not started |" in text


def test_a_plan_can_be_held_against_another_pack(project: Path) -> None:
    found = json.loads(output("--format", "json", "--pack", "national-2022", "m/q"))
    assert [plan["pack"] for plan in found["plans"]] == ["national-2022"]


def test_a_member_names_all_its_plans(project: Path) -> None:
    found = json.loads(output("--format", "json", "m"))
    assert [plan["plan"] for plan in found["plans"]] == ["p"]
    assert found["unassessed"] == ["m/q"]


@pytest.mark.parametrize("args", [("nowhere/p",), ("--pack", "nowhere"), ("m/x",)])
def test_what_is_not_there_is_wrong_use(project: Path, args: tuple[str, ...]) -> None:
    assert run(*args).exit_code == 2


def test_faults_of_own_packs_are_spoken_of(project: Path) -> None:
    folder = project / "commitments" / "standards"
    folder.mkdir()
    (folder / "local.yml").write_text("requirments: []\n")
    result = run("m/p")
    assert result.exit_code == 0
    assert "has faults" in result.stderr
