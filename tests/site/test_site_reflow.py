"""Pages fit a narrow screen, larger text, wider spacing and a finger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from site_pages import KINDS, Kind

pytestmark = pytest.mark.browser

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
# A style sheet made by script, since the pages' policy allows none in the page.
ADD = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = css ? [sheet] : []
}"""
# What makes a page scroll sideways, and text that its own box cuts off.
SPILLS = """() => {
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth
  const all = [...document.querySelectorAll('body *')]
  const scrolls = each => each.closest('pre, .table-scroll, thead')
  const out = wide ? all.filter(each => each.getBoundingClientRect().right > innerWidth + 0.5
    && !scrolls(each) && each.checkVisibility()) : []
  const cut = all.filter(each => getComputedStyle(each).overflow === 'hidden'
    && each.clientWidth > 1 && !each.closest('svg')
    && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1))
  const told = [...out.map(each => `wide: ${each.outerHTML}`),
    ...cut.map(each => `cut off: ${each.outerHTML}`)].map(each => each.slice(0, 200))
  return wide ? ['the page scrolls sideways', ...told] : told
}"""
# Words of headings and statuses that are broken over two lines; a dash may end a line.
BROKEN = """() => [...document.querySelectorAll('h1, h2, h3, h4, .or-status, .or-standing strong')]
  .flatMap(each => {
    const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
    const broken = []
    while (texts.nextNode())
      for (const word of texts.currentNode.data.matchAll(/[^\\s\\-–—/]+/g)) {
        const range = document.createRange()
        range.setStart(texts.currentNode, word.index)
        range.setEnd(texts.currentNode, word.index + word[0].length)
        if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0])
      }
    return broken
  })"""
CONTROLS = "button, summary, input, .or-site, .or-menu a, .or-action, .or-footer__links a"
SMALL = """controls => [...document.querySelectorAll(controls)].filter(each => {
  const box = each.getBoundingClientRect()
  return each.checkVisibility() && (box.width < 24 || box.height < 24)
}).map(each => each.outerHTML.slice(0, 160))"""

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@each_kind
def test_nothing_scrolls_sideways_or_is_cut_off(
    kind: Kind, page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address_of(kind))
    assert page.evaluate(SPILLS) == []
    assert page.evaluate(BROKEN) == []
    page.evaluate(ADD, SPACING)
    assert page.evaluate(SPILLS) == [], "with the spacing of WCAG 1.4.12"


@pytest.fixture(scope="module")
def large(browser: Browser) -> Iterator[Page]:
    """A phone whose owner has set text to twice its size, as the browser's settings do."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    sizes = {"fontSizes": {"standard": 32, "fixed": 26}}
    context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    yield page
    context.close()


@each_kind
def test_text_of_twice_the_size_fits_a_phone(
    kind: Kind, large: Page, address_of: Callable[[Kind], str]
) -> None:
    large.goto(address_of(kind))
    assert large.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 34
    assert large.evaluate(SPILLS) == []


@each_kind
def test_a_finger_can_hit_every_control(
    kind: Kind, page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(kind))
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        if width == 320:
            page.locator(".or-menu-button").click()
        assert page.evaluate(SMALL, CONTROLS) == [], f"{width} px"


def test_wide_cut_and_broken_words_and_a_small_button_are_noticed(
    page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address_of(KINDS[0]))
    page.evaluate(ADD, "h1 { width: 400px } h2 { height: 3px; overflow: hidden }")
    told = page.evaluate(SPILLS)
    assert "the page scrolls sideways" in told
    assert any(each.startswith("wide: <h1") for each in told)
    assert any(each.startswith("cut off: <h2") for each in told)
    page.evaluate(ADD, "h1 { width: 3em; overflow-wrap: anywhere }")
    assert "government" in page.evaluate(BROKEN)
    page.evaluate(ADD, ".or-button { min-height: 0; padding: 0; font-size: 8px }")
    assert page.evaluate(SMALL, CONTROLS) != []
