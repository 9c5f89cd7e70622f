"""Building and serving from our own command line: a project's folder in, MkDocs at work."""

from __future__ import annotations

import logging
import os
import sys
from datetime import date
from pathlib import Path

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice is for those who choose a theme

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from openroadmap.mkdocs_plugin.settings import docs_dir
from openroadmap.mkdocs_plugin.telling import tell_line
from openroadmap.read.settings import FILE, read_settings

log = logging.getLogger("mkdocs.plugins.openroadmap")


def build_site(root: Path, site_dir: Path | None, today: date) -> int:
    """Publish the site of ``root``; the exit status, 1 when it was refused."""
    _listen()
    if not _settings_are_safe(root):
        return 1
    try:
        config = load_config(
            str(root / FILE),
            site_dir=str(site_dir) if site_dir else None,
            docs_dir=str(docs_dir(root)),  # a project may have no content/ yet
        )
        config.plugins["openroadmap"].config.as_of = today.isoformat()
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort:
        return 1  # the reason has been logged
    except MkDocsException as error:
        log.error("%s", error.format_message())
        return 1
    return 0


def serve_site(root: Path, dev_addr: str | None) -> int:
    """Serve the site of ``root`` with reloading until it is stopped."""
    from mkdocs.commands.serve import serve

    _listen()
    if not _settings_are_safe(root):
        return 1
    try:
        further = {"dev_addr": dev_addr} if dev_addr else {}
        serve(str(root / FILE), docs_dir=str(docs_dir(root)), **further)
    except MkDocsException as error:
        log.error("%s", error.format_message())
        return 1
    return 0


def _settings_are_safe(root: Path) -> bool:
    """MkDocs runs code that its settings name, so they are read before it reads them."""
    findings = read_settings(root).findings
    for finding in findings:
        log.error("%s", tell_line(finding, "en"))
    return not findings


_CHATTER = ("Cleaning site", "Building documentation to", "Documentation built in")
"""How lines of MkDocs begin that say what our own last line says better."""


def _is_worth_saying(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(_CHATTER)


def _listen() -> None:
    """Say on the terminal what MkDocs says, without its decorations."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_is_worth_saying)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
