"""Every link of the site arrives: files, fragments, the sitemap; and none leads astray."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from site_build import Built, invented

PIONEERS = ("austin", "elgeyo-marakwet", "jalisco", "ontario", "sekondi-takoradi")
LOCAL = re.compile(r"\bfile:/|localhost|127\.0\.0\.1|/home/|/tmp/|/work/|\b[A-Z]:[\\/]", re.I)


def lychee(site: Built) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lychee")
    words = ["--offline", "--include-fragments", "--no-progress", "--index-files", "index.html"]
    return subprocess.run(
        [program, *words, "--root-dir", site.host, f"{site.folder}/**/*.html"],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")


def links(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    return reader.links


def public(site: Built) -> dict[str, str]:
    """The pages that have an address, by that address."""
    pages = site.pages()
    return {
        site.url + path.removesuffix("index.html"): html
        for path, html in pages.items()
        if path != "404.html"
    }


@pytest.mark.parametrize("name", ["demo", "rivermouth", "remembered"])
def test_every_link_and_fragment_arrives(name: str, sites: Mapping[str, Built]) -> None:
    report = lychee(sites[name])
    assert report.returncode == 0, report.stdout + report.stderr
    total = re.search(r"🔍 (\d+) Total", report.stdout)
    assert total, report.stdout
    assert int(total[1]) > 100


def test_a_link_and_a_fragment_that_lead_nowhere_are_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "index.html").write_text('<a href="gone/">x</a><a href="#gone">y</a>', "utf-8")
    report = lychee(Built(folder, tmp_path, "https://example.org/s/"))
    assert report.returncode != 0
    assert "2 Errors" in report.stdout, report.stdout


def test_the_sitemap_lists_the_public_pages_and_nothing_else(demo: Built) -> None:
    tree = ElementTree.parse(demo.folder / "sitemap.xml")  # noqa: S314, our own file
    listed = [each.text for each in tree.iter() if each.tag.endswith("}loc")]
    assert sorted(filter(None, listed)) == sorted(public(demo))


def test_every_page_says_where_it_lives(demo: Built) -> None:
    for address, html in public(demo).items():
        assert f'<link rel="canonical" href="{address}">' in html


def test_every_page_can_be_reached_from_the_home_page(root: Path, demo: Built) -> None:
    pages = public(demo)
    reached, ahead = set(), [demo.url]
    while ahead:
        address = ahead.pop()
        if address in pages and address not in reached:
            reached.add(address)
            ahead += [urldefrag(urljoin(address, link)).url for link in links(pages[address])]
    assert sorted(pages.keys() - reached) == []
    folder = root / "commitments"
    plans = [file.parent.relative_to(folder).as_posix() for file in folder.glob("*/*/plan.yml")]
    promises = [
        f"{file.parent.parent.relative_to(folder).as_posix()}/{file.stem}"
        for file in folder.glob("*/*/commitments/*.yml")
        if "." not in file.stem  # a translation has no page of its own
    ]
    assert (len(plans) > 10, len(promises) > 40) == (True, True)
    assert {f"{demo.url}{each}/" for each in (*PIONEERS, *plans, *promises)} <= reached


def test_no_page_holds_an_address_of_somebodys_machine(demo: Built) -> None:
    for path, html in demo.pages().items():
        assert [link for link in links(html) if LOCAL.search(link)] == [], path
        if not path.startswith("rules/"):  # rules show such addresses as wrong examples
            assert LOCAL.search(html) is None, path


def test_placeholder_addresses_stand_only_for_the_site_and_its_files(
    root: Path, demo: Built
) -> None:
    settings = (root / "mkdocs.yml").read_text("utf-8")
    ours = re.findall(r"^(?:site_url|repo_url): (\S+)$", settings, re.M)
    assert ours
    examples = tuple(f"{demo.url}{member}/" for member in invented(root))
    for address, html in public(demo).items():
        if address.startswith(examples):
            continue
        strange = [
            link
            for link in links(html)
            if (urlsplit(link).hostname or "").endswith((".example", "example.org", "example.com"))
            and not link.startswith(tuple(ours))
        ]
        assert strange == [], address
