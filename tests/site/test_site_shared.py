"""What other sites and search engines read of our pages: escaped, whole, and of one mind."""

from __future__ import annotations

from html import unescape

import html5lib
import pytest
from site_build import Built

NEEDED = {"og:type", "og:site_name", "og:title", "og:url", "og:image"}


def metas(html: str) -> dict[str, str]:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return {
        each.get("property"): each.get("content", "")
        for each in tree.iter("meta")
        if each.get("property")
    }


def test_every_page_says_how_it_is_shown_elsewhere(demo: Built) -> None:
    for path, html in demo.pages().items():
        if path == "404.html":
            continue
        said = metas(html)
        assert said.keys() >= NEEDED, path
        assert said["og:url"] == demo.url + path.removesuffix("index.html")
        assert said["og:title"]


def test_the_picture_is_there(demo: Built) -> None:
    address = metas(demo.pages()["index.html"])["og:image"].removeprefix(demo.url)
    assert (demo.folder / address).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("path", ["ontario/2017/open-data-charter/index.html"])
def test_the_way_back_is_told_to_search_engines(demo: Built, path: str) -> None:
    tree = html5lib.parse(demo.pages()[path], namespaceHTMLElements=False)
    (way,) = [each for each in tree.iter("ol") if "BreadcrumbList" in each.get("itemtype", "")]
    names = [each.text for each in way.iter("span") if each.get("itemprop") == "name"]
    places = [each.get("content") for each in way.iter("meta")]
    assert names == ["Home", "Ontario", "First action plan, 2017"]
    assert places == ["1", "2", "3"]
    items = {each.get("itemtype") for each in tree.iter() if each.get("itemtype")}
    assert "https://schema.org/CreativeWork" in items


def test_the_data_are_told_to_search_engines_with_every_file(demo: Built) -> None:
    tree = html5lib.parse(demo.pages()["data/index.html"], namespaceHTMLElements=False)
    (found,) = [each for each in tree.iter("div") if "Dataset" in each.get("itemtype", "")]
    properties = {each.get("itemprop") for each in found.iter()}
    assert {"name", "description", "license", "distribution", "contentUrl"} <= properties
    for each in found.iter("a"):
        if each.get("itemprop") == "contentUrl":
            assert (demo.folder / "data" / unescape(each.get("href"))).is_file()


def test_pages_lead_to_their_json(demo: Built) -> None:
    pages = demo.pages()
    for path in ("ontario/2017/index.html", "ontario/2017/open-data-charter/index.html"):
        assert 'type="application/json" href="index.json"' in pages[path]
        assert (demo.folder / path).with_name("index.json").is_file()
