"""Every page can be used by keyboard alone, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from site_pages import BRIEF, Kind

pytestmark = pytest.mark.browser

Address = Callable[[Kind], str]
PLAN, COMMITMENT = (kind for kind in BRIEF if kind.name in {"full plan", "full commitment"})

# What a reader can reach with Tab, in the order of the document; then, for each stop, what is
# wrong with it. Three colours count for the ring: its own, its shadow's, and what is behind it.
WATCH = """() => {
  const natural = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
  const stops = [...document.querySelectorAll(natural)].filter(each =>
    each.checkVisibility({visibilityProperty: true}) && !each.disabled)
  const luminance = text => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    canvas.fillStyle = text
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const behind = element => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor
      if (colour !== 'rgba(0, 0, 0, 0)') return colour
    }
    return getComputedStyle(document.body).backgroundColor
  }
  const ring = element => {
    const style = getComputedStyle(element)
    const outline = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'
    const shadow = style.boxShadow.match(/^(?:rgb|color)[^)]*\\)/)
    return [...(outline ? [style.outlineColor] : []), ...(shadow ? [shadow[0]] : [])]
  }
  const before = new Map(stops.map(each => [each, ring(each).join()]))
  window.look = () => {
    const stop = document.activeElement
    const index = stops.indexOf(stop)
    const faults = []
    const boxes = [...stop.getClientRects()].filter(box => box.width && box.height)
    if (!boxes.length) return {index, name: stop.outerHTML, faults: ['has no size']}
    const seen = boxes.some(box => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      const top = document.elementFromPoint(x, y)
      return top && (stop.contains(top) || top.contains(stop))
    })
    if (!seen) faults.push('is covered or out of sight')
    if (boxes[0].left < 0 || boxes[0].right > innerWidth + 1) faults.push('leaves the screen')
    const colours = ring(stop)
    if (!colours.length || colours.join() === before.get(stop)) faults.push('shows no focus')
    else if (Math.max(...colours.map(each => contrast(each, behind(stop)))) < 3)
      faults.push('shows focus too faintly')
    return {index, name: stop.outerHTML.slice(0, 120), faults}
  }
  return stops.length
}"""
SCROLLERS = """() => [...document.querySelectorAll('body *')].filter(each => {
  const way = getComputedStyle(each).overflowX
  return ['auto', 'scroll'].includes(way) && each.scrollWidth > each.clientWidth + 1
    && each.tabIndex < 0 && !each.querySelector('a[href], button, [tabindex="0"]')
}).map(each => each.outerHTML.slice(0, 120))"""
FOCUSED = "document.activeElement.id || document.activeElement.className"


def visit(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(address)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", BRIEF, ids=lambda kind: kind.name)
def test_tab_reaches_everything_in_order_and_each_stop_is_seen(
    kind: Kind, width: int, page: Page, address_of: Address
) -> None:
    visit(page, address_of(kind), width)
    stops: int = page.evaluate(WATCH)
    reached, faults = [], []
    for _ in range(stops):
        page.keyboard.press("Tab")
        told = page.evaluate("look()")
        reached.append(told["index"])
        faults += [f"{told['name']} {fault}" for fault in told["faults"]]
    assert faults == []
    assert reached == list(range(stops)), "a stop is missing, out of order or a trap"
    page.keyboard.press("Tab")
    assert page.evaluate("look().index") in {-1, 0}, "the end of the page is a trap"


def test_a_stop_without_a_ring_and_one_off_the_screen_are_noticed(
    page: Page, address_of: Address
) -> None:
    visit(page, address_of(BRIEF[0]), 1280)
    page.evaluate("""() => {
      const [one, other] = document.querySelectorAll('main a[href]')
      one.style.cssText = 'outline: none; box-shadow: none'
      other.style.cssText = 'position: fixed; left: -500px'
    }""")
    page.evaluate(WATCH)
    faults = []
    for _ in range(12):
        page.keyboard.press("Tab")
        faults += page.evaluate("look().faults")
    assert "shows no focus" in faults
    assert {"is covered or out of sight", "leaves the screen"} <= set(faults)


@pytest.mark.parametrize("kind", BRIEF, ids=lambda kind: kind.name)
def test_what_scrolls_sideways_can_be_scrolled_by_keyboard(
    kind: Kind, page: Page, address_of: Address
) -> None:
    visit(page, address_of(kind), 320)
    assert page.evaluate(SCROLLERS) == []


def test_the_first_stop_leads_past_the_menu(page: Page, address_of: Address) -> None:
    visit(page, address_of(PLAN), 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#content'))")


def test_the_menu_of_a_narrow_screen_opens_closes_and_gives_focus_back(
    page: Page, address_of: Address
) -> None:
    visit(page, address_of(COMMITMENT), 320)
    button, menu = page.locator(".or-menu-button"), page.locator("#or-menu")
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#or-menu'))")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert "or-menu-button" in page.evaluate(FOCUSED)


def test_the_number_of_a_source_leads_to_the_source(page: Page, address_of: Address) -> None:
    visit(page, address_of(COMMITMENT), 320)
    mark = page.locator(".or-cite a").first
    number = mark.inner_text()
    mark.focus()
    page.keyboard.press("Enter")
    source = page.locator(f"#source-{number}")
    assert page.evaluate("location.hash") == f"#source-{number}"
    box = source.bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 640
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('li')?.id") == f"source-{number}"
