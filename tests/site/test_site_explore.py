"""Finding a commitment on the page of all: filters, address, keyboard, what is announced."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Route, expect
from site_build import Built
from site_pages import Kind
from test_site_axe import dark_violations, show, violations
from test_site_requests import NOTE

pytestmark = pytest.mark.browser

EXPLORE = Kind("explore", "explore/")
OTHER = {"version": 1, "commitments": 1, "words": {"open": [0]}}
INDEX = "**/explore/index.json*"
SPY = """const spoken = window.spoken = []
addEventListener('DOMContentLoaded', () => {
  const region = document.getElementById('announced')
  const note = () => spoken.push(region.textContent)
  if (region) new MutationObserver(note).observe(region, {childList: true})
})"""
HOSTILE = '<img src=x onerror="document.title=\'got in\'"><script>document.title="got in"</script>'


@pytest.fixture
def where(address_of: Callable[[Kind], str]) -> str:
    return address_of(EXPLORE)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page that was never here before, with a note of what it complains of and announces."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(5_000)
    said: list[str] = []
    page.add_init_script(NOTE)
    page.add_init_script(SPY)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def data(site: Built) -> dict[str, list]:
    return json.loads((site.folder / "explore/index.json").read_text("utf-8"))["commitments"]


def real(site: Built) -> int:
    """How many commitments there are without the invented ones."""
    index = json.loads((site.folder / "explore/index.json").read_text("utf-8"))
    examples = [index["members"][member][2] for member, *_ in index["plans"]]
    return sum(not examples[plan] for plan in index["commitments"]["plan"])


def opened(page: Page, facet: str) -> None:
    page.locator(f"[data-facet={facet}] > summary").click()


def titles(page: Page) -> list[str]:
    return page.locator("#found .or-found-list a").all_inner_texts()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_nothing_is_loaded_until_somebody_filters(fresh: Page, where: str) -> None:
    loaded: list[str] = []
    fresh.on("request", lambda request: loaded.append(request.url))
    fresh.goto(where, wait_until="networkidle")
    assert not any("index.json" in url for url in loaded)
    opened(fresh, "status")
    expect(fresh.get_by_label("Complete")).to_be_visible()
    assert sum("index.json" in url for url in loaded) == 1


def test_one_filter_shows_what_it_says(fresh: Page, where: str, demo: Built) -> None:
    fresh.goto(where)
    opened(fresh, "status")
    label = fresh.locator("label", has_text="Reported outside OGP’s scale")
    number = int(label.locator(".or-count").inner_text())
    label.click()
    expect(fresh.locator("#found-size")).to_have_text(
        f"{number} of {real(demo)} commitments match"
    )
    assert len(titles(fresh)) == number > 1
    assert asked(fresh) == {"status": ["own_words"]}
    expect(fresh.locator("#list")).to_be_hidden()
    statuses = fresh.locator("#found .or-status").all_inner_texts()
    assert all(each.strip().startswith("“") for each in statuses), "the report's own words"
    link = fresh.locator("#found .or-found-list a").first
    link.click()
    expect(fresh.locator("h1")).to_be_visible()


def test_invented_ones_are_not_counted_among_real_ones_beside_a_choice(
    fresh: Page, where: str, demo: Built
) -> None:
    fresh.goto(where)
    opened(fresh, "area")
    beside = fresh.locator("[data-facet=area] label", has_text="Open Data").locator(".or-count")
    shown = int(beside.inner_text())
    beside.click()
    expect(fresh.locator("#found-size")).to_have_text(
        re.compile(rf"^{shown} of {real(demo)} commitments match(es)?, and \d+ of \d+ invented$")
    )
    fresh.goto(where + "?member=brackenmouth-example")
    opened(fresh, "area")
    expect(beside).to_have_text(re.compile(r"^\d+ invented$"))


def test_invented_ones_can_be_left_out_as_the_numbers_of_the_progress_page_do(
    fresh: Page, where: str, demo: Built
) -> None:
    every = real(demo)
    fresh.goto(where + "?invented=no")
    expect(fresh.locator("#found-size")).to_have_text(f"{every} of {every} commitments match")
    expect(fresh.locator(".or-chosen li")).to_contain_text("Invented examples")
    progress = demo.pages()["progress/index.html"]
    assert "explore/?status=not_recorded&amp;invented=no" in progress
    assert "explore/?member=" not in progress
    fresh.goto(where + "?invented=yes")
    expect(fresh.locator("#found-size")).to_contain_text("invented")
    links = fresh.locator("#found .or-found-list a")
    assert {each.split("/")[-4] for each in links.evaluate_all("all => all.map(e => e.href)")} == {
        "brackenmouth-example"
    }


def test_filters_combine_and_values_of_one_add_up(fresh: Page, where: str) -> None:
    fresh.goto(where + "?member=ontario")
    expect(fresh.locator("#found")).to_be_visible()
    ontario = len(titles(fresh))
    fresh.goto(where + "?member=ontario&member=austin")
    expect(fresh.locator("#found")).to_be_visible()
    both = len(titles(fresh))
    assert both > ontario > 1
    fresh.goto(where + "?member=ontario&member=austin&q=open+data")
    expect(fresh.locator("#found")).to_be_visible()
    assert 0 < len(titles(fresh)) < both
    fresh.goto(where + "?member=ontario&member=austin&q=open+data+nowhere")
    expect(fresh.locator("#found-none")).to_be_visible()


@pytest.mark.parametrize(
    ("asked", "where_it_stands"),
    [
        ("wage gap", "the title"),
        ("GAUGES", "the summary alone"),
        ("Etat", "a title with accents"),
        ("people with disabilities", "a policy area"),
        ("technology", "an OGP value"),
        ("brackenmouth", "the member"),
        ('"open data"', "a policy area, in quotes"),
        ("open-data", "a policy area, with a hyphen"),
        ('"open', "a policy area, with half a pair of quotes"),
        ("l'etat", "a title with another apostrophe"),
    ],
)
def test_a_word_is_found_wherever_the_page_says_it_looks(
    fresh: Page, where: str, asked: str, where_it_stands: str
) -> None:
    def accented(route: Route) -> None:
        index = route.fetch().json()
        index["commitments"]["title"][0] = "L’État ouvert"
        route.fulfill(json=index)

    fresh.route(INDEX, accented)
    fresh.goto(where)
    fresh.get_by_label("Words to look for").fill(asked)
    expect(fresh.locator("#found-size")).to_contain_text(" match")
    assert titles(fresh), where_it_stands


def test_words_of_summaries_are_loaded_for_who_types_a_word_alone(fresh: Page, where: str) -> None:
    loaded: list[str] = []
    fresh.on("request", lambda request: loaded.append(request.url))
    fresh.goto(where + "?status=complete")
    expect(fresh.locator("#found")).to_be_visible()
    assert not any("words.json" in url for url in loaded)
    fresh.locator("#filter-q").press_sequentially("water", delay=20)
    expect(fresh.locator(".or-chosen li")).to_have_count(2)
    assert sum("words.json" in url for url in loaded) == 1


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


def test_counts_say_what_each_choice_would_come_to(fresh: Page, where: str) -> None:
    fresh.goto(where + "?member=brackenmouth-example")
    expect(fresh.locator("#found")).to_be_visible()
    opened(fresh, "status")
    for label in fresh.locator("[data-facet=status] .or-choice:visible").all():
        number = int(label.locator(".or-count").inner_text().split()[0])
        label.click()
        assert len(titles(fresh)) == number
        label.click()
    opened(fresh, "member")
    others = fresh.locator("[data-facet=member] .or-choice:visible").count()
    assert others > 1, "other members can be added"


def test_what_cannot_match_is_not_offered(fresh: Page, where: str) -> None:
    fresh.goto(where + "?member=ontario")
    expect(fresh.locator("#found")).to_be_visible()
    opened(fresh, "plan")
    plans = fresh.locator("[data-facet=plan] .or-choice:visible").all_inner_texts()
    assert plans
    assert all(plan.startswith("Ontario") for plan in plans)
    assert fresh.locator("[data-facet=status] label", has_text="Not started").count() == 1
    opened(fresh, "status")
    assert "Not started" not in fresh.locator("[data-facet=status]").inner_text()


def test_a_period_takes_what_ran_in_it(fresh: Page, where: str, demo: Built) -> None:
    fresh.goto(where)
    fresh.locator("[data-period] > summary").click()
    fresh.get_by_label("From", exact=True).select_option("2025")
    expect(fresh.locator("#found")).to_be_visible()
    late = len(titles(fresh))
    assert 0 < late < len(data(demo)["id"])
    fresh.get_by_label("To", exact=True).select_option("2025")
    assert asked(fresh) == {"from": ["2025"], "to": ["2025"]}
    assert 0 < len(titles(fresh)) <= late
    fresh.goto(where + "?to=1999")
    expect(fresh.locator("#found-none")).to_be_visible()


def test_an_address_can_be_shared_whatever_it_asks_for(fresh: Page, where: str) -> None:
    query = "?member=ontario&plan=ontario/2017&status=not_recorded&from=2017-Q2&q=open+data"
    fresh.goto(where + query)
    expect(fresh.locator("#found")).to_be_visible()
    chosen = fresh.locator(".or-chosen li").all_inner_texts()
    assert len(chosen) == 5
    assert fresh.locator("#filter-q").input_value() == "open data"
    assert fresh.locator("#filter-from").input_value() == "2017-Q2"
    fresh.goto(where + "?member=nowhere&area=no-such")
    expect(fresh.locator("#found-unknown")).to_contain_text("Member: nowhere; ")


def test_the_back_button_takes_one_choice_back(fresh: Page, where: str) -> None:
    fresh.goto(where)
    opened(fresh, "status")
    fresh.get_by_label("Not recorded").check()
    fresh.locator("#filter-q").press_sequentially("budget", delay=20)
    expect(fresh.locator(".or-chosen li")).to_have_count(2)
    fresh.go_back()
    expect(fresh.locator(".or-chosen li")).to_have_count(1)
    assert fresh.locator("#filter-q").input_value() == ""
    assert fresh.get_by_label("Not recorded").is_checked()
    fresh.go_back()
    expect(fresh.locator("#list")).to_be_visible()
    assert not fresh.get_by_label("Not recorded").is_checked()
    fresh.go_forward()
    fresh.go_forward()
    expect(fresh.locator(".or-chosen li")).to_have_count(2)
    assert fresh.locator("#filter-q").input_value() == "budget", "typing is one step"


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


def test_a_long_list_can_be_searched_and_shown_on(fresh: Page, where: str, demo: Built) -> None:
    fresh.goto(where)
    opened(fresh, "area")
    choices = fresh.locator("[data-facet=area] .or-choice:visible")
    expect(choices.first).to_be_visible()
    assert choices.count() > 10
    fresh.locator("#narrow-area").fill("open d")
    expect(choices).to_have_count(1)
    assert choices.first.inner_text().startswith("Open Data")


def many(route) -> None:  # noqa: ANN001
    """The index, with each commitment three times, and the first one hostile."""
    index = route.fetch().json()
    columns = index["commitments"]
    for name in columns:
        columns[name] = columns[name] * 3
    columns["title"][0] = HOSTILE
    columns["words"][0] = HOSTILE
    index["institutions"] = [HOSTILE] * len(index["institutions"])
    index["members"] = [[id, HOSTILE, 1] for id, _, _ in index["members"]]
    route.fulfill(json=index)


def test_more_results_are_shown_on_request_and_the_focus_goes_on(fresh: Page, where: str) -> None:
    fresh.route(INDEX, many)
    fresh.goto(where + "?from=1990")
    results = fresh.locator("#found .or-found-list > li")
    expect(results).to_have_count(50)
    more = fresh.locator("#more")
    assert more.inner_text().startswith("Show ")
    more.click()
    assert results.count() > 50
    expect(results.nth(50).locator("a")).to_be_focused()


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


def test_a_filter_that_is_not_known_is_said_and_left_out(
    fresh: Page, where: str, demo: Built
) -> None:
    fresh.goto(where + "?status=banana&from=soon")
    every = real(demo)
    invented = len(data(demo)["id"]) - every
    expect(fresh.locator("#found-size")).to_have_text(
        f"{every} of {every} commitments match, and {invented} of {invented} invented"
    )
    expect(fresh.locator("#found-unknown")).to_have_text(
        "This filter is not known here and is left out: Status: banana; From: soon"
    )
    assert fresh.locator(".or-chosen li").count() == 0
    opened(fresh, "status")
    fresh.get_by_label("Complete").check()
    expect(fresh.locator("#found-unknown")).to_be_hidden()
    assert asked(fresh) == {"status": ["complete"]}


def test_a_period_that_ends_before_it_begins_is_turned_round(fresh: Page, where: str) -> None:
    fresh.goto(where + "?from=2025&to=2027")
    expect(fresh.locator("#found")).to_be_visible()
    right = fresh.locator("#found-size").inner_text()
    for way in ("address", "fields"):
        if way == "address":
            fresh.goto(where + "?from=2027&to=2025")
        else:
            fresh.goto(where + "?from=2027")
            fresh.locator("[data-period] > summary").click()
            fresh.get_by_label("To", exact=True).select_option("2025")
        expect(fresh.locator("#found-size")).to_have_text(right)
        assert fresh.locator("#filter-from").input_value() == "2025"
        assert fresh.locator("#filter-to").input_value() == "2027"
        chosen = fresh.locator(".or-chosen li").all_inner_texts()
        assert ["2025" in chosen[0], "2027" in chosen[1]] == [True, True]
        assert asked(fresh) == {"from": ["2025"], "to": ["2027"]}
    fresh.go_back()
    expect(fresh.locator(".or-chosen li")).to_have_count(1)
    assert asked(fresh) == {"from": ["2027"]}


def test_where_no_title_matches_all_texts_can_be_searched(fresh: Page, where: str) -> None:
    fresh.goto(where + "?q=no+such+words")
    link = fresh.get_by_role("link", name="Search all texts for “no such words”")
    assert str(link.get_attribute("href")).endswith("/search/?q=no+such+words")
    fresh.get_by_role("button", name="Clear all filters").click()
    expect(link).to_be_hidden()
