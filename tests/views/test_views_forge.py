"""Links into the forge: right for each kind, safe for any text, never too long."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.views.forge import LONGEST, Forge, forge_for

REPO = "https://forge.example/o/r"
FILE = "commitments/m/p/commitments/one.yml"


def forge(kind: str, branch: str = "main") -> Forge:
    return Forge(kind, REPO, branch)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("github", f"{REPO}/edit/main/{FILE}"),
        ("gitlab", f"{REPO}/-/edit/main/{FILE}"),
        ("forgejo", f"{REPO}/_edit/main/{FILE}"),
    ],
)
def test_the_editor_opens_at_the_file(kind: str, expected: str) -> None:
    assert forge(kind).edit_url(FILE) == expected


@pytest.mark.parametrize(
    ("kind", "page", "title", "body"),
    [
        ("github", "/o/r/issues/new", "title", "body"),
        ("gitlab", "/o/r/-/issues/new", "issue[title]", "issue[description]"),
        ("forgejo", "/o/r/issues/new", "title", "body"),
    ],
)
def test_a_new_issue_is_filled_in(kind: str, page: str, title: str, body: str) -> None:
    url = urlsplit(forge(kind).issue_url("Fix & mend", "Line 1\nLine 2 = 100 %"))
    assert url.path == page
    assert parse_qs(url.query) == {title: ["Fix & mend"], body: ["Line 1\nLine 2 = 100 %"]}


@pytest.mark.parametrize("kind", ["github", "gitlab", "forgejo"])
@given(title=st.text(max_size=300), body=st.text(max_size=12_000))
def test_whatever_is_typed_stays_one_value_of_one_short_address(
    kind: str, title: str, body: str
) -> None:
    url = forge(kind).issue_url(title, body)
    assert len(url.encode()) <= LONGEST
    assert url.isascii()
    assert not set(url) & set(" \"'<>\\\n\t`")
    assert urlsplit(url).netloc == "forge.example"
    assert len(parse_qs(urlsplit(url).query, keep_blank_values=True)) <= 2


def test_a_long_text_is_left_out_before_the_title_is() -> None:
    url = forge("github").issue_url("Short", "é" * 2_000)
    assert url == f"{REPO}/issues/new?title=Short"
    assert forge("github").issue_url("é" * 2_000, "x") == f"{REPO}/issues/new"


@pytest.mark.parametrize("kind", ["github", "gitlab", "forgejo"])
@pytest.mark.parametrize(
    "path",
    ["../../settings/x.yml", "./a/../../x.yml", "//evil.example/x", 'a"onclick="x.yml', "a?b#c"],
)
def test_a_hostile_path_stays_below_the_branch(kind: str, path: str) -> None:
    url = forge(kind).edit_url(path)
    parts = urlsplit(url)
    assert parts.netloc == "forge.example"
    assert not parts.query
    assert not parts.fragment
    assert ".." not in unquote(parts.path).split("/")
    assert '"' not in url


def test_a_branch_with_a_slash_or_worse_is_encoded() -> None:
    assert forge("github", "release/2 ?").edit_url("a.yml").endswith("/edit/release/2%20%3F/a.yml")


def test_a_path_too_long_for_an_address_has_no_link() -> None:
    assert forge("github").edit_url("a/" * LONGEST) == ""


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/o/r", "github"),
        ("https://gitlab.example.gov/group/sub/r", "gitlab"),
        ("https://codeberg.org/o/r", "forgejo"),
        ("https://framagit.org/o/r", "gitlab"),
        ("https://git.example.gov/o/r", "forgejo"),
    ],
)
def test_the_kind_is_guessed_from_the_host(url: str, kind: str) -> None:
    found = forge_for(url)
    assert found is not None
    assert found.kind == kind


def test_a_kind_that_is_set_is_not_guessed() -> None:
    found = forge_for("https://git.example.gov/o/r", "trunk", "gitlab")
    assert found == Forge("gitlab", "https://git.example.gov/o/r", "trunk")


@pytest.mark.parametrize("ending", ["", "/", ".git", ".git/"])
def test_the_ways_to_write_a_repository_are_one(ending: str) -> None:
    found = forge_for(f"https://github.com/o/r{ending}")
    assert found is not None
    assert found.repo == "https://github.com/o/r"


@pytest.mark.parametrize(
    "url",
    [None, "", "github.com/o/r", "javascript:alert(1)", "https://github.com", "https://u:p@h.org/o/r"],
)
def test_without_a_usable_repository_there_is_no_forge(url: str | None) -> None:
    assert forge_for(url) is None
