"""What stands around the records: the settings, the menu and the site's own pages.

In come the project's folder, its content and the pages made from its records;
out come the own pages, the menu and every finding. Checks and builds both go
through here, so that none of them finds what the other does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from openroadmap.commands.menu import MenuItem, complete_menu, default_menu, read_nav
from openroadmap.findings import Finding
from openroadmap.immutable import immutable
from openroadmap.read.content import Content
from openroadmap.read.settings import read_settings
from openroadmap.render.content import find_clashes, render_content
from openroadmap.render.page import Page


@immutable
class Around:
    """``pages`` are those of ``content/`` alone."""

    pages: tuple[Page, ...]
    menu: tuple[MenuItem, ...]
    findings: tuple[Finding, ...]


def look_around(
    root: Path,
    content: Content,
    made: Iterable[Page],
    lang: str = "en",
    nav: Iterable[MenuItem] | None = None,
) -> Around:
    """``made`` are the pages made from records, be it only in outline.

    ``nav`` is the menu where its settings were read before, as by a server
    that goes on with the last good ones.
    """
    generated = {page.address: page for page in made}
    own, broken = render_content(content, lang, generated)
    settings = read_settings(root)
    asked = read_nav(settings.nav) if nav is None else tuple(nav)
    every: Mapping[str, Page] = {**generated, **{page.address: page for page in own}}
    menu, lost = complete_menu(asked or default_menu(own, every), every)
    clashes = find_clashes(content, generated)
    findings = (*settings.findings, *content.findings, *clashes, *broken, *lost)
    return Around(own, menu, findings)
