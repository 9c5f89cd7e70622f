"""Finding a commitment on the page of all: filters, words, periods, and the address of these."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from explore_page import EXPLORE, INDEX, asked, data, many, opened, real, titles
from playwright.sync_api import Page, Route, expect
from site_build import Built
from site_pages import Kind

pytestmark = pytest.mark.browser


@pytest.fixture
def where(address_of: Callable[[Kind], str]) -> str:
    return address_of(EXPLORE)


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


def test_a_long_list_can_be_searched_and_shown_on(fresh: Page, where: str, demo: Built) -> None:
    fresh.goto(where)
    opened(fresh, "area")
    choices = fresh.locator("[data-facet=area] .or-choice:visible")
    expect(choices.first).to_be_visible()
    assert choices.count() > 10
    fresh.locator("#narrow-area").fill("open d")
    expect(choices).to_have_count(1)
    assert choices.first.inner_text().startswith("Open Data")


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
