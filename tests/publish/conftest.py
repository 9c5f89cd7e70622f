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


class _Host(http.server.SimpleHTTPRequestHandler):
    """A plain host of files below a path; an unknown address gets the site's error page."""

    below = "/"

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Say nothing: the report of the tests is long enough."""


@pytest.fixture
def host() -> Iterator[Callable[[Path, str], str]]:
    """Hosts a folder on a free port of this machine, below a path; returns its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path, below: str = "/") -> str:
        handler = type("Host", (_Host,), {"below": below})
        made = functools.partial(handler, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), made)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}{below}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
