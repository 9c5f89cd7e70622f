"""The frame in a real browser: policy, requests, keyboard, narrow screens, no JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from small_project import write

pytestmark = pytest.mark.browser

Build = Callable[..., Path]
Open = Callable[..., Page]

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PAGES = ("", "take-part/", "austin/", "austin/2024/", "austin/2024/water/", "no/such/page/")
LONG = "Höchstgeschwindigkeitsbegrenzungsüberschreitungsverordnung"


@pytest.fixture(scope="module")
def browser(chromium_path: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def site(project: Path, publish: Build, host: Callable[..., str]) -> str:
    """The small project, published and hosted under a sub-path; with a long word in its name."""
    settings = (project / "mkdocs.yml").read_text("utf-8")
    write(project, {"mkdocs.yml": settings.replace("Plans & promises", f"Plans {LONG}")})
    folder = publish()
    return host(folder, "/plans/")


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Open]:
    """Opens a page of the site at a width; fails on any complaint or foreign request."""
    contexts: dict[str, BrowserContext] = {}
    faults: list[str] = []

    def to(path: str = "", width: int = 1280, **options: Any) -> Page:
        visitor = f"{width} {options}"
        if visitor not in contexts:
            size = {"width": width, "height": 700}
            contexts[visitor] = browser.new_context(viewport=size, **options)
        page = contexts[visitor].new_page()
        page.on("console", lambda said: faults.append(f"{path}: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        page.on("request", lambda asked: _own(asked.url, site) or faults.append(asked.url))
        page.goto(site + path)
        return page

    yield to
    for context in contexts.values():
        context.close()
    expected = "status of 404"
    assert [fault for fault in faults if expected not in fault] == []


def _own(url: str, site: str) -> bool:
    return url.startswith((site, "data:"))


def focus_stops(page: Page) -> list[dict[str, Any]]:
    """Each stop of the Tab key once round the page, and whether it can be seen."""
    stops: list[dict[str, Any]] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
            const at = document.activeElement;
            if (!at || at === document.body) return null;
            const box = at.getBoundingClientRect();
            const style = getComputedStyle(at);
            return {
                name: (at.textContent || at.getAttribute("aria-label") || "").trim(),
                tag: at.tagName,
                seen: box.width > 0 && box.height > 0
                    && box.left >= -1 && box.right <= innerWidth + 1
                    && box.top >= -1 && box.bottom <= innerHeight + 1,
                marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
            };
        }""")
        if stop is None:
            break
        stops.append(stop)
    return stops


def test_pages_obey_the_policy_and_load_nothing_from_elsewhere(visit: Open) -> None:
    for path in PAGES:
        page = visit(path)
        assert page.locator("h1").count() >= 1, path
        assert page.evaluate("getComputedStyle(document.querySelector('.or-header')).display")


def test_the_policy_stops_an_inline_script(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + "take-part/")
    with page.expect_console_message(lambda said: "Content Security Policy" in said.text):
        page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }""")
    assert page.evaluate("window.ran") is None
    context.close()


def test_a_page_opens_with_few_requests_and_little_weight(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto(site + "austin/2024/water/", wait_until="networkidle")
    context.close()
    assert len(sizes) <= 6
    assert sum(sizes) < 60_000


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_page_scrolls_sideways(visit: Open, width: int) -> None:
    for path in PAGES:
        page = visit(path, width)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_keyboard_is_in_view_and_marked(visit: Open, width: int) -> None:
    stops = focus_stops(visit("take-part/", width))
    names = [stop["name"] for stop in stops]
    assert names[0] == "Skip to the main content"
    assert ("Menu" in names) == (width == 320)
    assert "Colours: automatic" in names
    for stop in stops:
        assert stop["seen"], stop
        assert stop["marked"], stop


def test_the_skip_link_leads_past_the_menu(visit: Open) -> None:
    page = visit("take-part/", 320)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    inside = "document.getElementById('content').contains(document.activeElement)"
    assert page.evaluate(inside)


def test_the_menu_of_a_narrow_screen_works_by_keyboard(visit: Open) -> None:
    page = visit("austin/", 320)
    button = page.get_by_role("button", name="Menu")
    link = page.get_by_role("link", name="Take part")
    assert not link.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert link.is_visible()
    assert all(stop["seen"] for stop in focus_stops(page))
    button.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert not link.is_visible()
    assert page.evaluate("document.activeElement.className").endswith("or-menu-button")
    page.keyboard.press("Space")
    link.press("Enter")
    page.wait_for_url("**/take-part/")


def test_the_current_page_is_named_in_the_menu(visit: Open) -> None:
    current = visit("take-part/").locator("#or-menu [aria-current=page]")
    assert current.all_inner_texts() == ["Take part"]
    assert visit("austin/2024/").locator("#or-menu [aria-current]").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_without_javascript_the_menu_is_simply_there(visit: Open, width: int) -> None:
    page = visit("take-part/", width, java_script_enabled=False)
    for name in ("Home", "Take part", "Austin"):
        assert page.get_by_role("navigation").get_by_role("link", name=name).is_visible()
    assert page.get_by_role("button").count() == 0
    box = page.locator("html").bounding_box()
    assert box is not None
    assert box["width"] <= width


def ground_of(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_colours_follow_the_system_until_a_reader_chooses(visit: Open) -> None:
    light, dark = ground_of(visit(color_scheme="light")), ground_of(visit(color_scheme="dark"))
    assert light != dark
    assert ground_of(visit(color_scheme="dark", java_script_enabled=False)) == dark
    page = visit(color_scheme="light")
    button = page.get_by_role("button", name="Colours")
    button.click()
    assert button.inner_text() == "Colours: light"
    button.click()
    assert button.inner_text() == "Colours: dark"
    assert ground_of(page) == dark
    page.goto(page.url + "take-part/")
    assert ground_of(page) == dark, "the choice holds on other pages"
    page.get_by_role("button", name="Colours").click()
    assert ground_of(page) == light


def test_the_error_page_is_whole_however_deep_the_address(visit: Open) -> None:
    page = visit("no/such/page/")
    assert page.get_by_role("heading", name="Page not found").is_visible()
    page.get_by_role("link", name="Go to the home page").click()
    assert page.url.endswith("/plans/")


def test_print_leaves_out_the_menu_and_buttons(visit: Open) -> None:
    page = visit("take-part/")
    page.emulate_media(media="print")
    assert not page.locator("#or-menu").is_visible()
    assert not page.get_by_role("button").first.is_visible()
    assert page.get_by_role("heading", name="Take part").is_visible()
