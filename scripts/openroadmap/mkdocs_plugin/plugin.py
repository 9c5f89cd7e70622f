"""The MkDocs plugin: MkDocs' events come in, a published site goes out.

Under `mkdocs build` an error in the records refuses the build and the last
good site stays. Under `mkdocs serve` nothing stops the server: what is wrong
is shown on the pages.
"""

from __future__ import annotations

import gc
import hashlib
import logging
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from jinja2 import TemplateError
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority

from openroadmap.commands.clock import as_of
from openroadmap.commands.menu import MenuItem, read_nav
from openroadmap.commands.order import Order
from openroadmap.commands.project import cache_dir
from openroadmap.commands.stored import bytes_of
from openroadmap.mkdocs_plugin import search, serving, settings, summary
from openroadmap.mkdocs_plugin.frame import (
    explain,
    furnish,
    make_panel,
    render_error_page,
)
from openroadmap.mkdocs_plugin.outlet import Outlet
from openroadmap.mkdocs_plugin.pages import SitePage
from openroadmap.mkdocs_plugin.redirect import Redirect
from openroadmap.mkdocs_plugin.shells import one_of_each_frame
from openroadmap.mkdocs_plugin.site import Site, read_site
from openroadmap.mkdocs_plugin.telling import tell_line
from openroadmap.mkdocs_plugin.well_known import contact_of, robots, security, sitemaps
from openroadmap.mkdocs_plugin.words import translator_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.plugins.openroadmap")

DEFAULT = Order(Path(), date.min)
"""What an order says where the settings say nothing."""


class Options(Config):
    """What may stand under `plugins: - openroadmap:` in `mkdocs.yml`."""

    fast = options.Type(bool, default=True)
    forge = options.Choice(("", "github", "gitlab", "forgejo"), default="")
    branch = options.Type((str, int), default="main")
    search = options.Type(bool, default=True)
    as_of = options.Optional(options.Type(str))
    security_contact = options.Type(str, default="")
    licence = options.Type(str, default=DEFAULT.licence)
    licence_url = options.Type(str, default=DEFAULT.licence_url)
    pdf = options.Choice(("", "a4", "letter"), default="")


class OpenRoadmapPlugin(BasePlugin[Options]):
    """One instance lives as long as a server does.

    ``day`` is set by a command that was asked for a day; it goes before ``as_of``.
    """

    day: ClassVar[date | None] = None

    def __init__(self) -> None:
        self.serving = False
        self.trouble = ""
        self.url = ""
        self.nav: tuple[MenuItem, ...] = ()
        self.site = Site.empty("en")
        self.pages: list[SitePage] = []
        self.redirect = Redirect(Outlet(Path(), None))
        self.written: set[str] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        gc.disable()  # a build makes very many objects and hardly a cycle
        self.root = Path(config.config_file_path).resolve().parent
        if config.nav != []:  # it is empty when these settings were completed before
            self.nav = read_nav(config.nav)
        settings.complete(config, self.root)
        self._lang = config.theme["language"]
        self.url = settings.published_at(config, self.serving, self.url)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        folder = Path(config.site_dir)
        settings.protect(folder, self.root)
        if self.config.pdf and not self.serving and (missing := _pdf().whats_missing()):
            raise ConfigurationError(missing)
        if self.serving:  # into a folder of its own, which is gone when the server stops
            outlet = Outlet(folder, None, self.written)
        else:
            name = hashlib.blake2b(str(folder).encode(), digest_size=8).hexdigest()
            outlet = Outlet(folder, cache_dir(self.root) / f"site-{name}.txt")
        self.redirect = Redirect(outlet)
        self.redirect.begin()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        site = self._read(config)
        if site.errors and not self.serving:
            self._refuse(site, config.theme["language"])
        asked = self.config
        self.base = settings.base_of(
            config, asked.fast, str(asked.branch), asked.forge, self._today
        )
        self.pages = [SitePage(page, self.base) for page in site.pages]
        menu = {item.address for item in site.menu}
        for page in one_of_each_frame(self.pages, menu) if asked.fast else self.pages:
            files.append(page.file)
        for path, data in site.files:  # MkDocs has nothing to do with them, and is slow with many
            self.redirect.outlet.put(path, data)
        return files

    def _read(self, config: MkDocsConfig) -> Site:
        """The site as its files say now; while serving, as they last said when reading fails."""
        try:
            self.site = read_site(self._order(config), self.nav)
        except Exception as error:  # the server must outlive our own faults too
            if not self.serving:
                raise
            log.exception("The records could not be turned into pages")
            self.trouble = f"{type(error).__name__}: {error}"
        return self.site

    def _order(self, config: MkDocsConfig) -> Order:
        return Order(
            root=self.root,
            today=self._today,
            lang=config.theme["language"],
            name=config.site_name,
            url=self.url,
            repo_url=config.repo_url or "",
            branch=str(self.config.branch),
            forge=self.config.forge,
            licence=self.config.licence,
            licence_url=self.config.licence_url,
            pdf="" if self.serving else self.config.pdf,
            cache=cache_dir(self.root),
            search=self.config.search,
        )

    @property
    def _today(self) -> date:
        asked = self.config.as_of
        return self.day or as_of(date.fromisoformat(asked) if asked else None)

    def _refuse(self, site: Site, lang: str) -> None:
        for finding in site.errors:
            log.error(tell_line(finding, lang))
        words = words_of(lang)["ngettext"]
        one = "{n} error. The site was not published; the last good one stays."
        many = "{n} errors. The site was not published; the last good one stays."
        raise PluginError(words(one, many, len(site.errors)))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env, error_page = self._furnish(env, config)
        if self.serving:
            panel = make_panel(env, config, self.site, self.trouble)
            for page in self.pages:
                ours, depth = page.ours, page.url.count("/")
                page.panel = panel.render(ours.source, depth, ours.kind == "unreadable")
            error_page = render_error_page(env, config, panel)
        outlet = self.redirect.outlet
        if self.serving:
            outlet.put(serving.SCRIPT, serving.script())
        outlet.put("404.html", error_page)
        for path, data in self._well_known():
            outlet.put(path, data)
        return env

    def _well_known(self) -> Iterator[tuple[str, bytes]]:
        """What programs look for at fixed addresses."""
        url = self.base.site_url
        yield from sitemaps(self.pages, url)
        yield from robots(url)
        yield from security(self._contact, url, self._lang, self._today)

    @property
    def _contact(self) -> str:
        return contact_of(self.config.security_contact, self.base.forge)

    def _furnish(self, env: Environment, config: MkDocsConfig) -> tuple[Environment, bytes]:
        """The environment and its first page; without an adopter's templates if they fail."""
        furnish(env, config, self.site, self.redirect.outlet, self._today, self.serving)
        try:
            return env, render_error_page(env, config)
        except TemplateError as error:
            if not self.serving:
                raise
            self.trouble = explain(error)
        env = config.theme.get_plain_env()
        furnish(env, config, self.site, self.redirect.outlet, self._today, self.serving)
        return env, render_error_page(env, config)

    def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> Any:
        if not self.base.fast:
            context.update(words_of(page.lang))
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        outlet = self.redirect.outlet
        if not self.serving and any(page.kind == "search" for page in self.site.pages):
            self._index(outlet, config)  # too long to wait for on each change of a served site
        outlet.publish()
        self.written = set(outlet.files)
        self._leave()
        self._tell(config)

    def _index(self, outlet: Outlet, config: MkDocsConfig) -> None:
        """The index of the search; without one the site is published all the same."""
        lang = config.theme["language"]
        try:
            index = search.make_index(self.site, cache_dir(self.root))
        except search.NoIndexError as reason:
            log.warning("%s", summary.without_search(str(reason), lang))
            return
        for path, data in index.files:
            outlet.put(path, data)
        page = bytes_of(outlet.files[search.PAGE])
        outlet.put(search.PAGE, search.with_first(page, index, lang))
        log.info("%s", summary.searched(index.pages, index.seconds, lang))

    def _tell(self, config: MkDocsConfig) -> None:
        """The end of a build, on the terminal."""
        lang = config.theme["language"]
        if self.serving:
            for line in summary.errors_in_lines(self.site.errors, lang):
                log.error("%s", line)
            log.info("%s", summary.numbers(self.site, lang))
            return
        boxed = self.site.boxed
        for line in _pdf().boxed_lines(boxed, translator_of(lang)) if boxed else ():
            log.warning("%s", line)
        for lacking in (summary.still_to_set(config), summary.no_contact(self._contact, lang)):
            if lacking:
                log.info("%s", lacking)
        log.info("%s", summary.written(self.site, Path(config.site_dir), lang))

    def on_build_error(self, *, error: Exception) -> None:
        self._leave()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        serving.keep_serving(server, self, config)
        serving.reload_by_file(server)
        serving.reload_what_is_missing(server)
        serving.watch_project(server, config, self.root)
        return server

    def _leave(self) -> None:
        self.redirect.end()
        self.trouble = ""
        if not self.serving:
            gc.freeze()  # the process ends soon, and need not look through all it made once more
        gc.enable()


def _pdf() -> ModuleType:
    """What makes PDF documents; few sites publish any, and it takes long to load."""
    from openroadmap.commands import produce_pdf

    return produce_pdf
