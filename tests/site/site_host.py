"""Serves built sites under their paths, as a plain web host does: folders, index pages, 404."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}


class _Host(http.server.BaseHTTPRequestHandler):
    folders: Mapping[str, Path]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        prefix = next((each for each in self.folders if path.startswith(each)), None)
        if prefix is None:
            return self._send(HTTPStatus.NOT_FOUND, b"No site is here.", ".html")
        root = self.folders[prefix]
        file = root / path.removeprefix(prefix)
        if file.is_dir():
            file /= "index.html"
        if file.is_file():
            return self._send(HTTPStatus.OK, file.read_bytes(), file.suffix)
        return self._send(HTTPStatus.NOT_FOUND, (root / "404.html").read_bytes(), ".html")

    def _send(self, status: HTTPStatus, body: bytes, suffix: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the report of the tests is long enough."""


@contextmanager
def serving(folders: Mapping[str, Path]) -> Iterator[str]:
    """Serves each folder under its path, `/openroadmap/`; gives the origin."""
    handler = type("Host", (_Host,), {"folders": folders})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
