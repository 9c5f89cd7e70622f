"""A server that cannot be stopped by a mistake: MkDocs' server comes in, and is made patient.

MkDocs lets every request wait while a build has failed, and reloads pages by a
script written into them, which our policy forbids. Both are mended here.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from openroadmap import theme_dir
from openroadmap.mkdocs_plugin.settings import WATCHED

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from openroadmap.mkdocs_plugin.plugin import OpenRoadmapPlugin

log = logging.getLogger("mkdocs.plugins.openroadmap")

SCRIPT = "assets/livereload.js"
INTERVAL = 0.5
"""Seconds between two looks at the files, as MkDocs has it."""
COMPILED = "__pycache__"
"""Where a build itself writes beside our theme; looking there would make it build again."""

_BODY_END = b"</body>"


class Complaints(logging.Handler):
    """Keeps what MkDocs logs as an error, because its exception only says "Aborted"."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def keep_serving(server: LiveReloadServer, plugin: OpenRoadmapPlugin, config: MkDocsConfig) -> None:
    """When a rebuild fails, show why, on the site as the last good settings make it."""
    rebuild = server.builder

    def build_somehow() -> None:
        complaints = Complaints()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(complaints)
        try:
            rebuild()
        except (Exception, SystemExit) as error:
            log.debug("The rebuild failed", exc_info=True)
            plugin.trouble = " ".join(complaints.said) or str(error)
            _build_as_before(rebuild, config)
        finally:
            logger.removeHandler(complaints)

    server.builder = build_somehow


def watch_project(server: LiveReloadServer, config: MkDocsConfig, root: Path) -> None:
    """Look for changes from the project's folder down.

    MkDocs watches folder by folder, and for ever loses one that is taken away:
    it never sees it come back, nor one that is made later.
    """
    settings = Path(config.config_file_path)
    ours = {str(Path(path).absolute()) for path in (config.docs_dir, settings)}
    further = server._watched_paths.keys() - ours
    for path in list(server._watched_paths):
        server.unwatch(path)
    names = {*WATCHED, settings.name}

    def entries(folder: str | None) -> Iterator[os.DirEntry[str]]:
        if folder == str(root):
            return (each for each in os.scandir(folder) if each.name in names)
        return (each for each in os.scandir(folder) if each.name != COMPILED)

    from watchdog.observers.polling import PollingObserverVFS  # late: a build watches nothing

    server.observer = PollingObserverVFS(os.stat, entries, polling_interval=INTERVAL)
    for path in (str(root), *sorted(further)):
        server.watch(path)


def reload_what_is_missing(server: LiveReloadServer) -> None:
    """The page for addresses that do not exist waits for news too: a record may come back."""
    answer = server.error_handler

    def answer_and_wait(code: int) -> bytes | None:
        epoch = server._visible_epoch
        page = answer(code)
        return server._inject_js_into_html(page, epoch) if page else page

    server.error_handler = answer_and_wait


def _build_as_before(rebuild: Callable[..., None], config: MkDocsConfig) -> None:
    try:
        rebuild(config)
    except (Exception, SystemExit):
        log.exception("The site stays as it was")


def script() -> bytes:
    """Our own reloading script; it is part of a served site only."""
    return (theme_dir() / "partials" / "javascripts" / "livereload.js").read_bytes()


def reload_by_file(server: LiveReloadServer) -> None:
    """Load the reloading script as a file of our own site, as the policy asks."""
    source = f"{server.mount_path}{SCRIPT}"

    def inject(content: bytes, epoch: int) -> bytes:
        tag = f'<script src="{source}" data-epoch="{epoch}"></script>'.encode()
        before, end, after = content.rpartition(_BODY_END)
        return before + tag + end + after if end else content + tag

    server._inject_js_into_html = inject
