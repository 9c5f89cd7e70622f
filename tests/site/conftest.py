"""The demonstration site of this repository and an invented full plan, without and with a history,
built once a run.

A build takes about a second, so each process of a run makes its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from first_visit import first_visit
from playwright.sync_api import Browser, Page, sync_playwright
from rivermouth_project import write_history, write_project
from site_build import Built, built, copy_project
from site_host import serving
from site_pages import Kind

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def demo(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = copy_project(root, tmp_path_factory.mktemp("demo"))
    return built(place, tmp_path_factory.mktemp("demo-host"))


@pytest.fixture(scope="session")
def rivermouth(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("rivermouth")
    write_project(root)
    return built(root, tmp_path_factory.mktemp("rivermouth-host"))


@pytest.fixture(scope="session")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("remembered")
    write_history(root)
    return built(root, tmp_path_factory.mktemp("remembered-host"))


@pytest.fixture(scope="session")
def sites(demo: Built, rivermouth: Built, remembered: Built) -> Mapping[str, Built]:
    return {"demo": demo, "rivermouth": rivermouth, "remembered": remembered}


@pytest.fixture(scope="session")
def address_of(sites: Mapping[str, Built]) -> Iterator[Callable[[Kind], str]]:
    with serving({site.path: site.folder for site in sites.values()}) as origin:
        yield lambda kind: origin + sites[kind.site].path + kind.address


@pytest.fixture(scope="module")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """One browser a file: two that live at once in a process would share its event loop."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page in a browser that was never here."""
    with first_visit(browser) as page:
        yield page


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for the tests of a file; each goes where it needs to be."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()
