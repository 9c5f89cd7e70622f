"""The index of the search: what goes into it, when it is made, and what is without Pagefind."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import openroadmap.views
import pytest
from openroadmap.commands.stored import bytes_of
from openroadmap.export.explore import explore_index
from openroadmap.i18n import translator
from openroadmap.mkdocs_plugin import OpenRoadmapPlugin, search, search_pages
from openroadmap.mkdocs_plugin.outlet import Outlet
from openroadmap.mkdocs_plugin.redirect import Redirect
from openroadmap.mkdocs_plugin.search import NoIndexError, make_index
from openroadmap.mkdocs_plugin.search_pages import bare, searched_pages
from openroadmap.mkdocs_plugin.site import Site
from openroadmap.render.page import Page
from openroadmap.views.finding.lookup import EXPLORE_INDEX, GROUP_OF, GROUPS, NOT_SEARCHED
from page_samples import listings
from small_project import write

SETTINGS = """\
site_name: Promises
site_url: https://example.org/plans/
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap:
      search: {}
"""
FILES = {
    "content/index.md": "# Promises\n",
    "commitments/riverside/member.yml": "name: Riverside\nlevel: local\n",
    "commitments/riverside/2024/plan.yml": "title: First plan\nkept_by: others\n",
    "commitments/riverside/2024/commitments/contracts.yml": "title: Publish every contract\n",
}
WITHOUT = """import sys
sys.modules["pagefind_bin"] = None
from openroadmap.cli import main
main()"""


def site_of(title: str = "Publish <every> contract & more") -> Site:
    """A commitment of the sample plans, a page of its own, and a list that is not searched."""
    plan = listings()[0]
    (first, *_) = plan.commitments
    pages = (
        Page(first.address, "commitment", "en", title, "", f"<h1>{title}</h1><p>Roads.</p>"),
        Page("about/", "content", "en", "About", "", "<h1>About</h1><h2 id='who'>Who</h2><p>Us."),
        Page("explore/", "explore", "en", "Explore", "", "<h1>Explore</h1>"),
    )
    index = explore_index(listings(), translator("en"))
    return Site(pages, ((EXPLORE_INDEX, index),), (), ())


def test_every_kind_of_page_is_searched_or_left_out_for_a_reason() -> None:
    room = Path(openroadmap.views.__file__).parent
    texts = "".join(file.read_text("utf-8") for file in room.rglob("*.py"))
    kinds = set(re.findall(r'kind: ClassVar\[str\] = "([\w-]+)"', texts)) | {"content"}
    on_paper = {"document"}
    assert kinds - on_paper == GROUP_OF.keys() | NOT_SEARCHED
    assert not GROUP_OF.keys() & NOT_SEARCHED
    assert set(GROUP_OF.values()) == GROUPS.keys()


def test_a_page_carries_what_results_are_filtered_by_and_show() -> None:
    about, commitment = searched_pages(site_of())
    plan = listings()[0]
    (first, *_) = plan.commitments
    found = re.findall(r'data-v="([^"]*)" data-pagefind-(\w+)="(\w+)', commitment.html)
    marks = {(kind, name): value for value, kind, name in found}
    assert marks["filter", "kind"] == "commitment␟Commitments"
    assert marks["filter", "member"] == f"{plan.member_id}␟{plan.member}"
    assert marks["meta", "place"].endswith(f"{plan.member} · {plan.plan}")
    assert marks["filter", "status"].startswith(f"{first.status}␟")
    assert marks["meta", "code"] == first.status
    assert re.findall(r'data-v="([^"]*)"', about.html) == ["content␟About this site"]
    assert commitment.html.startswith('<html lang="en"><body>')


def test_pagefind_gets_text_headings_and_what_is_left_out_by_name() -> None:
    body = (
        '<nav>Home</nav><article class="or-record"><h1>A &lt;b&gt;</h1>'
        '<svg><title>circle</title></svg><section class="or-section" aria-labelledby="sources">'
        '<h2 id="sources">Sources</h2><a href="https://x.example/">Plan</a></section>'
        "<p data-pagefind-ignore><b>Roads</b></p></article>"
    )
    page = replace(next(searched_pages(site_of())), marks="", body=body)
    assert bare(page) == (
        '<html lang="en"><body><div><h1>A &lt;b&gt;</h1> '
        '<section class="or-section" aria-labelledby="sources"><h2 id="sources">Sources</h2> Plan'
        "</section> <p>Roads</p> </div></body></html>"
    )


def test_promises_weigh_more_than_rules_and_their_numbers_most() -> None:
    body = '<p class="or-eyebrow">Commitment 3 · AUS0006</p>'
    page = replace(next(searched_pages(site_of())), marks="", body=body)
    assert '<p class="or-eyebrow" data-pagefind-weight="7">Commitment 3' in bare(page)
    assert '<body><div data-pagefind-weight="0.2">' in bare(replace(page, weight="0.2"))


def test_what_nobody_looks_for_is_not_in_the_index(tmp_path: Path) -> None:
    said = {"milestones": "rivers", "updates": "bridges", "voices": "lakes"}
    silent = {"standing": "boats", "sources": "ponds", "findings": "wells", "take-part": "tubs"}
    parts = "".join(
        f'<section aria-labelledby="{name}"><h2 id="{name}">{name}</h2><p>{word}</p></section>'
        for name, word in (said | silent).items()
    )
    codes = '<dl><dt>Verifiable</dt><dd>Yes<sup class="or-cite">17</sup></dd></dl>'
    body = f'<h1>Water</h1>{parts}{codes}<table class="or-scale"><tr><td>taps</td></tr></table>'
    site = site_of()
    pages = (replace(site.pages[0], body=body),)
    index = make_index(replace(site, pages=pages), tmp_path)
    (fragment,) = (bytes_of(data) for path, data in index.files if "/fragment/" in path)
    held = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))
    for word in said.values():
        assert word in held["content"]
    assert "Verifiable Yes" in held["content"]
    for word in (*silent.values(), "taps", "17"):
        assert word not in held["content"]
    assert {each["id"] for each in held["anchors"]} == set(said), "results lead to these places"


def test_no_text_of_a_record_can_leave_its_mark() -> None:
    bad = '"><script>alert(1)</script>'
    plans = [replace(each, member=bad, plan=bad) for each in listings()]
    spoilt = replace(site_of(), files=((EXPLORE_INDEX, explore_index(plans, translator("en"))),))
    for page in searched_pages(spoilt):
        assert "<script>" not in page.html


def test_an_index_is_made_once_and_again_only_after_a_change(tmp_path: Path) -> None:
    first = make_index(site_of(), tmp_path)
    names = {path.removeprefix("search/pagefind/") for path, _ in first.files}
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "LICENSE.txt"} <= names
    assert sum(name.startswith("fragment/") for name in names) == first.pages == 2
    assert not any("ui" in name for name in names), "Pagefind's own pages are not ours"
    assert first.seconds is not None
    again = make_index(site_of(), tmp_path)
    assert (again.files, again.seconds) == (first.files, None)
    script = bytes_of(dict(again.files)["search/pagefind/pagefind.js"])
    assert b"createInstance" in script
    changed = make_index(site_of("Publish no contract"), tmp_path)
    assert changed.seconds is not None
    assert changed.files != first.files
    assert [file.name for file in tmp_path.iterdir()] == ["pagefind_bin.part"], "nothing is left"


@pytest.mark.parametrize("lang", ["en", "EN-gb"])
def test_the_page_is_told_which_large_file_a_search_begins_with(tmp_path: Path, lang: str) -> None:
    index = make_index(site_of(), tmp_path)
    page = search.with_first(b'<form data-first="" hidden>', index, lang).decode()
    (told,) = re.findall(r'^<form data-first="([^"]+)" hidden>$', page)
    names = {path.removeprefix("search/pagefind/") for path, _ in index.files}
    assert told == "wasm.en.pagefind"
    assert told in names


def test_in_a_language_without_an_index_of_its_own_the_page_is_told_nothing(
    tmp_path: Path,
) -> None:
    page = b'<form data-first="" hidden>'
    assert search.with_first(page, make_index(site_of(), tmp_path), "fr") == page


def test_an_index_is_made_again_when_other_code_decides_what_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_index(site_of(), tmp_path)
    other = tmp_path / "other.py"
    other.write_text("# it leaves something else out\n", "utf-8")
    monkeypatch.setattr(search_pages, "__file__", str(other))
    assert make_index(site_of(), tmp_path).seconds is not None


def test_a_page_that_pagefind_would_read_as_its_orders_gives_none(tmp_path: Path) -> None:
    """The cleaned bodies of records hold no such attribute; see the corpora of tests/hostile."""
    (about, _) = searched_pages(site_of())
    assert about.html.count("data-pagefind-") == 1


def program(folder: Path, text: str) -> Path:
    file = folder / "pagefind"
    file.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    file.chmod(0o755)
    return file


def test_a_missing_or_failing_program_is_a_reason_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(NoIndexError, match="pagefind_bin is not installed"):
        make_index(site_of(), tmp_path / "cache")
    failing = program(tmp_path, "echo it is broken >&2; exit 3")
    monkeypatch.setitem(
        sys.modules, "pagefind_bin", SimpleNamespace(get_executable=lambda: failing)
    )
    with pytest.raises(NoIndexError, match=r"status 3\. it is broken"):
        make_index(site_of(), tmp_path / "cache")
    program(tmp_path, "exit 0")
    with pytest.raises(NoIndexError, match=r"left a file out: pagefind\.js"):
        make_index(site_of(), tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def built(root: Path, start: list[str], search: str = "true") -> subprocess.CompletedProcess[str]:
    write(root, {**FILES, "mkdocs.yml": SETTINGS.format(search)})
    ran = subprocess.run(
        [*start, "build", "--as-of", "2026-11-23"], cwd=root, capture_output=True, text=True,
        env=os.environ, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran


def test_without_pagefind_the_site_is_published_and_says_so(tmp_path: Path) -> None:
    told = built(tmp_path, [sys.executable, "-c", WITHOUT]).stderr
    assert "The search was left out; everything else is published. Reason: the package" in told
    assert (tmp_path / "site/search/index.html").is_file()
    assert not (tmp_path / "site/search/pagefind").exists()


def test_a_site_can_do_without_a_search(tmp_path: Path) -> None:
    start = [str(Path(sys.executable).with_name("openroadmap"))]
    assert "Search: " in built(tmp_path, start).stderr
    assert (tmp_path / "site/search/pagefind/pagefind.js").is_file()
    assert "Search" not in built(tmp_path, start, "false").stderr
    assert not (tmp_path / "site/search").exists()
    assert "or-search-link" not in (tmp_path / "site/index.html").read_text("utf-8")


def test_no_index_is_made_while_serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Site] = []
    monkeypatch.setattr(search, "make_index", lambda site, cache: made.append(site))
    plugin = OpenRoadmapPlugin()
    plugin.serving = True
    plugin.site = replace(site_of(), pages=(Page("search/", "search", "en", "", "", ""),))
    plugin.redirect = Redirect(Outlet(tmp_path, None))
    plugin.on_post_build(config=SimpleNamespace(theme={"language": "en"}))
    assert made == []
