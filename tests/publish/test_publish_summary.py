"""The last words of a build: how it went, where the site is, and what is still to be set."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from openroadmap.findings import Finding, Level, Place
from openroadmap.mkdocs_plugin.site import Site
from openroadmap.mkdocs_plugin.summary import MOST, errors_in_lines, still_to_set, written


def site(errors: int = 0, warnings: int = 0) -> Site:
    levels = [Level.ERROR] * errors + [Level.WARNING] * warnings + [Level.NOTE]
    found = [
        Finding("Y02", level, Place("a.yml", line, 1), (), "other", {"text": "x"})
        for line, level in enumerate(levels, 1)
    ]
    return Site((), (), (), tuple(found))


def settings(site_url: str, repo_url: str) -> Any:
    return SimpleNamespace(site_url=site_url, repo_url=repo_url, theme={"language": "en"})


def test_the_last_line_says_where_the_site_is_and_how_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    line = written(site(0, 2), tmp_path / "site", "en")
    assert line == "Site written to site/: 0 errors, 2 warnings. Open site/index.html."


def test_a_site_built_elsewhere_is_named_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    assert f"{tmp_path.as_posix()}/site/index.html" in written(site(), tmp_path / "site", "en")


def test_addresses_of_the_example_are_named_in_one_line() -> None:
    both = still_to_set(settings("https://example.org/a/", "https://code.example.org/b"))
    assert both == (
        "site_url, repo_url in mkdocs.yml are still addresses of example.org: "
        "set both before you publish."
    )
    one = still_to_set(settings("https://plans.example/", "https://example.org/b"))
    assert one == (
        "repo_url in mkdocs.yml is still an address of example.org: set it before you publish."
    )
    assert still_to_set(settings("https://plans.gov/", "https://myexample.org/b")) == ""


def test_that_no_address_is_set_is_said_with_what_lacks_without_it() -> None:
    line = still_to_set(settings("", "https://code.gov/plans"))
    assert line.startswith("site_url is not set in mkdocs.yml.")
    assert "feeds and calendars" in line


def test_each_error_has_a_line_until_they_are_many() -> None:
    assert len(list(errors_in_lines(site(MOST, 3).errors, "en"))) == MOST
    lines = list(errors_in_lines(site(MOST + 2).errors, "en"))
    assert lines[0].startswith("a.yml:1:1: Y02 ")
    assert lines[MOST:] == ["2 more are listed by: openroadmap check"]
