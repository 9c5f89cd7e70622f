"""The command line: arguments in, words and an exit status out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openroadmap import cli as cli_module
from openroadmap.cli import FORMAT_NAMES, KIND_NAMES, cli
from openroadmap.model.kinds import KINDS
from openroadmap.report import FORMATS

PLAN = "commitments/riverside/2026"
SETTINGS = """\
site_name: Promises
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap
"""
SOUND = {
    "mkdocs.yml": SETTINGS,
    "commitments/riverside/member.yml": "name: Riverside\n",
    f"{PLAN}/plan.yml": "title: Plan\nkept_by: others\n",
    f"{PLAN}/commitments/trees.yml": "title: Plant trees\n",
}
ON = ["--as-of", "2026-11-23"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a warning or two, in which we stand."""
    root = tmp_path / "site"
    for path, text in SOUND.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return root


def run(*arguments: str) -> Result:
    """Run a command; a traceback fails the test."""
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def break_it(site: Path) -> None:
    (site / PLAN / "commitments/trees.yml").write_text("title: X\nends_on: soon\n", "utf-8")


def test_names_written_out_for_speed_equal_the_registries() -> None:
    assert tuple(kind.name for kind in KINDS if not kind.made_by) == KIND_NAMES
    assert tuple(FORMATS) == FORMAT_NAMES


def test_every_command_has_help_in_a_sentence() -> None:
    assert "check" in run("--help").output
    for name, command in cli.commands.items():
        if not command.hidden:
            assert command.help, name
            assert command.help.split("\n")[0].endswith("."), name
            assert run(name, "-h").exit_code == 0


# check


def test_warnings_alone_are_well(site: Path) -> None:
    done = run("check", *ON)
    assert "0 errors" in done.output
    assert "warning" in done.output
    assert done.exit_code == 0


def test_warnings_fail_when_one_is_strict(site: Path) -> None:
    assert run("check", *ON, "--strict").exit_code == 1


def test_errors_fail(site: Path) -> None:
    break_it(site)
    done = run("check", *ON)
    assert done.exit_code == 1
    assert "ends_on: “soon” is not a date." in done.output


@pytest.mark.parametrize("place", ["riverside", "riverside/2026"])
def test_a_member_or_a_plan_may_be_named_as_elsewhere(site: Path, place: str) -> None:
    break_it(site)
    assert run("check", place, *ON).output == run("check", f"commitments/{place}", *ON).output
    done = run("check", "nowhere/2026", *ON)
    assert done.exit_code == 2
    assert "nowhere/2026 does not exist: no file, folder, MEMBER" in done.output


def test_the_same_from_anywhere_inside_and_with_a_path(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_it(site)
    whole = run("check", *ON).output
    monkeypatch.chdir("/")
    assert run("check", str(site), *ON).output == whole
    narrow = run("check", str(site / PLAN / "plan.yml"), *ON)
    assert narrow.exit_code == 0
    assert "soon" not in narrow.output
    assert "in 1 record file of 1 plan." in narrow.output


@pytest.mark.parametrize("form", FORMAT_NAMES)
def test_each_format_is_written_and_fails_alike(site: Path, form: str) -> None:
    break_it(site)
    done = run("check", *ON, "--format", form)
    assert done.exit_code == 1
    assert "S04" in done.output
    assert "\x1b" not in done.output
    if form in ("json", "gitlab", "sarif"):
        assert json.loads(done.output)


def test_the_day_is_the_one_that_was_asked_for(site: Path) -> None:
    report = json.loads(run("check", "--as-of", "2030-02-28", "--format", "json").output)
    assert report["as_of"] == "2030-02-28"


def test_a_reproducible_build_has_its_own_today(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert json.loads(run("check", "--format", "json").output)["as_of"] == "2026-11-23"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "xx"], 'There are no words in "xx" yet.'),
        (["--lang", "../../etc"], "There are no words in"),
        (["--as-of", "2026-02-30"], "does not match the format"),
        (["--as-of", "tomorrow"], "does not match the format"),
        (["--format", "xml"], "is not one of"),
        (["nowhere"], "does not exist"),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_use_is_said_and_is_two(site: Path, arguments: list[str], said: str) -> None:
    done = run("check", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


def test_a_wrong_day_of_the_environment_is_wrong_use(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = run("check")
    assert done.exit_code == 2
    assert "SOURCE_DATE_EPOCH is not a number of seconds." in done.output


def test_a_folder_without_anything_is_told_kindly(tmp_path: Path) -> None:
    done = run("check", str(tmp_path), *ON)
    assert done.exit_code == 1
    assert "There is no folder “commitments”." in done.output


@pytest.mark.parametrize(
    ("terminal", "refused", "colour"),
    [(True, False, True), (True, True, False), (False, False, False)],
)
def test_colour_is_for_terminals_whose_owner_has_not_refused_it(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, refused: bool, colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if refused:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    assert cli_module._screen().colour is colour


@pytest.mark.parametrize(("columns", "width"), [("20", 60), ("80", 80), ("300", 100)])
def test_a_report_is_as_wide_as_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert cli_module._screen().width == width


# new and schema


def test_a_new_plan_is_laid_down_record_by_record_and_checks_without_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for kind, path in [
        ("member", "hilltown"),
        ("plan", "hilltown/2027"),
        ("commitment", "hilltown/2027/open-budget"),
    ]:
        done = run("new", kind, path, *ON)
        assert done.exit_code == 0, done.output
        assert done.output.startswith("Written: commitments/hilltown/")
    assert run("check", *ON).exit_code == 0, run("check", *ON).output


def test_a_new_record_never_takes_the_place_of_another(site: Path) -> None:
    before = (site / PLAN / "plan.yml").read_text("utf-8")
    done = run("new", "plan", "riverside/2026", *ON)
    assert done.exit_code == 2
    assert "is there already; nothing was changed." in done.output
    assert (site / PLAN / "plan.yml").read_text("utf-8") == before


def test_a_new_record_is_laid_down_in_the_project_around_us(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / PLAN)
    done = run("new", "commitment", "riverside/2026/open-budget", *ON)
    assert done.output == f"Written: {PLAN}/commitments/open-budget.yml\n"
    assert (site / PLAN / "commitments/open-budget.yml").is_file()


@pytest.mark.parametrize("arguments", [["nonsense", "x"], ["plan"], ["plan", "Not/Fine"]])
def test_a_new_record_that_cannot_be_is_wrong_use(site: Path, arguments: list[str]) -> None:
    assert run("new", *arguments).exit_code == 2


def test_the_schemas_are_written_where_one_says(tmp_path: Path) -> None:
    done = run("schema", str(tmp_path / "a" / "b"))
    written = sorted(path.name for path in (tmp_path / "a" / "b").iterdir())
    assert done.exit_code == 0
    assert f"{len(written)} schemas written" in done.output
    assert "commitment.schema.json" in written


def test_schemas_cannot_be_written_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("schema", str(tmp_path / "file")).exit_code == 2
