"""Printed from a browser, each page is a document: nothing cut, nothing folded, no navigation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from site_pages import BRIEF, KINDS, Kind

pytestmark = pytest.mark.browser

PAPERS = {"A4": (210, 297), "Letter": (216, 279)}
MARGINS = 32  # millimetres, left and right together
# Text that reaches beyond the paper, or that its own box cuts off.
SPILLS = """() => [...document.querySelectorAll('body *')].filter(each =>
    each.checkVisibility() && !each.closest('svg, .or-sprite, pre') &&
    getComputedStyle(each).position !== 'absolute' &&
    each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 160))"""
SHOWN = """selectors => [...document.querySelectorAll(selectors)]
  .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 120))"""
SCREEN_ONLY = (
    ".or-skip, .or-menu, .or-tabs, .or-crumbs, .or-contents, .or-pager, "
    ".or-footer, .or-ways, .or-onward, button"
)
FOLDED = """() => [...document.querySelectorAll('main details, .or-page details')]
  .filter(each => each.checkVisibility())
  .filter(each => [...each.children].some(child =>
    child.tagName !== 'SUMMARY' && child.getBoundingClientRect().height < 1))
  .map(each => each.outerHTML.slice(0, 160))"""

COLOURS = """() => {
  const { color, backgroundColor } = getComputedStyle(document.body)
  return [color, backgroundColor]
}"""

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@pytest.fixture(autouse=True)
def _on_paper(page: Page) -> Iterator[None]:
    page.emulate_media(media="print", color_scheme="dark")
    yield
    page.emulate_media(media="screen", color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})


@each_kind
def test_nothing_is_wider_than_the_paper(
    kind: Kind, page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(kind))
    for width, _ in PAPERS.values():
        page.set_viewport_size({"width": int((width - MARGINS) / 25.4 * 96), "height": 1000})
        assert page.evaluate(SPILLS) == []


@each_kind
def test_what_leads_elsewhere_is_left_out_and_what_is_folded_away_is_opened(
    kind: Kind, page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(kind))
    assert page.evaluate(SHOWN, SCREEN_ONLY) == []
    assert page.evaluate(FOLDED) == []


@pytest.mark.parametrize("kind", BRIEF, ids=lambda kind: kind.name)
def test_a_dark_screen_does_not_make_dark_paper(
    kind: Kind, page: Page, address_of: Callable[[Kind], str]
) -> None:
    page.goto(address_of(kind))
    for chosen in ("", "dark"):  # the system's wish alone, and the reader's own choice
        page.evaluate("chosen => { document.documentElement.dataset.colours = chosen }", chosen)
        assert page.evaluate(COLOURS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_commitment_is_printed_with_its_day_its_address_its_licence_and_its_sources(
    paper: str, page: Page, address_of: Callable[[Kind], str]
) -> None:
    kind = next(each for each in KINDS if each.name == "full commitment")
    page.goto(address_of(kind))
    pages = PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=False))).pages
    size = tuple(round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:])
    assert size == PAPERS[paper]
    text = re.sub(r"\s+", " ", " ".join(each.extract_text() for each in pages))
    assert "As of 23 November 2026" in pages[0].extract_text()
    assert kind.address in re.sub(r"\s+", "", pages[0].extract_text())
    licence = "Licence of texts and data, unless a page says otherwise: CC BY 4.0"
    assert licence in pages[0].extract_text()
    assert text.count(licence) == 1, "said at the head: a foot might have a sheet of its own"
    assert "(https://" in text
    for words in ("Suggest a change", "Skip to the main content", "Next commitment"):
        assert words not in text


TALL = "rows => { rows.forEach(row => { row.style.height = '60mm'; }); return rows.length; }"
"""Makes a table longer than a sheet, whatever stands above it."""


def test_the_head_of_a_long_table_stands_on_every_page(
    page: Page, address_of: Callable[[Kind], str]
) -> None:
    kind = next(each for each in KINDS if each.name == "long plan")
    page.goto(address_of(kind))
    rows = page.locator(".or-table").first.locator("tbody tr").evaluate_all(TALL)
    data = page.pdf(format="A4")
    pages = [each.extract_text() for each in PdfReader(BytesIO(data)).pages]
    heads = [each for each in pages if "Commitment" in each and "Lead institution" in each]
    assert rows > 1
    assert len(heads) > 1
