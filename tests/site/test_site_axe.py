"""Accessibility rules (axe: WCAG 2.2 AA and good practice) on every kind of page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from site_pages import BRIEF, KINDS, Kind

pytestmark = pytest.mark.browser

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR = ("cat.color",)  # all that can change when nothing but the colours did
RUN = "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
COLOURS = """() => [...document.querySelectorAll('*')].flatMap(element => {
  const style = getComputedStyle(element)
  return [style.color, style.backgroundColor, style.borderTopColor, style.fill]
})"""

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def violations(page: Page, tags: tuple[str, ...] = TAGS) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(RUN, tags)["violations"]
    return [
        f"{rule['id']}: {node['html']}\n    {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


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
        show(page, width, "dark")
        assert violations(page, COLOUR) == [], f"{width} px, dark"


def test_a_page_that_breaks_a_rule_is_noticed(
    page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(KINDS[0]))
    page.evaluate(AXE_SCRIPT)
    page.evaluate("document.querySelector('h1').style.color = '#f4f5f3'")
    show(page, 1280, "light")
    assert any(each.startswith("color-contrast") for each in violations(page))


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
