"""From saving to seeing: two `mkdocs serve` come in, seconds per save go out.

Both servers run as they come, with their own watcher, and are asked for the
page until it shows the new sentence. Saves alternate between them.
"""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from child import FailedError, environment
from sides import MKDOCS, change

PATIENCE = 300.0
PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``file`` is what is saved, ``page`` what a reader looks at."""

    url: str
    file: Path
    process: subprocess.Popen[bytes]

    def save_and_see(self, number: int) -> float:
        """Seconds from saving the file until the page shows what was written."""
        said = change(self.file, number)
        start = time.perf_counter()
        self.wait_for(said)
        return time.perf_counter() - start

    def wait_for(self, text: str) -> None:
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            if self.process.poll() is not None:
                raise FailedError(f"the server at {self.url} ended")
            if text in self._page():
                return
            time.sleep(PAUSE)
        raise FailedError(f"{self.url} did not show {text!r}")

    def _page(self) -> str:
        try:
            with urllib.request.urlopen(self.url, timeout=PATIENCE) as answer:  # noqa: S310
                return answer.read().decode("utf-8")
        except (urllib.error.URLError, ConnectionError):
            return ""


def compare_saves(base: Path, page: dict[str, Any], saves: int) -> Iterator[tuple[float, float]]:
    """Ours and the stock server, save by save, on one commitment."""
    with ExitStack() as stack:
        ours, stock = (
            stack.enter_context(serve(base / name, base / name / page[file], page["address"]))
            for name, file in (("ours", "record"), ("stock", "page"))
        )
        ours.wait_for("</html>")
        stock.wait_for("</html>")
        for number in range(1, saves + 1):
            yield ours.save_and_see(number), stock.save_and_see(number)


@contextmanager
def serve(folder: Path, file: Path, address: str) -> Iterator[Server]:
    """`mkdocs serve` of a project on a free port, for as long as it is needed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    held = folder.parent / "served"
    held.mkdir(exist_ok=True)
    with (folder.parent / f"serve-{folder.name}.log").open("wb") as log:
        process = subprocess.Popen(
            [*MKDOCS, "serve", "-a", f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment(TMPDIR=str(held)),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Server(f"http://127.0.0.1:{port}/{address}", file, process)
        finally:
            process.terminate()
            process.wait(timeout=30)
