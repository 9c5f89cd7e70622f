"""A real server, driven as an editor would: it starts with mistakes, survives them and recovers."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import fake_engine
import pytest
from small_project import SETTINGS, write

PATIENCE = 30.0
"""Seconds; a page is there in one on a quiet machine."""


class Get(Protocol):
    def __call__(self, path: str, until: Callable[[str], bool] = ...) -> str: ...


@pytest.fixture
def serve(project: Path) -> Iterator[Callable[[], Get]]:
    """Starts `mkdocs serve`; returns how to get a page once it is as expected."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> Get:
        port = _free_port()
        command = [sys.executable, fake_engine.__file__, "serve", "-a", f"127.0.0.1:{port}"]
        log = (project.parent / "serve.log").open("wb")
        started.append(subprocess.Popen(command, cwd=project, stdout=log, stderr=log))
        log.close()
        return lambda path, until=lambda _: True: _get(started[0], port, path, until, project)

    yield start
    for process in started:
        process.terminate()
        process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _get(
    process: subprocess.Popen[bytes],
    port: int,
    path: str,
    until: Callable[[str], bool],
    project: Path,
) -> str:
    deadline = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail("the server stopped:\n" + (project.parent / "serve.log").read_text())
        try:
            address = f"http://127.0.0.1:{port}/plans/{path}"
            with urllib.request.urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
            if until(text):
                return text
        except urllib.error.HTTPError as error:
            text = error.read().decode()
            if until(text):
                return text
        except OSError:
            pass  # not listening yet
        time.sleep(0.1)
    pytest.fail(f"{path} never became as expected; it is:\n{text[-2000:]}")


def has_panel(page: str) -> bool:
    return "or-findings" in page


WATER = "commitments/austin/2024/water.yml"


def test_a_server_starts_with_a_broken_record_and_recovers_when_it_is_mended(
    project: Path, serve: Callable[[], Get]
) -> None:
    write(project, {WATER: "title: Water\nis broken\n"})
    get = serve()
    page = get("austin/2024/water/", has_panel)
    assert "1 error to mend" in page
    assert f"{WATER}, line 2" in page
    assert "On this page" in page
    elsewhere = get("take-part/", has_panel)
    assert f"{WATER}, line 2" in elsewhere
    assert "1 error on other pages" in elsewhere
    write(project, {WATER: "title: Water again\n"})
    mended = get("austin/2024/water/", lambda text: "Water again" in text)
    assert not has_panel(mended)


def test_a_server_survives_mistakes_of_every_kind_and_goes_on(
    project: Path, serve: Callable[[], Get]
) -> None:
    get = serve()
    assert not has_panel(get("austin/2024/water/"))

    write(project, {WATER: "title: is broken\n"})
    get("", has_panel)
    write(project, {WATER: "title: crash\n"})
    page = get("", lambda text: "a fault of ours" in text)
    assert "The site is shown as it last was" in page
    write(project, {WATER: "title: Water mended\n"})
    get("austin/2024/water/", lambda text: "Water mended" in text and not has_panel(text))

    write(project, {"content/take-part.md": "---\ntitle: a\nhide: all\n---\nText\n"})
    get("take-part/", lambda text: has_panel(text) and "content/take-part.md, line 3" in text)
    write(project, {"content/take-part.md": "# Take part now\n"})
    get("take-part/", lambda text: "Take part now" in text and not has_panel(text))


def test_a_server_survives_broken_settings_and_shows_why(
    project: Path, serve: Callable[[], Get]
) -> None:
    get = serve()
    get("")
    write(project, {"mkdocs.yml": SETTINGS + "nav: [\n"})
    get("", lambda text: has_panel(text) and "mkdocs.yml" in text)
    write(project, {WATER: "title: Water meanwhile\n"})
    get("austin/2024/water/", lambda text: "Water meanwhile" in text)
    write(project, {"mkdocs.yml": SETTINGS.replace("Plans &", "New plans &")})
    get("", lambda text: "New plans &amp;" in text and not has_panel(text))


def test_a_server_starts_with_a_broken_template_and_recovers(
    project: Path, serve: Callable[[], Get]
) -> None:
    write(project, {"theme/partials/footer.html": "{% if %}"})
    get = serve()
    page = get("austin/2024/water/", has_panel)
    assert "partials/footer.html, line 1" in page
    assert "Clean water" in page
    write(project, {"theme/partials/footer.html": "<footer>Mended</footer>"})
    get("", lambda text: "<footer>Mended</footer>" in text and not has_panel(text))


def test_served_pages_reload_by_a_file_and_keep_the_policy(
    project: Path, serve: Callable[[], Get]
) -> None:
    get = serve()
    page = get("take-part/")
    assert re.search(r'<script src="/plans/assets/livereload.js" data-epoch="\d+"></script>', page)
    assert not re.search(r"<script>", page)
    assert "connect-src &#39;self&#39;" in page
    assert "location.reload" in get("assets/livereload.js")
    missing = get("no/such/page/")
    assert "Page not found" in missing
    assert "default-src &#39;none&#39;" in missing


def test_the_page_of_a_record_that_was_taken_away_waits_for_it(
    project: Path, serve: Callable[[], Get]
) -> None:
    get = serve()
    get("austin/2024/water/")
    (project / WATER).unlink()
    write(project, {"commitments/austin/2024/housing.yml": "title: is broken\n"})
    missing = get("austin/2024/water/", lambda text: "Page not found" in text)
    assert re.search(r'<script src="/plans/assets/livereload.js" data-epoch="\d+">', missing)
    assert "1 error to mend" in missing
    write(project, {WATER: "title: Water is back\n"})
    get("austin/2024/water/", lambda text: "Water is back" in text)


def test_a_server_names_each_error_on_the_terminal_and_no_folder_of_its_own(
    project: Path, serve: Callable[[], Get]
) -> None:
    write(project, {WATER: "title: Water\nis broken\n"})
    get = serve()
    get("austin/2024/water/", has_panel)
    said = (project.parent / "serve.log").read_text()
    assert f"{WATER}:2:1: Y02" in said
    assert "1 error, 0 warnings" in said
    assert "nothing" not in said


def test_a_server_sees_records_that_were_taken_away_and_brought_back(
    project: Path, serve: Callable[[], Get]
) -> None:
    get = serve()
    get("austin/2024/water/")
    records = project / "commitments"
    for words in ("Water is back", "Water once more"):
        records.rename(project / "elsewhere")
        get("austin/2024/water/", lambda text: "Page not found" in text)
        (project / "elsewhere").rename(records)
        get("austin/2024/water/", lambda text: "Page not found" not in text)
        write(project, {WATER: f"title: {words}\n"})
        get("austin/2024/water/", lambda text, words=words: words in text)


def test_a_server_sees_folders_that_are_made_while_it_runs(
    project: Path, serve: Callable[[], Get]
) -> None:
    get = serve()
    get("austin/2024/water/")
    write(project, {"content/news/index.md": "# News\n"})
    get("news/", lambda text: "<h1" in text and "News" in text)
    write(project, {"theme/partials/footer.html": "<footer>Our own</footer>"})
    get("", lambda text: "<footer>Our own</footer>" in text)
    write(project, {"theme/partials/footer.html": "<footer>Our own again</footer>"})
    get("", lambda text: "<footer>Our own again</footer>" in text)


def test_a_server_does_not_build_again_for_files_that_are_none_of_the_site(
    project: Path, serve: Callable[[], Get]
) -> None:
    get = serve()
    get("austin/2024/water/")
    write(project, dict.fromkeys(("notes.txt", ".venv/a.py", ".git/HEAD", "site/a.html"), "x"))
    time.sleep(1.5)
    assert "Detected file changes" not in (project.parent / "serve.log").read_text()
    write(project, {WATER: "title: Water again\n"})
    get("austin/2024/water/", lambda text: "Water again" in text)
    assert (project.parent / "serve.log").read_text().count("Detected file changes") == 1
