"""Ways to the page of all commitments: by keyboard, on a phone, read out, without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from explore_page import EXPLORE, HOSTILE, INDEX, data, many, opened, titles
from playwright.sync_api import Browser, Page, expect
from site_build import Built
from site_pages import Kind
from test_site_axe import dark_violations, show, violations

pytestmark = pytest.mark.browser

OTHER = {"version": 1, "commitments": 1, "words": {"open": [0]}}


@pytest.fixture
def where(address_of: Callable[[Kind], str]) -> str:
    return address_of(EXPLORE)


@pytest.mark.parametrize("answer", ["nothing", "words of another index"])
def test_without_the_words_of_summaries_nothing_is_shown_as_found(
    browser: Browser, where: str, answer: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "**/explore/words.json*",
        lambda route: route.abort() if answer == "nothing" else route.fulfill(json=OTHER),
    )
    page.goto(where + "?q=open")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("The filters could not be loaded. The list below is complete")
    expect(page.locator("#list")).to_be_visible()
    expect(page.locator("#found")).to_be_hidden()
    page.unroute("**/explore/words.json*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#found")).to_be_visible()
    expect(told).to_be_empty()
    context.close()


def test_results_are_announced_once_the_reader_pauses(fresh: Page, where: str) -> None:
    fresh.goto(where)
    fresh.locator("#filter-q").press_sequentially("open data", delay=60)
    expect(fresh.locator("#announced")).to_contain_text("commitments match")
    spoken = [each for each in fresh.evaluate("window.spoken") if "match" in each]
    assert len(spoken) == 1
    region = fresh.locator("#announced")
    assert region.get_attribute("role") == "status"
    assert region.inner_text() == fresh.locator("#found-size").inner_text()
    fresh.get_by_role("button", name="Clear all filters").click()
    expect(region).to_have_text(fresh.locator("#all .or-count").inner_text())


def test_by_keyboard_alone_everything_works_and_focus_stays(fresh: Page, where: str) -> None:
    fresh.goto(where)
    fresh.locator("#filter-q").focus()

    def focused() -> str:
        return fresh.evaluate("document.activeElement.textContent || document.activeElement.name")

    for _ in range(3):
        fresh.keyboard.press("Tab")
    assert "Status" in focused()
    fresh.keyboard.press("Enter")
    expect(fresh.get_by_label("Not started")).to_be_visible()
    fresh.keyboard.press("Tab")
    assert focused() == "status"
    fresh.keyboard.press("Space")
    expect(fresh.locator("#found")).to_be_visible()
    assert focused() == "status", "the choice keeps the focus"
    fresh.keyboard.press("Space")
    expect(fresh.locator("#list")).to_be_visible()
    assert focused() == "status"
    fresh.keyboard.press("Space")
    fresh.locator(".or-chosen li button").focus()
    fresh.keyboard.press("Enter")
    assert focused().startswith("All commitments"), "there is no other filter to go on to"


def test_taking_filters_back_leads_on_to_the_next(fresh: Page, where: str) -> None:
    fresh.goto(where + "?member=ontario&member=austin&status=not_recorded")
    buttons = fresh.locator(".or-chosen li button")
    expect(buttons).to_have_count(3)
    buttons.nth(1).click()
    expect(buttons).to_have_count(2)
    expect(buttons.nth(1)).to_be_focused()
    fresh.get_by_role("button", name="Clear all filters").click()
    expect(fresh.locator("#all")).to_be_focused()


def test_hostile_words_stay_words(fresh: Page, where: str) -> None:
    fresh.route(INDEX, many)
    fresh.goto(where + "?from=1990&institution=" + "%3Cb%3E")
    expect(fresh.locator("#found-unknown")).to_contain_text("Institution: <b>")
    opened(fresh, "institution")
    assert titles(fresh)[0] == HOSTILE
    for facet in ("member", "plan"):
        opened(fresh, facet)
    assert HOSTILE in fresh.locator("[data-facet=member]").inner_text()
    assert fresh.locator("main img, main b b").count() == 0
    kinds = fresh.locator("main script").evaluate_all("all => all.map(each => each.type)")
    assert kinds == ["application/ld+json"]
    assert "got in" not in fresh.title()


def test_without_its_index_the_page_says_so_and_keeps_the_list(
    browser: Browser, where: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route(INDEX, lambda route: route.abort())
    page.goto(where + "?status=complete")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("The filters could not be loaded. The list below is complete")
    expect(page.locator("#list")).to_be_visible()
    expect(page.locator("#found")).to_be_hidden()
    page.unroute(INDEX)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#found")).to_be_visible()
    expect(told).to_be_empty()
    context.close()


def test_on_a_phone_the_filters_fold_and_lead_to_the_results(fresh: Page, where: str) -> None:
    fresh.set_viewport_size({"width": 320, "height": 640})
    fresh.goto(where)
    status = fresh.locator("[data-facet=status]")
    expect(fresh.locator("#filter-q")).to_be_visible()
    expect(status).to_be_hidden()
    fresh.locator(".or-fold > summary").click()
    expect(status).to_be_visible()
    fresh.locator("#filter-q").fill("open")
    expect(fresh.locator("#found-size")).to_contain_text(" match")
    show = fresh.get_by_role("button", name=f"Show {len(titles(fresh))} commitments")
    expect(show).to_be_in_viewport()
    show.click()
    expect(fresh.locator("#found-size")).to_be_focused()
    expect(status).to_be_hidden()
    assert fresh.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 480])
def test_on_a_phone_the_way_to_the_results_stays_in_view_and_hides_no_focus(
    fresh: Page, where: str, width: int
) -> None:
    fresh.set_viewport_size({"width": width, "height": 640})
    fresh.goto(where)
    fresh.locator(".or-fold > summary").click()
    opened(fresh, "status")
    opened(fresh, "area")
    expect(fresh.get_by_label("Complete")).to_be_visible()
    show = fresh.locator(".or-finding__show")
    fresh.locator("#filter-q").focus()
    for _ in range(14):
        fresh.keyboard.press("Tab")
        expect(show).to_be_in_viewport(ratio=0.9)
        gap = fresh.evaluate(
            "document.querySelector('.or-finding__show').getBoundingClientRect().top"
            " - document.activeElement.getBoundingClientRect().bottom"
        )
        assert gap >= 0, fresh.evaluate("document.activeElement.outerHTML")
    fresh.keyboard.press("Space")
    expect(show).to_have_text(re.compile(r"^Show \d+ commitments?$"))
    spoken = [each for each in fresh.evaluate("window.spoken") if "Show" in each]
    assert spoken == [], "the button is no announcement"


def test_without_javascript_the_list_is_whole(browser: Browser, where: str, demo: Built) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(where)
    assert "the list below is complete" in page.locator("main").inner_text()
    assert page.locator("form:visible, button:visible, input:visible").count() == 0
    links = page.locator("#list .or-found-list a")
    assert links.count() == len(data(demo)["id"])
    links.last.click()
    expect(page.locator("h1")).to_be_visible()
    context.close()


def test_with_filters_at_work_no_accessibility_rule_is_broken(fresh: Page, where: str) -> None:
    fresh.goto(where + "?status=not_recorded&from=2019")
    expect(fresh.locator("#found")).to_be_visible()
    fresh.evaluate(AXE_SCRIPT)
    for width in (320, 1280):
        show(fresh, width, "light")
        fresh.locator(".or-fold").evaluate("fold => { fold.open = true }")
        for facet in fresh.locator(".or-facet:not([hidden])").all():
            facet.evaluate("facet => { facet.open = true }")
        # All of it in view: axe takes what the button that stays in view covers for too small.
        fresh.set_viewport_size({"width": width, "height": 12_000})
        assert violations(fresh) == [], f"{width} px, light"
        show(fresh, width, "dark")
        assert dark_violations(fresh) == [], f"{width} px, dark"
