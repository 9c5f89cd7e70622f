"""Pages of progress in a browser: numbers that lead to what they count, pictures that fit."""

from __future__ import annotations

import re
from collections.abc import Callable

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


def test_tabs_lead_around_the_plan_and_say_where_one_is(page: Page, address_of: Address) -> None:
    page.goto(address_of(EXAMPLE))
    names = page.locator(".or-tabs a").all_inner_texts()
    assert names == ["Overview", "Progress", "What changed", "Standards"]
    for name in names:
        page.locator(".or-tabs a", has_text=name).click()
        assert page.locator(".or-tabs [aria-current=page]").inner_text() == name
        assert page.locator(".or-tabs a").all_inner_texts() == names
