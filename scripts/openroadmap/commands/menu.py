"""The menu: what `nav` says in `mkdocs.yml` comes in, a row of links goes out.

A menu names a few pages and section indexes. It stands on every page, so one
that listed every commitment would make each page grow with the site. Its first
level stands at the head of each page, its sections at the foot.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from openroadmap.findings import Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.read.settings import FILE
from openroadmap.render.page import Page

MOST = 20
OF_ALL_PLANS = ("explore/", "progress/", "changes/", "standards/")
"""Pages that a reader comes for first, in the order of a menu that nobody wrote."""

DETAIL_KINDS = frozenset({"commitment", "rule", "standards-rule", "unreadable"})
"""Kinds of page of which a site has very many; their index belongs in the menu instead."""


@immutable
class MenuItem:
    """A link of the menu; ``title`` is "" until the page it leads to is known.

    ``section`` is the heading it stands under at the foot, "" for one of the head.
    """

    title: str
    address: str
    section: str = ""


@immutable
class MenuSection:
    """The links of one section, under its heading."""

    heading: str
    items: tuple[MenuItem, ...]


def read_nav(nav: Any) -> tuple[MenuItem, ...]:
    """The links of `nav`, each with its section; anything that is no link is left out."""
    return tuple(_items(nav))


def sections_of(items: Iterable[MenuItem]) -> tuple[MenuSection, ...]:
    """What stands at the foot of each page, in the order of `nav`."""
    found: dict[str, list[MenuItem]] = {}
    for item in items:
        if item.section:
            found.setdefault(item.section, []).append(item)
    return tuple(MenuSection(heading, tuple(links)) for heading, links in found.items())


def default_menu(own: Iterable[Page], pages: Mapping[str, Page]) -> tuple[MenuItem, ...]:
    """Without `nav`: the pages of all plans, then those of content/ that stand at the top."""
    every = [pages[address] for address in OF_ALL_PLANS if address in pages]
    every += [page for page in own if page.kind == "content" and page.address.count("/") == 1]
    return tuple(MenuItem(page.title, page.address) for page in every)[:MOST]


def complete_menu(
    items: Iterable[MenuItem], pages: Mapping[str, Page]
) -> tuple[tuple[MenuItem, ...], tuple[Finding, ...]]:
    """Give each link its title; links that lead nowhere are findings and are left out."""
    done: list[MenuItem] = []
    findings: list[Finding] = []
    for item in items:
        page = pages.get(item.address)
        if ":" in item.address:
            done.append(replace(item, title=item.title or item.address))
        elif page is None:
            findings.append(_finding("nav-nowhere", item.address))
        elif page.kind in DETAIL_KINDS:
            findings.append(_finding("nav-detail", item.address))
        else:
            done.append(replace(item, title=item.title or page.title))
    if len(done) > MOST:
        findings.append(_finding("nav-long", str(MOST)))
    return tuple(done[:MOST]), tuple(findings)


def _items(nav: Any, section: str = "") -> Iterator[MenuItem]:
    """The links below a part of `nav`; of sections within sections the inner one counts."""
    if isinstance(nav, str):
        yield MenuItem("", address_of(nav), section)
    elif isinstance(nav, Mapping):
        for name, value in nav.items():
            if isinstance(value, str):
                yield MenuItem(str(name), address_of(value), section)
            else:
                yield from _items(value, str(name))
    elif isinstance(nav, list):
        for entry in nav:
            yield from _items(entry, section)


def address_of(path: str) -> str:
    """The address a path in `nav` means: "about.md" and "about/" are both "about/"."""
    if ":" in path:
        return path
    stem = posixpath.normpath("/" + path).lstrip("/").removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        stem = stem.removesuffix("index").rstrip("/")
    return stem + "/" if stem else ""


def _finding(variant: str, name: str) -> Finding:
    return Finding("F09", Level.ERROR, Place(FILE), ("nav",), variant, {"name": name})
