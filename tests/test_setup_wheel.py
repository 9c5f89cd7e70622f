"""The wheel alone, in an empty environment, builds a site from records, pages and settings."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ADOPTERS_OWN = ("commitments", "content", "mkdocs.yml")
WHERE = """
import json, openroadmap
from importlib.metadata import entry_points
print(json.dumps({
    "package": openroadmap.__file__,
    "theme": str(openroadmap.theme_dir()),
    "plugin": entry_points(group="mkdocs.plugins")["openroadmap"].value,
}))
"""


def run(*words: str | Path, cwd: Path) -> str:
    """A command that knows nothing of this checkout."""
    hidden = ("PYTHON", "PIP_", "VIRTUAL_ENV", "OPENROADMAP")
    env = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    report = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True)
    assert report.returncode == 0, f"{words}\n{report.stdout}\n{report.stderr}"
    return report.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel, and nothing else of ours.

    To stay offline, the packages that the wheel depends on are lent by the
    environment of the tests. A path lent this way brings its packages but not
    what its own .pth files point to, so the checkout stays out of sight.
    """
    folder = tmp_path_factory.mktemp("adopter")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (wheel,) = folder.glob("openroadmap-*.whl")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
        "--no-index", wheel, cwd=folder)  # fmt: skip
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    lent = sysconfig.get_path("purelib")
    Path(own.strip(), "lent.pth").write_text(lent + "\n", "utf-8")
    return python


def test_the_package_comes_from_the_wheel_and_brings_its_theme(
    python: Path, tmp_path: Path
) -> None:
    found = json.loads(run(python, "-c", WHERE, cwd=tmp_path))
    package = Path(found["package"]).parent
    assert package.is_relative_to(python.parents[1])
    assert Path(found["theme"]) == package / "theme"
    assert found["plugin"] == "openroadmap.mkdocs_plugin:OpenRoadmapPlugin"


def test_the_wheel_holds_every_file_of_the_engine_and_the_theme(
    python: Path, tmp_path: Path
) -> None:
    package = Path(json.loads(run(python, "-c", WHERE, cwd=tmp_path))["package"]).parent
    assert files(ROOT / "theme") <= files(package / "theme")
    assert files(ROOT / "scripts/openroadmap") <= files(package)


def files(folder: Path) -> set[str]:
    """What people wrote: caches of tools start with a dot or with two underlines."""
    found = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    caches = [path for path in found if path.parent.name == "__pycache__" or str(path)[0] == "."]
    return {path.as_posix() for path in found} - {path.as_posix() for path in caches}


def test_a_folder_with_records_pages_and_settings_is_enough(python: Path, tmp_path: Path) -> None:
    for name in ADOPTERS_OWN:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    command = python.with_name("openroadmap.exe" if os.name == "nt" else "openroadmap")
    run(command, "build", "--site-dir", "public", "--as-of", "2026-11-23", cwd=tmp_path)
    site = tmp_path / "public"
    records = sorted(tmp_path.glob("commitments/*/*/commitments/*.yml"))
    named = [record for record in records if "." not in record.stem]
    assert named
    for record in named:
        member, plan, _, stem = record.relative_to(tmp_path / "commitments").with_suffix("").parts
        assert (site / member / plan / stem / "index.html").is_file()
    assert (site / "index.html").is_file()
    assert (site / "404.html").is_file()
    assert {path.name for path in tmp_path.iterdir()} - {".cache"} == {*ADOPTERS_OWN, "public"}
