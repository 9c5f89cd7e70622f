"""The same records give the same bytes, wherever, whenever and by whomever they are built."""

from __future__ import annotations

import re
from pathlib import Path

from site_build import Built, build, copy_project

EPOCH = "1795392000"
SHUFFLED = re.compile(
    r"search/pagefind/(?:filter/\w+\.pf_filter|pagefind\.\w+\.pf_meta|pagefind-entry\.json)"
)
"""Pagefind writes the values of a filter in another order each time, and so names these anew."""


def tree(folder: Path) -> dict[str, bytes]:
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*")}
    return {
        path: file.read_bytes()
        for path, file in files.items()
        if file.is_file() and not SHUFFLED.fullmatch(path)
    }


def differences(one: Path, other: Path) -> list[str]:
    first, second = tree(one), tree(other)
    return sorted(
        path for path in first.keys() | second.keys() if first.get(path) != second.get(path)
    )


def test_builds_elsewhere_at_other_times_and_in_other_tongues_are_identical(
    root: Path, demo: Built, tmp_path: Path
) -> None:
    here = copy_project(root, tmp_path / "a")
    there = copy_project(root, tmp_path / "a much longer name" / "with spaces" / "b")
    build(
        here, tmp_path / "one",
        TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1", SOURCE_DATE_EPOCH=EPOCH,
    )  # fmt: skip
    build(
        there, tmp_path / "two",
        TZ="America/Los_Angeles", LC_ALL="de_DE.UTF-8", LANG="de_DE.UTF-8", PYTHONHASHSEED="77",
        SOURCE_DATE_EPOCH=EPOCH, PYTHONUTF8="1", COLUMNS="40",
    )  # fmt: skip
    assert len(tree(tmp_path / "one")) > 60
    assert differences(tmp_path / "one", tmp_path / "two") == []
    assert differences(tmp_path / "one", demo.folder) == [], "without SOURCE_DATE_EPOCH"


def test_builds_from_the_cache_and_over_an_older_site_are_identical(
    root: Path, demo: Built, tmp_path: Path
) -> None:
    project = copy_project(root, tmp_path / "project")
    for _ in ("cold", "warm", "in place"):
        build(project, tmp_path / "site")
    build(project, tmp_path / "again")
    assert (project / ".cache").is_dir()
    assert differences(tmp_path / "site", demo.folder) == []
    assert differences(tmp_path / "again", demo.folder) == []


def test_a_file_that_differs_is_noticed(demo: Built, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes((demo.folder / "index.html").read_bytes() + b" ")
    found = differences(demo.folder, tmp_path)
    assert {"index.html", "404.html"} <= set(found)
