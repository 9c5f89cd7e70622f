"""Weighs and times the first result of a search, and the first answer of the filters.

A project from `generate.py` comes in; it is built and served compressed on
this machine, and Chromium looks a word up. Figures go out: bytes over the wire
until the filters are filled too and all is quiet, and milliseconds from asking
for the page to the frame that shows the first result, by the page's own clock.
The searches are timed again on a slow line, as a phone has it, with how many
files came one after the other before the first result: each costs a phone the
way there and back.

    python tests/benchmarks/generate.py --n 5000 FOLDER
    python tests/benchmarks/searching.py FOLDER/ours

Several folders of a site that is built already are compared, each in turn in
every round: two versions of a script, on a machine that others use as well.

    python tests/benchmarks/searching.py --built BEFORE AFTER
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
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, CDPSession, sync_playwright

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
SLOW = {
    "offline": False,
    "latency": 150,  # milliseconds for each answer
    "downloadThroughput": 200_000,  # bytes a second: 1.6 Mbit/s
    "uploadThroughput": 93_750,
}
SEEN = """() => {
  const first = document.querySelector("#found .or-found-list > li > a");
  return first && first.checkVisibility() && performance.now();
}"""
"""Asked on each frame before it is painted: milliseconds since the page was asked for."""


class Host(http.server.BaseHTTPRequestHandler):
    """A host that compresses what a host compresses."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as web servers do: else some answers wait 40 ms for nothing
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


@dataclass(frozen=True, slots=True)
class Look:
    """What looking something up once cost; ``depth`` is known on a slow line alone."""

    bytes: int
    requests: int
    milliseconds: float
    depth: int


@dataclass  # no slots: Playwright keeps a note of its own on who listens
class Wire:
    """What went over a page's line: each file's size, and when it was asked for and was there."""

    begun: dict[str, float] = field(default_factory=dict)
    ended: dict[str, float] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)

    def listen(self, session: CDPSession) -> None:
        session.send("Network.enable")
        session.on(
            "Network.requestWillBeSent",
            lambda event: self.begun.setdefault(event["requestId"], event["timestamp"]),
        )
        session.on("Network.loadingFinished", self._end)

    def _end(self, event: dict[str, Any]) -> None:
        self.ended[event["requestId"]] = event["timestamp"]
        self.sizes.append(event["encodedDataLength"])

    def depth(self, seconds: float) -> int:
        """The longest row of files, each asked for after the one before was there.

        Those are counted that were there ``seconds`` after the first was asked for.
        """
        limit = min(self.begun.values()) + seconds
        depth, free = 0, 0.0
        for ended, begun in sorted((self.ended[one], self.begun[one]) for one in self.ended):
            if ended <= limit and begun >= free:
                depth, free = depth + 1, ended
        return depth


def look_up(browser: Browser, address: str, slow: bool = False) -> Look:
    """In a browser that was never there, from the address to the first result."""
    context = browser.new_context()
    page, wire = context.new_page(), Wire()
    session = context.new_cdp_session(page)
    wire.listen(session)
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(address, wait_until="commit")
    milliseconds = float(page.wait_for_function(SEEN, polling="raf").json_value())
    page.locator("#filters [data-facet]:not([hidden])").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    context.close()
    depth = wire.depth(milliseconds / 1_000) if slow else 0
    return Look(sum(wire.sizes), len(wire.sizes), milliseconds, depth)


def build(project: Path) -> list[str]:
    """Build the project; what the build said."""
    program = Path(sys.executable).with_name("openroadmap")
    command = [program, "build", "--as-of", "2026-11-23"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return ran.stderr.splitlines()


def told(name: str, looks: list[Look]) -> str:
    """A line about several rounds of the same."""
    times = sorted(look.milliseconds for look in looks)
    last = looks[-1]
    line = (
        f"{name}: {last.bytes / 1_000:.0f} KB in {last.requests} requests, first result "
        f"after {statistics.median(times):.0f} ms (from {times[0]:.0f})"
    )
    deepest = max(look.depth for look in looks)
    return f"{line}, {deepest} files deep" if deepest else line


def too_much(looks: list[Look]) -> bool:
    middle = statistics.median(look.milliseconds for look in looks)
    return looks[-1].bytes > MOST_BYTES or middle > MOST_MS


def compare(browser: Browser, origins: dict[str, str], rounds: int) -> bool:
    """Print what is looked up costs at each origin, in turn; whether anything is too much."""
    failed = False
    for name, address in ASKED.items():
        for slow in (False, True) if name.startswith("search") else (False,):
            looks: dict[str, list[Look]] = {each: [] for each in origins}
            for _ in range(rounds):
                for each, origin in origins.items():
                    looks[each].append(look_up(browser, origin + address, slow))
            for each, found in looks.items():
                line = f"{name}, on a slow line" if slow else name
                print(told(f"{each} {line}".strip(), found), flush=True)
                failed |= not slow and too_much(found)
    return failed


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", type=Path, nargs="+", metavar="folder")
    arguments.add_argument("--built", action="store_true", help="folders of built sites")
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    if not asked.built:
        for project in asked.folders:
            print(*build(project), sep="\n")
    sites = [each if asked.built else each / "site" for each in asked.folders]
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        stack.callback(browser.close)
        names = [str(each) for each in asked.folders] if len(sites) > 1 else [""]
        origins = {
            name: stack.enter_context(serving(site))
            for name, site in zip(names, sites, strict=True)
        }
        for origin in origins.values():  # the host compresses each file once
            look_up(browser, origin + "search/?q=budget")
        failed = compare(browser, origins, asked.rounds)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
