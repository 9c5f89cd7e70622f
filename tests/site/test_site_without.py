"""Pages are whole without JavaScript, in a reader's own colours, and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from site_pages import BRIEF, Kind

pytestmark = pytest.mark.browser

Address = Callable[[Kind], str]
HOME = BRIEF[0]
FULL_PLAN, FULL = (kind for kind in BRIEF if kind.name in {"full plan", "full commitment"})

each_kind = pytest.mark.parametrize("kind", BRIEF, ids=lambda kind: kind.name)

LINKS = "all => all.filter(each => each.checkVisibility()).map(each => each.href)"
# The text that a reader sees, piece by piece, apart from what paper does without.
PIECES = """() => [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, dt, dd, th, td)')]
  .filter(each => !each.closest(`.or-crumbs, .or-tabs, .or-contents, .or-ways, .or-pager, .or-edit,
    .or-follow, thead`))
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().height > 0)
  .map(each => each.innerText.replace(/\\s+/g, ' ').trim()).filter(Boolean)"""
# A colour that the reader chose shows when it stands out from what is behind it.
SHAPES = """all => all.map(each => {
  const part = each.querySelector('circle, path'), style = getComputedStyle(part)
  const drawn = style.stroke === 'none' ? style.fill : style.stroke
  return [drawn, getComputedStyle(document.body).backgroundColor,
    each.getBoundingClientRect().width]
})"""
LINES = "all => all.map(each => [getComputedStyle(each).borderBottomColor, each.ariaCurrent])"
FOLD = "open => document.querySelectorAll('main details').forEach(each => each.open = open)"
REMOVE = "all => all.forEach(each => each.remove())"
PRINTED = "all => all.map(each => [each.href, getComputedStyle(each, '::after').content])"


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@each_kind
def test_without_javascript_nothing_is_missing(
    kind: Kind, page: Page, plain: Page, address_of: Address
) -> None:
    for width in (320, 1280):
        for each in (page, plain):
            each.set_viewport_size({"width": width, "height": 800})
            each.goto(address_of(kind))
        assert plain.locator("main").inner_text() == page.locator("main").inner_text()
        if page.locator(".or-menu-button").is_visible():
            page.locator(".or-menu-button").click()
        links = plain.locator("a[href]").evaluate_all(LINKS)
        assert links == page.locator("a[href]").evaluate_all(LINKS)
        assert plain.locator("#or-menu a").count() >= 1
        assert plain.locator("button:visible").count() == 0, "a button that can do nothing"


def test_in_a_readers_own_colours_every_shape_still_stands_out(
    page: Page, address_of: Address
) -> None:
    page.goto(address_of(FULL_PLAN))
    page.emulate_media(forced_colors="active")
    shapes = page.locator(".or-shape:visible").evaluate_all(SHAPES)
    assert len(shapes) > 4
    for drawn, behind, width in shapes:
        assert drawn != behind
        assert width >= 12
    page.emulate_media(forced_colors="none")


def test_in_a_readers_own_colours_one_item_of_the_menu_is_marked(
    page: Page, address_of: Address
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address_of(HOME))
    page.emulate_media(forced_colors="active")
    lines = page.locator("#or-menu a").evaluate_all(LINES)
    assert [line for line, current in lines if current]
    assert {line for line, current in lines if current}.isdisjoint(
        line for line, current in lines if not current
    )
    page.emulate_media(forced_colors="none")


def test_statuses_are_told_apart_by_shape_and_by_word(page: Page, address_of: Address) -> None:
    page.goto(address_of(FULL_PLAN))
    page.emulate_media(forced_colors="active")
    drawings, words = set(), set()
    for status in page.locator("td .or-status:visible").all():
        word = status.inner_text().strip()
        if word not in words:
            words.add(word)
            drawings.add(status.locator(".or-shape").screenshot())
    assert len(words) >= 4
    assert "" not in words
    assert len(drawings) == len(words)
    page.emulate_media(forced_colors="none")


@each_kind
def test_on_paper_the_content_is_whole_and_the_ways_around_are_gone(
    kind: Kind, page: Page, address_of: Address
) -> None:
    page.set_viewport_size({"width": 794, "height": 1123})
    page.goto(address_of(kind))
    page.evaluate(FOLD, True)
    page.locator(".or-missing + p > a").evaluate_all(REMOVE)  # leads to a form, not to a text
    seen = page.evaluate(PIECES)
    page.evaluate(FOLD, False)  # paper shows what is folded away on a screen
    page.emulate_media(media="print")
    assert page.evaluate(PIECES) == seen
    ways = (".or-crumbs", ".or-tabs", ".or-contents", ".or-pager")
    for gone in ("#or-menu", ".or-skip", "button", *ways):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    page.emulate_media(media="screen")


def test_on_paper_the_addresses_of_sources_can_be_read(page: Page, address_of: Address) -> None:
    page.goto(address_of(FULL))
    page.emulate_media(media="print")
    for place in (".or-sources", ".or-documents"):
        links = page.locator(f"{place} a[href^=http]").evaluate_all(PRINTED)
        assert links
        for address, printed in links:
            assert address in printed
    page.emulate_media(media="screen")


def test_on_paper_everything_fits_the_sheet(page: Page, address_of: Address) -> None:
    page.goto(address_of(FULL))
    page.set_viewport_size({"width": 690, "height": 980})  # A4 less its margins
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= 6
    page.emulate_media(media="screen")
