"""Files at fixed addresses: valid, split where they grow too long, and never made up."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from openroadmap.mkdocs_plugin import well_known
from openroadmap.mkdocs_plugin.summary import no_contact
from openroadmap.mkdocs_plugin.well_known import contact_of, robots, security, sitemaps
from openroadmap.read.settings import check_settings
from openroadmap.views.forge import Forge

DAY = date(2026, 11, 23)
SITE = "https://open.example/plans/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SETTINGS = "site_name: A\ndocs_dir: content\ntheme:\n  name: material\nplugins:\n"


def made(count: int, url: str = SITE) -> dict[str, bytes]:
    pages = [SimpleNamespace(canonical_url=f"{url}{n}&/") for n in range(count)]
    return dict(sitemaps(pages, url))


def places(text: bytes) -> list[str]:
    tree = ElementTree.fromstring(text)  # noqa: S314, our own file
    return [str(each.text) for each in tree.iter(f"{SPACE}loc")]


def test_a_sitemap_names_every_page_and_no_day_that_nobody_knows() -> None:
    files = made(3)
    assert places(files["sitemap.xml"]) == [f"{SITE}{n}&/" for n in range(3)]
    assert b"lastmod" not in files["sitemap.xml"]
    assert gzip.decompress(files["sitemap.xml.gz"]) == files["sitemap.xml"]
    assert made(3) == files


def test_too_many_pages_for_one_file_go_into_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(well_known, "MOST", 2)
    files = made(5)
    parts = [name.removeprefix(SITE) for name in places(files["sitemap.xml"])]
    assert parts == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [place for part in parts for place in places(files[part])] == [
        f"{SITE}{n}&/" for n in range(5)
    ]


def test_a_site_of_unknown_address_has_no_sitemap() -> None:
    """A list without an address is not valid."""
    assert dict(sitemaps([SimpleNamespace(canonical_url=None)], "")) == {}


def test_programs_are_told_where_the_sitemap_is() -> None:
    text = dict(robots("https://open.example/"))["robots.txt"]
    assert b"Sitemap: https://open.example/sitemap.xml\n" in text
    assert dict(robots(SITE)) == {}, "no program looks for it below a path"
    assert dict(robots("")) == {}


def test_security_txt_says_what_the_standard_asks_for() -> None:
    ((path, text),) = security("https://open.example/security", SITE, "fr", DAY)
    assert path == ".well-known/security.txt"
    fields = dict(line.split(": ", 1) for line in text.decode().splitlines())
    assert fields.keys() == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
    assert fields["Canonical"] == f"{SITE}{path}"
    assert fields["Preferred-Languages"] == "fr, en"
    ends = datetime.fromisoformat(fields["Expires"])
    assert 30 < (ends - datetime(2026, 11, 23, tzinfo=UTC)).days < 365


def test_nobody_is_named_who_was_not_named() -> None:
    assert list(security("", SITE, "en", DAY)) == []
    assert "security_contact" in no_contact("", "en")
    assert no_contact("mailto:a@b.example", "en") == ""
    assert contact_of("", None) == contact_of("", Forge("forgejo", "https://git.example/o/r")) == ""


@pytest.mark.parametrize(
    ("asked", "contact"),
    [
        ("safety@city.example", "mailto:safety@city.example"),
        ("https://city.example/safety", "https://city.example/safety"),
        ("", "https://github.com/o/r/security"),
    ],
)
def test_the_contact_is_the_settings_or_the_forges_own_page(asked: str, contact: str) -> None:
    assert contact_of(asked, Forge("github", "https://github.com/o/r")) == contact


@pytest.mark.parametrize(
    ("contact", "fits"),
    [
        ("safety@city.example", True),
        ("https://city.example/safety", True),
        ("http://city.example/safety", False),
        ("somebody", False),
        ("javascript:alert(1)", False),
        ('"a@b.example\\nContact: c"', False),
        ("[a, b]", False),
    ],
)
def test_a_contact_is_an_address(contact: str, fits: bool) -> None:
    text = f"{SETTINGS}  - openroadmap:\n      security_contact: {contact}\n"
    assert (check_settings(text.encode()) == ()) is fits
