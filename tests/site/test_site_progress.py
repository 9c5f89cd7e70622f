"""Pages of progress in a browser: numbers that lead to what they count, pictures that fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from site_pages import Kind

pytestmark = pytest.mark.browser

Address = Callable[[Kind], str]
EXAMPLE = Kind("progress", "brackenmouth-example/2025-2027/progress/")
ALL = Kind("progress of all", "progress/")
# What is drawn outside its picture, or reaches over the edge of the page.
STRAY = """() => [...document.querySelectorAll('.or-timeline li > svg')].flatMap(picture => {
  const around = picture.getBoundingClientRect()
  return [...picture.querySelectorAll('rect, use, line')].filter(each => {
    const box = each.getBoundingClientRect()
    return box.left < around.left - 12 || box.right > Math.min(around.right + 12, innerWidth)
      || box.top < around.top - 2 || box.bottom > around.bottom + 2
  }).map(each => each.outerHTML)
})"""
HEIGHTS = "all => all.map(each => [each.getAttribute('height') * 1, each.clientHeight])"
COVERED = """() => [...document.querySelectorAll('.or-timeline li > svg')].flatMap(picture => {
  const boxes = [...picture.querySelectorAll('svg > use')].map(use => use.getBoundingClientRect())
  return boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other =>
    Math.abs(one.left - other.left) < 13 && Math.abs(one.top - other.top) < 13))
})"""


@pytest.mark.parametrize("kind", [EXAMPLE, ALL], ids=lambda kind: kind.name)
def test_each_number_leads_to_as_many_commitments(
    kind: Kind, page: Page, address_of: Address
) -> None:
    page.goto(address_of(kind))
    links = page.locator(".or-progress a[href*='explore/?']").evaluate_all(
        "all => all.map(each => [each.href, each.innerText])"
    )
    counted = [(href, int(found[0])) for href, text in links if (found := re.match(r"\d+", text))]
    assert len(counted) > 10
    for href, number in (*counted[:4], *counted[-4:]):
        page.goto("about:blank")
        page.goto(href)
        lines = page.locator("#found .or-found-list a")
        expect(lines).to_have_count(number)


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_picture_in_time_fits_and_no_mark_covers_another(
    width: int, page: Page, address_of: Address
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address_of(EXAMPLE))
    assert page.evaluate(STRAY) == []
    assert page.evaluate(COVERED) == []
    heights = page.locator(".or-timeline li > svg").evaluate_all(HEIGHTS)
    assert len(heights) == 5
    assert all(wanted == drawn for wanted, drawn in heights)


def test_a_picture_has_words_and_a_table_for_those_who_do_not_see_it(
    page: Page, address_of: Address
) -> None:
    page.goto(address_of(EXAMPLE))
    pictures = page.locator("svg[role=img]")
    names = [each.get_attribute("aria-label") for each in pictures.all()]
    assert len(names) > 20
    assert all(names)
    page.locator("#steps > summary").click()
    assert page.locator("#steps tbody tr").count() == 17  # every milestone of the example
    assert page.get_by_role("table").count() >= 5


def test_a_link_to_the_table_finds_it_open(page: Page, address_of: Address) -> None:
    """From afar, and on the page itself where it was folded again in between."""
    page.goto(address_of(EXAMPLE) + "#steps")
    row = page.locator("#steps tbody tr").first
    expect(row).to_be_visible()
    page.goto(address_of(EXAMPLE))
    expect(row).to_be_hidden()
    page.evaluate("location.hash = '#steps'")
    expect(row).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_a_date_stood_is_seen_without_colour_and_told_in_the_table(
    scheme: Literal["light", "dark"], page: Page, address_of: Address
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address_of(EXAMPLE))
    boxes = page.locator(".or-timeline .or-was")
    assert boxes.count() == 2
    for box in boxes.all():
        looks = box.evaluate(
            "box => { const {fill, stroke, strokeDasharray, color} = getComputedStyle(box);"
            " return [fill, strokeDasharray !== 'none', stroke === color] }"
        )
        assert looks == ["none", True, True], "an open, dashed box in the colour of the text"
        assert box.evaluate("box => box.getBoundingClientRect().width") >= 10
    page.emulate_media(color_scheme="light")
    page.locator("#steps > summary").click()
    row = page.locator("#steps tr", has_text="Put up sirens")
    expect(row.locator("td").first).to_have_text("31 March 2027first due 30 September 2026")


@pytest.mark.parametrize(
    "place", ["", "progress/", "standards/"], ids=["overview", "progress", "standards"]
)
def test_what_speaks_of_dates_to_come_leads_to_the_calendar(
    place: str, page: Page, address_of: Address
) -> None:
    plan = "brackenmouth-example/2025-2027/"
    page.goto(address_of(Kind("a page of the plan", plan + place)))
    file = page.get_by_role("link", name="Calendar of this plan (iCalendar)")
    assert str(file.get_attribute("href")).endswith("calendar.ics")
    page.get_by_role("link", name="All plans, month by month").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/calendar/")


def test_on_paper_what_comes_takes_the_whole_width(page: Page, address_of: Address) -> None:
    page.goto(address_of(EXAMPLE))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1000})
    lists = page.locator(".or-outlook")
    width = lists.evaluate("lists => lists.clientWidth")
    for one in lists.locator("> div").all():
        assert one.evaluate("one => one.clientWidth") == width
    long = lists.locator(".or-dated:has(> li:nth-child(2))").first
    first, *_, last = (box.bounding_box() for box in long.locator("> li").all())
    assert first
    assert last
    assert last["x"] > first["x"] + first["width"]
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})


def test_tabs_lead_around_the_plan_and_say_where_one_is(page: Page, address_of: Address) -> None:
    page.goto(address_of(EXAMPLE))
    names = page.locator(".or-tabs a").all_inner_texts()
    assert names == ["Overview", "Progress", "What changed", "Standards"]
    for name in names:
        page.locator(".or-tabs a", has_text=name).click()
        assert page.locator(".or-tabs [aria-current=page]").inner_text() == name
        assert page.locator(".or-tabs a").all_inner_texts() == names


def test_the_heads_of_the_table_of_reports_break_no_word_and_stay_in_sight(
    page: Page, address_of: Address
) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(address_of(EXAMPLE))
    heads = page.locator(".or-matrix thead th:not(:first-child)")
    sizes = heads.evaluate_all("all => all.map(each => [each.scrollWidth, each.clientWidth])")
    assert len(sizes) > 3
    assert all(needed <= there for needed, there in sizes)
    tall = heads.evaluate_all("all => all.map(each => each.clientHeight)")
    # The head of the rows' names is not seen, and is there for who is read the table to.
    assert page.locator(".or-matrix").get_by_role("columnheader").count() == len(sizes) + 1
    words = heads.evaluate_all("all => Math.max(...all.map(e => e.innerText.split(/\\s/).length))")
    assert max(tall) <= 16 * words + 16
    page.locator(".or-matrix tbody tr").last.evaluate("each => each.scrollIntoView()")
    box = page.locator(".or-matrix thead").bounding_box()
    assert box
    assert 0 <= box["y"] < 1


@pytest.mark.parametrize("width", [320, 768])
def test_the_day_of_the_data_is_named_whole(width: int, page: Page, address_of: Address) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address_of(EXAMPLE))
    ends = page.locator(".or-tick--today").evaluate(
        "each => [each.getBoundingClientRect().left, each.getBoundingClientRect().right]"
    )
    assert ends[0] >= 0
    assert ends[1] <= width
