"""A small project to publish, and ways to build it, serve it and look at it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import fake_engine
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from small_project import FILES, write

Build = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    write(root, FILES)
    return root


@pytest.fixture
def publish(project: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the project in this process; returns the site's folder."""
    monkeypatch.setattr("openroadmap.mkdocs_plugin.site.assemble", fake_engine.assemble)

    def run(root: Path = project, **options: object) -> Path:
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins["openroadmap"].config.load_dict(options)
        build(config)
        return root / "site"

    return run


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the report of the tests is long enough."""


@pytest.fixture
def host() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on a free port of this machine; returns its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
