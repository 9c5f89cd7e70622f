"""The set-up: does nothing when nothing changed, starts afresh when it must, and says why not."""

from __future__ import annotations

import ast
import subprocess
import sys
import venv
from pathlib import Path

import _setup
import pytest

ROOT = Path(__file__).resolve().parents[1]
ENTRY_SCRIPTS = ("build", "serve", "check", "test")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose set-up makes a real environment, but installs nothing."""
    move_to(tmp_path / "project", monkeypatch)
    monkeypatch.setattr(_setup, "install", lambda level: None)
    monkeypatch.setattr(venv, "create", create_quickly)
    for name in ("pyproject.toml", *_setup.LOCKS.values()):
        (tmp_path / "project" / name).write_text("one\n")
    return tmp_path / "project"


def create_quickly(folder: str, with_pip: bool, symlinks: bool) -> None:
    """An environment in a moment: real, but for pip, which is an empty module."""
    venv.EnvBuilder(symlinks=symlinks).create(folder)
    packages = next(Path(folder).glob("[Ll]ib/**/site-packages"))
    (packages / "pip.py").touch()


def move_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir(exist_ok=True)
    monkeypatch.setattr(_setup, "ROOT", str(folder))


def make_mark(project: Path) -> Path:
    """A file inside the environment: it is gone once the environment was made anew."""
    mark = project / ".venv" / "mark"
    mark.touch()
    return mark


def test_a_finished_set_up_is_not_repeated(project: Path) -> None:
    assert not _setup.ready("site")
    _setup.set_up("site")
    assert _setup.ready("site")
    assert not _setup.ready("test")


def test_whoever_can_test_can_build(project: Path) -> None:
    _setup.set_up("test")
    assert _setup.ready("site")


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.txt"])
def test_a_changed_file_asks_for_a_new_set_up_in_the_same_place(project: Path, name: str) -> None:
    _setup.set_up("site")
    mark = make_mark(project)
    (project / name).write_text("two\n")
    assert not _setup.ready("site")
    _setup.set_up("site")
    assert _setup.ready("site")
    assert mark.exists()


def test_a_set_up_that_was_cut_short_starts_afresh(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cut(level: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(SystemExit) as ended:
        patched.setattr(_setup, "install", cut)
        _setup.make_ready("site")
    assert ended.value.code == 130
    assert "starts it afresh" in capsys.readouterr().err
    mark = make_mark(project)
    assert not _setup.ready("site")
    _setup.make_ready("site")
    assert _setup.ready("site")
    assert not mark.exists()


def test_an_environment_that_moved_is_made_anew(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _setup.set_up("site")
    elsewhere = project.rename(project.with_name("elsewhere"))
    mark = make_mark(elsewhere)
    move_to(elsewhere, monkeypatch)
    assert not _setup.ready("site")
    _setup.set_up("site")
    assert not mark.exists()


def test_an_environment_whose_python_has_gone_is_made_anew(project: Path) -> None:
    _setup.set_up("site")
    mark = make_mark(project)
    Path(_setup.tool("python")).unlink()
    assert not _setup.ready("site")
    _setup.set_up("site")
    assert not mark.exists()


def test_an_environment_made_by_hand_is_built_upon(project: Path) -> None:
    _setup.make_venv()
    (project / ".venv" / "unfinished").unlink()
    mark = make_mark(project)
    _setup.set_up("site")
    assert mark.exists()


def test_packages_are_checked_against_their_hashes_and_run_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    calls: list[list[str]] = []
    monkeypatch.setattr(_setup, "call", calls.append)
    _setup.install("site")
    locked, itself = calls
    assert "--require-hashes" in locked
    assert locked[locked.index("--only-binary") + 1] == ":all:"
    assert {"--no-index", "--no-deps", "--no-build-isolation"} <= set(itself)


def test_a_failed_installation_is_explained(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        _setup.call([sys.executable, "-c", "raise SystemExit(3)"])
    assert ended.value.code == 1
    assert "Run this command again" in capfd.readouterr().err


def test_a_python_that_is_too_old_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(_setup, "newer_python", lambda: None)
    with pytest.raises(SystemExit) as ended:
        _setup.require_python()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "needs Python 3.11 or newer; this is Python 3.9" in said
    assert "apt install python3" in said


def test_a_newer_python_on_the_path_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []

    def become(words: list[str]) -> None:
        became.append(words)
        raise SystemExit(0)

    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(sys, "argv", ["scripts/build", "--help"])
    monkeypatch.setattr(_setup, "newer_python", lambda: "/usr/bin/python3.13")
    monkeypatch.setattr(_setup, "become", become)
    with pytest.raises(SystemExit):
        _setup.require_python()
    assert became == [["/usr/bin/python3.13", "scripts/build", "--help"]]


def test_a_python_without_environments_is_told_which_package_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit) as ended:
        _setup.require_venv_module()
    assert ended.value.code == 2
    assert "apt install python3-venv" in capsys.readouterr().err


@pytest.mark.parametrize("name", [*ENTRY_SCRIPTS, "_setup.py"])
def test_what_runs_first_is_understood_by_an_old_python(name: str) -> None:
    ast.parse((ROOT / "scripts" / name).read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("name", ENTRY_SCRIPTS)
def test_an_entry_script_hands_its_options_on_from_any_folder(
    name: str, project: Path, tmp_path: Path
) -> None:
    """The real script, in a project whose tools only tell how they were called."""
    _setup.set_up("test")
    for tool in ("openroadmap", "pytest"):
        stub = Path(_setup.tool(tool))
        stub.write_text('#!/bin/sh\npwd\necho "$(basename "$0")" "$@"\n')
        stub.chmod(0o755)
    scripts = project / "scripts"
    scripts.mkdir()
    for copied in ("_setup.py", name):
        (scripts / copied).write_bytes((ROOT / "scripts" / copied).read_bytes())
    words = [sys.executable, str(scripts / name), "--help", "a b"]
    report = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)
    place, called = report.stdout.splitlines()
    assert Path(place).resolve() == project.resolve(), report.stderr
    wanted = "pytest --help a b" if name == "test" else f"openroadmap {name} --help a b"
    assert called == wanted
    assert report.stderr == ""


@pytest.mark.parametrize("name", [*ENTRY_SCRIPTS, "lock"])
def test_an_entry_script_can_be_run_by_its_name(name: str) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--stage", f"scripts/{name}"], cwd=ROOT, capture_output=True, text=True
    )
    assert listed.stdout.startswith("100755 "), listed.stdout
