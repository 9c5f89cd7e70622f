"""Searching the whole site: what is found, by which filters, at what weight, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect
from site_build import Built
from site_pages import Kind
from test_site_axe import dark_violations, show, violations

pytestmark = pytest.mark.browser

SEARCH = Kind("search", "search/")
HOSTILE = "<img src=x onerror=\"document.title='got in'\">"
WEIGHT = 500_000


@pytest.fixture
def where(address_of: Callable[[Kind], str]) -> str:
    return address_of(SEARCH)


def titles(page: Page) -> list[str]:
    expect(page.locator("#found")).to_be_visible(timeout=10_000)
    expect(page.locator("#found [aria-busy]")).to_have_count(0)
    return page.locator("#found .or-found-list > li > a").all_inner_texts()


def size(page: Page) -> int:
    expect(page.locator("#found")).to_be_visible(timeout=10_000)
    return int(page.locator("#found-size").inner_text().split()[0])


def opened(page: Page, facet: str) -> None:
    page.locator(f"[data-facet={facet}] > summary").click()


def test_nothing_is_loaded_until_somebody_looks_for_something(fresh: Page, where: str) -> None:
    loaded: list[str] = []
    fresh.on("request", lambda request: loaded.append(request.url))
    fresh.goto(where, wait_until="networkidle")
    assert not any("/pagefind/" in url for url in loaded)
    expect(fresh.locator("#hint")).to_be_visible()


def test_a_word_of_a_commitment_finds_it(fresh: Page, where: str) -> None:
    fresh.goto(where)
    fresh.locator("#search-q").fill("international open data charter")
    assert titles(fresh)[0].startswith("Adopt the International Open Data Charter")
    first = fresh.locator("#found .or-found-list > li").first
    assert "Commitments · Ontario · First action plan" in first.inner_text()
    assert first.locator("mark").count() > 0
    assert first.locator(".or-status .or-shape").count() == 1
    assert parse_qs(urlsplit(fresh.url).query) == {"q": ["international open data charter"]}
    first.locator("a").first.click()
    expect(fresh.locator("h1")).to_contain_text("Open Data Charter")


def test_promises_and_plans_come_before_rules_that_speak_of_them(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=commitment")
    results = fresh.locator("#found .or-found-list > li")
    expect(results).to_have_count(10)
    assert not results.filter(has_text="Rules and requirements").count()
    assert not results.filter(has_text="About this site").count()
    fresh.goto(where + "?q=C10")
    expect(results.first).to_contain_text("Rules and requirements")


def test_words_are_found_in_their_other_forms_and_in_texts(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=contract")
    one = set(titles(fresh))
    fresh.goto(where + "?q=contracts")
    assert set(titles(fresh)) & one
    fresh.goto(where + "?q=reasoned+response")
    assert size(fresh) > 0, "in the pages of the rules and the glossary"


def test_a_result_names_the_places_within_the_page(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=" + "milestones&kind=content")
    assert titles(fresh)
    section = fresh.locator(".or-found-sections a").first
    assert "#" in (section.get_attribute("href") or "")
    section.click()
    fresh.wait_for_url("**#*")
    fresh.wait_for_load_state()  # the address changes before the page is there
    fragment = urlsplit(fresh.url).fragment
    assert fresh.locator(f"[id='{fragment}']").count() == 1


def test_filters_narrow_and_combine_and_their_counts_hold(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=data")
    every = size(fresh)
    opened(fresh, "kind")
    label = fresh.locator("[data-facet=kind] .or-choice", has_text="Commitments")
    number = int(label.locator(".or-count").inner_text())
    label.click()
    expect(fresh.locator("#found-size")).to_have_text(f"{number} pages found")
    assert 0 < number < every
    opened(fresh, "member")
    ontario = fresh.locator("[data-facet=member] .or-choice", has_text="Ontario")
    fewer = int(ontario.locator(".or-count").inner_text())
    ontario.click()
    expect(fresh.locator("#found-size")).to_contain_text(str(fewer))
    assert 0 < fewer < number
    places = fresh.locator("#found .or-found-list > li > p:nth-of-type(1)").all_inner_texts()
    assert all("Commitments · Ontario" in place for place in places)
    assert parse_qs(urlsplit(fresh.url).query) == {
        "q": ["data"], "kind": ["commitment"], "member": ["ontario"],
    }  # fmt: skip


def test_an_address_can_be_shared_and_a_choice_taken_back(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=contract&status=complete")
    assert "Publish every city contract" in titles(fresh)[0]
    one = size(fresh)
    expect(fresh.locator(".or-chosen li")).to_have_text(["Remove the filter Status: Complete ×"])
    fresh.get_by_role("button", name="Remove the filter Status: Complete").click()
    expect(fresh.locator(".or-chosen")).to_be_hidden()
    expect(fresh.locator("#found-size")).to_be_focused()
    assert size(fresh) > one
    fresh.go_back()
    expect(fresh.locator(".or-chosen li")).to_have_count(1)
    assert size(fresh) == one


def test_filters_without_a_word_do_not_load_the_whole_index(fresh: Page, where: str) -> None:
    loaded: list[str] = []
    fresh.on("request", lambda request: loaded.append(request.url))
    fresh.goto(where + "?status=complete", wait_until="networkidle")
    expect(fresh.locator("#hint")).to_be_visible()
    assert not any("/pagefind/" in url for url in loaded)


def test_what_was_found_is_announced_once(fresh: Page, where: str) -> None:
    fresh.goto(where)
    fresh.locator("#search-q").press_sequentially("budget", delay=40)
    expect(fresh.locator("#announced")).to_contain_text("pages found")
    spoken = fresh.evaluate("window.spoken")
    assert sum("found" in each for each in spoken) == 1
    fresh.locator("#search-q").fill("zzxxqq")
    told = "No page was found with “zzxxqq”. Nothing was found."
    expect(fresh.locator("#announced")).to_have_text(told)
    expect(fresh.locator("#found-none")).to_contain_text("use fewer words")


def test_by_keyboard_alone(fresh: Page, where: str) -> None:
    fresh.goto(where)
    fresh.locator("#search-q").focus()
    fresh.keyboard.type("open data")
    fresh.keyboard.press("Enter")
    expect(fresh.locator("#found")).to_be_visible()
    expect(fresh.locator("#search-q")).to_be_focused()
    more = fresh.locator("#more")
    expect(more).to_be_visible()  # results come one by one, and it after the tenth
    more.focus()
    fresh.keyboard.press("Enter")
    results = fresh.locator("#found .or-found-list > li")
    expect(results.nth(10).locator("a").first).to_be_focused()


def test_every_page_leads_to_the_search(fresh: Page, address_of: Callable[[Kind], str]) -> None:
    fresh.goto(address_of(Kind("commitment", "ontario/2017/open-data-charter/")))
    fresh.get_by_role("link", name="Search", exact=True).click()
    expect(fresh.get_by_role("heading", level=1)).to_have_text("Search this site")


def test_wasm_may_run_where_the_search_is_and_nowhere_else(demo: Built) -> None:
    allowing = [path for path, html in demo.pages().items() if "wasm-unsafe-eval" in html]
    assert allowing == ["search/index.html"]
    assert all("'unsafe-eval'" not in html for html in demo.pages().values())


def test_hostile_words_stay_words(fresh: Page, where: str) -> None:
    def spoil(route) -> None:  # noqa: ANN001
        route.fulfill(
            content_type="text/javascript",
            body=f"""const page = {{ url: '/x/', meta: {{ title: {HOSTILE!r}, place: {HOSTILE!r},
              code: 'limited', status: {HOSTILE!r} }}, filters: {{}}, sub_results: [], content: '',
              excerpt: '&lt;img src=x&gt; <mark>{HOSTILE.replace("'", "").replace("<", "&lt;")}'
                + '</mark>' }}
            export const createInstance = () => ({{ init: async () => {{}},
              filters: async () => ({{ member: {{ 'a␟{HOSTILE.replace("'", "")}': 1 }} }}),
              search: async () => ({{ results: [{{ data: async () => page }}],
                filters: {{ member: {{ 'a␟{HOSTILE.replace("'", "")}': 1 }} }} }}) }})""",
        )

    fresh.route("**/pagefind.js", spoil)
    fresh.goto(where + "?q=x")
    assert titles(fresh) == [HOSTILE]
    opened(fresh, "member")
    assert "onerror" in fresh.locator("[data-facet=member]").inner_text()
    assert fresh.locator("main img").count() == 0
    assert "got in" not in fresh.title()


def test_without_an_index_the_page_says_so_and_helps(browser: Browser, where: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(where + "?q=data")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("The search is not available here.")
    told.get_by_role("link", name="all commitments in one list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Explore the commitments")
    context.close()


@pytest.mark.parametrize("part", ["fragment", "index"])
def test_a_file_that_does_not_come_is_told_and_can_be_asked_for_again(
    browser: Browser, where: str, part: str
) -> None:
    """Pagefind itself would find nothing, or stay silent, where a part of its index is lost."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(f"**/pagefind/{part}/*", lambda route: route.abort())
    page.goto(where + "?q=data")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("may also have failed to load")
    expect(page.locator("#found")).to_be_hidden()
    page.unroute(f"**/pagefind/{part}/*")
    told.get_by_role("button", name="Try again").click()
    expect(page.locator("#found-size")).to_contain_text("pages found")
    expect(page.locator("#problem")).to_be_empty()
    assert len(titles(page)) == 10
    page.route("**/pagefind/fragment/*", lambda route: route.fulfill(status=503))
    page.locator("#more").click()
    expect(told).to_contain_text("may also have failed to load")
    assert errors == []
    context.close()


def test_narrowing_a_filter_asks_for_nothing(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=the", wait_until="networkidle")
    assert titles(fresh)
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    narrow = fresh.locator("[data-facet=area] input[type=search]")
    opened(fresh, "area")
    narrow.fill("open data")
    shown = fresh.locator("[data-facet=area] .or-choice:visible").all_inner_texts()
    assert shown
    assert all("open data" in each.lower() for each in shown)
    assert asked == []


def test_an_excerpt_is_what_the_page_says(fresh: Page, where: str) -> None:
    """Pagefind escapes < and > in excerpts, and leaves & as it is."""
    shown = "Write &lt; for < and &amp; for & in <b>bold</b> budgets."
    fresh.route("**/pagefind.js", lambda route: route.fulfill(
        content_type="text/javascript",
        body=f"""const content = "Before all. " + {shown!r} + " After all.";
            const raw = {shown!r}.replace(/</g, "&lt;").replace(/>/g, "&gt;");
            const page = {{ url: "/x/", meta: {{ title: "A" }}, filters: {{}}, sub_results: [],
              content, excerpt: raw.replace("budgets.", "<mark>budgets.</mark>") }};
            export const createInstance = () => ({{
              init: async () => {{}}, filters: async () => ({{}}),
              search: async () => ({{ results: [{{ data: async () => page }}], filters: {{}} }}),
            }})""",
    ))  # fmt: skip
    fresh.goto(where + "?q=budget")
    assert titles(fresh) == ["A"]
    excerpt = fresh.locator("#found .or-found-list > li > p").last
    assert excerpt.inner_text() == shown
    assert excerpt.locator("mark").all_inner_texts() == ["budgets."]


def test_without_javascript_the_page_says_where_to_look(browser: Browser, where: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(where)
    assert "Searching needs JavaScript" in page.locator("main").inner_text()
    assert page.locator("form:visible, input:visible, button:visible").count() == 0
    page.get_by_role("link", name="all commitments in one list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Explore the commitments")
    context.close()


def test_a_first_result_is_light(fresh: Page, where: str) -> None:
    weights: list[int] = []
    fresh.on("response", lambda got: weights.append(len(got.body())))
    fresh.goto(where + "?q=data", wait_until="networkidle")
    assert titles(fresh)
    assert sum(weights) < WEIGHT, "even uncompressed"


def test_with_results_no_accessibility_rule_is_broken(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=data&kind=commitment")
    expect(fresh.locator("#found")).to_be_visible()
    fresh.evaluate(AXE_SCRIPT)
    for width in (320, 1280):
        show(fresh, width, "light")
        fresh.locator(".or-fold").evaluate("fold => { fold.open = true }")
        for facet in fresh.locator(".or-facet:not([hidden])").all():
            facet.evaluate("facet => { facet.open = true }")
        assert violations(fresh) == [], f"{width} px, light"
        show(fresh, width, "dark")
        assert dark_violations(fresh) == [], f"{width} px, dark"
        assert fresh.evaluate("document.documentElement.scrollWidth <= innerWidth")
