"""Weighs and times the first result of a search, and the first answer of the filters.

A project from `generate.py` comes in; it is built and served compressed on
this machine, and Chromium looks a word up. Figures go out: bytes over the wire
and milliseconds from the address to the first result on the page.

    python tests/benchmarks/generate.py --n 5000 FOLDER
    python tests/benchmarks/searching.py FOLDER/ours
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

PACKED = (".html", ".css", ".js", ".json", ".svg")
"""What hosts compress; the files of the index are compressed already."""

TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
ASKED = {
    "search: a word": "search/?q=budget",
    "search: a word and two filters": "search/?q=budget&kind=commitment&status=limited",
    "explore: one filter": "explore/?status=complete",
    "explore: words and two filters": "explore/?q=budget&status=limited&value=transparency",
}
MOST_BYTES, MOST_MS = 500_000, 1_000


class Host(http.server.BaseHTTPRequestHandler):
    """A host that compresses what a host compresses."""

    protocol_version = "HTTP/1.1"
    folder: ClassVar[Path]
    kept: ClassVar[dict[Path, bytes]] = {}

    def do_GET(self) -> None:
        file = self.folder / unquote(urlsplit(self.path).path).lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        body = self._packed(file) if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        if file.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def _packed(self, file: Path) -> bytes:
        if file not in self.kept:
            data = file.read_bytes()
            self.kept[file] = gzip.compress(data, 6) if file.suffix in PACKED else data
        return self.kept[file]

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    handler = type("Host", (Host,), {"folder": folder})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@dataclass(slots=True)
class Look:
    """What looking something up cost."""

    bytes: int = 0
    requests: int = 0
    milliseconds: list[float] = field(default_factory=list)


def look_up(browser: Browser, address: str, rounds: int) -> Look:
    """Each round in a browser that was never there, from the address to the first result."""
    look = Look()
    for _ in range(rounds):
        context = browser.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[int] = []
        session.on(
            "Network.loadingFinished", lambda event, to=sizes: to.append(event["encodedDataLength"])
        )
        started = perf_counter()
        page.goto(address, wait_until="commit")
        page.locator("#found .or-found-list > li > a").first.wait_for(state="visible")
        look.milliseconds.append((perf_counter() - started) * 1_000)
        page.wait_for_load_state("networkidle")
        look.bytes, look.requests = sum(sizes), len(sizes)
        context.close()
    return look


def build(project: Path) -> list[str]:
    """Build the project; what the build said."""
    program = Path(sys.executable).with_name("openroadmap")
    command = [program, "build", "--as-of", "2026-11-23"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return ran.stderr.splitlines()


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("project", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    print(*build(asked.project), sep="\n")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    too_much = False
    with serving(asked.project / "site") as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        look_up(browser, origin + "search/?q=budget", 1)  # the host compresses each file once
        for name, address in ASKED.items():
            look = look_up(browser, origin + address, asked.rounds)
            middle = statistics.median(look.milliseconds)
            too_much |= look.bytes > MOST_BYTES or middle > MOST_MS
            print(
                f"{name}: {look.bytes / 1_000:.0f} KB in {look.requests} requests, first result "
                f"after {middle:.0f} ms (from {min(look.milliseconds):.0f})"
            )
        browser.close()
    return int(too_much)


if __name__ == "__main__":
    sys.exit(main())
