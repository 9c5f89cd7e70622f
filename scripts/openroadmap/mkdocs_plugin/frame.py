"""The frame of every page: the site's facts come in, templates ready to use go out."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import TemplateError, TemplateSyntaxError

from openroadmap.commands.menu import sections_of
from openroadmap.mkdocs_plugin.panel import Panel
from openroadmap.mkdocs_plugin.policy import content_policy
from openroadmap.mkdocs_plugin.shells import Shells
from openroadmap.mkdocs_plugin.site import Site
from openroadmap.mkdocs_plugin.words import words_of
from openroadmap.views.finding.lookup import SEARCH

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from openroadmap.mkdocs_plugin.environment import FrameEnvironment
    from openroadmap.mkdocs_plugin.outlet import Outlet

ACCESSIBILITY = "accessibility/"
"""Where an accessibility statement is expected; the footer links to it when there is one."""


def furnish(
    environment: FrameEnvironment,
    config: MkDocsConfig,
    site: Site,
    outlet: Outlet,
    today: date,
    serving: bool,
) -> None:
    """Give the templates what they may use, and the environment its splicer."""
    addresses = {page.address for page in site.pages}
    options = config.plugins["openroadmap"].config
    environment.globals.update(
        policy_of=partial(content_policy, serving),
        serving=serving,
        as_of=today,
        site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        menu=[item for item in site.menu if not item.section],
        menu_sections=sections_of(site.menu),
        licence=options.licence,
        licence_url=options.licence_url,
        search=SEARCH if SEARCH in addresses else "",
        accessibility=ACCESSIBILITY if ACCESSIBILITY in addresses else "",
    )
    environment.shells = Shells(environment, outlet)


def explain(error: TemplateError) -> str:
    """What is wrong with a template that somebody is editing, and where if that is known."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}, line {error.lineno}: {error.message}"
    return f"A template cannot be used: {error.message}"


def make_panel(
    environment: FrameEnvironment, config: MkDocsConfig, site: Site, trouble: str
) -> Panel:
    addresses = frozenset(page.address for page in site.pages)
    return Panel(environment, site.findings, config.theme["language"], addresses, trouble)


def render_error_page(
    environment: FrameEnvironment, config: MkDocsConfig, panel: Panel | None = None
) -> bytes:
    """The page for addresses that do not exist; its links start at the site's root."""
    path = urlsplit(config.site_url or "/").path or "/"
    words = words_of(config.theme["language"])
    told = panel.render_anywhere(path.rstrip("/")) if panel else ""
    context = {"config": config, "base_url": path, "page": None, "panel": told, **words}
    return environment.get_template("404.html").render(context).encode()
