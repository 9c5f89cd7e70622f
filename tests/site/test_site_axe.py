"""Accessibility rules (axe: WCAG 2.2 AA and good practice) on every kind of page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from site_pages import BRIEF, KINDS, Kind

pytestmark = pytest.mark.browser

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR = ("cat.color",)  # all that can change when nothing but the colours did
RUN = """([tags, include]) => axe.run({include}, {
  runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
  preload: {assets: ['media']},  // style sheets only matter to a rule that is none of these
})"""
WHOLE = ["html"]
# One of the elements with text of their own for each way in which colours meet: the element's
# own, those of all that it lies in, and the size and weight of its letters.
MEETINGS = """() => {
  const found = new Map()
  for (const element of document.body.querySelectorAll('*')) {
    const spoken = [...element.childNodes].some(each => each.nodeType === 3 && each.data.trim())
    const field = element.matches('input, select, textarea, button')
    if ((!spoken && !field) || !element.checkVisibility()) continue
    const own = getComputedStyle(element)
    const told = [own.color, own.fontSize, own.fontWeight, own.textShadow, element.localName]
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each)
      told.push(style.backgroundColor, style.backgroundImage, style.opacity)
    }
    const key = told.join()
    if (!found.has(key)) found.set(key, element)
  }
  document.querySelectorAll('[data-meeting]').forEach(each => delete each.dataset.meeting)
  found.forEach(element => element.dataset.meeting = "")
  return found.size
}"""
COLOURS = """() => [...document.querySelectorAll('*')].flatMap(element => {
  const style = getComputedStyle(element)
  return [style.color, style.backgroundColor, style.borderTopColor, style.fill]
})"""

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def violations(
    page: Page, tags: tuple[str, ...] = TAGS, include: Sequence[str] = WHOLE
) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(RUN, [tags, include])["violations"]
    return [
        f"{rule['id']}: {node['html']}\n    {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def dark_violations(page: Page) -> list[str]:
    """Of the colours, looked for where each of them meet: most of axe's work is to find out
    what lies behind a text, and the same colours give the same contrast."""
    assert page.evaluate(MEETINGS) > 5
    return violations(page, COLOUR, ["[data-meeting]"])


def show(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]


@each_kind
def test_no_accessibility_rule_is_broken_in_any_colours_or_width(
    kind: Kind, page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(kind))
    page.evaluate(AXE_SCRIPT)
    for width in (320, 1280):
        show(page, width, "light")
        assert violations(page) == [], f"{width} px, light"
        # Nothing but colours changes: what lies where is known from the light page.
        show(page, width, "dark")
        assert dark_violations(page) == [], f"{width} px, dark"


def test_a_page_that_breaks_a_rule_is_noticed(
    page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(KINDS[0]))
    page.evaluate(AXE_SCRIPT)
    page.evaluate("document.querySelector('h1').style.color = '#f4f5f3'")
    show(page, 1280, "light")
    assert any(each.startswith("color-contrast") for each in violations(page))


def test_words_that_cannot_be_read_in_the_dark_are_noticed_among_many_like_them(
    page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(KINDS[0]))
    page.evaluate(AXE_SCRIPT)
    show(page, 1280, "dark")
    assert dark_violations(page) == []
    page.evaluate("[...document.querySelectorAll('main p')].at(-1).style.color = '#222'")
    assert any(each.startswith("color-contrast") for each in dark_violations(page))


@pytest.mark.parametrize("kind", BRIEF, ids=lambda kind: kind.name)
def test_the_switch_gives_the_colours_that_the_system_would(
    kind: Kind, page: Page, address_of: Callable[[Kind], str]
) -> None:
    colours = {}
    page.goto(address_of(kind))
    for scheme in ("light", "dark"):
        show(page, 1280, scheme)
        colours[scheme] = page.evaluate(COLOURS)
    assert colours["light"] != colours["dark"]
    for wanted, other in (("light", "dark"), ("dark", "light")):
        show(page, 1280, other)
        page.locator(".or-colours").click()
        assert page.locator("html").get_attribute("data-colours") == wanted
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
        assert page.evaluate(COLOURS) == colours[wanted]
    page.locator(".or-colours").click()
    assert page.locator("html").get_attribute("data-colours") is None
