"""MkDocs' settings for our site: what an adopter wrote comes in, complete settings go out.

The adopter's `mkdocs.yml` stays short because everything that has one right
value is set here. What has no place in it is switched off, whatever it says.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from openroadmap import theme_dir
from openroadmap.commands.project import cache_dir
from openroadmap.mkdocs_plugin import environment
from openroadmap.mkdocs_plugin.environment import FrameEnvironment
from openroadmap.mkdocs_plugin.pages import Base
from openroadmap.render.compiled import CompiledTemplates
from openroadmap.views.forge import forge_for

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

WATCHED = ("commitments", "content", "theme")


def docs_dir(root: Path) -> Path:
    """An empty folder: MkDocs itself reads nothing of content/, no links, loops or names."""
    empty = cache_dir(root) / "nothing"
    empty.mkdir(parents=True, exist_ok=True)
    return empty


def complete(config: MkDocsConfig, root: Path) -> None:
    """Set what an adopter need not; may be called again with the same settings."""
    config.docs_dir = str(docs_dir(root))
    config.use_directory_urls = True
    config.extra_css = []
    config.extra_javascript = []
    config.extra_templates = []
    config.markdown_extensions = []
    config.nav = []  # our menu is made from it; MkDocs would link pages to their neighbours
    config.mdx_configs = {}
    _set_theme(config, root)
    _silence_other_plugins(config)


def _set_theme(config: MkDocsConfig, root: Path) -> None:
    theme = config.theme
    ours, thin = theme_dir(), root / "theme"
    if thin.is_dir() and thin.resolve() != ours and str(thin) not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, str(thin))
    if str(ours) not in theme.dirs:
        own = {str(thin), theme.custom_dir}
        theme.dirs.insert(sum(folder in own for folder in theme.dirs), str(ours))
    base = theme.dirs[theme.dirs.index(str(ours)) :]
    theme["font"] = False
    theme["palette"] = None
    theme["features"] = []
    theme.static_templates = set()  # the error page and the sitemap are ours
    own = theme.dirs[: theme.dirs.index(str(ours))]
    compiled = CompiledTemplates(cache_dir(root) / "templates", own, environment.__file__)
    theirs = frozenset(base[1:])
    theme.get_env = partial(FrameEnvironment, list(theme.dirs), theirs, compiled)
    theme.get_plain_env = partial(FrameEnvironment, base, theirs, compiled)


def _silence_other_plugins(config: MkDocsConfig) -> None:
    """Checks refuse them before a build; while serving they are left out."""
    plugins = config.plugins
    origins = plugins._event_origins
    for name, methods in plugins.events.items():
        plugins.events[name] = [one for one in methods if origins.get(one) == "openroadmap"]


def base_of(config: MkDocsConfig, fast: bool, branch: str, forge: str, today: date) -> Base:
    """``today`` is the day the site speaks of."""
    site_url = config.site_url or ""
    if site_url and not site_url.endswith("/"):
        site_url += "/"
    return Base(
        site_dir=str(config.site_dir),
        site_url=site_url,
        site_path=urlsplit(site_url).path,
        forge=forge_for(config.repo_url, branch, forge),
        date=today.isoformat(),
        fast=fast,
    )


def published_at(config: MkDocsConfig, serving: bool, known: str) -> str:
    """Where the site is published, "" when unknown; as last ``known`` while settings are broken.

    A server puts its own address in place of the site's, which would make
    every event of a calendar another one; so while serving the file is asked.
    """
    url = config.site_url
    if serving:
        try:
            said = yaml_load(Path(config.config_file_path).read_text("utf-8"))
        except (ConfigurationError, OSError):
            return known  # the panel says what is wrong with them
        url = said.get("site_url") if isinstance(said, dict) else None
    if not isinstance(url, str) or not url:
        return ""
    return url if url.endswith("/") else f"{url}/"


def protect(folder: Path, root: Path) -> None:
    """Refuse to publish into a folder whose files are not ours to replace."""
    folder = folder.resolve()
    sources = [root / name for name in (*WATCHED, "scripts", "tests", ".git")]
    if root.is_relative_to(folder) or any(folder.is_relative_to(one) for one in sources):
        raise ConfigurationError(
            f"The site cannot be built into {folder}, because your own files stand there. "
            "Leave out site_dir to build it into the folder site."
        )
