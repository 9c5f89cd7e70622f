"""The menu: what `nav` says in `mkdocs.yml` comes in, a flat row of links goes out.

A menu names a few pages and section indexes. It stands on every page, so one
that listed every commitment would make each page grow with the site.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openroadmap.findings import Finding, Level, Place
from openroadmap.read.settings import FILE
from openroadmap.render.page import Page

MOST = 20
DETAIL_KINDS = frozenset({"commitment", "rule", "standards-rule", "unreadable"})
"""Kinds of page of which a site has very many; their index belongs in the menu instead."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link of the menu; ``title`` is "" until the page it leads to is known."""

    title: str
    address: str


def read_nav(nav: Any) -> tuple[MenuItem, ...]:
    """The links of `nav`, sections flattened; anything that is no link is left out."""
    return tuple(_items(nav))


def default_menu(pages: Iterable[Page]) -> tuple[MenuItem, ...]:
    """Without `nav`: the pages of content/ that stand at the top."""
    top = (page for page in pages if page.kind == "content" and page.address.count("/") == 1)
    return tuple(MenuItem(page.title, page.address) for page in top)[:MOST]


def complete_menu(
    items: Iterable[MenuItem], pages: Mapping[str, Page]
) -> tuple[tuple[MenuItem, ...], tuple[Finding, ...]]:
    """Give each link its title; links that lead nowhere are findings and are left out."""
    done: list[MenuItem] = []
    findings: list[Finding] = []
    for item in items:
        page = pages.get(item.address)
        if ":" in item.address:
            done.append(MenuItem(item.title or item.address, item.address))
        elif page is None:
            findings.append(_finding("nav-nowhere", item.address))
        elif page.kind in DETAIL_KINDS:
            findings.append(_finding("nav-detail", item.address))
        else:
            done.append(MenuItem(item.title or page.title, item.address))
    if len(done) > MOST:
        findings.append(_finding("nav-long", str(MOST)))
    return tuple(done[:MOST]), tuple(findings)


def _items(nav: Any, title: str = "") -> Iterator[MenuItem]:
    if isinstance(nav, str):
        yield MenuItem(title, address_of(nav))
    elif isinstance(nav, Mapping):
        for name, value in nav.items():
            yield from _items(value, str(name) if isinstance(value, str) else "")
    elif isinstance(nav, list):
        for entry in nav:
            yield from _items(entry)


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
