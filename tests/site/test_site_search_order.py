"""The order in which a search's files come: what is asked for at once, and what need not wait.

Files are held back on the way to the page, and let go when the test says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest
from first_visit import first_visit
from playwright.sync_api import Browser, Page, Route, expect
from test_site_search import SEARCH, opened, titles

pytestmark = pytest.mark.browser

FILTERS = "**/pagefind/filter/*"
TOLD = "The filters could not be loaded. What was found is complete."


class Gate:
    """Holds back what a page asks for until it is opened."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page, self.pattern, self.is_open = page, pattern, False
        self.held: list[Route] = []
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def wait(self, number: int = 1) -> None:
        """Until so many files are asked for."""
        for _ in range(200):
            if len(self.held) >= number:
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"{len(self.held)} of {number} asked for: {self.pattern}")

    def open(self) -> None:
        self.is_open = True
        for route in self.held:
            route.continue_()


@pytest.fixture
def where(address_of: Callable) -> str:
    return address_of(SEARCH)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with first_visit(browser, loses_files=True) as page:
        yield page


def found(page: Page) -> int:
    return int(page.locator("#found-size").inner_text().split()[0].replace(",", ""))


def counted(page: Page, facet: str) -> int:
    """What the choices of a filter come to, all together."""
    opened(page, facet)
    numbers = page.locator(f"[data-facet={facet}] .or-choice .or-count")
    return sum(map(int, numbers.all_inner_texts()))


def test_what_every_search_needs_is_asked_for_at_once_and_once(page: Page, where: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(urlsplit(one.url).path))
    gate = Gate(page, "**/pagefind/pagefind.js")
    page.goto(where + "?q=data", wait_until="commit")
    gate.wait()
    early = {PurePosixPath(path).name for path in asked if "/pagefind/" in path}
    assert early == {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"}
    gate.open()
    assert len(titles(page)) == 10
    expect(page.locator("[data-facet=kind]")).to_be_visible()
    assert max(Counter(path for path in asked if "/pagefind/" in path).values()) == 1


def test_a_page_of_yesterday_names_a_file_that_is_gone_and_still_finds(
    page: Page, where: str
) -> None:
    """A host may hand out the page from its store after the site was built anew."""

    def age(route: Route) -> None:
        html = route.fetch().text()
        assert html.count('data-first="wasm') == 1
        route.fulfill(body=html.replace('data-first="wasm', 'data-first="gone'))

    page.route(where + "?q=data", age)
    page.goto(where + "?q=data")
    assert len(titles(page)) == 10
    expect(page.locator("#problem")).to_be_empty()


def test_the_first_results_do_not_wait_for_the_filters(page: Page, where: str) -> None:
    gate = Gate(page, FILTERS)
    page.goto(where + "?q=data")
    assert len(titles(page)) == 10
    gate.wait(4)
    expect(page.locator("#announced")).to_contain_text("pages found")
    expect(page.locator("[data-facet]:visible")).to_have_count(0)
    left = page.locator("#found").bounding_box()
    first = page.locator("#found .or-found-list a").first
    first.focus()
    gate.open()
    expect(page.locator("[data-facet=kind]")).to_be_visible()
    expect(first).to_be_focused()
    assert page.locator("#found").bounding_box() == left, "nothing moves when the filters come"
    assert counted(page, "kind") == found(page), "each page is of one kind"
    page.wait_for_timeout(1_000)  # longer than an announcement is held back
    assert sum("found" in each for each in page.evaluate("window.spoken")) == 1


def test_filters_in_the_address_are_asked_for_beside_the_index(page: Page, where: str) -> None:
    gate = Gate(page, FILTERS)
    with page.expect_request("**/pagefind/index/*"):
        page.goto(where + "?q=data&kind=commitment")
    gate.wait(4)
    expect(page.locator("#found")).to_be_hidden()
    gate.open()
    places = page.locator("#found .or-found-list > li > p:nth-of-type(1)")
    assert len(titles(page)) == 10
    assert all(each.startswith("Commitments") for each in places.all_inner_texts())
    expect(page.locator(".or-chosen li")).to_contain_text(["Kind of page: Commitments"])
    opened(page, "kind")
    own = page.locator("[data-facet=kind] .or-choice", has_text="Commitments")
    expect(own.locator(".or-count")).to_have_text(str(found(page)))


def test_lost_filters_are_told_and_leave_the_results(page: Page, where: str) -> None:
    page.route(FILTERS, lambda route: route.fulfill(status=503))
    page.goto(where + "?q=data")
    told = page.get_by_role("alert")
    expect(told).to_contain_text(TOLD)
    expect(page.locator("#filters")).to_be_hidden()
    assert len(titles(page)) == 10
    page.locator("#more").click()
    expect(page.locator("#found .or-found-list > li")).to_have_count(20)
    page.unroute(FILTERS)
    told.get_by_role("button", name="Try again").click()
    expect(page.locator("[data-facet=kind]")).to_be_visible()
    expect(page.locator("#problem")).to_be_empty()
    assert counted(page, "kind") == found(page)


def test_lost_filters_that_are_in_use_are_a_lost_search(page: Page, where: str) -> None:
    """What is found without them would be more than was asked for."""
    page.route(FILTERS, lambda route: route.abort())
    page.goto(where + "?q=data&kind=commitment")
    expect(page.get_by_role("alert")).to_contain_text("The search is not available here.")
    expect(page.locator("#found")).to_be_hidden()


@pytest.mark.parametrize("file", ["pagefind.js", "wasm.en.pagefind"])
def test_who_types_on_while_it_loads_sees_the_last_word_alone(
    page: Page, where: str, file: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    gate = Gate(page, f"**/{file}")
    page.goto(where)
    box = page.locator("#search-q")
    for word in ("budget", "contract", "zzxxqq"):
        box.fill(word)
        page.wait_for_url(f"**/?q={word}")
        gate.wait()
    gate.open()
    expect(page.locator("#found-none")).to_be_visible()
    expect(page.locator("#found-size")).to_have_text("0 pages found")
    expect(page.locator("#found .or-found-list > li")).to_have_count(0)
    expect(page.locator("#filters")).to_be_hidden()
    assert sum("wasm" in url for url in asked) == 1, "three words, one engine"


def test_filters_that_come_late_count_what_was_asked_for_last(page: Page, where: str) -> None:
    gate = Gate(page, FILTERS)
    page.goto(where + "?q=data")
    assert len(titles(page)) == 10
    before = found(page)
    gate.wait(4)
    page.locator("#search-q").fill("contract")
    expect(page.locator("#found-size")).not_to_have_text(f"{before} pages found")
    titles(page)
    gate.open()
    expect(page.locator("[data-facet=kind]")).to_be_visible()
    assert found(page) != before
    assert counted(page, "kind") == found(page)


def test_each_result_is_shown_when_it_is_there_and_in_order(page: Page, where: str) -> None:
    page.goto(where + "?q=data")
    order = titles(page)
    page.close()
    page = page.context.new_page()
    gate = Gate(page, "**/pagefind/fragment/*")
    page.goto(where + "?q=data", wait_until="commit")
    gate.wait(10)
    expect(page.locator("#found")).to_be_hidden()
    gate.held.pop(0).continue_()
    results = page.locator("#found .or-found-list > li > a")
    expect(results).to_have_text(order[:1])
    gate.held.pop(1).continue_()  # the third, before the second
    page.wait_for_timeout(100)
    expect(results).to_have_text(order[:1])
    gate.held.pop(0).continue_()
    expect(results).to_have_text(order[:3])
    expect(page.locator("#more")).to_be_hidden()
    gate.open()
    assert titles(page) == order
    expect(page.locator("#more")).to_be_visible()
