"""The site before it gets its frame: a project's folder comes in, pages and findings go out.

This is the one place where the publisher meets the engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from openroadmap.commands.build import Order, assemble
from openroadmap.findings import Finding, Level, Place
from openroadmap.mkdocs_plugin.menu import MenuItem, complete_menu, default_menu
from openroadmap.read.content import FOLDER, Content, read_content
from openroadmap.read.settings import FILE, check_settings
from openroadmap.render.content import find_clashes, render_content
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
    generated = {page.address: page for page in publication.pages}
    own, broken = render_content(content, order.lang, generated)
    pages = _join(generated, own)
    menu, lost = complete_menu(nav or default_menu(own), pages)
    findings = (
        *publication.findings,
        *_settings_findings(order.root),
        *content.findings,
        *find_clashes(content, publication.pages),
        *_find_occupied(content, publication.files),
        *broken,
        *lost,
    )
    files = (*publication.files, *((one.path, one.data) for one in content.pictures))
    return Site(tuple(pages.values()), files, menu, findings)


def _join(generated: dict[str, Page], own: Iterable[Page]) -> dict[str, Page]:
    """All pages by address. The home page has two authors: the editor's text comes first."""
    pages = dict(generated)
    for page in own:
        home = generated.get(page.address)
        if home is None:
            pages[page.address] = page
        elif page.address == "":
            pages[""] = replace(page, kind=home.kind, body=f"{page.body}\n{home.body}")
    return pages


def _find_occupied(content: Content, files: Iterable[tuple[str, bytes]]) -> Iterable[Finding]:
    """Pictures that claim the path of a generated file."""
    taken = {path for path, _ in files}
    for picture in content.pictures:
        if picture.path in taken:
            place = Place(f"{FOLDER}/{picture.path}")
            yield Finding("F06", Level.ERROR, place, (), "page", {"address": picture.path})


def _settings_findings(root: Path) -> tuple[Finding, ...]:
    file = root / FILE
    return check_settings(file.read_bytes()) if file.is_file() else ()
