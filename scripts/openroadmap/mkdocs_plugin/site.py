"""The site before it gets its frame: a project's folder comes in, pages and findings go out.

This is the one place where the publisher meets the engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape

from openroadmap.commands.around import look_around
from openroadmap.commands.build import assemble
from openroadmap.commands.menu import MenuItem
from openroadmap.commands.order import Order
from openroadmap.findings import Finding, Level
from openroadmap.read.content import read_content
from openroadmap.render.page import Page


@dataclass(frozen=True, slots=True)
class Site:
    """``files`` are further files by their path, exports for the most part."""

    pages: tuple[Page, ...]
    files: tuple[tuple[str, bytes], ...]
    menu: tuple[MenuItem, ...]
    findings: tuple[Finding, ...]

    @classmethod
    def empty(cls, lang: str) -> Site:
        """A home page with nothing on it, for a panel to stand on."""
        return cls((Page("", "home", lang, "", "", ""),), (), (), ())

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.level is Level.ERROR)


def read_site(order: Order, nav: Iterable[MenuItem]) -> Site:
    """Everything that is to be published, and everything that was found on the way."""
    content = read_content(order.root)
    publication = assemble(order, content.pages)
    around = look_around(order.root, content, publication.pages, order.lang, nav)
    pages = _join({page.address: page for page in publication.pages}, around.pages)
    findings = (*publication.findings, *around.findings)
    files = (*publication.files, *((one.path, one.data) for one in content.pictures))
    return Site(tuple(pages.values()), files, around.menu, findings)


def _join(generated: dict[str, Page], own: Iterable[Page]) -> dict[str, Page]:
    """All pages by address. The home page has two authors: the editor's text comes first."""
    pages = dict(generated)
    for page in own:
        home = generated.get(page.address)
        if home is None:
            pages[page.address] = page
        elif page.address == "":
            pages[""] = replace(page, kind=home.kind, body=f"{page.body}\n{home.body}")
    if "" in generated and pages[""] is generated[""]:
        home = generated[""]  # nobody wrote content/index.md: the site's name is the heading
        pages[""] = replace(home, body=f"<h1>{escape(home.title)}</h1>\n{home.body}")
    return pages
