"""What other sites and search engines read of our pages: escaped, whole, and of one mind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from linked_block import data_of, things
from site_build import Built, invented

NEEDED = {"og:type", "og:site_name", "og:title", "og:url", "og:image"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page says in its head, and the styles and handlers that stand in it."""

    title: str
    metas: dict[str, str]
    inline: list[str]


@pytest.fixture(scope="module")
def seen(demo: Built) -> dict[str, Seen]:
    """Every page by its path, parsed once."""
    return {path: see(html) for path, html in demo.pages().items()}


def see(html: str) -> Seen:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    said = {each.get("property"): each.get("content", "") for each in tree.iter("meta")}
    return Seen(
        title=tree.findtext("head/title"),
        metas={name: text for name, text in said.items() if name},
        inline=[name for each in tree.iter() for name in inline(each)],
    )


def inline(element: Element) -> Iterator[str]:
    if element.tag == "style":
        yield "<style>"
    yield from (name for name in element.attrib if name == "style" or name[:2] == "on")


def test_every_page_says_how_it_is_shown_elsewhere(demo: Built, seen: dict[str, Seen]) -> None:
    for path, page in seen.items():
        if path == "404.html":
            continue
        said = page.metas
        assert said.keys() >= NEEDED, path
        assert said["og:url"] == demo.url + path.removesuffix("index.html")
        assert said["og:title"]


def test_no_two_pages_have_one_description(seen: dict[str, Seen]) -> None:
    """"First action plan, 2017" are four, of four members."""
    said = [page.metas.get("og:description") for page in seen.values()]
    assert len(said) > 100
    assert [each for each in set(said) if said.count(each) > 1] == []


def test_no_two_pages_have_one_title(seen: dict[str, Seen]) -> None:
    """In a browser's tabs, in a search and in a message nothing else tells pages apart."""
    found: dict[str, list[str]] = {}
    for path, page in seen.items():
        found.setdefault(page.title, []).append(path)
        if path not in ("404.html", "index.html"):
            assert page.title.startswith(page.metas["og:title"])
    assert {title: paths for title, paths in found.items() if len(paths) > 1} == {}
    plan = "Example: second open government action plan of Brackenmouth, 2025–2027"
    assert f"Progress: {plan}, Brackenmouth (example) – OpenRoadmap" in found
    assert "Progress: First action plan, 2017, Ontario – OpenRoadmap" in found


def test_the_picture_is_there(demo: Built, seen: dict[str, Seen]) -> None:
    address = seen["index.html"].metas["og:image"].removeprefix(demo.url)
    assert (demo.folder / address).read_bytes().startswith(b"\x89PNG")


def test_every_page_holds_one_block_of_data_and_no_other_script_of_its_own(
    demo: Built, seen: dict[str, Seen], root: Path
) -> None:
    """Pages that an editor wrote whole and the error page have none, and nothing else inline."""
    without = set()
    for path, html in demo.pages().items():
        if not data_of(html):
            without.add(path)
        assert seen[path].inline == [], path
    written = {file.stem for file in (root / "content").glob("*.md")} - {"index", "data"}
    assert without == {"404.html", *(f"{name}/index.html" for name in written)}


def test_the_way_back_is_told_to_search_engines(demo: Built) -> None:
    html = demo.pages()["ontario/2017/open-data-charter/index.html"]
    (way,) = things(html, "BreadcrumbList")
    steps = [(each["position"], each["name"]) for each in way["itemListElement"]]
    assert steps[:3] == [(1, "Home"), (2, "Ontario"), (3, "First action plan, 2017")]
    assert len(steps) == 4
    for each in way["itemListElement"]:
        assert (demo.folder / each["item"].removeprefix(demo.url) / "index.html").is_file()
    (said,) = things(html, "CreativeWork")
    assert said["isPartOf"]["@id"] == f"{demo.url}ontario/2017/"


def test_the_data_are_told_to_search_engines_with_every_file(demo: Built) -> None:
    (said,) = things(demo.pages()["data/index.html"], "Dataset")
    assert said["distribution"]
    for each in said["distribution"]:
        assert (demo.folder / each["contentUrl"].removeprefix(demo.url)).is_file()


def test_invented_plans_are_not_told_to_search_engines(demo: Built, root: Path) -> None:
    names = invented(root)
    assert names
    for path, html in demo.pages().items():
        if path.partition("/")[0] in names:
            assert {each["@type"] for each in things(html)} <= {"BreadcrumbList"}, path


def test_pages_lead_to_their_json(demo: Built) -> None:
    pages = demo.pages()
    for path in ("ontario/2017/index.html", "ontario/2017/open-data-charter/index.html"):
        assert 'type="application/json" href="index.json"' in pages[path]
        assert (demo.folder / path).with_name("index.json").is_file()
