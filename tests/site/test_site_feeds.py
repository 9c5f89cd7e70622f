"""Every feed of the site is found from its page, can be read, and leads to what is there."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import feedparser
import pytest
from site_build import Built, invented

KINDS = {"application/atom+xml": ".xml", "application/feed+json": ".json"}


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.feeds: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "link" and said.get("rel") == "alternate" and said.get("type") in KINDS:
            self.feeds[said["type"] or ""] = said["href"] or ""


def feeds_of(html: str) -> dict[str, str]:
    head = _Head()
    head.feed(html)
    return head.feeds


@pytest.mark.parametrize("name", ["demo", "rivermouth", "remembered"])
def test_every_feed_is_well_formed_and_both_forms_say_the_same(
    name: str, sites: dict[str, Built]
) -> None:
    site = sites[name]
    feeds = sorted(site.folder.rglob("*.xml"))
    feeds = [each for each in feeds if "sitemap" not in each.name]
    assert len(feeds) > 4
    seen: set[str] = set()
    for file in feeds:
        parsed = feedparser.parse(file.read_bytes())
        assert not parsed.bozo, file
        assert parsed.version == "atom10"
        assert parsed.feed.id not in seen
        seen.add(parsed.feed.id)
        as_json = json.loads(file.with_suffix(".json").read_text("utf-8"))
        assert [each["id"] for each in as_json["items"]] == [each.id for each in parsed.entries]
        assert as_json["feed_url"] == site.url + file.relative_to(site.folder).as_posix().replace(
            ".xml", ".json"
        )


def test_the_feed_of_all_plans_says_in_each_title_whose_it_is(demo: Built) -> None:
    shared = [demo.folder / "feed.json", *(demo.folder / "feeds").rglob("*.json")]
    items = [each for file in shared for each in json.loads(file.read_text("utf-8"))["items"]]
    assert len(items) > 30
    for item in items:
        member, _, plan = item["content_text"].partition(" · ")[0].partition(", ")
        assert f" · {member}" in item["title"]
        assert plan in item["title"]
    begun = [each["title"] for each in items if "The record of this plan begins" in each["title"]]
    assert len(set(begun)) == len({each["id"] for each in items if each["title"] in begun})


@pytest.mark.parametrize("name", ["demo", "rivermouth", "remembered"])
def test_every_entry_leads_to_its_anchor(name: str, sites: dict[str, Built]) -> None:
    site = sites[name]
    pages = site.pages()
    count = 0
    for file in site.folder.rglob("feed.json"):
        for item in json.loads(file.read_text("utf-8"))["items"]:
            address, anchor = urldefrag(item["url"])
            html = pages[address.removeprefix(site.url) + "index.html"]
            assert f' id="{anchor}"' in html, item["url"]
            count += 1
    assert count > 10


def test_plans_commitments_and_changes_name_their_feed_and_it_is_there(demo: Built) -> None:
    found: dict[str, int] = {}
    for path, html in demo.pages().items():
        kind = re.search(r"or-page--([a-z-]+)", html)
        for type_, href in feeds_of(html).items():
            file = urljoin(demo.url + path, href).removeprefix(demo.url)
            assert (demo.folder / file).is_file(), (path, href)
            assert file.endswith(KINDS[type_])
            found[kind[1]] = found.get(kind[1], 0) + 1
    assert {"home", "plan", "commitment", "changes", "changes-year", "feeds"} <= set(found)


def test_a_commitment_can_be_followed_before_there_is_any_news_of_it(demo: Built) -> None:
    page = demo.folder / "elgeyo-marakwet/2025-2027"
    feeds = [json.loads(each.read_text("utf-8")) for each in page.glob("*/feed.json")]
    assert feeds
    assert all(each["items"] == [] for each in feeds)


def test_the_example_has_its_own_feed_and_stays_out_of_the_others(
    demo: Built, root: Path
) -> None:
    (example,) = invented(root)
    own = (demo.folder / example / "2025-2027/feed.xml").read_text("utf-8")
    assert "<entry>" in own
    shared = [demo.folder / "feed.xml", *(demo.folder / "feeds").rglob("*.xml")]
    assert len(shared) > 10
    assert [each for each in shared if example in each.read_text("utf-8")] == []
