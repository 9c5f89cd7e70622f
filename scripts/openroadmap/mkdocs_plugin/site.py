"""The site before it gets its frame: a project's folder comes in, pages and findings go out.

This is the one place where the publisher meets the engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from openroadmap.commands.around import look_around
from openroadmap.commands.build import assemble
from openroadmap.commands.menu import MenuItem
from openroadmap.commands.order import Order
from openroadmap.commands.stored import Data
from openroadmap.findings import Finding, Level
from openroadmap.immutable import immutable
from openroadmap.read.content import read_content
from openroadmap.render.page import SHARED, Page


@immutable
class Site:
    """``files`` are further files by their path, exports for the most part.

    ``boxed`` are the letters that no font has, with the document that they are in.
    """

    pages: tuple[Page, ...]
    files: tuple[tuple[str, Data], ...]
    menu: tuple[MenuItem, ...]
    findings: tuple[Finding, ...]
    boxed: tuple[tuple[str, str], ...] = ()

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
    return Site(tuple(pages.values()), files, around.menu, findings, publication.boxed)


def _join(generated: dict[str, Page], own: Iterable[Page]) -> dict[str, Page]:
    """All pages by address. Some have two authors: the editor's text comes first.

    Where nobody wrote one, the page's title is the heading.
    """
    pages = dict(generated)
    for page in own:
        ours = generated.get(page.address)
        if ours is None:
            pages[page.address] = page
        elif ours.kind in SHARED:
            body = f"{page.body}\n{ours.body}"
            pages[page.address] = replace(page, kind=ours.kind, body=body)
    for address, ours in generated.items():
        if ours.kind in SHARED and pages[address] is ours:
            body = f"<h1>{escape(ours.title)}</h1>\n{ours.body}"
            pages[address] = replace(ours, body=body)
    return pages
